import { Explanation } from "@zhengyou/grading"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { caseFile, runHere } from "./support.ts"

const files = ["grade", "--book", caseFile("r1.book.json"), "--sheets", caseFile("r1.sheets.csv")]

describe("--explain", () => {
  it("says below the table how a unit's level came to be", async () => {
    const { code, printed } = await runHere(...files, "--explain", "乙")
    expect(code).toBe(0)
    const [, told = ""] = printed.split("\n\n乙：")
    // 0.4 · 95 + 0.6 · 86.66 = 38 + 51.996.
    expect(told).toContain("总分 89.996")
    expect(told).toContain("\n  总分：89.996 分\n")
    expect(printed.indexOf("甲")).toBeLessThan(printed.indexOf("总分：89.996"))
  })

  it("prints the explanation as JSON or as a page where that is the format", async () => {
    const json = await runHere(...files, "--explain", "乙", "--format", "json")
    const read = Schema.decodeUnknownSync(Schema.fromJsonString(Explanation))(json.printed)
    expect(read.root.step).toMatchObject({ _tag: "ExplainedOutcome", unit: { id: "乙" }, shown: "89.996" })
    const html = await runHere(...files, "--explain", "乙", "--format", "html")
    expect(html.printed).toMatch(/^<!DOCTYPE html>[\s\S]*总分：89\.996 分/)
  })

  it("tells a unit that there is not, and a format that cannot hold it", async () => {
    const unknown = await runHere(...files, "--explain", "癸")
    expect(unknown).toMatchObject({ code: 2, printed: "" })
    expect(unknown.complaints[0]).toContain("癸")
    const csv = await runHere(...files, "--explain", "乙", "--format", "csv")
    expect(csv.code).toBe(2)
    expect(csv.complaints).toEqual(["--format 现为“csv”，应为 table | json | html"])
  })
})
