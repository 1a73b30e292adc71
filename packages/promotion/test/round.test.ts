import { addDays, type CalendarDate, type Fact } from "@zhengyou/core"
import {
  type Application,
  type CaseContext,
  entriesByDeadline,
  entryOf,
  type LedgerLine,
  ledgerFromLines,
  levelRecordOn,
  PromotionCase,
  type PromotionInputs,
  promote
} from "@zhengyou/promotion"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d, fact, named, parsed, rules, rulesInput, told } from "./support.ts"

const units = ["甲", "乙", "丙", "丁"].map((id) => named(id))

const plan = { cause: "换届", measures: ["补选"], owner: "支部书记", due: d("2012-06-30") } as const

const line = (over: Partial<LedgerLine> = {}): LedgerLine => ({
  problem: "p1",
  unit: "甲",
  title: "缺委员",
  opened: d("2012-04-16"),
  status: "closed",
  plan,
  closed: d("2012-07-05"),
  verifier: "督导组",
  ...over
})

const faultsOf = (lines: ReadonlyArray<LedgerLine>) => {
  const made = ledgerFromLines(lines)
  return Result.isSuccess(made) ? [] : made.failure.faults.map(({ path, problem }) => [path[1], problem._tag])
}

describe("a ledger of the lines of a table", () => {
  const open = line({ problem: "p2", status: "inProgress" })
  const common = ["甲", "乙"].map((unit) => line({ problem: "p3", unit, status: "submitted" }))

  it("has each line in its state, with its plan and its days", () => {
    const ledger = Result.getOrThrow(ledgerFromLines([line(), open, ...common]))
    expect(entryOf(ledger, "p1", "甲")).toMatchObject({ status: "closed", closed: "2012-07-05", doers: ["支部书记"] })
    const due = entriesByDeadline(ledger, d("2012-07-10")).map(({ entry, daysLeft }) => [entry.problem, daysLeft])
    expect(due).toEqual([
      ["p2", -10],
      ["p3", -10],
      ["p3", -10]
    ])
  })

  it("keeps the day on which a line came back", () => {
    const again = { ...open, reopened: d("2012-05-03") }
    const entry = entryOf(Result.getOrThrow(ledgerFromLines([again])), "p2", "甲")
    expect(entry).toMatchObject({ status: "inProgress", reopened: ["2012-05-03"], opened: "2012-04-16" })
    const { plan: _, ...bare } = { ...again, status: "opened" } as const
    expect(entryOf(Result.getOrThrow(ledgerFromLines([bare])), "p2", "甲")).toMatchObject({ status: "opened" })
  })

  it("tells every fault of every line", () => {
    const { plan: _, ...planless } = open
    const { verifier: __, closed: ___, ...unclosed } = line()
    expect(faultsOf([planless])).toEqual([[0, "PlanMissing"]])
    expect(faultsOf([unclosed])).toEqual([
      [0, "ClosingIncomplete"],
      [0, "ClosingIncomplete"]
    ])
    expect(faultsOf([line({ verifier: plan.owner })])).toEqual([[0, "VerifiesOwnWork"]])
    expect(faultsOf([line({ closed: d("2012-04-01") })])).toEqual([[0, "DatesReversed"]])
    expect(faultsOf([line({ reopened: d("2012-04-01") })])).toEqual([[0, "DatesReversed"]])
    expect(faultsOf([line({ plan: { ...plan, due: d("2012-04-15") } })])).toEqual([[0, "DeadlineHasPassed"]])
    expect(faultsOf([open, line({ problem: "p2", unit: "乙", title: "别的", opened: d("2012-04-17") })])).toEqual([
      [1, "LinesDiffer"],
      [1, "LinesDiffer"]
    ])
    expect(faultsOf([open, open])).toEqual([[1, "ProblemUnitTwice"]])
    expect(faultsOf([line({ kind: "common" })])).toEqual([[0, "NotSeveralUnits"]])
    expect(faultsOf(common.map((one) => ({ ...one, kind: "individual" })))).toEqual([[0, "NotOneUnit"]])
  })
})

const applied: Application = {
  unit: "甲",
  to: "advanced",
  on: d("2012-10-08"),
  assessed: "advanced",
  decided: d("2012-12-05"),
  inForce: d("2012-12-17")
}

