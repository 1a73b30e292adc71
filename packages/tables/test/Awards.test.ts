import { formatExact } from "@zhengyou/core"
import { type AwardNames, readAwards } from "@zhengyou/tables"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf } from "./support/read.ts"

const names: AwardNames = {
  units: [
    { id: "z01", name: "一支部" },
    { id: "z02", name: "二支部" }
  ],
  adjustments: [
    { id: "honours", name: { "zh-CN": "表彰加分", en: "Honours" } },
    { id: "incidents", name: "通报扣分" }
  ]
}

const read = (text: string, given = names) =>
  Result.flatMap(csv(text, "awards.csv"), (table) => readAwards(table, given))

describe("readAwards", () => {
  it("reads an entry from each row, by ids and names, under a title", () => {
    const awards = Result.getOrThrow(
      read(`2012 年加减分汇总
序号,支部,加减分项,事项,分值,备注
1,一支部,表彰加分,市级先进集体,１．５,
2,z01,Honours,校级先进集体,1,
3,二支部,incidents,通报批评,0.5,三月
`)
    ).awards
    expect(awards.map(({ points, ...rest }) => ({ ...rest, points: formatExact(points) }))).toEqual([
      { unit: "z01", adjustment: "honours", item: "市级先进集体", points: "1.5", row: 3 },
      { unit: "z01", adjustment: "honours", item: "校级先进集体", points: "1", row: 4 },
      { unit: "z02", adjustment: "incidents", item: "通报批评", points: "0.5", row: 5 }
    ])
  })

  it("tells every fault with its row and column", () => {
    const text = `单位,加减分项,事项,分值
三支部,表彰加分,奖一,1
一支部,捐款,奖一,-1
一支部,表彰加分,,1分
一支部,表彰加分,奖二,
一支部,表彰加分,奖三,无
二支部,表彰加分,奖四,1
z02,honours,奖四,2
合计,,,5
`
    expect(faultsOf(read(text))).toEqual([
      "awards.csv 第 2 行 A 列（单位）：没有名为“三支部”的单位，应为：一支部（z01）、二支部（z02）",
      "awards.csv 第 3 行 B 列（加减分项）：没有名为“捐款”的加减分项，应为：表彰加分（honours）、通报扣分（incidents）",
      "awards.csv 第 3 行 D 列（分值）：现为“-1”，应为不小于 0 的数",
      "awards.csv 第 4 行 C 列（事项）：此格空白，请填写",
      "awards.csv 第 4 行 D 列（分值）：现为“1分”，应为不小于 0 的数，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线",
      "awards.csv 第 5 行 D 列（分值）：此格空白，请填写",
      "awards.csv 第 6 行 D 列（分值）：现为“无”，应为不小于 0 的数",
      "awards.csv 第 8 行：第 7 行与第 8 行的单位、加减分项、事项相同，请只留一行",
      "awards.csv 第 9 行：“合计”不是单位的数据，请删去合计、平均、备注等行"
    ])
  })

  it("takes any text for a unit's id where no units are given, and refuses a table of other columns", () => {
    const { units: _, ...free } = names
    expect(Result.getOrThrow(read("unit,adjustment,item,points\n007,honours,x,1\n", free)).awards[0]?.unit).toBe("007")
    expect(tagsOf(read("unit,adjustment,points\nz01,honours,1\n"))).toEqual(["NoHeader"])
  })
})
