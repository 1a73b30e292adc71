import { readRoster, type Table, type TableFaults, writeXlsx } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf, xlsx } from "./support/read.ts"
import { sheetOf, textRow } from "./support/workbook.ts"

const read = (table: Result.Result<Table, TableFaults>) => Result.flatMap(table, readRoster)

describe("readRoster", () => {
  it("reads units with what is known of them", () => {
    const text = `单位名册,,,,,,
编号,单位名称,类型,上级,成立日期,撤销日期,并入
001,机关第一支部,机关,校党委,2011.4.2,,
110101199003071234,图书馆 支部,,001,2012年3月7日,2013/1/1,机关第一支部
`
    expect(Result.getOrThrow(read(csv(text)))).toEqual([
      { id: "001", name: "机关第一支部", type: "机关", parent: "校党委", founded: "2011-04-02" },
      {
        id: "110101199003071234",
        name: "图书馆 支部",
        parent: "001",
        founded: "2012-03-07",
        closed: "2013-01-01",
        mergedInto: "001"
      }
    ])
  })

  it("refuses an id that comes twice, naming both rows, and everything else that is wrong", () => {
    const text = "id,name,founded,mergedInto\n01,甲,,\n02,,2011-13-01,09\n０１,乙,,\n01,丙,,\n6.11E+15,丁,,\n"
    expect(faultsOf(read(csv(text, "roster.csv")))).toEqual([
      "roster.csv 第 3 行 B 列（name）：此格空白，请填写",
      "roster.csv 第 3 行 C 列（founded）：现为“2011-13-01”，应为日期，如 2012-03-07 或 2012年3月7日",
      "roster.csv 第 3 行 D 列（mergedInto）：没有名为“09”的单位，应为：甲（01）、乙（０１）",
      "roster.csv 第 5 行：第 2 行与第 5 行的编号相同，请只留一行",
      "roster.csv 第 6 行 A 列（id）：“6.11E+15”已不是原来的编号，请把此列设为文本格式后重新填写"
    ])
    expect(tagsOf(read(csv(`id,name\n01,${"长".repeat(2001)}\n`)))).toEqual(["TooLarge"])
    expect(faultsOf(read(csv("id,name\n__proto__,乙\n", "roster.csv")))).toEqual([
      "roster.csv 第 2 行 A 列（id）：“__proto__”不能作编号，应为 1 至 120 个字符，不含换行等控制字符"
    ])
  })

  const idOf = (value: string, format: string) =>
    read(
      xlsx(
        sheetOf(
          `${textRow(1, ["编号", "名称"])}<row r="2"><c s="1"><v>${value}</v></c><c t="inlineStr"><is><t>甲</t></is></c></row>`,
          { formats: [format] }
        )
      )
    )

  it.each([
    ["42", "General", "42"],
    ["42", "000000", "000042"],
    ["1234567", "000000", "1234567"],
    ["123456789012345", "0", "123456789012345"],
    ["7", "@", "7"],
    ["7", "0_ ", "7"]
  ])("reads the number %s of format %s as the id %s, as it is shown", (value, format, id) => {
    expect(Result.getOrThrow(idOf(value, format))[0]?.id).toBe(id)
  })

  it.each([
    ["1.10101199003071E+17", "General"],
    ["1234567890123456", "0"],
    ["1.5", "General"],
    ["-3", "General"],
    ["42", '"Z"000'],
    ["1234", "#,##0"],
    ["40975", "yyyy/m/d"],
    ["0.05", "0%"]
  ])("takes the number %s of format %s for a damaged id", (value, format) => {
    expect(tagsOf(idOf(value, format))).toEqual(["DamagedIdentifier"])
  })

  it("gives back any ids of digits that were written as text", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.uniqueArray(digits, { minLength: 1, maxLength: 8 }), (ids) => {
        const rows = [["编号", "名称"], ...ids.map((id) => [id, `支部${id}`])]
        const bytes = Result.getOrThrow(writeXlsx([{ name: "名册", rows }], "roster.xlsx"))
        expect(Result.getOrThrow(read(xlsx(bytes))).map((unit) => unit.id)).toEqual(ids)
      }),
      { numRuns: 50 }
    )
  })
})
