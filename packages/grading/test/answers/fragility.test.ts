import { compareExact, type Exact, exactUnsafe, formatExact, minus, plus, render, times } from "@zhengyou/core"
import {
  type Fragility,
  fragility,
  type GradingInputs,
  gradingTextEn,
  gradingTextZhCN,
  type RuleBook,
  type Sheet
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsed } from "../generators.ts"
import { bookOf, gradeUnsafe, jsonOf, levelOf, sheet, unit } from "../support.ts"

const step = exactUnsafe("0.01")

const fragile = (book: RuleBook, inputs: GradingInputs, id: string): Fragility =>
  Result.getOrThrow(fragility(book, inputs, id, step))

describe("how little it would take", () => {
  const inputs = {
    units: [unit("乙")],
    sheets: [sheet("乙", "self", "本支部", { score: 95 }), sheet("乙", "superior", "机关党委", { score: "86.66" })],
    facts: []
  }

  // 0.4 × 95 + 0.6 × 86.66 = 89.996, and 先进 begins at 90: 0.004 more, which is 0.01 of the 自评, or 0.00667 and so 0.01 of the 机关党委's mark.
  // Down, 良好 ends at 75, 14.996 below: 14.996 / 0.4 = 37.49 keeps it, so 37.50; 14.996 / 0.6 = 24.9933…, so 25.00.
  it("is a hundredth of a mark for 89.996", () => {
    const { marks, now } = fragile(bookOf("r1"), inputs, "乙")
    expect(now).toMatchObject({ outcome: "Graded", level: { id: "fair" } })
    expect(
      marks.map(({ rater, to, result }) => [rater, typeof to === "string" ? to : formatExact(to), result.level?.id])
    ).toEqual([
      ["本支部", "95.01", "advanced"],
      ["机关党委", "86.67", "advanced"],
      ["机关党委", "61.66", "ordinary"],
      ["本支部", "57.5", "ordinary"]
    ])
    const [first] = marks
    if (first === undefined) throw new Error("no mark")
    expect(render(gradingTextZhCN, first)).toBe("自评“本支部”的总评由 95 改为 95.01，结果为先进")
    expect(render(gradingTextEn, first)).toContain("95.01 instead of 95 gives Advanced")
  })

  // 自评 at 0.41 and 机关党委 at 0.6: (0.41 × 95 + 0.6 × 86.66) / 1.01 = 90.0455…
  it("is a hundredth of a weight", () => {
    const { weights } = fragile(bookOf("r1"), inputs, "乙")
    expect(weights[0]).toMatchObject({
      of: { id: "self" },
      to: exactUnsafe("0.41"),
      result: { level: { id: "advanced" } }
    })
    expect(weights).toHaveLength(2)
  })

  it("refuses a step that leads nowhere, and a unit that there is not", () => {
    expect(Result.isFailure(fragility(bookOf("r1"), inputs, "乙", exactUnsafe(0)))).toBe(true)
    expect(Result.isFailure(fragility(bookOf("r1"), inputs, "丙", step))).toBe(true)
  })
})

interface Made {
  readonly book: RuleBook
  readonly inputs: GradingInputs
}

/** Rounds of few units, few different marks and whole steps, so that every step of every mark can be tried. */
const made: fc.Arbitrary<Made> = fc
  .record({
    units: fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4
    }),
    aggregate: fc.constantFrom("mean", "median", "min", "max"),
    voids: fc.constantFrom([], ["allEqual"], ["allFull"]),
    kind: fc.constantFrom<object>(
      { kind: "points" },
      { kind: "deduct", each: 2 },
      { kind: "count", each: 3, capped: true },
      {
        kind: "rate",
        steps: [
          { from: 4, points: 6 },
          { from: 2, points: 3 }
        ],
        below: 1
      }
    ),
    gate: fc.option(
      fc.record({
        fact: fc.constantFrom("score.total", "score.criterion.c0"),
        op: fc.constantFrom("<", ">", "="),
        value: fc.nat(9)
      }),
      { nil: undefined }
    ),
    cap: fc.nat(2),
    ties: fc.constantFrom("exclude", "include", "undetermined")
  })
  .map(({ units, aggregate, voids, kind, gate, cap, ties }) => ({
    book: parsed({
      format: "zhengyou/rule-book@2",
      id: "made",
      version: "1",
      title: "made",
      ladder: ["A", "B", "C"].map((id) => ({ id, name: id })),
      criteria: [
        { id: "c0", name: "c0", maximum: 6, missing: "zero", scoring: kind },
        { id: "c1", name: "c1", maximum: 6, weight: 2, missing: "zero" }
      ],
      fullMarks: 18,
      panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: aggregate }, missing: "zero", voids }],
      rounding: {},
      decideOn: "exact",
      bands: [
        { level: "A", from: 12 },
        { level: "B", from: 6 },
        { level: "C", from: 0 }
      ],
      gates: gate === undefined ? [] : [{ id: "g", name: "g", when: gate, then: { atMost: "B" } }],
      quotas: [{ kind: "cap", level: "A", seats: { count: cap }, ties }]
    }),
    inputs: {
      units: units.map((_, i) => unit(`u${i}`)),
      sheets: units.flatMap((raters, i) => raters.map(([c0, c1], r) => sheet(`u${i}`, "p", `r${r}`, { c0, c1 }))),
      facts: []
    }
  }))