const inputs = (over: Partial<PromotionInputs> = {}): PromotionInputs => ({
  units,
  levels: units.map(({ id }) => ({ unit: id, level: "good", on: d("2012-04-01") })),
  applications: [applied],
  facts: units.map(({ id }) => fact(id, "rate", "0.9")),
  ledger: Result.getOrThrow(ledgerFromLines([])),
  from: d("2012-04-01"),
  asOf: d("2012-12-31"),
  ...over
})

const rounds = (over: Partial<PromotionInputs> = {}) => Result.getOrThrow(promote(rules, inputs(over)))

const refusals = (over: Partial<PromotionInputs>) => {
  const made = promote(rules, inputs(over))
  return Result.isSuccess(made) ? [] : made.failure.faults.map(({ path, problem }) => [path.join("."), problem._tag])
}

const outcomes = (over: Partial<PromotionInputs>) =>
  rounds(over).decisions.map(({ outcome, examination }) => [outcome, ...examination.against.map(({ _tag }) => _tag)])

describe("a round of applications", () => {
  it("grants what meets every condition, and puts it in force on its day", () => {
    const { decisions, register, table } = rounds()
    expect(decisions).toMatchObject([{ outcome: "granted", from: { id: "good" }, to: { id: "advanced" } }])
    expect(levelRecordOn(register, "甲", d("2012-12-16")).level).toBe("good")
    expect(levelRecordOn(register, "甲", d("2012-12-17"))).toMatchObject({ level: "advanced", since: "2012-12-17" })
    expect(table.rows.map(({ after }) => after)).toEqual([1, 3, 0, 0, 0])
    expect(rounds({ asOf: d("2012-12-16") }).table.rows.map(({ after }) => after)).toEqual([0, 4, 0, 0, 0])
  })

  it("declines, refuses, leaves open and leaves waiting, each with its reasons", () => {
    const { decided: _, inForce: __, ...waiting } = applied
    const { assessed: ___, ...unassessed } = applied
    const low = [fact("甲", "rate", "0.795")]
    expect(outcomes({ facts: low })).toEqual([["declined", "NotMet"]])
    expect(outcomes({ applications: [{ ...applied, on: d("2012-11-01") }] })).toEqual([["refused", "OutsideWindow"]])
    expect(outcomes({ applications: [unassessed] })).toEqual([["undecided", "NotKnown"]])
    expect(outcomes({ applications: [waiting] })).toEqual([["awaiting"]])
    expect(outcomes({ levels: [] })).toEqual([["refused", "NoLevel"]])
  })

  it("counts the problems that were open on the day, and stops what came back before it was in force", () => {
    const ledger = (over: Partial<LedgerLine>) => Result.getOrThrow(ledgerFromLines([line(over)]))
    expect(outcomes({ ledger: ledger({}) })).toEqual([["granted"]])
    expect(outcomes({ ledger: ledger({ closed: d("2012-12-06") }) })).toEqual([["declined", "NotMet"]])
    expect(outcomes({ ledger: ledger({ closed: d("2012-12-05") }) })).toEqual([["granted"]])
    const found = (on: string) => ledger({ opened: d(on), status: "opened" })
    expect(outcomes({ ledger: found("2012-12-05") })).toEqual([["declined", "NotMet"]])
    expect(outcomes({ ledger: found("2012-12-18") })).toEqual([["granted"]])
    const late = { opened: d("2012-12-10"), status: "opened" } as const
    expect(outcomes({ ledger: ledger(late) })).toEqual([["stopped", "NotMet"]])
    expect(rounds({ ledger: ledger(late) }).table.rows[0]?.after).toBe(0)
  })

  it("lets a move count for whoever is decided later", () => {
    const first = { ...applied, to: "good", assessed: "good" } as const
    const second = { ...applied, decided: d("2012-12-20"), inForce: d("2012-12-21"), on: d("2012-10-20") }
    const levels = [{ unit: "甲", level: "ordinary", on: d("2012-04-01") }]
    const free = parsed({ ...rulesInput, promotion: { ...rulesInput.promotion, maxSteps: "any" } })
    const changed = Result.flip(promote(free, inputs({ levels, applications: [first, second] })))
    expect(Result.getOrThrow(changed).faults.map(({ problem }) => problem._tag)).toEqual(["LevelChangedSince"])
    const later = { ...second, on: d("2012-10-20"), decided: d("2012-12-10"), inForce: d("2012-12-11") }
    const quick = { ...first, decided: d("2012-10-10"), inForce: d("2012-10-11") }
    const both = Result.getOrThrow(promote(free, inputs({ levels, applications: [quick, later] })))
    expect(both.decisions.map(({ outcome }) => outcome)).toEqual(["granted", "refused"])
    expect(both.decisions[1]?.examination.against.map(({ _tag }) => _tag)).toEqual(["MovesUsedUp", "NotMet"])
  })

  it("takes a later level of the table for a move, and a unit's end for an end", () => {
    const levels = [
      { unit: "甲", level: "advanced", on: d("2011-04-01") },
      { unit: "甲", level: "good", on: d("2012-04-01") },
      { unit: "乙", level: "good", on: d("2011-04-01") },
      { unit: "乙", on: d("2012-04-01") }
    ]
    expect(outcomes({ levels })).toEqual([["refused", "Frozen"]])
    expect(rounds({ levels }).table.rows.map(({ after }) => after)).toEqual([0, 1, 0, 0, 3])
    const gone = [...units.slice(0, 3), { ...named("丁"), closed: d("2012-06-01"), mergedInto: "丙" }]
    expect(rounds({ units: gone }).table.rows.map(({ merged }) => merged)).toEqual([0, 1, 0, 0, 0])
  })

  it("tells every fault where it stands", () => {
    const at = (over: Partial<Application>) => refusals({ applications: [{ ...applied, ...over }] })
    expect(at({ to: "best" })).toEqual([["applications.0.to", "NotOnLadder"]])
    expect(at({ assessed: "best" })).toEqual([["applications.0.assessed", "NotOnLadder"]])
    expect(at({ from: "ordinary" })).toEqual([["applications.0.from", "NotInForce"]])
    expect(at({ from: "good" })).toEqual([])
    expect(at({ unit: "癸" })).toEqual([["applications.0.unit", "UnitNotThere"]])
    expect(at({ decided: d("2012-10-01") })).toEqual([["applications.0.decided", "DatesReversed"]])
    expect(at({ inForce: d("2012-12-01") })).toEqual([["applications.0.inForce", "DatesReversed"]])
    expect(refusals({ asOf: d("2012-11-01") })).toEqual([["applications.0.decided", "AfterAsOf"]])
    expect(refusals({ asOf: d("2012-01-01"), applications: [] })).toEqual([["asOf", "DatesReversed"]])
    expect(refusals({ units: [...units, named("甲")] })).toEqual([["units.4.id", "UnitExists"]])
    expect(refusals({ levels: [{ unit: "甲", level: "best", on: d("2012-04-01") }] })).toContainEqual([
      "levels.0",
      "NotOnLadder"
    ])
    const twice = [...inputs().levels, { unit: "甲", level: "advanced", on: d("2012-12-17") }]
    expect(refusals({ levels: twice })).toEqual([["applications.0", "LevelChangedSince"]])
    const { decided: _, ...undecided } = applied
    expect(refusals({ applications: [undecided] })).toEqual([["applications.0.inForce", "InForceUndecided"]])
  })
})

