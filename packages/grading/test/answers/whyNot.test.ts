import { exactUnsafe, formatExact, minus, plus, type Rounding, RoundingMode, render, sum } from "@zhengyou/core"
import {
  type GradingInputs,
  gradingTextEn,
  gradingTextZhCN,
  type Obstacle,
  type RuleBook,
  whyNot
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsed } from "../generators.ts"
import { bookOf, gradeUnsafe, levelOf, number, sheet, unit } from "../support.ts"
import { tenUnits } from "./tenUnits.ts"

const obstacles = (book: RuleBook, inputs: GradingInputs, id: string, level: string): ReadonlyArray<Obstacle> =>
  Result.getOrThrow(whyNot(book, inputs, id, level)).obstacles

describe("why a unit does not have a level", () => {
  it("is a lack of points: 89.996 wants 0.004", () => {
    const inputs = {
      units: [unit("乙")],
      sheets: [sheet("乙", "self", "本支部", { score: 95 }), sheet("乙", "superior", "机关党委", { score: "86.66" })],
      facts: []
    }
    const [first] = obstacles(bookOf("r1"), inputs, "乙", "advanced")
    expect(first).toMatchObject({
      _tag: "PointsShort",
      short: exactUnsafe("0.004"),
      strict: false,
      raises: [{ lever: { id: "score" }, by: exactUnsafe("0.004") }]
    })
    if (first === undefined) throw new Error("no obstacle")
    expect(render(gradingTextZhCN, first)).toBe("距先进还差 0.004 分：现 89.996，须 90；最省分的办法：总评 +0.004")
    expect(render(gradingTextEn, first)).toContain("0.004 points short of Advanced")
    expect(obstacles(bookOf("r1"), inputs, "乙", "fair")).toEqual([])
  })

  it("is a gate, not points: 91 with a satisfaction of 34 of 38", () => {
    const inputs = {
      units: [unit("乙")],
      sheets: [sheet("乙", "review", "组长", { score: 91 })],
      facts: [number("乙", "satisfaction", "34/38")]
    }
    expect(obstacles(bookOf("r2"), inputs, "乙", "good")).toMatchObject([
      { _tag: "GateLowered", gate: { id: "satisfaction" } }
    ])
  })

  it("is a seat, or both points and a veto", () => {
    const inputs = tenUnits
    expect(obstacles(bookOf("r3"), inputs, "C", "5")).toEqual([
      {
        _tag: "SeatsShort",
        level: { id: "5", name: "★5" },
        seats: 3,
        place: 4,
        short: 1,
        lastKept: exactUnsafe("91.5")
      }
    ])
    // F has 82.8 and needs what rounds to 90; a point of 基础项 brings 0.7, of 评议项 0.3.
    expect(obstacles(bookOf("r3"), inputs, "F", "5")).toMatchObject([
      {
        _tag: "PointsShort",
        needed: exactUnsafe("89.995"),
        short: exactUnsafe("7.195"),
        raises: [{ lever: { id: "base" }, by: exactUnsafe("7195/700") }]
      },
      { _tag: "GateLowered", gate: { id: "veto" } }
    ])
  })

  it("is what is missing, where something is", () => {
    const inputs = { units: [unit("甲")], sheets: [], facts: [] }
    expect(obstacles(bookOf("r1"), inputs, "甲", "advanced").map(({ _tag }) => _tag)).toEqual([
      "PanelMissing",
      "PanelMissing"
    ])
  })

  it("refuses a unit or a level that there is not", () => {
    const inputs = { units: [unit("甲")], sheets: [], facts: [] }
    expect(Result.isFailure(whyNot(bookOf("r1"), inputs, "乙", "advanced"))).toBe(true)
    expect(Result.isFailure(whyNot(bookOf("r1"), inputs, "甲", "best"))).toBe(true)
  })
})

interface Plain {
  readonly criteria: ReadonlyArray<{ readonly maximum: number; readonly weight: string; readonly score: number }>
  readonly total: Rounding | undefined
  readonly from: number
}

