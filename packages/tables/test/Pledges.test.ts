import { exactUnsafe as x } from "@zhengyou/core"
import { readPledges, writeXlsx } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf, xlsx } from "./support/read.ts"

const units = [
  { id: "z01", name: "一支部" },
  { id: "w01", name: { "zh-CN": "大厅", en: "Hall" } }
]
const service = [{ id: "service", name: { "zh-CN": "服务群众", en: "Service" } }]
const categories = { branch: service, unit: service, member: [] }
const names = { units, categories }
const read = (text: string) => Result.flatMap(csv(text, "pledges.csv"), (table) => readPledges(table, names))

const full =
  "编号,承诺主体,支部,承诺人,工号,类别,承诺内容,措施,指标,计量单位,方向,基数,基数来源,目标值,核验方式,完成时限,责任人,依据,急难险重,公开范围,口头原因,接收组织,公开日期,退回次数,备注"

describe("readPledges", () => {
  it("reads all that a row says, by names and ids, and passes over what is for people", () => {
    const text = `公开承诺表
${full}
p1,支部,一支部,,,服务群众,走访20间,排班；公布,时间,天,降低,５,登记簿,2.5,查登记簿,2012年6月29日,张　三,问题 P-12；意见：F-3;need n1,抗洪,公开,,,2012-03-20,2,
p2,党员,z01,李 四,0012345,自定,走访12间,,,,,,,,,,,,,由接收组织公开,,外地支部,,,
p3,member,一支部,李四,,,走访,,,,,,,,,—,,,,口头,年事已高,,,,
p4,单位,Hall,,,,办结,,时间,天,hold,,,,,,,,,,,,,,
`
    expect(Result.getOrThrow(read(text))).toEqual([
      {
        id: "p1",
        pledger: { kind: "branch", id: "z01", name: "一支部", unit: "z01" },
        category: "service",
        content: "走访20间",
        measures: ["排班", "公布"],
        target: {
          indicator: "时间",
          unit: "天",
          direction: "lower",
          baseline: { value: x(5), source: "登记簿" },
          value: x("2.5")
        },
        verification: "查登记簿",
        term: { on: "2012-06-29" },
        owner: "张三",
        basis: [
          { kind: "problem", id: "P-12" },
          { kind: "feedback", id: "F-3" },
          { kind: "need", id: "n1" }
        ],
        urgentPosts: ["抗洪"],
        visibility: { _tag: "Public" },
        publishedOn: "2012-03-20",
        row: 3
      },
      {
        id: "p2",
        pledger: { kind: "member", id: "0012345", name: "李四", unit: "z01" },
        category: "自定",
        content: "走访12间",
        measures: [],
        basis: [],
        urgentPosts: [],
        visibility: { _tag: "ByReceivingOrganisation", organisation: { id: "外地支部", name: "外地支部" } },
        row: 4
      },
      {
        id: "p3",
        pledger: { kind: "member", id: "z01/李四", name: "李四", unit: "z01" },
        content: "走访",
        measures: [],
        basis: [],
        urgentPosts: [],
        visibility: { _tag: "OralOnly", why: "年事已高" },
        row: 5
      },
      {
        id: "p4",
        pledger: { kind: "unit", id: "w01", name: { "zh-CN": "大厅", en: "Hall" }, unit: "w01" },
        content: "办结",
        measures: [],
        target: { indicator: "时间", unit: "天", direction: "hold" },
        basis: [],
        urgentPosts: [],
        visibility: { _tag: "Public" },
        row: 6
      }
    ])
  })

  it("tells every fault with its row and column", () => {
    const text = `${full}
p1,党组,二支部,,,,,,时间,,升高,五,,,,6月底,,张三说的,,半公开,,,后天,,
p1,党支部,一支部,,,,走访,,,,,,簿,3,,,,,,口头,,,,,
,党员,一支部,,,,走访,,,,,,,,,,,,,由接收组织公开,,,,,
合计,,,,,,,,,,,,,,,,,,,,,,,,
`
    expect(faultsOf(read(text))).toEqual([
      "pledges.csv 第 2 行 C 列（支部）：没有名为“二支部”的单位，应为：一支部（z01）、大厅（w01）",
      "pledges.csv 第 2 行 B 列（承诺主体）：没有名为“党组”的承诺主体，应为：党支部（branch）、单位（unit）、党员（member）",
      "pledges.csv 第 2 行 G 列（承诺内容）：此格空白，请填写",
      "pledges.csv 第 2 行 T 列（公开范围）：没有名为“半公开”的公开范围，应为：公开（public）、只口头承诺（oralOnly）、由接收组织公开（byReceivingOrganisation）",
      "pledges.csv 第 2 行 L 列（基数）：现为“五”，应为数，如 92.5、46/50 或 92%",
      "pledges.csv 第 2 行 J 列（计量单位）：此格空白，请填写",
      "pledges.csv 第 2 行 K 列（方向）：没有名为“升高”的方向，应为：提高（raise）、降低（lower）、保持（hold）",
      "pledges.csv 第 2 行 P 列（完成时限）：现为“6月底”，应为日期，如 2012-03-07 或 2012年3月7日",
      "pledges.csv 第 2 行 R 列（依据）：现为“张三说的”，应写明是需求、问题还是意见，以及编号，如“问题 P-12”",
      "pledges.csv 第 2 行 W 列（公开日期）：现为“后天”，应为日期，如 2012-03-07 或 2012年3月7日",
      "pledges.csv 第 3 行 U 列（口头原因）：此格空白，请填写",
      "pledges.csv 第 3 行 I 列（指标）：此格空白，请填写",
      "pledges.csv 第 3 行 J 列（计量单位）：此格空白，请填写",
      "pledges.csv 第 3 行 K 列（方向）：此格空白，请填写",
      "pledges.csv 第 3 行：第 2 行与第 3 行的编号相同，请只留一行",
      "pledges.csv 第 4 行 D 列（承诺人）：此格空白，请填写",
      "pledges.csv 第 4 行 A 列（编号）：此格空白，请填写",
      "pledges.csv 第 4 行 V 列（接收组织）：此格空白，请填写",
      "pledges.csv 第 5 行：“合计”不是单位的数据，请删去合计、平均、备注等行"
    ])
  })

  it("a column that a row needs and the table lacks is a fault of that row", () => {
    const text = "编号,承诺主体,单位,承诺内容,目标值,公开范围\n1,党员,一支部,走访,3,口头\n"
    expect(faultsOf(read(text))).toEqual([
      "pledges.csv 第 2 行：前 10 行内没有找到完整的表头，缺少：承诺人",
      "pledges.csv 第 2 行：前 10 行内没有找到完整的表头，缺少：口头原因",
      "pledges.csv 第 2 行：前 10 行内没有找到完整的表头，缺少：指标",
      "pledges.csv 第 2 行：前 10 行内没有找到完整的表头，缺少：计量单位",
      "pledges.csv 第 2 行：前 10 行内没有找到完整的表头，缺少：方向"
    ])
    expect(tagsOf(read("编号,单位,承诺内容\n1,一支部,走访\n"))).toEqual(["NoHeader"])
    expect(tagsOf(read("编号,承诺主体,单位,承诺内容,奖金\n1,党支部,一支部,走访,1\n"))).toEqual(["UnknownColumn"])
  })

  it("refuses what is no id or too long, and takes any unit where none are given", () => {
    const free = (text: string) =>
      Result.flatMap(csv(text, "pledges.csv"), (table) => readPledges(table, { categories }))
    const head = "编号,承诺主体,单位,承诺人,承诺内容\n"
    expect(Result.getOrThrow(free(`${head}1,党支部,旧支部,,走访\n`))[0]?.pledger.unit).toBe("旧支部")
    expect(tagsOf(free(`${head}__proto__,党支部,旧支部,,走访\n`))).toEqual(["NotAnIdentifier"])
    expect(tagsOf(free(`${head}1,党支部,__proto__,,走访\n6.1E+17,党支部,b,,走访\n`))).toEqual([
      "NotAnIdentifier",
      "DamagedIdentifier"
    ])
    expect(tagsOf(free(`${head}1,党支部,b,,${"走".repeat(20_001)}\n`))).toEqual(["TooLarge"])
    expect(tagsOf(free(`${head}1,党员,b,${"甲".repeat(120)},走访\n`))).toEqual(["NotAnIdentifier"])
  })

  it("reads the same from xlsx, with numbers as a spreadsheet program holds them", () => {
    const rows = [
      ["编号", "承诺主体", "单位", "承诺内容", "指标", "计量单位", "方向", "基数", "目标值", "完成时限"],
      ["p1", "党支部", "一支部", "走访", "间数", "间", "提高", x(12), x(20), "2012-06-29"]
    ]
    const bytes = Result.getOrThrow(writeXlsx([{ name: "承诺", rows }], "pledges.xlsx"))
    const found = Result.getOrThrow(Result.flatMap(xlsx(bytes), (table) => readPledges(table, names)))
    expect(found[0]?.target).toMatchObject({ baseline: { value: x(12) }, value: x(20) })
  })

  it("never throws, whatever the cells hold, and reads as many pledges as there are ids or tells faults", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("党员", "党支部", "一支部", "口头", "5%", "1/0", "问题", "2012-06-29", "—", "=1+1")
    )
    const row = fc.array(cell, { minLength: 23, maxLength: 23 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (cells) => {
        const lines = cells.map((one) => one.map((text) => `"${text.toWellFormed().replaceAll('"', '""')}"`).join(","))
        const result = read(`${full.split(",").slice(0, 23).join(",")}\n${lines.join("\n")}\n`)
        if (Result.isSuccess(result))
          expect(new Set(result.success.map(({ id }) => id)).size).toBe(result.success.length)
        else expect(result.failure.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 }
    )
  })
})
