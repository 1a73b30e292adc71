import { dateUnsafe, exactUnsafe, type Rounding } from "@zhengyou/core"
import { decidingReason, parseRuleBook, type RuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { bookOf, flag, gradeUnsafe, jsonOf, levelOf, number, outcomeOf, sheet, totalOf, unit } from "./support.ts"

/** The same book, deciding on a rounded total. */
const decidingOnRounded = (book: RuleBook, total: Rounding): RuleBook => {
  return Result.getOrThrow(parseRuleBook({ ...jsonOf(book), rounding: { total }, decideOn: "rounded" }))
}

describe("a branch grading by self-appraisal (40 %) and superior review (60 %), 2012", () => {
  const rows: ReadonlyArray<readonly [string, string, string, string, string, string]> = [
    ["甲", "96", "92", "93.6", "advanced", "advanced"],
    ["乙", "95", "86.66", "89.996", "fair", "advanced"],
    ["丙", "88", "76.5", "81.1", "fair", "fair"],
    ["丁", "90", "66", "75.6", "fair", "fair"],
    ["戊", "70", "53", "59.8", "behind", "behind"]
  ]
  const inputs = {
    units: rows.map(([id]) => unit(id)),
    sheets: rows.flatMap(([id, self, superior]) => [
      sheet(id, "self", "本支部", { score: self }),
      sheet(id, "superior", "机关党委", { score: superior })
    ]),
    facts: []
  }

  it("decides on the exact total, so that 89.996 does not reach 90", () => {
    const grading = gradeUnsafe(bookOf("r1"), inputs)
    expect(rows.map(([id]) => [totalOf(grading, id), levelOf(grading, id)])).toEqual(
      rows.map(([, , , total, exact]) => [total, exact])
    )
    const second = outcomeOf(grading, "乙")
    expect(second._tag === "Graded" && second.total.shown).toBe("89.996")
  })

  it("decides on the total rounded to two places where the book says so, so that 89.996 is 90.00", () => {
    const grading = gradeUnsafe(decidingOnRounded(bookOf("r1"), { mode: "halfExpand", digits: 2 }), inputs)
    expect(rows.map(([id]) => levelOf(grading, id))).toEqual(rows.map(([, , , , , rounded]) => rounded))
    const second = outcomeOf(grading, "乙")
    expect(second._tag === "Graded" && second.total.shown).toBe("90.00")
  })
})

describe("a satisfaction rate below 90 % rules out the two upper levels", () => {
  const rows: ReadonlyArray<readonly [string, string, string, string]> = [
    ["甲", "93", "46/50", "good"],
    ["乙", "91", "34/38", "ordinary"],
    ["丙", "85", "36/40", "fair"],
    ["丁", "79.5", "1", "ordinary"],
    ["戊", "58", "0.9", "poor"]
  ]
  const grading = gradeUnsafe(bookOf("r2"), {
    units: rows.map(([id]) => unit(id)),
    sheets: rows.map(([id, score]) => sheet(id, "review", "组长", { score })),
    facts: rows.map(([id, , rate]) => number(id, "satisfaction", rate))
  })

  it("compares rates as fractions, includes the bound, and never raises a level", () => {
    expect(rows.map(([id]) => levelOf(grading, id))).toEqual(rows.map(([, , , level]) => level))
  })

  it("says which gate lowered the level, and by what figures", () => {
    expect(decidingReason(outcomeOf(grading, "乙"))).toMatchObject({
      _tag: "GateLowered",
      gate: { id: "satisfaction" },
      from: { id: "good" },
      to: { id: "ordinary" },
      cited: [{ value: "0.9", found: { value: exactUnsafe("17/19") } }]
    })
  })
})

describe("a star rating with a veto, a cap of 30 %, and a branch founded less than a year ago", () => {
  const scores: ReadonlyArray<readonly [string, string, string, string, string]> = [
    ["A", "98", "96", "97.4", "5"],
    ["B", "95", "94", "94.7", "5"],
    ["C", "94", "85.33", "91.399", "4"],
    ["D", "93", "88", "91.5", "5"],
    ["E", "88", "85", "87.1", "4"],
    ["F", "84", "80", "82.8", "2"],
    ["G", "78", "76", "77.4", "3"],
    ["H", "68", "70", "68.6", "2"],
    ["I", "62", "66", "63.2", "2"],
    ["J", "50", "60", "53", "1"],
    ["K", "99", "99", "NotGraded", "NotGraded"]
  ]
  const grading = gradeUnsafe(bookOf("r3"), {
    units: scores.map(([id]) => ({ id, name: id, founded: dateUnsafe(id === "K" ? "2023-03-01" : "2010-07-01") })),
    sheets: scores.flatMap(([id, base, review]) => [
      sheet(id, "inspection", "检查组", { base }),
      sheet(id, "members", "支部大会", { review })
    ]),
    facts: [flag("F", "veto", true)],
    asOf: dateUnsafe("2023-12-31")
  })

  it("grades all eleven as the published rules do", () => {
    expect(scores.map(([id]) => [totalOf(grading, id), levelOf(grading, id)])).toEqual(
      scores.map(([, , , total, level]) => [total, level])
    )
  })

  it("takes the cap of the ten eligible branches, and lets the lowest of the four candidates fall", () => {
    expect(grading.quotas).toEqual([
      { kind: "cap", level: "5", seats: 3, candidates: 4, kept: 3, reserve: ["C"], isMet: true }
    ])
    expect(decidingReason(outcomeOf(grading, "C"))).toMatchObject({ _tag: "QuotaPushed", place: 4, tied: false })
  })

  it("says that the vetoed branch fell by the veto and the new one was not eligible", () => {
    expect(decidingReason(outcomeOf(grading, "F"))).toMatchObject({ _tag: "GateLowered", from: { id: "4" } })
    expect(decidingReason(outcomeOf(grading, "K"))).toMatchObject({ _tag: "NotEligible", rule: { id: "one-year" } })
  })
})

describe("a raw maximum of 120", () => {
  const grading = gradeUnsafe(bookOf("r4"), {
    units: [unit("某支部")],
    sheets: [
      ...[112, 108, 114, 110].map((score, i) => sheet("某支部", "self", `党员${i}`, { score })),
      ...[105, 110, 98, 101].map((score, i) => sheet("某支部", "mass", `群众${i}`, { score })),
      sheet("某支部", "organisation", "考核组", { score: 108 })
    ],
    facts: []
  })

  it("averages inside each panel, then weights: 107.10 of 120, which is not 107.10 of 100", () => {
    expect(totalOf(grading, "某支部")).toBe("107.1")
    expect(levelOf(grading, "某支部")).toBe("excellent")
  })

  it("can convert the total to 100 where the book says so: 89.25", () => {
    const data = jsonOf(bookOf("r4"))
    const converted = Result.getOrThrow(
      parseRuleBook({
        ...data,
        convertTo: 100,
        bands: bookOf("r4").bands.map(({ level }, i) => ({ level, from: [90, 80, 60, 0][i] ?? 0 }))
      })
    )
    const again = gradeUnsafe(converted, {
      units: [unit("某支部")],
      sheets: [
        sheet("某支部", "self", "均分", { score: 111 }),
        sheet("某支部", "mass", "均分", { score: "103.5" }),
        sheet("某支部", "organisation", "考核组", { score: 108 })
      ],
      facts: []
    })
    expect(totalOf(again, "某支部")).toBe("89.25")
    expect(levelOf(again, "某支部")).toBe("excellent")
  })
})
