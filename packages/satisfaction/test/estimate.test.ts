import { assert, describe, it } from "@effect/vitest"
import { exactUnsafe, mergeTallies, render } from "@zhengyou/core"
import {
  change,
  estimate,
  type Formula,
  type IntervalMethod,
  type Measured,
  pairedChange,
  placesOf,
  satisfactionTextEn,
  satisfactionTextZhCN,
  shareInterval,
  verdictsOnMany
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"
import { formulaOf, measured, percent, questionnaire, tallyOfCounts } from "./support.ts"

const satisfied = formulaOf("satisfied/valid")
const yes = (count: number, of: number): Measured => measured(satisfied, tallyOfCounts([count, 0, of - count, 0]))
const level = 0.95
const points = (before: Measured, after: Measured) => Result.getOrThrow(change(before, after, { level }))
const methods: ReadonlyArray<IntervalMethod> = [
  "wilson",
  "wilsonContinuity",
  "clopperPearson",
  "agrestiCoull",
  "jeffreys"
]
const shares = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))

describe("from 93.05 % to 95.19 %", () => {
  // As published, 2.14 points; the nearest counts for so many answers a year.
  const years = { 500: [465, 476], 850: [791, 809], 5000: [4653, 4760] } as const
  const verdict = (n: keyof typeof years) => points(yes(years[n][0], n), yes(years[n][1], n)).verdict

  it("can be told from chance with 5,000 answers a year, not with 500 or 850", () => {
    assert.strictEqual(verdict(500)._tag, "NotDistinguishable")
    assert.strictEqual(verdict(850)._tag, "NotDistinguishable")
    assert.strictEqual(verdict(5000)._tag, "Up")
    assert.strictEqual(render(satisfactionTextZhCN, verdict(5000)), "上升 2.14 个百分点")
    assert.strictEqual(
      render(satisfactionTextEn, verdict(850)),
      "differs by 2.12 points, which sampling error may explain"
    )
  })

  it("is compared in points, exactly", () => {
    assert.deepStrictEqual(points(yes(9305, 10000), yes(9519, 10000)).points, exactUnsafe("2.14"))
  })

  it("is not compared at all where the formula has changed", () => {
    const other = measured(formulaOf("favourable/valid"), tallyOfCounts([476, 0, 24, 0]))
    const refused = Result.getOrThrow(Result.flip(change(yes(465, 500), other, { level })))
    assert.strictEqual(refused._tag, "Incomparable")
    assert(refused._tag === "Incomparable")
    assert.strictEqual(render(satisfactionTextZhCN, refused), "口径调整，不可比")
  })
})

describe("an interval", () => {
  it("of small counts: 3 of 6 and 9 of 17 are not told apart", () => {
    const { test, verdict } = points(yes(3, 6), yes(9, 17))
    assert.strictEqual(test, "fisher")
    assert.strictEqual(verdict._tag, "NotDistinguishable")
  })

  it("of small counts does not call a change that Fisher's test does not: none of 5, then 3 of 5, p = 1/6", () => {
    // By hand: 2 × C(5,3) / C(10,3) = 20 / 120.
    const { interval, p, verdict } = points(yes(0, 5), yes(3, 5))
    assert.isAbove(interval.low, 0)
    assert.approximately(p, 1 / 6, 1e-12)
    assert.strictEqual(verdict._tag, "NotDistinguishable")
  })

  for (const method of methods) {
    it(`of ${method} turns round with its share`, () =>
      fc.assert(
        fc.property(shares, fc.constantFrom(0.8, 0.95, 0.999), ([count, of], at) => {
          const { high } = Result.getOrThrow(shareInterval(method, { count, of, level: at }))
          const turned = Result.getOrThrow(shareInterval(method, { count: of - count, of, level: at }))
          assert.approximately(turned.low, 1 - high, 1e-12)
        })
      ))
  }

  it("of a full count has no width", () => {
    const { low, high } = Result.getOrThrow(shareInterval("wilson", { count: 30, of: 40, level, population: 40 }))
    assert.deepStrictEqual([low, high], [0.75, 0.75])
  })

  it("of what is no count, of nothing, of a population too small, at no level: refused with its reason", () => {
    const reason = (given: Parameters<typeof shareInterval>[1]) =>
      Result.getOrThrow(Result.flip(shareInterval("wilson", given))).reason
    assert.strictEqual(reason({ count: 5, of: 4, level }), "notACount")
    assert.strictEqual(reason({ count: Number.NaN, of: 4, level }), "notACount")
    assert.strictEqual(reason({ count: 0, of: 0, level }), "noAnswers")
    assert.strictEqual(reason({ count: 1, of: 4, level, population: 3 }), "population")
    assert.strictEqual(reason({ count: 1, of: 4, level: 1 }), "level")
  })
})

const answers = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.nat(20))

