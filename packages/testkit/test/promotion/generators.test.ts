import { levelRank } from "@zhengyou/core"
import { DecisionOutcome, PromotionRules, RegisterEvent } from "@zhengyou/promotion"
import {
  anyPromotionRules,
  caseTalesFor,
  ledgerTales,
  movesFor,
  promotionEngine,
  promotionSetting,
  registerTalesFor,
  roundsFor
} from "@zhengyou/testkit/promotion"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { tellCase, tellLedger, tellRegister } from "../../src/promotion/laws/told.ts"
import { rulesWith } from "./rules.ts"

const sample = <A>(arbitrary: fc.Arbitrary<A>, numRuns: number) => fc.sample(arbitrary, { numRuns, seed: 20_121_231 })

/** How often each tag comes. */
const counted = (tags: ReadonlyArray<string>): Readonly<Record<string, number>> => {
  const often: Record<string, number> = {}
  for (const tag of tags) often[tag] = (often[tag] ?? 0) + 1
  return often
}

const rules = rulesWith()

describe("generated rules", () => {
  it("are sound, and are read back as they are written", () => {
    const codec = Schema.fromJsonString(PromotionRules)
    fc.assert(
      fc.property(anyPromotionRules(), (any) => {
        expect(Schema.decodeSync(codec)(Schema.encodeSync(codec)(any))).toEqual(any)
      })
    )
  })

  it("have every part, and go without", () => {
    const some = sample(anyPromotionRules(), 200)
    for (const has of [
      (any: PromotionRules) => any.window !== undefined,
      (any: PromotionRules) => any.demotion !== undefined,
      (any: PromotionRules) => any.promotion.freezeMonths !== undefined,
      (any: PromotionRules) => any.promotion.maxSteps === "any",
      (any: PromotionRules) => any.promotion.requirements.some(({ to }) => to !== undefined)
    ])
      expect([some.some(has), some.every(has)]).toEqual([true, false])
  })
})

describe("generated moves", () => {
  it("are such as are allowed, and such as only one reason of each kind speaks against", () => {
    const reasons = sample(movesFor(rules), 2000).flatMap(({ candidate, to, stage, today }) => {
      const { against } = promotionEngine.examine(rules, candidate, to, stage, today)
      return against.length > 1 ? [] : [against[0]?._tag ?? "nothing"]
    })
    const kinds = [
      "nothing",
      "NoLevel",
      "HasLevelAlready",
      "StepsTooMany",
      "OutsideWindow",
      "MovesUsedUp",
      "Frozen",
      "NotMet",
      "NotKnown",
      "NoGround"
    ]
    const often = counted(reasons)
    expect(kinds.filter((kind) => (often[kind] ?? 0) < 10)).toEqual([])
  })

  it("go up and down, on levels of the ladder", () => {
    fc.assert(
      fc.property(
        anyPromotionRules().chain((any) => movesFor(any).map((move) => ({ any, move }))),
        ({ any, move }) => {
          const { level, moves } = move.candidate.record
          for (const id of [move.to, level ?? move.to, ...moves.flatMap(({ from, to }) => [from, to])])
            expect(levelRank(any.ladder, id)).toBeGreaterThanOrEqual(0)
        }
      )
    )
  })
})

describe("generated rounds", () => {
  it("are taken whatever the rules, and come to every outcome", () => {
    const rounds = anyPromotionRules().chain((any) => roundsFor(any).map((inputs) => ({ any, inputs })))
    fc.assert(
      fc.property(rounds, ({ any, inputs }) => {
        expect(Result.isSuccess(promotionEngine.promote(any, inputs))).toBe(true)
      })
    )
    const outcomes = sample(roundsFor(rules), 500).flatMap((inputs) =>
      Result.getOrThrow(promotionEngine.promote(rules, inputs)).decisions.map(({ outcome }) => outcome)
    )
    const often = counted(outcomes)
    expect(DecisionOutcome.literals.filter((outcome) => (often[outcome] ?? 0) < 10)).toEqual([])
  })
})

describe("tales", () => {
  it("of a register have every event", () => {
    const tales = sample(registerTalesFor(rules), 100)
    const tags = tales.flatMap((tale) => tellRegister(promotionEngine, tale).flatMap(({ events }) => events))
    const often = counted(tags.map(({ _tag }) => _tag))
    expect(Object.keys(RegisterEvent.cases).filter((tag) => (often[tag] ?? 0) < 10)).toEqual([])
  })

  it("of a ledger close problems, send them back and open them again", () => {
    const tags = sample(ledgerTales(), 100).flatMap((tale) =>
      tellLedger(promotionEngine, tale).flatMap(({ events }) => events)
    )
    const often = counted(tags.map(({ _tag }) => _tag))
    for (const tag of ["RectificationPlanned", "RectificationClosed", "RectificationSentBack", "ProblemReopened"])
      expect([tag, (often[tag] ?? 0) > 5]).toEqual([tag, true])
  })

  it("of a case come to every end", () => {
    const setting = promotionSetting(rules)
    const tags = sample(caseTalesFor(rules), 500).flatMap((tale) =>
      tellCase(setting, tale).flatMap(({ events }) => events)
    )
    const often = counted(tags.map(({ _tag }) => _tag))
    for (const tag of ["AdmissionRefused", "Declined", "ObjectionUpheld", "ObjectionDismissed", "CameIntoForce"])
      expect([tag, (often[tag] ?? 0) > 5]).toEqual([tag, true])
  })
})
