import { gradingTable } from "@zhengyou/report"
import fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { layOut } from "../src/internal/columns.ts"
import { fullReport, hostileNames, reportOf } from "./support.ts"

describe("gradingTable", () => {
  it("counts the levels, then lists every unit by rank with its deciding reason", () => {
    expect(gradingTable(fullReport).split("\n")).toEqual([
      "年度定级结果",
      "评定办法：支部定级办法（branches，版本 2024）",
      "",
      "等级  单位数    占比",
      "先进       2  66.67%",
      "良好       1  33.33%",
      "一般       0   0.00%",
      "未定级：不定级 1 个、缺材料 1 个、规则未定 1 个（不计入占比）",
      "",
      "名次  单位      等级       总分  决定理由",
      expect.stringMatching(/^ {3}1 {2}第一支部 {2}先进 {6}92\.00 {2}总分 92\.00.*先进$/),
      expect.stringMatching(/^ {3}2 {2}第二支部 {2}先进 {6}90\.50 {2}总分 90\.50.*先进$/),
      expect.stringMatching(/^ {3}3 {2}第三支部 {2}良好 {6}89\.67 {2}总分 89\.67.*良好$/),
      expect.stringMatching(/^ {6}第四支部 {2}规则未定 {2}59\.00 {2}总分 59\.00.*$/),
      expect.stringMatching(/^ {6}第五支部 {2}缺材料 {11}专家组.*$/),
      expect.stringMatching(/^ {6}新设支部 {2}不定级 {11}不参评.*$/)
    ])
  })

  it("is in one language only", () => {
    expect(gradingTable(fullReport, "en")).not.toMatch(/\p{Script=Han}/u)
  })

  it("says of units without a level only what there is", () => {
    expect(gradingTable(reportOf([["甲", "80"]]))).toContain("各单位均已定级")
    expect(gradingTable(reportOf([]))).toContain("–")
  })

  it("lets no name colour the terminal, break the line or turn its direction", () => {
    const text = gradingTable(reportOf(hostileNames.map((name) => [name, "80"])))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
    expect(text).toContain("\uFFFD[31m红\uFFFD[0m 第二行")
  })
})

describe("layOut", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("支", "部", "ａ", "e\u0301", "é", "👩‍🔬", "🇨🇳", "x", "。") })
  )

  it("starts a column at the same place on every line, as a terminal counts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
        const rows = cells.map((row) => [...row.map((text) => text.replaceAll("|", "")), "|"])
        const lines = layOut(
          [
            { heading: "单位", align: "left" },
            { heading: "Total", align: "right" },
            { heading: "|", align: "left" }
          ],
          rows
        )
        expect(new Set(lines.map((line) => stringWidth(line.slice(0, line.indexOf("|"))))).size).toBe(1)
      })
    )
  })
})
