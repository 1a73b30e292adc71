import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  formatExact,
  minus,
  plus,
  render,
  sum,
  times,
  zero
} from "@zhengyou/core"
import {
  type GradingInputs,
  gradingTextEn,
  gradingTextZhCN,
  type RuleBook,
  type WhyNot,
  whyNot
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsed } from "../generators.ts"
import { bookOf, flag, gradeUnsafe, levelOf, number, sheet, unit } from "../support.ts"
import { tenUnits } from "./tenUnits.ts"

const liftOf = (book: RuleBook, inputs: GradingInputs, id: string, level: string): WhyNot["lift"] =>
  Result.getOrThrow(whyNot(book, inputs, id, level)).lift

const bandsOnly = {
  format: "zhengyou/rule-book@2",
  id: "bands",
  version: "1",
  title: "bands",
  ladder: ["A", "B"].map((id) => ({ id, name: id })),
  criteria: [{ id: "c", name: "c", maximum: 100, missing: "block" }],
  fullMarks: 100,
  panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
  rounding: {},
  decideOn: "exact",
  bands: [
    { level: "A", from: 90 },
    { level: "B", from: 0 }
  ]
}
const oneUnit = { units: [unit("u")], sheets: [sheet("u", "p", "r", { c: 80 })], facts: [] }

