import type { Id } from "@zhengyou/core"
import {
  type EntryStatus,
  entriesOf,
  entryOf,
  type Ledger,
  type LedgerCommand,
  openEntriesOf,
  ProblemLedger,
  problemProgress
} from "@zhengyou/promotion"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d } from "./support.ts"

/** The ledger as somebody keeps it on paper: of each line its state, and who had a hand in it. */
interface Line {
  readonly status: EntryStatus
  readonly doers: ReadonlyArray<Id>
}
type Paper = Map<string, Line>

/** The ledger as it is, told one command after the other. */
interface Real {
  ledger: Ledger
  closings: number
}

const keyOf = ({ problem, unit }: { readonly problem: Id; readonly unit: Id }) => `${problem} ${unit}`

const today = d("2012-04-16")

const problems = [
  { id: "p1", title: "共性", kind: "common", units: ["z01", "z02"] },
  { id: "p2", title: "个性", kind: "individual", units: ["z01"] }
] as const

type OfLine = Exclude<LedgerCommand, { readonly _tag: "OpenProblems" }>

/** From which states a step may be taken, and which state it leads to; `same` leaves the state as it is. */
const steps: { readonly [C in OfLine["_tag"]]: readonly [from: ReadonlyArray<EntryStatus>, to: EntryStatus | "same"] } =
  {
    PlanRectification: [["opened", "planned", "inProgress"], "same"],
    StartRectification: [["planned"], "inProgress"],
    RecordProgress: [["inProgress"], "same"],
    SubmitRectification: [["inProgress"], "submitted"],
    CloseRectification: [["submitted"], "closed"],
    SendBackRectification: [["submitted"], "inProgress"],
    ReopenProblem: [["closed"], "opened"]
  }

const handsIn = (command: OfLine): ReadonlyArray<Id> => {
  if (command._tag === "PlanRectification") return [command.plan.owner]
  return "by" in command && command._tag !== "ReopenProblem" ? [command.by] : []
}

/** What the paper says to a step: the line after it, or why it is refused. */
const onPaper = (paper: Paper, command: OfLine): Line | string => {
  const line = paper.get(keyOf(command))
  if (line === undefined) return "NoSuchEntry"
  const [from, to] = steps[command._tag]
  if (!from.includes(line.status)) return "EntryInWrongState"
  if ("verifier" in command && line.doers.includes(command.verifier)) return "VerifiesOwnWork"
  if (command._tag === "PlanRectification" && "on" in command.plan.term && command.plan.term.on < today)
    return "DeadlineHasPassed"
  const planned = command._tag === "PlanRectification" && line.status === "opened" ? "planned" : to
  const doers = [...line.doers, ...handsIn(command).filter((doer) => !line.doers.includes(doer))]
  return { status: planned === "same" ? line.status : planned, doers }
}

const agree = (paper: Paper, { ledger }: Real): void => {
  expect(
    new Map(entriesOf(ledger).map((entry) => [keyOf(entry), { status: entry.status, doers: entry.doers }]))
  ).toEqual(paper)
  for (const { id, units } of problems) {
    const lines = units.flatMap((unit) => paper.get(keyOf({ problem: id, unit })) ?? [])
    const closed = lines.filter(({ status }) => status === "closed").length
    expect(problemProgress(ledger, id)).toEqual({ units: lines.length, closed })
  }
  for (const unit of ["z01", "z02"]) {
    const open = [...paper].filter(([key, { status }]) => key.endsWith(unit) && status !== "closed").map(([key]) => key)
    expect(openEntriesOf(ledger, unit).map(keyOf).toSorted()).toEqual(open.toSorted())
  }
}

const tell = (real: Real, command: LedgerCommand): string => {
  const decided = ProblemLedger.decide(real.ledger, command, { today, calendar: [] })
  if (Result.isFailure(decided)) return decided.failure._tag
  real.ledger = decided.success.reduce(ProblemLedger.evolve, real.ledger)
  return "taken"
}

