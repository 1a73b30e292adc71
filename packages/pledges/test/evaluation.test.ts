import { compareExact, dividedByUnsafe, type Exact, formatExact, isSameExact, minus, plus, times } from "@zhengyou/core"
import {
  type Contribution,
  EvaluationRules,
  evaluate,
  type Fulfilment,
  fulfilmentRate,
  levelOfScore,
  pledgeFactDeclarations,
  pledgeFacts,
  rollUp
} from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import fc from "fast-check"
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

const score = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 10, max: 13 }))
  .map(([n, by]): Exact => x(`${n}/${by}`))
const weight = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 7 }))
  .map(([n, by]): Exact => x(`${n}/${by}`))

const leaves = fc
  .array(fc.record({ weight, score }), { minLength: 1, maxLength: 8 })
  .map(
    (parts): ReadonlyArray<Contribution & { readonly score: Exact }> =>
      parts.map((part, i) => ({ id: `p${i}`, ...part }))
  )

const total = (parts: ReadonlyArray<Contribution>): Exact => Result.getOrThrow(rollUp(parts))
const max = (xs: ReadonlyArray<Exact>) => xs.reduce((a, b) => (compareExact(a, b) > 0 ? a : b))
const min = (xs: ReadonlyArray<Exact>) => xs.reduce((a, b) => (compareExact(a, b) < 0 ? a : b))
const abs = (a: Exact): Exact => (a.n < 0n ? { n: -a.n, d: a.d } : a)

describe("a roll-up", () => {
  it("lies between its least and its greatest score, whatever the order of its parts", () => {
    fc.assert(
      fc.property(leaves, fc.infiniteStream(fc.nat()), (parts, order) => {
        const scores = parts.map((part) => part.score)
        const all = total(parts)
        expect([compareExact(min(scores), all) <= 0, compareExact(all, max(scores)) <= 0]).toEqual([true, true])
        const shuffled = parts
          .map((part) => [order.next().value, part] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, part]) => part)
        expect(total(shuffled)).toEqual(all)
      })
    )
  })

  it("is continuous in the weights: a change of one moves it by at most that change times the range over the sum", () => {
    fc.assert(
      fc.property(leaves, fc.integer({ min: 1, max: 1_000_000 }), (parts, by) => {
        const [first, ...rest] = parts
        if (first === undefined) return
        const tiny = x(`1/${by}`)
        const moved = total([{ ...first, weight: plus(first.weight, tiny) }, ...rest])
        const scores = parts.map((part) => part.score)
        const range = minus(max(scores), min(scores))
        const sumOfWeights = parts.reduce((sum, one) => plus(sum, one.weight), x(0))
        const bound = dividedByUnsafe(times(tiny, range), sumOfWeights)
        expect(compareExact(abs(minus(moved, total(parts))), bound)).toBeLessThanOrEqual(0)
      })
    )
  })

  it("only minds the proportions of weights, and counts nothing of weight nought", () => {
    fc.assert(
      fc.property(leaves, weight, score, (parts, factor, ignored) => {
        const scaled = parts.map((part) => ({ ...part, weight: times(part.weight, factor) }))
        expect(isSameExact(total(scaled), total(parts))).toBe(true)
        expect(total([...parts, { id: "none", weight: x(0), score: ignored }])).toEqual(total(parts))
      })
    )
  })

  it("of parts of parts is the same as of the scores that these come to", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, leaves), { minLength: 1, maxLength: 4 }), (groups) => {
        const nested = groups.map(([by, parts], i) => ({ id: `g${i}`, weight: by, parts }))
        const flat = groups.map(([by, parts], i) => ({ id: `g${i}`, weight: by, score: total(parts) }))
        expect(total(nested)).toEqual(total(flat))
      })
    )
  })

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

const fulfilment: fc.Arbitrary<Fulfilment> = fc.oneof(
  fc.constant<Fulfilment>({ _tag: "Fulfilled" }),
  fc.integer({ min: 1, max: 9 }).map((n): Fulfilment => ({ _tag: "PartlyFulfilled", share: x(`${n}/10`) })),
  fc.boolean().map((excused): Fulfilment => ({ _tag: "NotFulfilled", excused }))
)

describe("the rate of pledges kept", () => {
  it("counts every pledge once and lies from 0 to 1; leaving the excused out never lowers it", () => {
    fc.assert(
      fc.property(fc.array(fulfilment, { maxLength: 30 }), (all) => {
        const [left, counted] = (["leaveOut", "zero"] as const).map((excused) => fulfilmentRate(all, { excused }))
        for (const one of [left, counted])
          expect((one?.fulfilled ?? 0) + (one?.partly ?? 0) + (one?.notFulfilled ?? 0) + (one?.excused ?? 0)).toBe(
            all.length
          )
        if (counted?.rate === undefined) expect(all).toEqual([])
        else
          expect([compareExact(counted.rate, x(0)) >= 0, compareExact(counted.rate, x(1)) <= 0]).toEqual([true, true])
        if (left?.rate !== undefined && counted?.rate !== undefined)
          expect(compareExact(left.rate, counted.rate)).toBeGreaterThanOrEqual(0)
      })
    )
  })

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
