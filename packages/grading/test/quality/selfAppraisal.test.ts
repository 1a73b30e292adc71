import { exactUnsafe, formatExact, render } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { qualityTextEn } from "../../src/quality/texts/en.ts"
import { qualityTextZhCN } from "../../src/quality/texts/zh-CN.ts"
import { bookOf, sheet } from "../support.ts"
import { bookWith, qualityOf } from "./support.ts"

const never = { spread: exactUnsafe(1) }

describe("self-appraisal beside the superior's review, 2012", () => {
  const rows = [
    ["甲", "96", "92", "4"],
    ["乙", "95", "86.66", "8.34"],
    ["丙", "88", "76.5", "11.5"],
    ["丁", "90", "66", "24"],
    ["戊", "70", "53", "17"]
  ] as const
  const sheets = rows.flatMap(([id, self, superior]) => [
    sheet(id, "self", "本支部", { score: self }),
    sheet(id, "superior", "机关党委", { score: superior })
  ])
  const found = qualityOf(bookOf("r1"), sheets, { ...never, self: { panel: "self", gap: exactUnsafe(17) } })

  it("gives every gap", () => {
    const gaps = found.selfAppraisals.map((one) => one._tag === "Compared" && [one.unit, formatExact(one.gap)])
    expect(new Map(gaps.filter((one) => one !== false).map(([unit, gap]) => [unit, gap]))).toEqual(
      new Map(rows.map(([unit, , , gap]) => [unit, gap]))
    )
  })

  it("flags what lies above the limit: 24 does, 17 is equal to it", () => {
    expect(found.flags.map((flag) => render(qualityTextZhCN, flag))).toEqual([
      "“丁”：“自评” 90.00 分，其他主体 66.00 分，高出 24.00 分，超过限值 17 分"
    ])
    expect(found.flags.map((flag) => render(qualityTextEn, flag))).toEqual([
      '"丁": "Self" gives 90.00, the others 66.00: 24.00 more, above the limit of 17'
    ])
  })

  it("has no other rater to compare any rater with", () => {
    expect(found.severities.map((one) => one._tag)).toEqual(["Alone", "Alone"])
    expect(found.agreement.map(({ total }) => [total.alpha._tag, total.intraclass._tag])).toEqual([
      ["NotShared", "NotShared"],
      ["NotShared", "NotShared"]
    ])
  })
})

describe("a self-appraisal among several panels and criteria", () => {
  const book = bookWith({
    criteria: [
      { id: "work", maximum: 100, weight: "0.6" },
      { id: "order", maximum: 100, weight: "0.4" }
    ],
    panels: [
      { id: "self", weight: "0" },
      { id: "committee", weight: "30" },
      { id: "experts", weight: "70", criteria: ["work"] }
    ]
  })
  const limits = { ...never, self: { panel: "self", gap: exactUnsafe(0) } }

  it("weighs the others as the book does, and counts a claim that has no weight", () => {
    const [first] = qualityOf(
      book,
      [
        sheet("u", "self", "clerk", { work: 95, order: 90 }),
        sheet("u", "committee", "member", { work: 80, order: 85 }),
        sheet("u", "experts", "expert", { work: 70 })
      ],
      limits
    ).selfAppraisals
    // work 0.3 · 80 + 0.7 · 70 = 73, order 85: others 0.6 · 73 + 0.4 · 85 = 77.8; self 0.6 · 95 + 0.4 · 90 = 93.
    expect(first).toMatchObject({
      _tag: "Compared",
      criteria: ["work", "order"],
      self: exactUnsafe(93),
      others: exactUnsafe("77.8"),
      gap: exactUnsafe("15.2")
    })
  })

  it("compares only what both have scored, as a share of the full marks", () => {
    const [first, second] = qualityOf(
      book,
      [
        sheet("u", "self", "clerk", { work: 95, order: 90 }),
        sheet("u", "experts", "expert", { work: 70 }),
        sheet("v", "self", "clerk", { order: 90 }),
        sheet("v", "experts", "expert", { work: 70 })
      ],
      limits
    ).selfAppraisals
    expect(first).toMatchObject({ criteria: ["work"], self: exactUnsafe(95), others: exactUnsafe(70) })
    expect(second?._tag).toBe("NotComparable")
  })

  it("compares with no panel that nobody spoke for, even where the book counts its silence as nought", () => {
    const silent = bookWith({
      criteria: [{ id: "work", maximum: 100 }],
      panels: [
        { id: "self", weight: "1" },
        { id: "committee", weight: "1", missing: "zero" }
      ]
    })
    const [only] = qualityOf(silent, [sheet("u", "self", "clerk", { work: 95 })], limits).selfAppraisals
    expect(only?._tag).toBe("NotComparable")
  })
})
