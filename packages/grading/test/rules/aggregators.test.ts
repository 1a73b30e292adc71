import { exactUnsafe } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { faultsIn, plain, plainWith } from "../books.ts"
import { gradeUnsafe, outcomeOf, sheet, totalOf, unit } from "../support.ts"
import { marksOf, totalBy } from "./support.ts"

const by = (aggregate: object, rest: object = {}) => plainWith({ panels: [{ ...plain.panels[0], aggregate, ...rest }] })

describe("one figure of several marks", () => {
  it("is the one in the middle, or the mean of the two there", () => {
    const median = by({ method: "median" })
    expect(totalBy(median, marksOf("p", [60, 100, 85]))).toBe("85")
    expect(totalBy(median, marksOf("p", [60, 100, 85, 90]))).toBe("87.5")
    expect(totalBy(median, marksOf("p", [77]))).toBe("77")
  })

  it("is the lowest or the highest", () => {
    expect(totalBy(by({ method: "min" }), marksOf("p", [90, "59.5", 100]))).toBe("59.5")
    expect(totalBy(by({ method: "max" }), marksOf("p", [90, "59.5", 100]))).toBe("100")
  })

  it("is the mean without one at each end where there are more than five, and the plain mean of five", () => {
    const trimmed = by({ method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 5 })
    // 60 + 80 + 85 + 90 + 100 = 415; without 60 and 100 of 60, 80, 85, 85, 90, 100 it is 340 / 4
    expect(totalBy(trimmed, marksOf("p", [60, 80, 85, 90, 100]))).toBe("83")
    expect(totalBy(trimmed, marksOf("p", [60, 80, 85, 85, 90, 100]))).toBe("85")
  })

  describe("without 5 % at each end", () => {
    const share = (rounding: string) => by({ method: "trimmedShare", share: "0.05", rounding, onlyAbove: 2 })
    /** So many marks of 80 between one of 0 and one of 100. */
    const between = (middle: number) => marksOf("p", [0, ...Array.from({ length: middle }, () => 80), 100])

    it("drops one of each of 20, whatever the rounding", () => {
      for (const rounding of ["floor", "ceil", "halfExpand"]) expect(totalBy(share(rounding), between(18))).toBe("80")
    })

    it("drops none of 12 rounded down (0.6), one rounded to the nearest or up", () => {
      // 12 marks: 0 + 10 × 80 + 100 = 900
      expect(totalBy(share("floor"), between(10))).toBe("75")
      expect(totalBy(share("halfExpand"), between(10))).toBe("80")
      expect(totalBy(share("ceil"), between(10))).toBe("80")
    })

    it("drops two at each end of 30, where 1.5 is rounded away from nought", () => {
      const marks = [0, 10, ...Array.from({ length: 26 }, () => 80), 100, 100]
      expect(totalBy(share("halfExpand"), marksOf("p", marks))).toBe("80")
      // One at each end: 10 + 26 × 80 + 100 = 2190 of 28
      expect(totalBy(share("floor"), marksOf("p", marks))).toBe("1095/14")
    })

    it("is refused where rounding up would drop everything", () => {
      const panels = [
        { ...plain.panels[0], aggregate: { method: "trimmedShare", share: "0.05", rounding: "ceil", onlyAbove: 0 } },
        {
          ...plain.panels[0],
          id: "q",
          aggregate: { method: "trimmedShare", share: "0.4", rounding: "ceil", onlyAbove: 3 }
        },
        {
          ...plain.panels[0],
          id: "r",
          aggregate: { method: "trimmedShare", share: "0.4", rounding: "ceil", onlyAbove: 4 }
        },
        {
          ...plain.panels[0],
          id: "s",
          aggregate: { method: "trimmedShare", share: "0.4", rounding: "ceil", onlyAbove: 8 }
        },
        {
          ...plain.panels[0],
          id: "t",
          aggregate: { method: "trimmedShare", share: "2/7", rounding: "ceil", onlyAbove: 2 }
        }
      ]
      // 5 % of one mark, rounded up, is one at each end; 40 % of 4 marks are 2 at each end; of 5 there is one left, and of 6 none;
      // from 9 on there is always one. 2/7 of 3 marks, rounded up, are one at each end, and of 4 two.
      expect(faultsIn({ ...plain, panels })).toEqual([
        { path: ["panels", 0, "aggregate"], problem: { _tag: "TrimsTooMuch", scores: 1 } },
        { path: ["panels", 1, "aggregate"], problem: { _tag: "TrimsTooMuch", scores: 4 } },
        { path: ["panels", 2, "aggregate"], problem: { _tag: "TrimsTooMuch", scores: 6 } },
        { path: ["panels", 4, "aggregate"], problem: { _tag: "TrimsTooMuch", scores: 4 } }
      ])
    })
  })
})

