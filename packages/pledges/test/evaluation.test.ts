import { formatExact } from "@zhengyou/core"
import {
  type Contribution,
  EvaluationRules,
  evaluate,
  fulfilmentRate,
  levelOfScore,
  pledgeFactDeclarations,
  pledgeFacts,
  rollUp
} from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { evaluationInput, x } from "./support.ts"

const rulesOf = (change: Partial<typeof evaluationInput> = {}) =>
  Schema.decodeUnknownSync(EvaluationRules)({ ...evaluationInput, ...change })
const rules = rulesOf()
const integer = rulesOf({ decideOn: { mode: "halfExpand", digits: 0 } })
const levelOf = (score: string | number, by = rules) => Result.getOrThrow(levelOfScore(x(score), by)).level.name

describe("the bands of a pledge check of 2011: 好 from 95, 中 from 80, 差 below", () => {
  it.each([
    ["95.0", "好", "好"],
    ["94.6", "中", "好"],
    ["80", "中", "中"],
    ["79.9", "差", "中"]
  ])("%s is %s on the exact score, and %s where it is rounded to an integer first", (score, exact, rounded) => {
    expect([levelOf(score), levelOf(score, integer)]).toEqual([exact, rounded])
  })

  it("hold for every score from 0 to the full score, and for no other", () => {
    expect([levelOf(0), levelOf(100), levelOf("284999999999999999999/3000000000000000000")]).toEqual(["差", "好", "中"])
    for (const score of ["-0.001", "100.001"])
      expect(levelOfScore(x(score), rules)).toMatchObject({
        failure: { faults: [{ problem: { _tag: "ScoreOutOfRange", score, full: "100" } }] }
      })
  })
})

describe("an evaluation", () => {
  it("is the mean of its parts by weight, exact; a part without weight is shown and not counted", () => {
    const result = evaluate({ self: x(100), inspection: x("95"), public: x("94") }, rules)
    expect(result).toMatchObject(Result.succeed({ score: x("94.6"), level: { id: "fair" } }))
  })

  it("waits for a part that is missing, or gives its weight to the others, as the rules say", () => {
    const open = rulesOf({ missing: "renormalise" })
    expect(evaluate({ public: x(90) }, rules)).toMatchObject({
      failure: { faults: [{ path: ["scores", "inspection"], problem: { _tag: "ScoreMissing" } }] }
    })
    expect(evaluate({ public: x(90) }, open)).toMatchObject(Result.succeed({ score: x(90) }))
    expect(evaluate({ self: x(90) }, open)).toMatchObject({
      failure: { faults: [{ problem: { _tag: "NoWeightLeft" } }] }
    })
  })

  it("tells every score that is out of range", () => {
    expect(evaluate({ self: x(-1), inspection: x(101), public: x(3) }, rules)).toMatchObject({
      failure: { faults: [{ path: ["scores", "self"] }, { path: ["scores", "inspection"] }] }
    })
  })
})

describe("a roll-up", () => {
  it("refuses weights below or all at nought, an id twice, and parts nested without end, all at once", () => {
    const part = (id: string, by: number): Contribution => ({ id, weight: x(by), score: x(90) })
    expect(rollUp([part("a", -1), part("a", 1), { id: "b", weight: x(1), parts: [part("c", 0)] }])).toMatchObject({
      failure: {
        faults: [
          { path: [0, "weight"], problem: { _tag: "PartWeightNegative", id: "a", weight: "-1" } },
          { path: [1, "id"], problem: { _tag: "PartTwice", id: "a" } },
          { path: [2, "parts"], problem: { _tag: "NoWeightLeft" } }
        ]
      }
    })
    expect(rollUp([])).toMatchObject({ failure: { faults: [{ path: [], problem: { _tag: "NoWeightLeft" } }] } })
    const deep = (levels: number) => {
      let inner = part("x", 1)
      for (let i = 1; i < levels; i++) inner = { id: "x", weight: x(1), parts: [inner] }
      return rollUp([inner])
    }
    expect(deep(20)).toEqual(Result.succeed(x(90)))
    expect(deep(50_000)).toMatchObject({ failure: { faults: [{ problem: { _tag: "NestedTooDeep", limit: 20 } }] } })
  })
})

describe("the rate of pledges kept", () => {
  it("with the level goes out as facts of the kinds that are declared", () => {
    const result = Result.getOrThrow(levelOfScore(x("94.6"), rules))
    const kept = fulfilmentRate([{ _tag: "Fulfilled" }, { _tag: "NotFulfilled", excused: false }], rules)
    const facts = pledgeFacts("z07", result, kept)
    expect(facts.map(({ fact, value }) => [fact, value._tag.toLowerCase()])).toEqual(
      pledgeFactDeclarations.map(({ id, type }) => [id, type])
    )
    expect(facts.map(({ value }) => (value._tag === "Number" ? formatExact(value.value) : value.value))).toEqual([
      "94.6",
      "fair",
      "0.5",
      "1"
    ])
  })
})
