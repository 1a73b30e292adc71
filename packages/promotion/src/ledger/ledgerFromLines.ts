import { type CalendarDate, deadlineOf } from "@zhengyou/core"
import * as Result from "effect/Result"
import { DatesReversed } from "../closure/errors.ts"
import { DeadlineHasPassed, ProblemsRefused, VerifiesOwnWork } from "./errors.ts"
import type { LedgerEvent } from "./LedgerEvent.ts"
import type { LedgerLine } from "./LedgerLine.ts"
import { emptyLedger, evolveLedger, type Ledger } from "./LedgerState.ts"
import { LedgerLinesRefused } from "./lineErrors.ts"
import type { EntryStatus, Problem } from "./Problem.ts"
import { ProblemLedger } from "./ProblemLedger.ts"

type Faults = LedgerLinesRefused["faults"]

/** A line and its place in the table. */
interface Placed {
  readonly line: LedgerLine
  readonly at: number
}

const fault = (at: number, problem: Faults[number]["problem"]): Faults => [{ path: ["lines", at], problem }]

const reversed = (from: CalendarDate, to: CalendarDate | undefined, at: number): Faults =>
  to !== undefined && to < from ? fault(at, new DatesReversed({ from, to })) : []

const closingFaults = ({ line, at }: Placed): Faults => {
  const { problem, unit, plan, opened, reopened, closed, verifier } = line
  const lacks = (field: "closed" | "verifier") => fault(at, { _tag: "ClosingIncomplete", problem, unit, lacks: field })
  return [
    ...(closed === undefined ? lacks("closed") : reversed(reopened ?? opened, closed, at)),
    ...(verifier === undefined ? lacks("verifier") : []),
    ...(verifier !== undefined && verifier === plan?.owner
      ? fault(at, new VerifiesOwnWork({ problem, unit, verifier, isOwner: true }))
      : [])
  ]
}

/** What a line lacks for its state, and what the ledger would have refused on the way to it. */
const lineFaults = ({ line, at }: Placed): Faults => {
  const { problem, unit, status, plan, opened, reopened } = line
  const since = reopened ?? opened
  return [
    ...reversed(opened, reopened, at),
    ...(status !== "opened" && plan === undefined ? fault(at, { _tag: "PlanMissing", problem, unit, status }) : []),
    ...(status !== "opened" && plan !== undefined && plan.due < since
      ? fault(at, new DeadlineHasPassed({ problem, unit, due: plan.due, today: since }))
      : []),
    ...(status === "closed" ? closingFaults({ line, at }) : [])
  ]
}

const differs = ({ problem }: LedgerLine, field: "title" | "kind" | "opened", at: number): Faults =>
  fault(at, { _tag: "LinesDiffer", problem, field })

const differing = (first: LedgerLine, { line, at }: Placed): Faults => [
  ...(JSON.stringify(line.title) === JSON.stringify(first.title) ? [] : differs(first, "title", at)),
  ...(line.kind === first.kind ? [] : differs(first, "kind", at)),
  ...(line.opened === first.opened ? [] : differs(first, "opened", at))
]

type Lines = readonly [Placed, ...ReadonlyArray<Placed>]

/** Opens a problem in all the units of its lines, which have to tell the same of it. */
const openProblem = (lines: Lines): Result.Result<ReadonlyArray<LedgerEvent>, Faults> => {
  const [{ line: first, at }, ...others] = lines
  const differ = others.flatMap((other) => differing(first, other))
  if (differ.length > 0) return Result.fail(differ)
  const problem: Problem = {
    id: first.problem,
    title: first.title,
    kind: first.kind ?? (others.length > 0 ? "common" : "individual"),
    units: [first.unit, ...others.map(({ line }) => line.unit)]
  }
  const context = { today: first.opened, calendar: [] }
  const command = { _tag: "OpenProblems", problems: [problem] } as const
  return Result.mapError(ProblemLedger.decide(emptyLedger, command, context), (refused) =>
    (refused instanceof ProblemsRefused ? refused.faults : []).flatMap(({ path: [, , , place], problem: found }) =>
      fault(typeof place === "number" ? (lines[place]?.at ?? at) : at, found)
    )
  )
}

