import { addDays, dateUnsafe, type Id } from "@zhengyou/core"
import type { LedgerCommand, RectificationPlan } from "@zhengyou/promotion"
import fc from "fast-check"
import type { LedgerStep } from "../PromotionLaw.ts"

const people = fc.constantFrom("p1", "p2", "p3")

// Mostly one line, so that it goes through many hands; the last is in no ledger.
const line = fc.constantFrom(
  { problem: "common", unit: "a" },
  { problem: "common", unit: "a" },
  { problem: "common", unit: "b" },
  { problem: "own", unit: "a" },
  { problem: "own", unit: "b" }
)

const start = dateUnsafe("2012-04-16")

type OfLine = DistributedOmit<Exclude<LedgerCommand, { readonly _tag: "OpenProblems" }>, "problem" | "unit">

type DistributedOmit<A, K extends PropertyKey> = A extends unknown ? Omit<A, K> : never

const opening: LedgerCommand = {
  _tag: "OpenProblems",
  problems: [
    { id: "common", title: { "zh-CN": "共性问题", en: "a common problem" }, kind: "common", units: ["a", "b"] },
    { id: "own", title: { "zh-CN": "个性问题", en: "a problem of one unit" }, kind: "individual", units: ["a"] }
  ]
}

const plan: fc.Arbitrary<RectificationPlan> = fc
  .tuple(
    people,
    fc.constantFrom(
      { workingDays: 5, first: "next" } as const,
      { calendarDays: 30, first: "same", onRestDay: "next" } as const,
      { on: dateUnsafe("2012-06-30") }
    )
  )
  .map(([owner, term]) => ({ cause: "x", measures: ["y"], owner, term }))

const stepsOf = (by: Id, how: RectificationPlan): ReadonlyArray<OfLine> => [
  { _tag: "PlanRectification", plan: how },
  { _tag: "StartRectification", by },
  { _tag: "RecordProgress", by, note: "x" },
  { _tag: "SubmitRectification", by, evidence: ["e"] },
  { _tag: "CloseRectification", verifier: by, note: "x" },
  { _tag: "SendBackRectification", verifier: by, why: "x" },
  { _tag: "ReopenProblem", by, why: "x" }
]

const anything: fc.Arbitrary<ReadonlyArray<LedgerCommand>> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(opening) },
    {
      weight: 9,
      arbitrary: fc.tuple(line, people, plan, fc.nat(6)).map(
        ([at, by, how, i]): LedgerCommand => ({
          ...(stepsOf(by, how)[i] ?? { _tag: "StartRectification", by }),
          ...at
        })
      )
    }
  ),
  { minLength: 1, maxLength: 4 }
)

/** One line worked through from its plan to its verification and back again, by people drawn by chance; a step may be left out. */
const wholeWork = fc
  .record({ at: line, how: plan, by: people, verifier: people, without: fc.nat(8) })
  .map(({ at, how, by, verifier, without }): ReadonlyArray<LedgerCommand> => {
    const [planned, started, , submitted] = stepsOf(by, how)
    const [, , , , closed, , reopened] = stepsOf(verifier, how)
    const steps = [planned, started, submitted, closed, reopened]
    return steps.flatMap((step, i) => (step === undefined || i === without ? [] : [{ ...step, ...at }]))
  })

/**
 * What a ledger of problems is told, day by day, the opening of two problems first: some lines are worked through as a whole, and anything may come
 * in between; some of it is refused.
 */
export const ledgerTales = (): fc.Arbitrary<ReadonlyArray<LedgerStep>> =>
  fc
    .array(fc.tuple(fc.oneof({ weight: 2, arbitrary: wholeWork }, { weight: 1, arbitrary: anything }), fc.nat(20)), {
      maxLength: 10
    })
    .map((parts) => {
      let today = start
      const told = parts.flatMap(([commands, later]) => {
        today = addDays(today, later)
        return commands.map((one) => ({ command: one, today }))
      })
      return [{ command: opening, today: start }, ...told]
    })