describe("the smallest rise that lifts a unit", () => {
  const inputs = tenUnits

  // ★5 has three seats: A with 97.4, B with 94.7 and D with 91.5. C has 0.7 × 94 + 0.3 × 85.33 = 91.399, which is 91.40.
  // The rounded total has to pass 91.50: 91.51, from 91.505 on. That is 0.106 points, or 0.106 / 0.7 of 基础项.
  it("passes the unit that has the last seat", () => {
    expect(liftOf(bookOf("r3"), inputs, "C", "5")).toMatchObject({
      needed: exactUnsafe("91.505"),
      strict: false,
      short: exactUnsafe("0.106"),
      raises: [{ lever: { id: "base" }, from: exactUnsafe(94), by: exactUnsafe("106/700") }],
      clear: []
    })
  })

  // F has 0.7 × 84 + 0.3 × 80 = 82.8 and a veto: with the veto gone it still has to pass 91.50 as C has.
  it("passes it from below the band as well, and names the gates that have to go", () => {
    expect(liftOf(bookOf("r3"), inputs, "F", "5")).toMatchObject({
      needed: exactUnsafe("91.505"),
      short: exactUnsafe("8.705"),
      clear: [{ id: "veto" }]
    })
  })

  it("is not there for a unit that has the level, or that is not scored", () => {
    expect(liftOf(bookOf("r3"), inputs, "A", "5")).toBeUndefined()
    expect(liftOf(bookOf("r3"), { ...inputs, sheets: [] }, "A", "5")).toBeUndefined()
  })

  // A has 97.4, the highest total. With a veto no total would do, and without it this one does.
  it("is none for a unit that only a gate holds down, whose name is told", () => {
    const lift = liftOf(bookOf("r3"), { ...inputs, facts: [flag("A", "veto", true)] }, "A", "5")
    expect(lift).toMatchObject({
      _tag: "NoLift",
      top: exactUnsafe(100),
      held: [{ _tag: "GateLowered", gate: { id: "veto" } }],
      clear: [{ id: "veto" }]
    })
  })

  // Both round to 80 and have 80 in c, which breaks ties: any more than 80 in c takes the seat, long before the total rounds to 81.
  it("passes a unit that is equal in the tie-break too", () => {
    const book = parsed({
      ...bandsOnly,
      rounding: { total: { mode: "halfExpand", digits: 0 } },
      decideOn: "rounded",
      quotas: [{ kind: "cap", level: "A", seats: { count: 1 }, tieBreak: ["score.criterion.c"], ties: "exclude" }],
      bands: [
        { level: "A", from: 50 },
        { level: "B", from: 0 }
      ]
    })
    const two = {
      units: [unit("u"), unit("v")],
      sheets: [sheet("u", "p", "r", { c: 80 }), sheet("v", "p", "r", { c: 80 })],
      facts: []
    }
    expect(liftOf(book, two, "u", "A")).toMatchObject({ needed: exactUnsafe(80), strict: true, short: zero })
  })

  // 69.5 rounds to 70, which is not below 70.
  it("passes a gate on the total as the total decides, rounded", () => {
    const book = parsed({
      ...bandsOnly,
      rounding: { total: { mode: "halfExpand", digits: 0 } },
      decideOn: "rounded",
      bands: [
        { level: "A", from: 50 },
        { level: "B", from: 0 }
      ],
      gates: [{ id: "low", name: "low", when: { fact: "score.total", op: "<", value: 70 }, then: { atMost: "B" } }]
    })
    const inputs = { ...oneUnit, sheets: [sheet("u", "p", "r", { c: 60 })] }
    expect(liftOf(book, inputs, "u", "A")).toMatchObject({ needed: exactUnsafe("69.5"), strict: false })
  })

  // The gate holds below 70, and on 70 and 71: any more than 70 passes it, short of 71.
  it("passes a gate whose comparisons stand in one another, or in a list", () => {
    const enough = { not: { all: [{ fact: "score.total", op: ">=", value: 70 }] } }
    const unlucky = { fact: "score.criterion.c", op: "in", value: [70, 71] }
    const book = parsed({
      ...bandsOnly,
      bands: [
        { level: "A", from: 50 },
        { level: "B", from: 0 }
      ],
      gates: [{ id: "low", name: "low", when: { any: [enough, unlucky] }, then: { atMost: "B" } }]
    })
    const inputs = { ...oneUnit, sheets: [sheet("u", "p", "r", { c: 60 })] }
    expect(liftOf(book, inputs, "u", "A")).toMatchObject({ needed: exactUnsafe(70), strict: true, clear: [] })
  })

  it("names the gate that freezes the level, where points are wanted as well and where they are not", () => {
    const book = parsed({
      ...bandsOnly,
      facts: [
        { id: "frozen", name: "frozen", type: "flag" },
        { id: "before", name: "before", type: "level" }
      ],
      ladder: ["A", "B", "C"].map((id) => ({ id, name: id })),
      bands: Object.entries({ A: 90, B: 60, C: 0 }).map(([level, from]) => ({ level, from })),
      gates: [
        { id: "frozen", name: "frozen", when: { fact: "frozen", op: "=", value: true }, then: { notAbove: "before" } }
      ]
    })
    const before = { unit: "u", fact: "before", value: { _tag: "Level", value: "C" } } as const
    const lift = (c: number) =>
      liftOf(
        book,
        { units: [unit("u")], sheets: [sheet("u", "p", "r", { c })], facts: [flag("u", "frozen", true), before] },
        "u",
        "A"
      )
    expect(lift(70)).toMatchObject({ _tag: "LiftTo", needed: exactUnsafe(90), clear: [{ id: "frozen" }] })
    expect(lift(95)).toMatchObject({ _tag: "NoLift", clear: [{ id: "frozen" }] })
  })

  it("says what a satisfaction gate leaves to points", () => {
    const one = {
      units: [unit("乙")],
      sheets: [sheet("乙", "review", "组长", { score: 91 })],
      facts: [number("乙", "satisfaction", "34/38")]
    }
    expect(liftOf(bookOf("r2"), one, "乙", "good")).toMatchObject({
      _tag: "NoLift",
      held: [{ _tag: "GateLowered", gate: { id: "satisfaction" } }],
      clear: [{ id: "satisfaction" }]
    })
  })

  it("is none where there are no seats, and says so in both languages", () => {
    const book = parsed({
      ...bandsOnly,
      quotas: [{ kind: "cap", level: "A", seats: { count: 0 }, ties: "exclude" }]
    })
    const lift = liftOf(book, oneUnit, "u", "A")
    expect(lift).toMatchObject({
      _tag: "NoLift",
      top: exactUnsafe(100),
      held: [{ _tag: "SeatsShort", seats: 0, place: 1, short: 1 }],
      clear: []
    })
    if (lift === undefined) throw new Error("no answer")
    expect(render(gradingTextZhCN, lift)).toBe(
      "总分提高到余地用尽的 100 分也达不到A；已达到A的标准，但 0 个名额已满：列第 1，差 1 位"
    )
    expect(render(gradingTextEn, lift)).toBe(
      "no total gives A, up to 100, which is all there is room for; the standard of A is met, but its 0 seats are taken: place 1, 1 short"
    )
  })

  // The first has 50 and the second 20. Any more than 20 takes the one seat of B. With exactly 50 both fall from A and,
  // tied again, from B: the one total above 20 that does not do.
  it("is not put off by a higher total at which a tie costs the level", () => {
    const book = parsed({
      ...bandsOnly,
      ladder: ["S", "A+", "A", "B", "C"].map((id) => ({ id, name: id })),
      quotas: ["A", "B"].map((level) => ({ kind: "cap", level, seats: { count: 1 }, ties: "exclude" })),
      bands: Object.entries({ S: 90, "A+": 80, A: 20, B: 1, C: 0 }).map(([level, from]) => ({ level, from }))
    })
    const scores = { first: 50, second: 20, u: 0 }
    const inputs = {
      units: Object.keys(scores).map(unit),
      sheets: Object.entries(scores).map(([id, c]) => sheet(id, "p", "r", { c })),
      facts: []
    }
    expect(liftOf(book, inputs, "u", "B")).toMatchObject({ _tag: "LiftTo", needed: exactUnsafe(20), strict: true })
  })

  it("is none where no band gives the level", () => {
    const book = parsed({ ...bandsOnly, bands: [{ level: "B", from: 0 }] })
    expect(liftOf(book, oneUnit, "u", "A")).toMatchObject({ _tag: "NoLift", held: [{ _tag: "NoBand" }], clear: [] })
  })
})