const anyDay = fc.integer({ min: 1, max: 35 }).map((n) => addDays(d("2012-10-01"), n))

const anyLevel = fc.constantFrom("advanced", "good", "ordinary", "poor")

const anyApplication = fc.record({
  unit: fc.constantFrom("甲", "乙", "丙", "丁"),
  to: anyLevel,
  assessed: anyLevel,
  on: anyDay
})

describe("the published year", () => {
  it("has 12, 22 and 3 become 26, 10 and 1 by 16 applications, and two new units that are not graded", () => {
    const ids = Array.from({ length: 39 }, (_, i) => `z${String(i + 1).padStart(2, "0")}`)
    const of = (i: number) => (i < 12 ? "advanced" : i < 34 ? "good" : "ordinary")
    const april = d("2012-04-12")
    const moving = (from: number, until: number, to: string) =>
      ids.slice(from, until).map((unit): Application => ({ ...applied, unit, to, assessed: to, on: d("2012-10-15") }))
    const { decisions, table } = rounds({
      units: ids.map((id, i) => (i < 37 ? named(id) : { ...named(id), founded: d("2012-05-02") })),
      levels: ids.slice(0, 37).map((unit, i) => ({ unit, level: of(i), on: april })),
      applications: [...moving(12, 26, "advanced"), ...moving(34, 36, "good")],
      facts: ids.map((id) => fact(id, "rate", "0.9519")),
      from: april
    })
    expect(decisions.filter(({ outcome }) => outcome === "granted")).toHaveLength(16)
    expect(table.rows.map(({ before }) => before)).toEqual([12, 22, 3, 0, 0])
    expect(table.rows.map(({ after }) => after)).toEqual([26, 10, 1, 0, 2])
    expect(table.rows.map((row) => row.founded)).toEqual([0, 0, 0, 0, 2])
  })
})

