import { exactUnsafe } from "@zhengyou/core"
import { readSheets, type ScoreSheet, type SheetNames } from "@zhengyou/tables"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf } from "./support/read.ts"

const names: SheetNames = {
  units: [
    { id: "z01", name: "一支部" },
    { id: "z02", name: "二支部" }
  ],
  panels: [{ id: "experts", name: "专家组" }],
  criteria: [
    { id: "meetings", name: "民主生活会", labels: ["每季度一次", "半年一次", "无"] },
    { id: "letter", name: "等次", labels: ["A", "B"] },
    { id: "duty", name: "履职尽责", maximum: exactUnsafe(10) }
  ]
}

const read = (text: string, given = names) => Result.flatMap(csv(text), (table) => readSheets(table, given))

const sheetsOf = (text: string): ReadonlyArray<ScoreSheet> => Result.getOrThrow(read(text)).sheets

describe("readSheets with labels", () => {
  it("reads labels beside numbers, full-width letters and a label that elsewhere means nothing", () => {
    const sheets = sheetsOf(`单位,评价主体,评委,民主生活会,等次,履职尽责
一支部,专家组,甲,每季度一次,Ａ,9.5
二支部,专家组,甲,无,缺考,
`)
    expect(sheets.map(({ scores, absent }) => [scores, absent])).toEqual([
      [{ meetings: "每季度一次", letter: "A", duty: exactUnsafe("9.5") }, []],
      [{ meetings: "无" }, ["letter", "duty"]]
    ])
  })

  it("reads labels that look like numbers as labels", () => {
    const given = { ...names, criteria: [{ id: "stars", name: "星级", labels: ["5", "4"] }] }
    const sheets = Result.getOrThrow(read("unit,panel,rater,criterion,score\nz01,experts,a,stars,5\n", given)).sheets
    expect(sheets[0]?.scores).toEqual({ stars: "5" })
  })

  it("lists the labels where a cell holds none of them", () => {
    expect(faultsOf(read("单位,评价主体,评委,民主生活会,等次\n一支部,专家组,甲,每月一次,a\n"))).toEqual([
      "scores.csv 第 2 行 D 列（民主生活会）：现为“每月一次”，应为每季度一次、半年一次、无之一",
      "scores.csv 第 2 行 E 列（等次）：现为“a”，应为A、B之一"
    ])
  })
})

describe("readSheets with raters' units and groups", () => {
  it("reads both where the table has them, the unit by name or id", () => {
    const [first, second, third] = sheetsOf(`单位,评价主体,评委,评委单位,分组,履职尽责
一支部,专家组,甲,二支部,职工,9
一支部,专家组,乙,校外,,8
一支部,专家组,丙,,学生,8
`)
    expect([first?.raterUnit, first?.group]).toEqual(["z02", "职工"])
    expect(second).not.toHaveProperty("group")
    expect(second?.raterUnit).toBe("校外")
    expect(third).not.toHaveProperty("raterUnit")
  })

  it("reads a group by the name or id that its panel knows, and refuses another", () => {
    const groups = [{ id: "staff", name: { "zh-CN": "职工", en: "Staff" } }]
    const given = { ...names, panels: [{ id: "experts", name: "专家组", groups }] }
    const text = "unit,panel,rater,group,duty\nz01,experts,a,职工,9\nz01,experts,b,staff,9\nz01,experts,c,,9\n"
    const { sheets } = Result.getOrThrow(read(text, given))
    expect(sheets.map(({ group }) => group)).toEqual(["staff", "staff", undefined])
    expect(faultsOf(read(`${text}z01,experts,d,校友,9\n`, given))).toEqual([
      "scores.csv 第 5 行 D 列（group）：没有名为“校友”的分组，应为：职工（staff）"
    ])
  })

  it("refuses a sheet whose rows say two things of its rater", () => {
    const text = `unit,panel,rater,raterUnit,group,criterion,score
z01,experts,a,z02,staff,duty,9
z01,experts,a,二支部,students,letter,A
`
    expect(faultsOf(read(text))).toEqual([
      "scores.csv 第 3 行 E 列（group）：同一份评分表的分组现为“students”，与第 2 行不同，请改成一样"
    ])
    expect(tagsOf(read(text.replace("students", "staff")))).toEqual([])
  })
})
