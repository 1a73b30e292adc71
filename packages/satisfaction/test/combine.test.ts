import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, formatExact, render } from "@zhengyou/core"
import {
  type Combination,
  combinationPresets,
  combine,
  type MethodFigure,
  satisfactionTextEn,
  satisfactionTextZhCN
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"

const presetOf = (id: string): Combination => {
  const found = combinationPresets.find((preset) => preset.id === id)
  assert(found !== undefined)
  return found
}
const fourMethods = presetOf("methods-40-20-20-20/rectification-20")
const figure = (method: string, rate: string, subject = "z01"): MethodFigure => ({
  subject,
  method,
  rate: exactUnsafe(rate)
})
const figures = ["0.9", "0.95", "0.8", "0.85"].map((rate, i) => figure(`method-${i + 1}`, rate))
const only = (combination: Combination, given: ReadonlyArray<MethodFigure>, points: ReadonlyArray<string> = []) => {
  const deductions = points.map((cost, i) => ({ subject: "z01", item: `第 ${i + 1} 项`, points: exactUnsafe(cost) }))
  const found = Result.getOrThrow(combine(combination, ["z01"], given, deductions))[0]
  assert(found !== undefined)
  return found
}
const totalOf = (...args: Parameters<typeof only>) => {
  const { total } = only(...args)
  return total && formatExact(total)
}

describe("four methods 40/20/20/20, 80 % satisfaction and 20 % rectification deducted backwards", () => {
  // By hand: 0.4 × 90 + 0.2 × (95 + 80 + 85) = 88; 0.8 × 88 = 70.4; and of the 20 of rectification what is left.
  it("gives 90.4 with nothing deducted, 88.4 with 2 points, and never less than 70.4", () => {
    assert.strictEqual(totalOf(fourMethods, figures), "0.904")
    assert.strictEqual(totalOf(fourMethods, figures, ["1.5", "0.5"]), "0.884")
    assert.strictEqual(totalOf(fourMethods, figures, ["20"]), "0.704")
    assert.strictEqual(totalOf(fourMethods, figures, ["15", "90"]), "0.704")
  })

  it("tells its reasons in both languages", () => {
    const { reasons } = only(fourMethods, figures, ["2"])
    assert.deepStrictEqual(
      reasons.map((reason) => render(satisfactionTextZhCN, reason)),
      [
        "满意度 88.00%，总分 88.40",
        "“method-1” 90.00%，权重 40.00%",
        "“method-2” 95.00%，权重 20.00%",
        "“method-3” 80.00%，权重 20.00%",
        "“method-4” 85.00%，权重 20.00%",
        "“第 1 项”扣 2 分",
        "整改满分 20.00，倒扣后得 18.00"
      ]
    )
    assert.strictEqual(render(satisfactionTextEn, reasons[0]), "satisfaction 88.00%, in all 88.40 points")
  })

  it("has no total while a method is missing, and says which", () => {
    const found = only(fourMethods, figures.slice(1))
    assert.isUndefined(found.total)
    assert.deepStrictEqual(found.reasons, [{ _tag: "MethodMissing", method: "method-1" }])
  })

  it("leaves the weight of a missing method to the others where the rule says so, and never counts it as nought", () => {
    // 0.8 × (95 + 80 + 85) / 3 + 20 = 268/3.
    assert.strictEqual(totalOf({ ...fourMethods, missing: "renormalise" }, figures.slice(1)), "67/75")
    assert.isUndefined(totalOf({ ...fourMethods, missing: "renormalise" }, []))
  })

  it("rounds where it is told to: first the satisfaction, then the total", () => {
    const one = { mode: "halfExpand", digits: 0 } as const
    const questionnaire = presetOf("questionnaire-70/work-30")
    const given = [figure("questionnaire", "0.855"), figure("work", "0.9")]
    assert.strictEqual(totalOf(questionnaire, given), "0.8685")
    assert.strictEqual(totalOf({ ...questionnaire, rounding: { satisfaction: one } }, given), "0.87")
  })
})

describe("the interval of a combination", () => {
  const halves: Combination = {
    ...presetOf("questionnaire-70/work-30"),
    methods: { questionnaire: exactUnsafe(1), work: exactUnsafe(1) }
  }
  const sampled = (method: string, rate: string, low: number, high: number) => ({
    ...figure(method, rate),
    interval: { low, high }
  })

  it("adds the reaches of independent samples as squares: 3 and 4 become 5", () => {
    const found = only(halves, [sampled("questionnaire", "0.8", 0.74, 0.83), sampled("work", "0.9", 0.82, 0.94)])
    assert(found.interval !== undefined)
    assert.approximately(found.interval.low, 0.8, 1e-12)
    assert.approximately(found.interval.high, 0.875, 1e-12)
  })

  it("is not made up where a method has none", () => {
    assert.isUndefined(only(halves, [sampled("questionnaire", "0.8", 0.7, 0.9), figure("work", "0.9")]).interval)
  })
})

describe("laws", () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => exactUnsafe(`${n}/1000`))
  const weights = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  const combinationOf = (a: number, b: number): Combination => ({
    ...fourMethods,
    methods: { a: exactUnsafe(a), b: exactUnsafe(b) }
  })

  it("doubling all weights changes nothing; the total lies in [0, 1]; more deducted never helps", () =>
    fc.assert(
      fc.property(share, share, weights, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (x, y, [a, b], cost, more) => {
        const given = [
          { ...figure("a", "0"), rate: x },
          { ...figure("b", "0"), rate: y }
        ]
        const at = (combination: Combination, points: number) => {
          const { total } = only(combination, given, [String(points)])
          assert(total !== undefined)
          return total
        }
        const total = at(combinationOf(a, b), cost)
        assert.deepStrictEqual(at(combinationOf(2 * a, 2 * b), cost), total)
        assert(total.n >= 0n && total.n <= total.d)
        const less = at(combinationOf(a, b), cost + more)
        assert(less.n * total.d <= total.n * less.d)
      })
    ))
})

describe("faults", () => {
  it("are all told, each with its place", () => {
    const given = [
      figure("method-1", "0.5", "z09"),
      figure("phone", "0.5"),
      figure("method-2", "1.5"),
      figure("method-3", "1"),
      figure("method-3", "1")
    ]
    const refused = combine(fourMethods, ["z01"], given, [{ subject: "z01", item: "x", points: exactUnsafe(-1) }])
    assert(Result.isFailure(refused))
    assert.deepStrictEqual(
      refused.failure.faults.map(({ path, problem }) => [path.join("."), problem._tag]),
      [
        ["figures.0.subject", "UnknownSubject"],
        ["figures.1.method", "UnknownMethod"],
        ["figures.2.rate", "NotAShare"],
        ["figures.4", "CountedTwice"],
        ["deductions.0.points", "NegativePoints"]
      ]
    )
    assert.include(refused.failure.message, "5 faults")
  })
})