describe("a figure of each sheet first", () => {
  const criteria = [
    { id: "a", name: "a", maximum: 50, missing: "block" },
    { id: "b", name: "b", maximum: 50, missing: "block" }
  ]
  const per = (kind: string) =>
    plainWith({
      criteria,
      combine: "panels",
      panels: [
        {
          ...plain.panels[0],
          per: kind,
          aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 2 }
        }
      ]
    })
  const sheets = [
    sheet("u", "p", "r1", { a: 50, b: 20 }),
    sheet("u", "p", "r2", { a: 40, b: 40 }),
    sheet("u", "p", "r3", { a: 10, b: 50 })
  ]

  it("trims whole sheets: 70, 80 and 60 leave 70; criterion by criterion 40 and 40 are left", () => {
    expect(totalBy(per("sheet"), sheets)).toBe("70")
    expect(totalBy(per("criterion"), sheets)).toBe("80")
  })

  it("does not count a sheet that lacks a mark which blocks, and says how many there were", () => {
    const [first, second] = sheets
    const grading = gradeUnsafe(per("sheet"), {
      units: [unit("u")],
      sheets: [first, second, sheet("u", "p", "r3", { a: 10 })].flatMap((one) => one ?? []),
      facts: []
    })
    expect(totalOf(grading, "u")).toBe("75")
    expect(outcomeOf(grading, "u")).toMatchObject({
      panels: [{ panel: "p", scored: 2, counted: 2, score: exactUnsafe(75) }]
    })
  })

  it("needs a book that combines panels", () => {
    expect(faultsIn({ ...plain, panels: [{ ...plain.panels[0], per: "sheet" }] })).toEqual([
      { path: ["panels", 0, "per"], problem: { _tag: "SheetsNeedPanels" } }
    ])
  })
})

describe("panels that make totals of their own", () => {
  const half = (id: string, weight: string, criteria?: ReadonlyArray<string>) => ({
    ...plain.panels[0],
    id,
    name: id,
    weight,
    ...(criteria === undefined ? {} : { criteria })
  })

  it("round at each stage: 90, 85 and 85 are 86.67, 81 and 82 are 81.5, and 60 % and 40 % of them 84.60", () => {
    const places = { mode: "halfExpand", digits: 2 }
    const book = (rounding: object) =>
      plainWith({
        combine: "panels",
        panels: [half("p", "0.6"), half("q", "0.4")],
        rounding,
        decideOn: "total" in rounding ? "rounded" : "exact"
      })
    const sheets = [...marksOf("p", [90, 85, 85]), ...marksOf("q", [81, 82])]
    // 0.6 × 260/3 + 0.4 × 81.5 = 84.6 exactly; 0.6 × 86.67 + 0.4 × 81.5 = 84.602
    expect(totalBy(book({}), sheets)).toBe("84.6")
    expect(totalBy(book({ panelTotal: places }), sheets)).toBe("84.602")
    const grading = gradeUnsafe(book({ panelTotal: places, total: places }), { units: [unit("u")], sheets, facts: [] })
    expect(outcomeOf(grading, "u")).toMatchObject({
      total: { exact: exactUnsafe("84.602"), decided: exactUnsafe("84.6"), shown: "84.60" },
      panels: [{ score: exactUnsafe("86.67") }, { score: exactUnsafe("81.5") }]
    })
  })

  it("are out of the full marks whatever criteria they score", () => {
    const criteria = [
      { id: "a", name: "a", maximum: 60, missing: "block" },
      { id: "b", name: "b", maximum: 40, missing: "block" }
    ]
    const panels = [half("p", "0.7"), half("q", "0.3", ["b"])]
    const sheets = [sheet("u", "p", "r", { a: 54, b: 36 }), sheet("u", "q", "r", { b: 20 })]
    // 0.7 × 90 + 0.3 × 50
    expect(totalBy(plainWith({ criteria, combine: "panels", panels }), sheets)).toBe("78")
    // Criterion by criterion: 54 of a, and 0.7 × 36 + 0.3 × 20 of b
    expect(totalBy(plainWith({ criteria, panels }), sheets)).toBe("85.2")
  })

  it("wait for a panel, or leave it out, or count it as nought", () => {
    const total = (missing: string) =>
      totalBy(
        plainWith({ combine: "panels", panels: [half("p", "0.6"), { ...half("q", "0.4"), missing }] }),
        marksOf("p", [90])
      )
    expect(["block", "exclude", "zero"].map(total)).toEqual(["Blocked", "90", "54"])
  })
})
