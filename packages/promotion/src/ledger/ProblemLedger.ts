import { type CalendarDate, type Decider, deadlineOf, type Fault, type WorkCalendar } from "@zhengyou/core"
import * as Result from "effect/Result"
import { seenBefore } from "../internal/ids.ts"
import {
  DeadlineHasPassed,
  type EntryCommand,
  EntryInWrongState,
  type LedgerRefusal,
  NoSuchEntry,
  type OpeningProblem,
  ProblemsRefused,
  VerifiesOwnWork
} from "./errors.ts"
import { LedgerCommand } from "./LedgerCommand.ts"
import { LedgerEvent } from "./LedgerEvent.ts"
import { emptyLedger, entryOf, evolveLedger, type Ledger, type LedgerEntry, problemOf } from "./LedgerState.ts"
import type { EntryStatus, Problem } from "./Problem.ts"

/** What the ledger needs to know of the world: the day, and the holidays that deadlines in working days pass over. */
export interface LedgerContext {
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
}

type Decision = Result.Result<ReadonlyArray<LedgerEvent>, LedgerRefusal>

type OfEntry = Exclude<LedgerCommand, { readonly _tag: "OpenProblems" }>

type Faults = ReadonlyArray<Fault<OpeningProblem>>

const happened = (event: LedgerEvent): Decision => Result.succeed([event])

const kindFaults = ({ id, kind, units }: Problem, i: number): Faults => {
  const path = ["problems", i, "units"]
  if (kind === "individual" && units.length > 1)
    return [{ path, problem: { _tag: "NotOneUnit", problem: id, units: units.length } }]
  return kind === "common" && units.length < 2 ? [{ path, problem: { _tag: "NotSeveralUnits", problem: id } }] : []
}

const open = (ledger: Ledger, problems: ReadonlyArray<Problem>, on: CalendarDate): Decision => {
  const seen = seenBefore()
  const faults = problems.flatMap((problem, i): Faults => {
    const exists = seen(problem.id, i) !== undefined || problemOf(ledger, problem.id) !== undefined
    const ofUnit = seenBefore()
    return [
      ...(exists
        ? [{ path: ["problems", i, "id"], problem: { _tag: "ProblemExists" as const, problem: problem.id } }]
        : []),
      ...problem.units.flatMap(
        (unit, j): Faults =>
          ofUnit(unit, j) === undefined
            ? []
            : [{ path: ["problems", i, "units", j], problem: { _tag: "ProblemUnitTwice", unit } }]
      ),
      ...kindFaults(problem, i)
    ]
  })
  return faults.length > 0
    ? Result.fail(new ProblemsRefused({ faults }))
    : Result.succeed(problems.map((problem) => LedgerEvent.cases.ProblemOpened.make({ problem, on })))
}

const allowedStates: { readonly [C in EntryCommand]: ReadonlyArray<EntryStatus> } = {
  PlanRectification: ["opened", "planned", "inProgress"],
  StartRectification: ["planned"],
  RecordProgress: ["inProgress"],
  SubmitRectification: ["inProgress"],
  CloseRectification: ["submitted"],
  SendBackRectification: ["submitted"],
  ReopenProblem: ["closed"]
}

/** Nobody verifies what they owned or did, now or before the problem came back. */
const ownWork = (entry: LedgerEntry, verifier: string): VerifiesOwnWork | undefined => {
  const { problem, unit } = entry
  const isOwner = entry.plans.some(({ owner }) => owner === verifier)
  return entry.doers.includes(verifier) ? new VerifiesOwnWork({ problem, unit, verifier, isOwner }) : undefined
}

const plan = (
  { problem, unit, plan: { term, ...rest } }: Extract<OfEntry, { readonly _tag: "PlanRectification" }>,
  { today, calendar }: LedgerContext
): Decision => {
  const deadline = deadlineOf(calendar, today, term)
  const { due } = deadline
  return due < today
    ? Result.fail(new DeadlineHasPassed({ problem, unit, due, today }))
    : happened({ _tag: "RectificationPlanned", problem, unit, on: today, rectification: { ...rest, deadline } })
}

const decideEntry = (entry: LedgerEntry, command: OfEntry, context: LedgerContext): Decision => {
  const { problem, unit } = entry
  const at = { problem, unit, on: context.today }
  const own = "verifier" in command ? ownWork(entry, command.verifier) : undefined
  if (own !== undefined) return Result.fail(own)
  switch (command._tag) {
    case "PlanRectification":
      return plan(command, context)
    case "StartRectification":
      return happened({ _tag: "RectificationStarted", ...at, by: command.by })
    case "RecordProgress":
      return happened({ _tag: "ProgressRecorded", ...at, by: command.by, note: command.note })
    case "SubmitRectification":
      return happened({ _tag: "RectificationSubmitted", ...at, by: command.by, evidence: command.evidence })
    case "CloseRectification":
      return happened({ _tag: "RectificationClosed", ...at, verifier: command.verifier, note: command.note })
    case "SendBackRectification":
      return happened({ _tag: "RectificationSentBack", ...at, verifier: command.verifier, why: command.why })
    case "ReopenProblem":
      return happened({ _tag: "ProblemReopened", ...at, by: command.by, why: command.why })
  }
}

const decide = (ledger: Ledger, command: LedgerCommand, context: LedgerContext): Decision => {
  if (command._tag === "OpenProblems") return open(ledger, command.problems, context.today)
  const { _tag, problem, unit } = command
  const entry = entryOf(ledger, problem, unit)
  if (entry === undefined) return Result.fail(new NoSuchEntry({ problem, unit }))
  const { status } = entry
  const allowed = allowedStates[_tag]
  return allowed.includes(status)
    ? decideEntry(entry, command, context)
    : Result.fail(new EntryInWrongState({ problem, unit, command: _tag, status, allowed }))
}

/**
 * The ledger of problems (整改台账) as a decider: opened → planned → in progress → submitted → closed, or sent back.
 *
 * **Details**
 *
 * A problem common to several units has a line in each, and is closed as a whole when the last of them is. Whoever owned
 * or did the work on a line never verifies it. A closed line that is found again is opened again and needs a plan of its own;
 * nothing of what went before is lost.
 *
 * **Refusals**
 *
 * Every member of {@link LedgerRefusal}, as data; a refused command changes nothing.
 */
export const ProblemLedger: Decider<Ledger, LedgerCommand, LedgerEvent, LedgerRefusal, LedgerContext> = {
  initial: emptyLedger,
  decide,
  evolve: evolveLedger,
  stored: { schemaVersion: 1, event: LedgerEvent },
  command: LedgerCommand
}
