import { exactUnsafe } from "@zhengyou/core"
import type { Outcome, Sheet } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "./books.ts"
import { gradeUnsafe, levelOf, outcomeOf, sheet, totalOf, unit } from "./support.ts"

const mean = { method: "mean" }

const panel = (id: string, weight: string | number, edit: object = {}) => ({
  id,
  name: id,
  weight,
  aggregate: mean,
  missing: "block",
  ...edit
})

const run = (book: ReturnType<typeof plainWith>, sheets: ReadonlyArray<Sheet>) =>
  gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] })

/** One sheet for each score, by raters of one panel. */
const scored = (panelId: string, scores: ReadonlyArray<string | number>): ReadonlyArray<Sheet> =>
  scores.map((score, i) => sheet("u", panelId, `${panelId}${i}`, { c: score }))

const panelScores = (outcome: Outcome) => ("scores" in outcome ? outcome.scores.flatMap((one) => one.panels) : [])

describe("去掉一个最高分和一个最低分, only with more than five raters", () => {
  const book = plainWith({
    panels: [panel("p", 1, { aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 5 } })]
  })
  const cases: ReadonlyArray<readonly [ReadonlyArray<number>, string, number]> = [
    // Five: the plain mean, 420 / 5.
    [[70, 80, 90, 85, 95], "84", 5],
    // Six: 60 and 95 go, 325 / 4.
    [[60, 70, 80, 90, 85, 95], "81.25", 4],
    // Of equals only one goes at each end: 90 + 90 + 50 + 50 over 4.
    [[90, 50, 90, 50, 90, 50], "70", 4],
    [[88], "88", 1]
  ]

  it.each(cases)("%j is %s, from %i scores", (scores, total, counted) => {
    const grading = run(book, scored("p", scores))
    expect(totalOf(grading, "u")).toBe(total)
    expect(panelScores(outcomeOf(grading, "u"))).toMatchObject([{ scored: scores.length, counted }])
  })
})

describe("a panel with fewer scores than its minimum", () => {
  const book = (missing: string) =>
    plainWith({ panels: [panel("self", "0.4"), panel("experts", "0.6", { minimumRaters: 3, missing })] })
  const self = scored("self", [95])

  it("counts where it reaches the minimum: 0.4 × 95 + 0.6 × 85 = 89", () => {
    const grading = run(book("block"), [...self, ...scored("experts", [80, 90, 85])])
    expect([totalOf(grading, "u"), levelOf(grading, "u")]).toEqual(["89", "B"])
  })

  it("blocks the unit where the book says block", () => {
    const grading = run(book("block"), [...self, ...scored("experts", [80, 90])])
    expect(outcomeOf(grading, "u")).toMatchObject({
      _tag: "Blocked",
      reasons: [
        {
          _tag: "PanelMissing",
          panel: { id: "experts" },
          criterion: { id: "c" },
          scored: 2,
          needed: 3,
          counts: "block"
        }
      ]
    })
  })

  it("is nought where the book says zero: 0.4 × 95 = 38", () => {
    const grading = run(book("zero"), [...self, ...scored("experts", [80, 90])])
    expect([totalOf(grading, "u"), levelOf(grading, "u")]).toEqual(["38", "D"])
    expect(outcomeOf(grading, "u").reasons.map((reason) => reason._tag)).toEqual(["PanelMissing", "InBand"])
  })

  it("is left out where the book says exclude: 95, by the other panel alone", () => {
    const grading = run(book("exclude"), [...self, ...scored("experts", [80, 90])])
    expect([totalOf(grading, "u"), levelOf(grading, "u")]).toEqual(["95", "A"])
  })
})

