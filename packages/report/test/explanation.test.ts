import { exactUnsafe } from "@zhengyou/core"
import { explain } from "@zhengyou/grading"
import { explanationHtml, explanationTable } from "@zhengyou/report"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { bookWith } from "./support.ts"

// By hand: (88 + 92) / 2 = 90 of 100; with 0.5 of the bonus 90.5.
const book = bookWith({
  adjustments: [{ id: "honours", name: "加分", kind: "bonus", on: { total: true }, cap: "0.5" }]
})
const sheet = (rater: string, score: number) => ({
  unit: "u",
  panel: "experts",
  rater,
  scores: { work: exactUnsafe(score) }
})
const inputs = {
  units: [{ id: "u", name: { "zh-CN": "一<b>支部", en: "Branch <b>One" } }],
  sheets: [sheet("专家甲", 88), sheet("专家乙", 92)],
  facts: [],
  awards: [{ unit: "u", adjustment: "honours", item: "表彰", points: exactUnsafe(1) }]
}
const explanation = Result.getOrThrow(explain(book, inputs, "u"))

describe("an explanation as a table", () => {
  it("has a row for each step with its figure and weight", () => {
    const lines = explanationTable(explanation, "en").split("\n")
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual(
      expect.arrayContaining([
        ["Step", "Figure", "Weight", "Comes to"],
        ["Branch <b>One", "90.50", "Advanced"],
        ["· · Work", "90", "1", "90"],
        ["· · · Experts", "90", "1"],
        ["· · · · 专家甲", "88", "88"],
        ["· · · 表彰", "1"]
      ])
    )
  })
})

describe("an explanation as a page", () => {
  const html = explanationHtml(explanation)

  it("holds every step in both languages, escaped, without any script", () => {
    expect(html).toContain("加分：90 + 0.5（申报 1） = 90.5")
    expect(html).toContain("加分: 90 + 0.5 (of 1 entered) = 90.5")
    expect(html).toContain("Branch &lt;b>One")
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toBe(explanationHtml(explanation))
  })

  it("nests marks under their panel, and panels under their item", () => {
    expect(html).toMatch(/class="CriterionScored"[\s\S]*<ul><li class="PanelScored"[\s\S]*<ul><li class="MarkGiven"/)
  })
})