const withMark = (inputs: GradingInputs, rater: string, criterion: string, mark: Exact): GradingInputs => ({
  ...inputs,
  sheets: inputs.sheets.map(
    (own): Sheet =>
      own.unit === "u0" && own.rater === rater ? { ...own, scores: { ...own.scores, [criterion]: mark } } : own
  )
})

it("tells the nearest mark on each side that makes a difference, as trying all of them does", () => {
  fc.assert(
    fc.property(made, ({ book, inputs }) => {
      const result = (given: GradingInputs) => levelOf(gradeUnsafe(book, given), "u0")
      const now = result(inputs)
      const { marks } = Result.getOrThrow(fragility(book, inputs, "u0", exactUnsafe(1)))
      const told = marks.map(
        ({ rater, criterion, to }) => `${rater} ${criterion.id} ${typeof to === "string" ? to : formatExact(to)}`
      )
      const all = inputs.sheets.flatMap((own) =>
        own.unit !== "u0"
          ? []
          : ["c0", "c1"].flatMap((criterion) => {
              const mark = own.scores[criterion]
              if (mark === undefined || typeof mark === "string") return []
              return [1, -1].flatMap((way) => {
                for (let to = plus(mark, exactUnsafe(way)); ; to = plus(to, exactUnsafe(way))) {
                  const isPoints = criterion === "c1" || book.criteria[0].id !== "c0" || to.n < 0n
                  if (compareExact(to, exactUnsafe(isPoints ? 6 : 40)) > 0 || to.n < 0n) return []
                  const given = withMark(inputs, own.rater, criterion, to)
                  if (isAllowedHere(book, criterion, to) && result(given) !== now) {
                    return [`${own.rater} ${criterion} ${formatExact(to)}`]
                  }
                }
              })
            })
      )
      expect([...told].sort()).toEqual([...all].sort())
    }),
    { numRuns: 60 }
  )
})

const isAllowedHere = (book: RuleBook, criterion: string, mark: Exact): boolean => {
  const [first] = book.criteria
  const isPoints = criterion === "c1" || ("scoring" in first && first.scoring.kind === "points")
  return !isPoints || compareExact(mark, exactUnsafe(6)) <= 0
}

it("tells a sheet or a weight only where it makes a difference, and no nearer weight does", () => {
  fc.assert(
    fc.property(made, ({ book, inputs }) => {
      const now = levelOf(gradeUnsafe(book, inputs), "u0")
      const { sheets, weights } = Result.getOrThrow(fragility(book, inputs, "u0", exactUnsafe(1)))
      const without = (rater: string) => ({
        ...inputs,
        sheets: inputs.sheets.filter((own) => own.unit !== "u0" || own.rater !== rater)
      })
      const raters = inputs.sheets.flatMap((own) => (own.unit === "u0" ? [own.rater] : []))
      expect(sheets.map(({ rater }) => rater)).toEqual(
        raters.filter((rater) => levelOf(gradeUnsafe(book, without(rater)), "u0") !== now)
      )
      // The weights 1 and 2 of the two criteria, by hundredths of their sum; full marks follow, and the total is put on eighteen again.
      const weighed = (which: number, weight: Exact): string => {
        const [c0, c1] = which === 0 ? [weight, exactUnsafe(2)] : [exactUnsafe(1), weight]
        const full = formatExact(times(plus(c0, c1), exactUnsafe(6)))
        const json = jsonOf(book)
        const criteria = Array.isArray(json.criteria) ? json.criteria : []
        const changed = criteria.map((one, i) => ({ ...Object(one), weight: formatExact(i === 0 ? c0 : c1) }))
        return levelOf(
          gradeUnsafe(parsed({ ...json, criteria: changed, fullMarks: full, convertTo: 18 }), inputs),
          "u0"
        )
      }
      for (const [which, value] of [exactUnsafe(1), exactUnsafe(2)].entries()) {
        const told = weights.find(({ of }) => of.id === `c${which}`)
        const near = Array.from({ length: 20 }, (_, i) => exactUnsafe(`${3 * (i + 1)}/100`)).flatMap((by) => [
          plus(value, by),
          minus(value, by)
        ])
        const found = near.find((weight) => weighed(which, weight) !== now)
        expect(told && formatExact(told.to)).toBe(found && formatExact(found))
      }
    }),
    { numRuns: 25 }
  )
})