/** What the decider of one case comes to when it is led through the same steps. */
const ledThrough = (application: Application, candidateFacts: ReadonlyArray<Fact>): string => {
  const record = { level: "good", since: d("2012-04-01"), moves: [] }
  const context = (today: CalendarDate): CaseContext => ({
    today,
    rules,
    unit: named(application.unit),
    record,
    problems: { open: 0, closed: 0 },
    facts: candidateFacts
  })
  const { on, to, assessed, decided = on } = application
  const { ok, no, state } = told(PromotionCase)
  ok({ _tag: "Apply", to, by: "书记", statement: "" }, context(on))
  ok({ _tag: "ExamineApplication", by: "组织员" }, context(on))
  if (state().phase !== "admitted" || assessed === undefined) return state().phase
  const assessment = { level: assessed, on: decided, by: "考评组" }
  ok({ _tag: "Reassess", assessment, facts: [] }, context(decided))
  const command = { _tag: "Decide", by: "委员会" } as const
  const first = PromotionCase.decide(state(), command, context(decided))
  if (Result.isFailure(first)) return no(command, context(decided))._tag
  ok(command, context(decided))
  return state().phase
}

describe("any round", () => {
  it("comes to what the decider of each case comes to", () => {
    const rate = fc.option(fc.constantFrom("0.79", "0.8", "0.9"), { nil: undefined })
    const veto = fc.option(fc.boolean(), { nil: undefined })
    const anyCase = fc.record({
      to: fc.constantFrom("advanced", "ordinary", "poor"),
      assessed: anyLevel,
      on: anyDay,
      rate,
      veto
    })
    fc.assert(
      fc.property(anyCase, ({ rate: satisfied, veto: vetoed, ...rest }) => {
        const application = { ...rest, unit: "甲", decided: d("2012-12-05") }
        const known = [
          ...(satisfied === undefined ? [] : [fact("甲", "rate", satisfied)]),
          ...(vetoed === undefined ? [] : [fact("甲", "veto", vetoed)])
        ]
        const [decision] = rounds({ applications: [application], facts: known }).decisions
        const outcome = decision?.outcome === "undecided" ? "NotDecidable" : decision?.outcome
        expect(outcome).toBe(ledThrough(application, known))
      }),
      { numRuns: 300 }
    )
  })

  it("decides every application, moves nobody without a grant, and closes its accounts", () => {
    const one = fc.uniqueArray(anyApplication, { selector: ({ unit }) => unit })
    fc.assert(
      fc.property(one, (applications) => {
        const decided = applications.map((each) => ({ ...each, decided: d("2012-12-05") }))
        const { decisions, table, register } = rounds({ applications: decided })
        expect(decisions.map(({ application }) => application)).toEqual(decided)
        for (const { application, outcome, from, examination } of decisions) {
          const { level } = levelRecordOn(register, application.unit, d("2012-12-31"))
          expect(level).toBe(outcome === "granted" ? application.to : from?.id)
          expect(outcome === "granted").toBe(examination.against.length === 0)
        }
        const moved = decisions.filter(({ outcome }) => outcome === "granted").length
        expect(table.rows.reduce((sum, row) => sum + row.in, 0)).toBe(moved)
        for (const row of table.rows)
          expect(row.before + row.in - row.out + row.founded - row.merged - row.closed).toBe(row.after)
      })
    )
  })

  it("does not depend on the order in which the applications are listed", () => {
    const one = fc.uniqueArray(anyApplication, { selector: ({ unit }) => unit })
    fc.assert(
      fc.property(one, (applications) => {
        const decided = applications.map((each) => ({ ...each, decided: d("2012-12-05") }))
        const told = (list: typeof decided) =>
          rounds({ applications: list })
            .decisions.map(({ application, outcome }) => `${application.unit} ${outcome}`)
            .toSorted()
        expect(told(decided.toReversed())).toEqual(told(decided))
      })
    )
  })
})
