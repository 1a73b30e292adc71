import { exactUnsafe } from "@zhengyou/core"
import { type FactNames, readFacts, type Table, type TableFaults } from "@zhengyou/tables"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, xlsx } from "./support/read.ts"
import { sheetOf, textRow } from "./support/workbook.ts"

const names: FactNames = {
  facts: [
    { id: "rate", name: "满意率", type: "number" },
    { id: "veto", name: "一票否决", type: "flag" },
    { id: "level", name: "上年等级", type: "level" },
    { id: "founded", name: "成立日期", type: "date" },
    { id: "note", name: { "zh-CN": "荣誉", en: "Honour" }, type: "text" }
  ],
  units: [
    { id: "z01", name: "一支部" },
    { id: "z02", name: "二支部" }
  ],
  levels: [
    { id: "advanced", name: "先进" },
    { id: "weak", name: "后进" }
  ]
}

const read = (table: Result.Result<Table, TableFaults>) => Result.flatMap(table, (each) => readFacts(each, names))
const factsOf = (table: Result.Result<Table, TableFaults>) =>
  Result.getOrThrow(read(table)).facts.map(({ unit, fact, value }) => [unit, fact, value._tag, value.value])

describe("readFacts", () => {
  it("reads one row for each unit; an absent cell states no fact", () => {
    const text =
      "支部,满意率,一票否决,上年等级,成立日期,荣誉\n一支部,92.5%,否,先进,2012年3月7日,市级先进\nz02,46/50,—,无,,\n"
    expect(factsOf(csv(text))).toEqual([
      ["z01", "rate", "Number", exactUnsafe("0.925")],
      ["z01", "veto", "Flag", false],
      ["z01", "level", "Level", "advanced"],
      ["z01", "founded", "Date", "2012-03-07"],
      ["z01", "note", "Text", "市级先进"],
      ["z02", "rate", "Number", exactUnsafe("0.92")]
    ])
  })

  it("reads one row for each fact", () => {
    expect(factsOf(csv("单位,事实,值\nz01,满意率,0.9\nz02,一票否决,是\nz01,Honour,甲\n"))).toEqual([
      ["z01", "rate", "Number", exactUnsafe("0.9")],
      ["z02", "veto", "Flag", true],
      ["z01", "note", "Text", "甲"]
    ])
  })

  it.each(["是", "○", "√", "✔", "✔️", "TRUE", "yes", "Ｙ", "1"])("reads %s as yes", (mark) => {
    expect(factsOf(csv(`unit,veto\nz01,${mark}\n`))).toEqual([["z01", "veto", "Flag", true]])
  })

  it.each(["否", "×", "✘", "False", "no", "N", "０"])("reads %s as no", (mark) => {
    expect(factsOf(csv(`unit,veto\nz01,${mark}\n`))).toEqual([["z01", "veto", "Flag", false]])
  })

  it.each([
    "2012-03-07",
    "2012.3.7",
    "2012/3/7",
    "2012年3月7日",
    "２０１２．３．７",
    "2012 年 3 月 7 日".replace("2012 ", "2012")
  ])("reads %s as a day", (day) => {
    expect(factsOf(csv(`unit,founded\nz01,${day}\n`))).toEqual([["z01", "founded", "Date", "2012-03-07"]])
  })

  it("reads cells that hold days, shares and booleans", () => {
    const cells =
      '<row r="2"><c t="inlineStr"><is><t>z01</t></is></c><c s="1"><v>0.92500000000000004</v></c><c s="2"><v>40975</v></c><c t="b"><v>1</v></c></row>'
    const bytes = sheetOf(`${textRow(1, ["单位", "满意率", "成立日期", "一票否决"])}${cells}`, {
      formats: ["0.0%", "yyyy/m/d"]
    })
    expect(factsOf(xlsx(bytes))).toEqual([
      ["z01", "rate", "Number", exactUnsafe("0.925")],
      ["z01", "founded", "Date", "2012-03-07"],
      ["z01", "veto", "Flag", true]
    ])
  })

  it("tells every fault at once", () => {
    const text =
      '单位,满意率,一票否决,上年等级,成立日期\n一支部,"1,234.5",也许,优秀,2011-02-29\n三支部,高,x,,3月7日\nz01,1/0,是,先进,\n'
    expect(faultsOf(read(csv(text, "facts.csv")))).toEqual([
      "facts.csv 第 2 行 B 列（满意率）：现为“1,234.5”，应为数，如 92.5、46/50 或 92%",
      "facts.csv 第 2 行 C 列（一票否决）：现为“也许”，应为是或否（也可填 √、×、yes、no、1、0）",
      "facts.csv 第 2 行 D 列（上年等级）：没有名为“优秀”的等级，应为：先进（advanced）、后进（weak）",
      "facts.csv 第 2 行 E 列（成立日期）：现为“2011-02-29”，应为日期，如 2012-03-07 或 2012年3月7日",
      "facts.csv 第 3 行 A 列（单位）：没有名为“三支部”的单位，应为：一支部（z01）、二支部（z02）",
      "facts.csv 第 3 行 B 列（满意率）：现为“高”，应为数，如 92.5、46/50 或 92%",
      "facts.csv 第 3 行 C 列（一票否决）：现为“x”，应为是或否（也可填 √、×、yes、no、1、0）",
      "facts.csv 第 3 行 E 列（成立日期）：现为“3月7日”，应为日期，如 2012-03-07 或 2012年3月7日",
      "facts.csv 第 4 行 B 列（满意率）：现为“1/0”，应为数，如 92.5、46/50 或 92%",
      "facts.csv 第 4 行：第 2 行与第 4 行的单位相同，请只留一行"
    ])
    expect(faultsOf(read(csv("unit,fact,value\nz01,rate,1\nz01,满意率,2\nz01,热度,3\n", "facts.csv")))).toEqual([
      "facts.csv 第 3 行：第 2 行与第 3 行的单位、事实相同，请只留一行",
      "facts.csv 第 4 行 B 列（fact）：没有名为“热度”的事实，应为：满意率（rate）、一票否决（veto）、上年等级（level）、成立日期（founded）、荣誉（note）"
    ])
  })
})
