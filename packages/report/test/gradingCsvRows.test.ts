import { gradingCsvRows } from "@zhengyou/report"
import { describe, expect, it } from "vitest"
import { fullReport, hostileNames, reportOf } from "./support.ts"

describe("gradingCsvRows", () => {
  it("has a heading and one row for each unit by rank, with the exact total beside the one shown", () => {
    const rows = gradingCsvRows(fullReport)
    expect(rows[0]).toEqual(["单位标识", "单位", "等级", "总分", "精确总分", "名次", "决定理由", "全部理由"])
    expect(rows.map(([id, , level, shown, exact, rank]) => [id, level, shown, exact, rank]).slice(1)).toEqual([
      ["u0", "先进", "92.00", "92", "1"],
      ["u1", "先进", "90.50", "90.5", "2"],
      ["u2", "良好", "89.67", "269/3", "3"],
      ["u3", "规则未定", "59.00", "59", ""],
      ["u4", "缺材料", "", "", ""],
      ["young", "不定级", "", "", ""]
    ])
  })

  it("puts all reasons in order into the last cell, the deciding one before it", () => {
    const other = fullReport.comparisons?.[0]
    const report = other === undefined ? fullReport : { ...fullReport, book: other.book, grading: other.grading }
    const row = gradingCsvRows(report, "en").find(([id]) => id === "u1") ?? []
    expect(row[6]).toMatch(/^Advanced has 1 seats? for 2/)
    expect(row[7]).toMatch(/total 90\.50.*Advanced; Advanced has/)
    expect(row[7]?.endsWith(row[6] ?? "")).toBe(true)
  })

  it("leaves names as they are", () => {
    const rows = gradingCsvRows(reportOf(hostileNames.map((name) => [name, "80"])))
    expect(rows.slice(1).map(([, name]) => name)).toEqual(hostileNames)
  })
})
