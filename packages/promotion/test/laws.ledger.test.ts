import { replay } from "@zhengyou/core"
import {
  entriesOf,
  entryOf,
  type LedgerCommand,
  LedgerEvent,
  ProblemLedger,
  problemProgress
} from "@zhengyou/promotion"
import { Equal, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d } from "./support.ts"

const people = fc.constantFrom("甲", "乙", "丙", "丁", "戊")
const problem = fc.constantFrom("p1", "p2")
const unit = fc.constantFrom("z01", "z02")
const at = { problem, unit }
const words = fc.constant("x")

const opening: LedgerCommand = {
  _tag: "OpenProblems",
  problems: [
    { id: "p1", title: "共性", kind: "common", units: ["z01", "z02"] },
    { id: "p2", title: "个性", kind: "individual", units: ["z01"] }
  ]
}

const plan = people.map((owner) => ({
  cause: "x",
  measures: ["y"] as const,
  owner,
  term: { workingDays: 5, first: "next" } as const
}))

const command: fc.Arbitrary<LedgerCommand> = fc.oneof(
  fc.constant(opening),
  fc.record({ _tag: fc.constant("PlanRectification" as const), ...at, plan }),
  fc.record({ _tag: fc.constant("StartRectification" as const), ...at, by: people }),
  fc.record({ _tag: fc.constant("RecordProgress" as const), ...at, by: people, note: words }),
  fc.record({
    _tag: fc.constant("SubmitRectification" as const),
    ...at,
    by: people,
    evidence: fc.constant(["e"] as const)
  }),
  fc.record({ _tag: fc.constant("CloseRectification" as const), ...at, verifier: people, note: words }),
  fc.record({ _tag: fc.constant("SendBackRectification" as const), ...at, verifier: people, why: words }),
  fc.record({ _tag: fc.constant("ReopenProblem" as const), ...at, by: people, why: words })
)

const context = { today: d("2012-04-16"), calendar: [] }

/** Everything that happened, and the ledger after it, of commands of which some are refused. */
const run = (commands: ReadonlyArray<LedgerCommand>) => {
  let ledger = ProblemLedger.initial
  const events: Array<LedgerEvent> = []
  for (const one of [opening, ...commands]) {
    const decided = ProblemLedger.decide(ledger, one, context)
    if (Result.isFailure(decided)) continue
    events.push(...decided.success)
    ledger = replay({ ...ProblemLedger, initial: ledger }, decided.success)
  }
  return { ledger, events }
}

/** One line worked through from its plan to its verification, by people drawn by chance. */
const wholeWork = fc
  .record({ ...at, plan, by: people, verifier: people })
  .map(({ problem: of, unit: where, plan: how, by, verifier }): ReadonlyArray<LedgerCommand> => {
    const line = { problem: of, unit: where }
    return [
      { _tag: "PlanRectification", ...line, plan: how },
      { _tag: "StartRectification", ...line, by },
      { _tag: "SubmitRectification", ...line, by, evidence: ["e"] },
      { _tag: "CloseRectification", ...line, verifier, note: "x" }
    ]
  })

const commands = fc
  .array(fc.oneof(wholeWork, fc.array(command, { minLength: 1, maxLength: 5 })), { minLength: 3, maxLength: 25 })
  .map((parts) => parts.flat())

const key = (event: { readonly problem: unknown; readonly unit?: unknown }) =>
  JSON.stringify([event.problem, event.unit])

describe("whatever the ledger is told", () => {
  it("nobody verifies what they owned, started, reported or submitted", () => {
    let closings = 0
    fc.assert(
      fc.property(commands, (told) => {
        const doers = new Map<string, Set<string>>()
        for (const event of run(told).events) {
          const mine = doers.get(key(event)) ?? new Set()
          doers.set(key(event), mine)
          if (event._tag === "RectificationPlanned") mine.add(event.rectification.owner)
          if (event._tag === "RectificationStarted") mine.add(event.by)
          if (event._tag === "ProgressRecorded" || event._tag === "RectificationSubmitted") mine.add(event.by)
          if (event._tag === "RectificationClosed" || event._tag === "RectificationSentBack") {
            closings++
            expect(mine.has(event.verifier)).toBe(false)
          }
        }
      })
    )
    expect(closings).toBeGreaterThan(10)
  })

  it("a line is closed from its closing until an event opens it again", () => {
    fc.assert(
      fc.property(commands, (told) => {
        const closed = new Set<string>()
        const { events, ledger } = run(told)
        for (const event of events) {
          if (event._tag === "RectificationClosed") closed.add(key(event))
          else if (event._tag === "ProblemReopened") closed.delete(key(event))
          else if (event._tag !== "ProblemOpened") expect(closed.has(key(event))).toBe(false)
        }
        const open = entriesOf(ledger).filter(({ status }) => status === "closed")
        expect(new Set(open.map(key))).toEqual(closed)
        const inAll = ["p1", "p2"].map((id) => problemProgress(ledger, id).closed)
        expect(inAll.reduce((sum, n) => sum + n, 0)).toBe(closed.size)
      })
    )
  })

  it("its events, stored as JSON and read again, give the same ledger", () => {
    const codec = Schema.fromJsonString(LedgerEvent)
    fc.assert(
      fc.property(commands, (told) => {
        const { ledger, events } = run(told)
        const stored = events.map((event) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event)))
        const again = replay(ProblemLedger, stored)
        expect(Equal.equals(again, ledger)).toBe(true)
        for (const entry of entriesOf(ledger)) expect(entryOf(again, entry.problem, entry.unit)).toEqual(entry)
      })
    )
  })
})
