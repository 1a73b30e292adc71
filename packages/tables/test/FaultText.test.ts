import { formatTableFault, TableFault, type TableProblem } from "@zhengyou/tables"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"

const named = [{ id: "z01", name: { "zh-CN": "一支部", en: "First branch" } }]

/** One of each problem, with the words that its texts must hold. */
const problems: ReadonlyArray<readonly [TableProblem, zh: string, en: string]> = [
  [
    { _tag: "UnknownName", found: "x", subject: "unit", allowed: named, count: 9 },
    "一支部（z01） 等 9 个",
    "First branch (z01), … (9 in all)"
  ],
  [{ _tag: "AmbiguousName", found: "x", matches: named }, "一支部（z01）", "First branch (z01)"],
  [
    { _tag: "NotABasis", found: "张三说的" },
    "现为“张三说的”，应写明是需求、问题还是意见，以及编号",
    'is "张三说的", but must be a need, problem or feedback with its id'
  ],
  [
    { _tag: "NotAScore", found: "sheep", maximum: "100" },
    "现为“sheep”，应为 0 至 100 的数",
    'is "sheep", but must be a number from 0 to 100'
  ],
  [{ _tag: "NotAScore", found: "sheep" }, "现为“sheep”，应为不小于 0 的数", "a number of 0 or more"],
  [
    { _tag: "Duplicate", columns: ["unit", "rater"], rows: [2, 9] },
    "第 2 行与第 9 行的单位、评委相同",
    "rows 2 and 9 have the same unit, rater"
  ],
  [
    { _tag: "NotALabel", found: "E", allowed: ["A", "B"], count: 12 },
    "现为“E”，应为A、B 等 12 个之一",
    'is "E", but must be one of A, B, … (12 in all)'
  ],
  [
    { _tag: "NotTheSame", found: "学生", column: "group", first: 3 },
    "同一份评分表的分组现为“学生”，与第 3 行不同",
    'the group of this sheet is "学生", but another one in row 3'
  ],
  [{ _tag: "TooLarge", measure: "unzipped", limit: 7 }, "上限 7 字节（解压后）", "the limit of 7 bytes once unpacked"],
  [{ _tag: "NoHeader", missing: ["score"], items: [] }, "缺少：分数", "they lack: score"],
  [{ _tag: "MoreFaults", count: 3 }, "另有 3 处", "3 more faults"]
]

describe("formatTableFault", () => {
  it.each(problems)("writes %o in both languages", (problem, zh, en) => {
    const fault: TableFault = { file: "a.xlsx", sheet: "表一", row: 7, column: "C", header: "分数", problem }
    expect(formatTableFault(fault, "zh-CN")).toMatch(/^a\.xlsx “表一”表 第 7 行 C 列（分数）：/)
    expect(formatTableFault(fault, "zh-CN")).toContain(zh)
    expect(formatTableFault(fault, "en")).toMatch(/^a\.xlsx, sheet "表一", row 7, column C \(分数\): /)
    expect(formatTableFault(fault, "en")).toContain(en)
  })

  it.each(problems)("keeps %o through JSON", (problem) => {
    const fault: TableFault = { file: "a.csv", row: 7, problem }
    const json: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(TableFault)(fault)))
    expect(Schema.decodeUnknownSync(TableFault)(json)).toEqual(fault)
  })
})