/** What happened on a line that is sound, up to its state. */
const eventsOf = ({ problem, unit, plan, status, opened, reopened, closed, verifier }: LedgerLine) => {
  const on = reopened ?? opened
  const ref = { problem, unit, on }
  // What went before a line came back is not in the table: it is opened again without having been closed in it.
  const again: ReadonlyArray<LedgerEvent> =
    reopened === undefined ? [] : [{ _tag: "ProblemReopened", ...ref, by: unit, why: "" }]
  if (plan === undefined || status === "opened") return again
  const { due, ...rest } = plan
  const rectification = { ...rest, deadline: deadlineOf([], on, { on: due }) }
  const by = plan.owner
  const steps: ReadonlyArray<readonly [EntryStatus, LedgerEvent]> = [
    ["planned", { _tag: "RectificationPlanned", ...ref, rectification }],
    ["inProgress", { _tag: "RectificationStarted", ...ref, by }],
    ["submitted", { _tag: "RectificationSubmitted", ...ref, by, evidence: [] }],
    ["closed", { _tag: "RectificationClosed", ...ref, on: closed ?? on, verifier: verifier ?? "", note: "" }]
  ]
  const last = steps.findIndex(([reached]) => reached === status)
  return [...again, ...steps.slice(0, last + 1).map(([, event]) => event)]
}

const byProblem = (lines: ReadonlyArray<LedgerLine>): ReadonlyArray<Lines> => {
  const problems = new Map<string, [Placed, ...Array<Placed>]>()
  for (const [at, line] of lines.entries()) {
    const known = problems.get(line.problem)
    if (known === undefined) problems.set(line.problem, [{ line, at }])
    else known.push({ line, at })
  }
  return [...problems.values()]
}

/**
 * Makes a ledger (整改台账) of the lines of a table, one for each problem in each unit, as they stand.
 *
 * **Details**
 *
 * The lines of one problem have its id and tell the same of it. Nothing comes out that {@link ProblemLedger} would have refused on the way.
 *
 * **Refusals**
 *
 * `LedgerLinesRefused` with the faults of every line at `["lines", i]`: a state without its plan, a closing without its day or its verifier, an
 * owner who verifies, days in the wrong order, an individual problem of several units.
 *
 * @example
 * ```ts
 * import { dateUnsafe } from "@zhengyou/core"
 * import { entriesByDeadline, ledgerFromLines } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const plan = { cause: "换届", measures: ["补选"], owner: "支部书记", due: dateUnsafe("2012-06-30") }
 * const line = { problem: "p1", unit: "z07", title: "缺宣传委员", opened: dateUnsafe("2012-04-16"), status: "inProgress", plan } as const
 * const ledger = Result.getOrThrow(ledgerFromLines([line]))
 * entriesByDeadline(ledger, dateUnsafe("2012-07-10"))[0]?.daysLeft // => -10
 * ```
 */
export const ledgerFromLines = (lines: ReadonlyArray<LedgerLine>): Result.Result<Ledger, LedgerLinesRefused> => {
  const opened = byProblem(lines).map(openProblem)
  const faults = [
    ...opened.flatMap((one) => (Result.isFailure(one) ? one.failure : [])),
    ...lines.flatMap((line, at) => lineFaults({ line, at }))
  ].toSorted((a, b) => Number(a.path[1]) - Number(b.path[1]))
  if (faults.length > 0) return Result.fail(new LedgerLinesRefused({ faults }))
  const events = [...opened.flatMap((one) => (Result.isSuccess(one) ? one.success : [])), ...lines.flatMap(eventsOf)]
  return Result.succeed(events.reduce(evolveLedger, emptyLedger))
}