const opening = (which: ReadonlyArray<(typeof problems)[number]>): fc.Command<Paper, Real> => ({
  check: () => which.length > 0,
  run: (paper, real) => {
    const [first, ...others] = which
    if (first === undefined) return
    const isThere = which.some(({ id, units }) => units.some((unit) => paper.has(keyOf({ problem: id, unit }))))
    expect(tell(real, { _tag: "OpenProblems", problems: [first, ...others] })).toBe(
      isThere ? "ProblemsRefused" : "taken"
    )
    if (!isThere)
      for (const { id, units } of which)
        for (const unit of units) paper.set(keyOf({ problem: id, unit }), { status: "opened", doers: [] })
    agree(paper, real)
  },
  toString: () => `open ${which.map(({ id }) => id).join(", ")}`
})

const step = (command: OfLine): fc.Command<Paper, Real> => ({
  check: () => true,
  run: (paper, real) => {
    const expected = onPaper(paper, command)
    expect(tell(real, command)).toBe(typeof expected === "string" ? expected : "taken")
    if (typeof expected !== "string") paper.set(keyOf(command), expected)
    if (typeof expected !== "string" && command._tag === "CloseRectification") real.closings++
    expect(entryOf(real.ledger, command.problem, command.unit)?.status).toBe(paper.get(keyOf(command))?.status)
    agree(paper, real)
  },
  toString: () => JSON.stringify(command)
})

/** The step that is due on a line. */
const next = (line: { readonly problem: Id; readonly unit: Id }, by: Id): fc.Command<Paper, Real> => {
  const plan = { cause: "x", measures: ["y"] as const, owner: by, term: { on: today } }
  const due: { readonly [S in EntryStatus]: OfLine } = {
    opened: { _tag: "PlanRectification", ...line, plan },
    planned: { _tag: "StartRectification", ...line, by },
    inProgress: { _tag: "SubmitRectification", ...line, by, evidence: ["e"] },
    submitted: { _tag: "CloseRectification", ...line, verifier: by, note: "x" },
    closed: { _tag: "ReopenProblem", ...line, by, why: "x" }
  }
  return {
    check: (paper) => paper.has(keyOf(line)),
    run: (paper, real) => step(due[paper.get(keyOf(line))?.status ?? "opened"]).run(paper, real),
    toString: () => `the next step of ${keyOf(line)} by ${by}`
  }
}

const people = fc.constantFrom("甲", "乙", "丙")
const at = { problem: fc.constantFrom("p1", "p2"), unit: fc.constantFrom("z01", "z02") }
const words = fc.constant("x")
const by = <Tag extends OfLine["_tag"]>(tag: Tag) => ({ _tag: fc.constant(tag), ...at, by: people })
const verifying = <Tag extends OfLine["_tag"]>(tag: Tag) => ({ _tag: fc.constant(tag), ...at, verifier: people })

const plan = fc
  .tuple(people, fc.constantFrom({ workingDays: 5, first: "next" } as const, { on: today }, { on: d("2012-04-15") }))
  .map(([owner, term]) => ({ cause: "x", measures: ["y"] as const, owner, term }))

const everyStep: ReadonlyArray<fc.Arbitrary<OfLine>> = [
  fc.record({ _tag: fc.constant("PlanRectification" as const), ...at, plan }),
  fc.record(by("StartRectification")),
  fc.record({ ...by("RecordProgress"), note: words }),
  fc.record({ ...by("SubmitRectification"), evidence: fc.constant(["e"] as const) }),
  fc.record({ ...verifying("CloseRectification"), note: words }),
  fc.record({ ...verifying("SendBackRectification"), why: words }),
  fc.record({ ...by("ReopenProblem"), why: words })
]

const due = fc.record({ ...at, by: people }).map(({ by: who, ...line }) => next(line, who))

describe("the ledger of problems beside one on paper", () => {
  it("takes and refuses the same steps, for the same reason, and stands the same after each", () => {
    let closings = 0
    const every = [
      fc.subarray([...problems]).map(opening),
      ...everyStep.map((any) => any.map(step)),
      due,
      due,
      due,
      due
    ]
    const commands = fc.commands(every, { maxCommands: 100, size: "max" })
    fc.assert(
      fc.property(commands, (told) => {
        const real: Real = { ledger: ProblemLedger.initial, closings: 0 }
        const begin = () => {
          const model: Paper = new Map()
          opening(problems).run(model, real)
          return { model, real }
        }
        fc.modelRun(begin, told)
        closings += real.closings
      }),
      { numRuns: 100 }
    )
    expect(closings).toBeGreaterThan(10)
  })
})