describe("a criterion that nobody scored", () => {
  const book = (missing: string) =>
    plainWith({
      criteria: [
        { id: "work", name: "work", maximum: 100, weight: "0.6", missing: "block" },
        { id: "team", name: "team", maximum: 50, weight: "0.8", missing }
      ],
      panels: [panel("p", 1, { missing: "exclude" })]
    })
  const sheets = [sheet("u", "p", "r", { work: 80 })]

  it("blocks the unit where the book says block, and says why", () => {
    expect(outcomeOf(run(book("block"), sheets), "u")).toMatchObject({
      _tag: "Blocked",
      reasons: [
        { _tag: "PanelMissing", criterion: { id: "team" }, counts: "exclude" },
        { _tag: "CriterionMissing", criterion: { id: "team" }, counts: "block" }
      ]
    })
  })

  it("is nought where the book says zero: 0.6 × 80 = 48", () => {
    expect(totalOf(run(book("zero"), sheets), "u")).toBe("48")
  })

  it("is left out where the book says exclude: 48 of 60 is 80 of 100, which reaches 80", () => {
    const grading = run(book("exclude"), sheets)
    expect([totalOf(grading, "u"), levelOf(grading, "u")]).toEqual(["80", "B"])
  })

  it("leaves nothing to grade by where every criterion is left out", () => {
    const open = plainWith({
      criteria: [{ id: "c", name: "c", maximum: 100, missing: "exclude" }],
      panels: [panel("p", 1, { missing: "exclude" })]
    })
    expect(outcomeOf(run(open, []), "u")).toMatchObject({
      _tag: "Blocked",
      reasons: [{ _tag: "PanelMissing" }, { _tag: "CriterionMissing" }]
    })
  })
})

it("a rater who leaves one criterion out gives it no nought: 0.6 × 85 + 0.8 × 40 = 83", () => {
  const book = plainWith({
    criteria: [
      { id: "work", name: "work", maximum: 100, weight: "0.6", missing: "block" },
      { id: "team", name: "team", maximum: 50, weight: "0.8", missing: "block" }
    ]
  })
  const grading = run(book, [sheet("u", "p", "r1", { work: 80, team: 40 }), sheet("u", "p", "r2", { work: 90 })])
  expect(totalOf(grading, "u")).toBe("83")
})

it("a panel of weight 0 is shown, but does not count", () => {
  const book = plainWith({ panels: [panel("claim", 0), panel("review", 1)] })
  const grading = run(book, [...scored("claim", [100]), ...scored("review", [72])])
  expect(totalOf(grading, "u")).toBe("72")
  expect(panelScores(outcomeOf(grading, "u"))).toMatchObject([
    { panel: "claim", score: exactUnsafe(100) },
    { panel: "review", score: exactUnsafe(72) }
  ])
})

describe("rounding, only at the steps that the book names", () => {
  const whole = { mode: "halfExpand", digits: 0 }
  const halves = plainWith({ panels: [panel("p", 1), panel("q", 1)] })
  const sheets = [...scored("p", [84, 85]), ...scored("q", [89, 90])]
  const again = (rounding: object) => plainWith({ panels: [panel("p", 1), panel("q", 1)], rounding })

  it("of panels: 84.5 and 89.5 become 85 and 90, so the criterion is 87.5 and not 87", () => {
    expect(totalOf(run(halves, sheets), "u")).toBe("87")
    expect(totalOf(run(again({ panel: whole }), sheets), "u")).toBe("87.5")
  })

  it("of panels and then of criteria: 87.5 becomes 88; of criteria alone 87 stays", () => {
    expect(totalOf(run(again({ panel: whole, criterion: whole }), sheets), "u")).toBe("88")
    expect(totalOf(run(again({ criterion: whole }), sheets), "u")).toBe("87")
  })

  it("of criteria before they are added: 42.5 + 42.5 is 86 that way, and 85 rounded at the end", () => {
    const two = (rounding: object) =>
      plainWith({
        criteria: ["a", "b"].map((id) => ({ id, name: id, maximum: 50, missing: "block" })),
        rounding,
        decideOn: "rounded"
      })
    const given = [sheet("u", "p", "r", { a: "42.5", b: "42.5" })]
    const decided = (rounding: object) => {
      const outcome = outcomeOf(run(two(rounding), given), "u")
      return "total" in outcome ? outcome.total.decided : outcome
    }
    expect(decided({ criterion: whole, total: whole })).toEqual(exactUnsafe(86))
    expect(decided({ total: whole })).toEqual(exactUnsafe(85))
  })

  it("of the total after it is converted: 107.1 of 120 is 89.25 of 100, which is 89.3 to one place", () => {
    const book = plainWith({
      criteria: [{ id: "c", name: "c", maximum: 120, missing: "block" }],
      fullMarks: 120,
      convertTo: 100,
      rounding: { total: { mode: "halfExpand", digits: 1 } },
      decideOn: "rounded"
    })
    const outcome = outcomeOf(run(book, scored("p", ["107.1"])), "u")
    expect("total" in outcome && outcome.total).toEqual({
      exact: exactUnsafe("89.25"),
      decided: exactUnsafe("89.3"),
      shown: "89.3"
    })
  })
})