/** A book of one panel with one rater, whose marks are the criteria's scores. */
const plain: fc.Arbitrary<Plain> = fc.record({
  criteria: fc.array(
    fc
      .record({
        maximum: fc.constantFrom(5, 10, 20, 100),
        weight: fc.constantFrom("1", "0.7", "1/3", "2"),
        share: fc.integer({ min: 0, max: 100 })
      })
      .map(({ maximum, weight, share }) => ({ maximum, weight, score: Math.floor((maximum * share) / 100) })),
    { minLength: 1, maxLength: 4 }
  ),
  total: fc.option(
    fc.record({ mode: fc.constantFrom(...RoundingMode.literals), digits: fc.integer({ min: 0, max: 2 }) }),
    { nil: undefined }
  ),
  from: fc.integer({ min: 1, max: 99 })
})

const bookOfPlain = ({ criteria, total, from }: Plain): RuleBook => {
  const fullMarks = sum(
    criteria.map((one) => ({ n: exactUnsafe(one.weight).n * BigInt(one.maximum), d: exactUnsafe(one.weight).d }))
  )
  const bound = { n: fullMarks.n * BigInt(from), d: fullMarks.d * 100n }
  return parsed({
    format: "zhengyou/rule-book@2",
    id: "plain",
    version: "1",
    title: "plain",
    ladder: ["A", "B"].map((id) => ({ id, name: id })),
    criteria: criteria.map(({ maximum, weight }, i) => ({
      id: `c${i}`,
      name: `c${i}`,
      maximum,
      weight,
      missing: "block"
    })),
    fullMarks: formatExact(fullMarks),
    panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
    rounding: total === undefined ? {} : { total },
    decideOn: total === undefined ? "exact" : "rounded",
    bands: [
      { level: "A", from: formatExact({ n: bound.n, d: bound.d }) },
      { level: "B", from: 0 }
    ]
  })
}

const marked = (scores: ReadonlyArray<{ readonly n: bigint; readonly d: bigint }>): GradingInputs => ({
  units: [unit("u")],
  sheets: [
    { unit: "u", panel: "p", rater: "r", scores: Object.fromEntries(scores.map((score, i) => [`c${i}`, score])) }
  ],
  facts: []
})

it("the points that it names bring the level, any fewer do not", () => {
  fc.assert(
    fc.property(plain, (made) => {
      const book = bookOfPlain(made)
      const scores = made.criteria.map(({ score }) => exactUnsafe(score))
      const now = marked(scores)
      const [first] = obstacles(book, now, "u", "A")
      expect(first === undefined).toBe(levelOf(gradeUnsafe(book, now), "u") === "A")
      if (first?._tag !== "PointsShort") return
      const step = exactUnsafe("1/1000000")
      const raised = (change: (by: typeof step, isLast: boolean) => typeof step) =>
        marked(
          scores.map((score, i) => {
            const at = first.raises.findIndex(({ lever }) => lever.id === `c${i}`)
            const raise = first.raises[at]
            return raise === undefined ? score : plus(score, change(raise.by, at === first.raises.length - 1))
          })
        )
      const isA = (inputs: GradingInputs) => levelOf(gradeUnsafe(book, inputs), "u") === "A"
      const exactly = raised((by) => by)
      expect(isA(exactly)).toBe(!first.strict)
      const less = raised((by, isLast) => (isLast ? minus(by, { n: by.n, d: by.d * 1_000n }) : by))
      expect(isA(less)).toBe(false)
      const last = first.raises.at(-1)
      const room = made.criteria[Number(last?.lever.id.slice(1))]
      if (
        first.strict &&
        last !== undefined &&
        room !== undefined &&
        room.maximum > room.score + 1 &&
        last.by.n * 1n < last.by.d
      ) {
        expect(isA(raised((by, isLast) => (isLast ? plus(by, step) : by)))).toBe(true)
      }
    }),
    { numRuns: 300 }
  )
})