describe("an estimate", () => {
  const weighted: Formula = { ...satisfied, groups: { staff: exactUnsafe("0.6"), students: exactUnsafe("0.4") } }
  const both = mergeTallies(tallyOfCounts([30, 0, 10, 0]), tallyOfCounts([10, 0, 30, 0], { group: "students" }))

  it("of weighted groups adds their errors: √(0.36·0.1875/39 + 0.16·0.1875/39)", () => {
    const found = Result.getOrThrow(estimate(measured(weighted, both), { level }))
    assert.strictEqual(percent(found.rate), "55.00")
    assert.approximately(found.standardError, Math.sqrt((0.52 * 0.1875) / 39), 1e-12)
    assert.strictEqual(found.degreesOfFreedom, 78)
    assert.strictEqual(found.method, "logit")
  })

  it("of groups that were asked to the last person has no error", () => {
    const populations = new Map([
      ["staff", 40],
      ["students", 40]
    ])
    const { interval, standardError } = Result.getOrThrow(estimate(measured(weighted, both), { level, populations }))
    assert.strictEqual(standardError, 0)
    assert.approximately(interval.high - interval.low, 0, 1e-12)
  })

  it("of a trimmed figure is refused", () => {
    const trim = { share: exactUnsafe("0.05"), mode: "ceil", moreThan: 5 } as const
    const refused = Result.flip(estimate(measured({ ...satisfied, trim }, tallyOfCounts([9, 0, 9, 0])), { level }))
    assert.strictEqual(Result.getOrThrow(refused).reason, "trimmed")
  })

  it("over several questions says that its error is an upper bound", () => {
    const two = {
      ...questionnaire,
      questions: [
        { id: "overall", name: "总体", scale: "four" },
        { id: "speed", name: "效率", scale: "four" }
      ]
    } as const
    const one = tallyOfCounts([30, 0, 10, 0])
    const tally = { ...one, choices: [...one.choices, ...one.choices.map((cell) => ({ ...cell, question: "speed" }))] }
    const found = Result.getOrThrow(estimate(measured(satisfied, tally, two), { level }))
    assert.isTrue(found.upperBound)
    // The same answers twice: no question adds anything to the other.
    assert.approximately(found.standardError, Math.sqrt(0.1875 / 39), 1e-12)
  })

  it("over weighted questions on which all agree still has an error: 2/7 and 1 as shares sum to a little less than 1", () => {
    const two = {
      ...questionnaire,
      questions: [
        { id: "overall", name: "总体", scale: "four" },
        { id: "speed", name: "效率", scale: "four" }
      ]
    } as const
    const [staff, students] = [tallyOfCounts([2, 0, 0, 0]), tallyOfCounts([32, 0, 0, 0], { group: "students" })]
    const one = mergeTallies(staff, students)
    const tally = { ...one, choices: [...one.choices, ...one.choices.map((cell) => ({ ...cell, question: "speed" }))] }
    const weighted = { ...satisfied, questions: { overall: exactUnsafe("2/7"), speed: exactUnsafe(1) } }
    const { interval } = Result.getOrThrow(estimate(measured(weighted, tally, two), { level }))
    // Clopper and Pearson: the 34th root of 0.025.
    assert.approximately(interval.low, 0.025 ** (1 / 34), 1e-12)
    assert.strictEqual(interval.high, 1)
  })
})

describe("a change", () => {
  it("that rounding hides is neither up nor down", () => {
    const rounded = { ...satisfied, rounding: { total: { mode: "halfExpand", digits: 0 } } } as const
    const year = (count: number) => measured(rounded, tallyOfCounts([count, 0, 200_000 - count, 0]))
    // 93.5 % and 94.45 % are both published as 94 %.
    const [before, after] = [year(187_000), year(188_900)]
    for (const there of [points(before, after), points(after, before)]) {
      assert.isTrue(there.p < 1e-9)
      assert.isTrue(there.interval.low === 0 || there.interval.high === 0)
      assert.deepStrictEqual(there.verdict, { _tag: "NotDistinguishable", points: exactUnsafe(0) })
    }
  })

  it("of paired answers: an interval that holds it, turned round when swapped", () =>
    fc.assert(
      fc.property(answers, ([both, gained, neither, lost]) => {
        const there = Result.getOrThrow(pairedChange({ both, gained, lost, neither }, level))
        const back = Result.getOrThrow(pairedChange({ both, gained: lost, lost: gained, neither }, level))
        assert(there.interval.low <= there.points && there.points <= there.interval.high)
        assert.approximately(there.interval.low, -back.interval.high, 1e-9)
        assert.strictEqual(there.p, back.p)
      })
    ))
})

describe("many units", () => {
  const same = Array.from({ length: 40 }, () => points(yes(465, 500), yes(481, 500)))

  it("are called up only where that stands among all the tests", () => {
    const lone = points(yes(465, 500), yes(481, 500))
    assert.strictEqual(lone.verdict._tag, "Up")
    const flat = Array.from({ length: 39 }, () => points(yes(465, 500), yes(466, 500)))
    assert.strictEqual(verdictsOnMany([lone, ...flat], 0.05)[0]?._tag, "NotDistinguishable")
    assert(verdictsOnMany(same, 0.05).every(({ _tag }) => _tag === "Up"))
  })

  it("have ranges of places: near ones share them, far ones do not", () => {
    const estimates = [yes(480, 500), yes(478, 500), yes(300, 500)].map((figure, i) => ({
      ...Result.getOrThrow(estimate(figure, { level })),
      subject: `z${i}`
    }))
    assert.deepStrictEqual(placesOf(estimates, 0.05), [
      { subject: "z0", best: 1, worst: 2 },
      { subject: "z1", best: 1, worst: 2 },
      { subject: "z2", best: 3, worst: 3 }
    ])
  })
})