interface Made {
  readonly book: RuleBook
  readonly weights: ReadonlyArray<string>
  /** For each unit its scores out of ten. */
  readonly units: ReadonlyArray<ReadonlyArray<number>>
}

const weights = ["3", "2", "1/3"]
const full = sum(weights.map((weight) => times(exactUnsafe(weight), exactUnsafe(10))))

const made: fc.Arbitrary<Made> = fc
  .record({
    units: fc.array(fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10)), { minLength: 2, maxLength: 7 }),
    cap: fc.nat(3),
    second: fc.nat(4),
    ties: fc.constantFrom("exclude", "include", "undetermined", "lots"),
    tieBreak: fc.subarray(["score.criterion.c2", "score.criterion.c0"]),
    rounded: fc.boolean(),
    gate: fc.option(fc.record({ criterion: fc.nat(2), below: fc.integer({ min: 1, max: 10 }) }), { nil: undefined }),
    from: fc.tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 1, max: 19 }))
  })
  .map(({ units, cap, second, ties, tieBreak, rounded, gate, from: [a, b] }) => ({
    units,
    weights,
    book: parsed({
      format: "zhengyou/rule-book@2",
      id: "made",
      version: "1",
      title: "made",
      ladder: ["A", "B", "C", "D"].map((id) => ({ id, name: id })),
      criteria: weights.map((weight, i) => ({ id: `c${i}`, name: `c${i}`, maximum: 10, weight, missing: "block" })),
      fullMarks: formatExact(full),
      panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
      rounding: rounded ? { total: { mode: "halfExpand", digits: 0 } } : {},
      decideOn: rounded ? "rounded" : "exact",
      bands: [
        { level: "A", from: a },
        { level: "B", from: b },
        { level: "C", from: 0 }
      ],
      gates:
        gate === undefined
          ? []
          : [
              {
                id: "low",
                name: "low",
                when: { fact: `score.criterion.c${gate.criterion}`, op: "<", value: gate.below },
                then: { atMost: "B" }
              }
            ],
      quotas: [
        { kind: "cap", level: "A", seats: { count: cap }, ties, tieBreak },
        { kind: "cap", level: "B", seats: { count: second }, ties, tieBreak }
      ]
    })
  }))

/** Adds points of the total to one unit where they bring most: on the criteria in the order of their weights. */
const raisedBy = (scores: ReadonlyArray<Exact>, points: Exact): ReadonlyArray<Exact> => {
  let left = points
  return scores.map((score, i) => {
    const weight = exactUnsafe(weights[i] ?? "1")
    const wanted = dividedByUnsafe(left, weight)
    const room = minus(exactUnsafe(10), score)
    const by = compareExact(wanted, room) < 0 ? wanted : room
    left = minus(left, times(by, weight))
    return plus(score, by)
  })
}

const inputsOf = ({ units }: Made, points: Exact): GradingInputs => ({
  units: units.map((_, i) => unit(`u${i}`)),
  sheets: units.map((scores, i) => {
    const exact = scores.map(exactUnsafe)
    const given = i === 0 ? raisedBy(exact, points) : exact
    return { unit: `u${i}`, panel: "p", rater: "r", scores: Object.fromEntries(given.map((x, c) => [`c${c}`, x])) }
  }),
  facts: [],
  lotSeed: "2012"
})

const grid = Array.from({ length: 55 }, (_, i) => exactUnsafe(i))
const hair = exactUnsafe("1/100000")

describe.each(["A", "B"])("by law, to %s", (wanted) => {
  it("what it proposes brings the level, and no smaller rise does; where it has none, no rise does", () => {
    let none = 0
    fc.assert(
      fc.property(made, (one) => {
        const hasIt = (points: Exact) =>
          ["A", wanted].includes(levelOf(gradeUnsafe(one.book, inputsOf(one, points)), "u0"))
        const own = sum((one.units[0] ?? []).map((score, i) => times(exactUnsafe(score), exactUnsafe(weights[i] ?? 1))))
        const room = minus(full, own)
        const tried = grid.filter((points) => compareExact(points, room) <= 0)
        const lift = liftOf(one.book, inputsOf(one, zero), "u0", wanted)
        expect(lift === undefined).toBe(hasIt(zero))
        if (lift === undefined) return
        if (lift._tag === "NoLift") {
          expect(lift.top).toEqual(full)
          expect(lift.held.length).toBeGreaterThan(0)
          none++
        }
        if (lift._tag === "NoLift" || lift.clear.length > 0) {
          for (const points of [...tried, room]) expect(hasIt(points)).toBe(false)
          return
        }
        const { short, strict } = lift
        expect(hasIt(zero)).toBe(false)
        expect(hasIt(strict ? plus(short, hair) : short)).toBe(true)
        if (short.n > 0n) expect(hasIt(strict ? short : minus(short, hair))).toBe(false)
        for (const points of tried) {
          const isBelow = compareExact(points, short) < (strict ? 1 : 0)
          if (isBelow) expect(hasIt(points)).toBe(false)
        }
      }),
      { numRuns: 300 }
    )
    expect(none).toBeGreaterThan(0)
  })
})
