import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { faultsOf, gridOf, xlsx } from "./support/read.ts"
import { sheetOf, textRow, workbook } from "./support/workbook.ts"

const table = (bytes: Uint8Array, sheet?: string) => Result.getOrThrow(xlsx(bytes, sheet))
const row = (cells: string): string => `<row r="1">${cells}</row>`
const firstRow = (...[xml, rest]: Parameters<typeof sheetOf>) => table(sheetOf(xml, rest)).rows[0]?.cells ?? []

describe("readTable on xlsx", () => {
  it("reads numbers as a spreadsheet program shows them, not as it stores them", () => {
    const stored = [
      "89.995999999999995",
      "0.30000000000000004",
      "79.999999999999986",
      "1E-3",
      "42",
      "-0",
      "1.5E+3",
      "110101199003071234"
    ]
    const cells = firstRow(row(stored.map((value) => `<c><v>${value}</v></c>`).join("")))
    // 79.999999999999986, an average that missed 80 by a hair, is 80 to the 15 digits that a spreadsheet program keeps.
    expect(cells.map((cell) => cell.text)).toEqual([
      "89.996",
      "0.3",
      "80",
      "0.001",
      "42",
      "0",
      "1500",
      "110101199003071000"
    ])
    expect(cells.every((cell) => cell.kind === "number")).toBe(true)
  })

  it("joins the runs of shared and inline texts and leaves readings out", () => {
    const shared = [
      "<si><t>一</t></si>",
      '<si><r><t>机关</t></r><r><t xml:space="preserve"> 第一</t></r><rPh><t>jiguan</t></rPh></si>',
      "<si><t>a_x000D_b_x005F_x000D_</t></si>"
    ]
    const xml = row(
      '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>x</t></r><r><t>&lt;y</t></r></is></c>'
    )
    expect(firstRow(xml, { shared }).map((cell) => cell.text)).toEqual(["机关 第一", "一", "a\rb_x000D_", "x<y"])
  })

  it("keeps the kinds of booleans, errors and formulas, and uses the stored result of a formula", () => {
    const xml = row(
      '<c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>SUM(A1)</f><v>3</v></c><c t="str"><f>"x"</f><v>x</v></c><c><f>B1+1</f><v></v></c>'
    )
    expect(firstRow(xml).map(({ kind, text }) => [kind, text])).toEqual([
      ["boolean", "TRUE"],
      ["error", "#DIV/0!"],
      ["number", "3"],
      ["text", "x"],
      ["formula", "=B1+1"]
    ])
  })

  it.each([
    ["yyyy/m/d", false, "40975", "2012-03-07"],
    ['yyyy"年"m"月"d"日"', false, "40975", "2012-03-07"],
    ["[$-804]yyyy/m/d;@", true, "39513", "2012-03-07"],
    ["m/d", false, "1", "1900-01-01"],
    ["m/d", false, "59", "1900-02-28"],
    ["m/d", false, "61", "1900-03-01"],
    ["m/d", true, "0", "1904-01-01"],
    ["yyyy/m/d", false, "40975.5", "2012-03-07 12:00:00"],
    ["yyyy/m/d", false, "2958465", "9999-12-31"]
  ])("reads a number of format %s (1904: %s) %s as the day %s", (format, is1904, value, day) => {
    const [cell] = firstRow(row(`<c s="1"><v>${value}</v></c>`), { formats: [format], is1904 })
    expect(cell).toEqual({ text: day, kind: "date" })
  })

  it("takes no number for a day that is none", () => {
    // 1900-02-29 was no day, and no day is earlier than 1900 or later than 9999.
    for (const value of ["60", "0", "-1", "2958466"]) {
      expect(firstRow(row(`<c s="1"><v>${value}</v></c>`), { formats: ["yyyy/m/d"] })[0]?.kind).toBe("number")
    }
    for (const format of ["0.00", "[Red]0", '0"月"', "#,##0_ ", "General", "0.0E+00", "000000"]) {
      expect(firstRow(row('<c s="1"><v>5</v></c>'), { formats: [format] })[0]).toEqual({
        text: "5",
        kind: "number",
        format
      })
    }
  })

  it("reads days that are stored as text of a day", () => {
    expect(firstRow(row('<c t="d"><v>2012-03-07T00:00:00</v></c>'))[0]).toEqual({ text: "2012-03-07", kind: "date" })
  })

  it("repeats the content of merged cells, saying where it comes from", () => {
    const xml = `<sheetData>${textRow(1, ["汇总表", "", ""])}${textRow(2, ["一支部", "甲", "9"])}${textRow(3, ["", "乙", "8"])}</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>`
    const read = table(workbook({ sheets: [{ name: "s", xml }] }))
    expect(gridOf(read)).toEqual([
      ["汇总表", "汇总表", "汇总表"],
      ["一支部", "甲", "9"],
      ["一支部", "乙", "8"]
    ])
    expect(read.rows[2]?.cells[0]?.mergedFrom).toBe("A2")
  })

  it("reads the first sheet that is not hidden unless another is named", () => {
    const sheet = (name: string, state?: string) => ({
      name,
      ...(state === undefined ? {} : { state }),
      xml: `<sheetData>${textRow(1, [name])}</sheetData>`
    })
    const bytes = workbook({
      sheets: [sheet("参数", "veryHidden"), sheet("旧", "hidden"), sheet("评分"), sheet("备份")]
    })
    expect(table(bytes).sheet).toBe("评分")
    expect(gridOf(table(bytes, "旧"))).toEqual([["旧"]])
    expect(faultsOf(xlsx(bytes, "成绩"))).toEqual([
      "scores.xlsx “成绩”表：没有名为“成绩”的工作表，现有：参数、旧、评分、备份"
    ])
    const hidden = workbook({ sheets: [sheet("参数", "hidden")] })
    expect(faultsOf(xlsx(hidden))).toEqual(["scores.xlsx：没有可见的工作表，请取消隐藏"])
  })

  it("reads parts whose names have a prefix, as some programs write them", () => {
    const bytes = workbook({
      sheets: [
        {
          name: "s",
          xml: '<x:sheetData xmlns:x="urn:x"><x:row r="4"><x:c r="B4"><x:v>7</x:v></x:c></x:row></x:sheetData>'
        }
      ]
    })
    expect(table(bytes).rows).toEqual([
      {
        number: 4,
        cells: [
          { text: "", kind: "text" },
          { text: "7", kind: "number", format: "General" }
        ]
      }
    ])
  })
})
