import { compareBooks, decidingSheets, type GradingInputs, parseRuleBook, recompute } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gradingCase, parsed } from "../generators.ts"
import { bookOf, flag, gradeUnsafe, jsonOf, sheet, unit } from "../support.ts"

const scores = { 甲: [96, 92], 乙: [95, "86.66"], 丙: [88, "76.5"], 丁: [90, 66], 戊: [70, 53] }

const inputs: GradingInputs = {
  units: Object.keys(scores).map(unit),
  sheets: Object.entries(scores).flatMap(([id, [self = 0, superior = 0]]) => [
    sheet(id, "self", "本支部", { score: self }),
    sheet(id, "superior", "机关党委", { score: superior })
  ]),
  facts: []
}

describe("comparing two books on one round", () => {
  const book = bookOf("r1")
  const edited = (edit: object) => Result.getOrThrow(parseRuleBook({ ...jsonOf(book), ...edit }))
  const rounded = edited({ rounding: { total: { mode: "halfExpand", digits: 2 } }, decideOn: "rounded" })

  it("names who changes level, which way, and why: 89.996 rises when the rounded total decides", () => {
    const { changes } = Result.getOrThrow(compareBooks(book, rounded, inputs))
    expect(changes.map(({ unit: id, way, reason }) => [id, way, reason._tag])).toEqual([["乙", "rose", "InBand"]])
    const back = Result.getOrThrow(compareBooks(rounded, book, inputs))
    expect(back.changes.map(({ unit: id, way }) => [id, way])).toEqual([["乙", "fell"]])
  })

  it("finds nothing between a book and itself", () => {
    fc.assert(
      fc.property(gradingCase({ min: 1, max: 4 }), (made) => {
        const own = { units: made.units.map(unit), sheets: made.sheets, facts: [] }
        const generated = parsed(made.book)
        expect(Result.getOrThrow(compareBooks(generated, generated, own)).changes).toEqual([])
      })
    )
  })

  it("refuses inputs that do not fit one of them", () => {
    expect(Result.isFailure(compareBooks(book, bookOf("r3"), inputs))).toBe(true)
  })
})

describe("computing a result again", () => {
  const book = bookOf("r1")
  const { receipt } = gradeUnsafe(book, inputs)

  it("gives the same receipt, whatever the order of the sheets", () => {
    const shuffled = { ...inputs, sheets: inputs.sheets.toReversed() }
    expect(Result.getOrThrow(recompute(book, shuffled, receipt))).toEqual({ _tag: "Same" })
  })

  it("says which part is not what the receipt says", () => {
    const [first, ...rest] = inputs.sheets
    if (first === undefined) throw new Error("no sheets")
    const touched = { ...inputs, sheets: [sheet("甲", "self", "本支部", { score: 95 }), ...rest] }
    expect(Result.getOrThrow(recompute(book, touched, receipt))).toEqual({
      _tag: "Differs",
      parts: ["inputs", "result"]
    })
    expect(Result.getOrThrow(recompute(book, inputs, { ...receipt, result: "0" }))).toEqual({
      _tag: "Differs",
      parts: ["result"]
    })
  })

  it("says nothing of a receipt whose semantics is another", () => {
    expect(Result.getOrThrow(recompute(book, inputs, { ...receipt, semantics: "zhengyou/grading@1" }))).toMatchObject({
      _tag: "OtherSemantics",
      stated: "zhengyou/grading@1"
    })
  })
})

describe("sheets on which a level hangs", () => {
  const book = bookOf("r2")
  const facts = [{ unit: "甲", fact: "satisfaction", value: { _tag: "Number", value: { n: 1n, d: 1n } } } as const]
  const round = (...marks: ReadonlyArray<number>): GradingInputs => ({
    units: [unit("甲")],
    sheets: marks.map((score, i) => sheet("甲", "review", `组员${i}`, { score })),
    facts
  })
  const hangsOn = (made: GradingInputs) =>
    Result.getOrThrow(decidingSheets(book, made, "甲")).map(({ sheet: { rater }, without }) => [
      rater,
      "level" in without ? without.level : without._tag
    ])

  it("are found one by one: 89, 90 and 91 average to 90, and without 91 it is 89.5", () => {
    expect(hangsOn(round(89, 90, 91))).toEqual([["组员2", "fair"]])
  })

  it("are none where nobody alone could change the level", () => {
    expect(hangsOn(round(95, 96, 97))).toEqual([])
  })

  it("include the only sheet there is, without which the unit is blocked", () => {
    expect(hangsOn(round(95))).toEqual([["组员0", "Blocked"]])
  })

  it("refuse facts that the book does not know", () => {
    const asked = decidingSheets(book, { ...round(95), facts: [flag("甲", "veto", true)] }, "甲")
    expect(Result.isFailure(asked)).toBe(true)
  })
})
