import { readApplications, readLevels, readProblems, writeXlsx } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf, xlsx } from "./support/read.ts"

const units = [
  { id: "z01", name: "一支部" },
  { id: "z02", name: "二支部" }
]
const levels = [
  { id: "advanced", name: { "zh-CN": "先进", en: "Advanced" } },
  { id: "good", name: { "zh-CN": "良好", en: "Good" } }
]

const levelsOf = (text: string) =>
  Result.flatMap(csv(text, "levels.csv"), (table) => readLevels(table, { levels, units }))
const casesOf = (text: string) =>
  Result.flatMap(csv(text, "cases.csv"), (table) => readApplications(table, { levels, units }))
const problemsOf = (text: string) => Result.flatMap(csv(text, "ledger.csv"), (table) => readProblems(table, { units }))

describe("readLevels", () => {
  it("reads a unit's levels by date, by ids and names, under a title", () => {
    const text = `2012 年等级表
序号,支部,等级,生效日期,备注
1,一支部,Good,2012.4.12,
2,一支部,先进,2012年12月17日,晋级
3,z02,不定级,2012/4/12,新成立
`
    expect(Result.getOrThrow(levelsOf(text))).toEqual([
      { unit: "z01", level: "good", on: "2012-04-12", row: 3 },
      { unit: "z01", level: "advanced", on: "2012-12-17", row: 4 },
      { unit: "z02", on: "2012-04-12", row: 5 }
    ])
  })

  it("tells every fault with its row and column; a blank level is none of 不定级", () => {
    const text =
      "单位,等级,生效日期\n三支部,先进,2012-04-12\n一支部,优秀,2012-04-31\n一支部,,—\n二支部,先进,2012-04-12\n二支部,良好,2012-04-12\n合计,,\n"
    expect(faultsOf(levelsOf(text))).toEqual([
      "levels.csv 第 2 行 A 列（单位）：没有名为“三支部”的单位，应为：一支部（z01）、二支部（z02）",
      "levels.csv 第 3 行 B 列（等级）：没有名为“优秀”的等级，应为：先进（advanced）、良好（good）",
      "levels.csv 第 3 行 C 列（生效日期）：现为“2012-04-31”，应为日期，如 2012-03-07 或 2012年3月7日",
      "levels.csv 第 4 行 B 列（等级）：此格空白，请填写",
      "levels.csv 第 4 行 C 列（生效日期）：现为“—”，应为日期，如 2012-03-07 或 2012年3月7日",
      "levels.csv 第 6 行：第 5 行与第 6 行的单位、生效日期相同，请只留一行",
      "levels.csv 第 7 行：“合计”不是单位的数据，请删去合计、平均、备注等行"
    ])
  })

  it("takes any id where no units are given, and no name that is none", () => {
    const free = (text: string) => Result.flatMap(csv(text, "levels.csv"), (table) => readLevels(table, { levels }))
    const read = free("unit,level,since\n007,good,2012-04-12\n")
    expect(Result.getOrThrow(read)[0]?.unit).toBe("007")
    expect(tagsOf(free("unit,level,since\n__proto__,good,2012-04-12\n6.1E+17,good,2012-04-12\n"))).toEqual([
      "NotAnIdentifier",
      "DamagedIdentifier"
    ])
  })
})

describe("readApplications", () => {
  it("reads what is there, and passes over what is for people", () => {
    const text = `单位,申请人,现等级,申请等级,申请日期,复评等级,决定日期,生效日期
一支部,书记,良好,先进,2012-10-08,先进,2012-12-05,2012-12-17
二支部,书记,,先进,2012-10-09,,,
`
    expect(Result.getOrThrow(casesOf(text))).toEqual([
      {
        unit: "z01",
        from: "good",
        to: "advanced",
        on: "2012-10-08",
        assessed: "advanced",
        decided: "2012-12-05",
        inForce: "2012-12-17",
        row: 2
      },
      { unit: "z02", to: "advanced", on: "2012-10-09", row: 3 }
    ])
  })

  it("tells every fault of every cell", () => {
    const text =
      "单位,申请等级,申请日期,复评等级,决定日期,奖金\n一支部,最好,,优,后天,1\n一支部,先进,2012-10-08,,,\n一支部,良好,2012-10-08,,,\n"
    expect(tagsOf(casesOf(text))).toEqual([
      "UnknownColumn",
      "UnknownName",
      "Blank",
      "UnknownName",
      "NotADay",
      "Duplicate"
    ])
    expect(tagsOf(casesOf("单位,申请等级\n一支部,先进\n"))).toEqual(["NoHeader"])
    expect(tagsOf(casesOf("单位,申请等级,申请日期\n"))).toEqual(["EmptyTable"])
  })
})

const head = "编号,单位,性质,问题,发现日期,反弹日期,成因,整改措施,责任人,完成时限,状态,验收人,销号日期"

describe("readProblems", () => {
  it("reads lines in every state, each with as much as its state asks for", () => {
    const text = `整改台账
${head},联系领导
p1,一支部,共性问题,缺制度,2012-04-16,,换届,建章；公示,张　三,2012-06-30,已销号,督导组,2012-07-05,校领导
p1,二支部,共性,缺制度,2012-04-16,,换届,建章,李四,2012-06-30,待验收,,,
p2,z02,individual,缺委员,2012-04-16,2012-09-03,,,,,反弹重开,,,
`
    expect(Result.getOrThrow(problemsOf(text))).toEqual([
      {
        problem: "p1",
        unit: "z01",
        kind: "common",
        title: "缺制度",
        opened: "2012-04-16",
        status: "closed",
        plan: { cause: "换届", measures: ["建章", "公示"], owner: "张三", due: "2012-06-30" },
        verifier: "督导组",
        closed: "2012-07-05",
        row: 3
      },
      {
        problem: "p1",
        unit: "z02",
        kind: "common",
        title: "缺制度",
        opened: "2012-04-16",
        status: "submitted",
        plan: { cause: "换届", measures: ["建章"], owner: "李四", due: "2012-06-30" },
        row: 4
      },
      {
        problem: "p2",
        unit: "z02",
        kind: "individual",
        title: "缺委员",
        opened: "2012-04-16",
        reopened: "2012-09-03",
        status: "opened",
        row: 5
      }
    ])
  })

  it("reads English headers and words", () => {
    const columns = "problem,unit,kind,title,opened,reopened,cause,measures,owner,due,status,verifier,closedOn,remarks"
    const rows = `p1,z01,individual,no minutes,2012-04-16,,nobody,name one,Secretary,2012-06-30,in progress,,,late
p2,z02,individual,no room,2012-04-16,2012-05-03,moved,find one,Secretary,2012-06-30,closed,Inspectors,2012-07-05,
`
    expect(Result.getOrThrow(problemsOf(`${columns}\n${rows}`))).toMatchObject([
      { problem: "p1", status: "inProgress", plan: { measures: ["name one"] } },
      { problem: "p2", status: "closed", reopened: "2012-05-03", closed: "2012-07-05", verifier: "Inspectors" }
    ])
    const applied =
      "unit,from,target,applied,assessed,decided,inForce\nz01,Good,Advanced,2012-10-08,Advanced,2012-12-05,2012-12-17\n"
    expect(Result.getOrThrow(casesOf(applied))[0]).toMatchObject({ from: "good", inForce: "2012-12-17" })
  })

  it("tells what a state asks for and the row does not have", () => {
    const text = `${head}
p1,一支部,集体,缺制度,,,,；,,,整改中,,
p2,三支部,,,2012-04-16,,,,,,做完了,,
p3,一支部,,缺委员,2012-04-16,,,,,,反弹重开,,
p3,一支部,,缺委员,2012-04-16,,,,,,未启动,,
`
    expect(faultsOf(problemsOf(text))).toEqual([
      "ledger.csv 第 2 行 E 列（发现日期）：此格空白，请填写",
      "ledger.csv 第 2 行 C 列（性质）：没有名为“集体”的性质，应为：共性（common）、个性（individual）",
      "ledger.csv 第 2 行 G 列（成因）：此格空白，请填写",
      "ledger.csv 第 2 行 H 列（整改措施）：此格空白，请填写",
      "ledger.csv 第 2 行 I 列（责任人）：此格空白，请填写",
      "ledger.csv 第 2 行 J 列（完成时限）：此格空白，请填写",
      "ledger.csv 第 3 行 K 列（状态）：没有名为“做完了”的状态，应为：未启动（opened）、已定方案（planned）、整改中（inProgress）、待验收（submitted）、已销号（closed）、反弹重开（reopened）",
      "ledger.csv 第 3 行 B 列（单位）：没有名为“三支部”的单位，应为：一支部（z01）、二支部（z02）",
      "ledger.csv 第 3 行 D 列（问题）：此格空白，请填写",
      "ledger.csv 第 4 行 F 列（反弹日期）：此格空白，请填写",
      "ledger.csv 第 5 行：第 4 行与第 5 行的编号、单位相同，请只留一行"
    ])
    const least =
      "编号,单位,问题,发现日期,成因,整改措施,责任人,完成时限,状态\n1,一支部,缺委员,2012-04-16,,,,,反弹重开\n"
    expect(tagsOf(problemsOf(least))).toEqual(["NoHeader"])
  })
})

describe("any cells", () => {
  it("are read or refused, never thrown at", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "一支部",
        "先进",
        "2012-04-12",
        "已销号",
        "整改中",
        "",
        "—",
        "__proto__",
        "9".repeat(400),
        "\u202e"
      ),
      fc.string({ unit: "binary", maxLength: 8 })
    )
    const header = ["编号", "单位", "问题", "发现日期", "成因", "整改措施", "责任人", "完成时限", "状态"]
    const rows = fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (records) => {
        const table = Result.flatMap(writeXlsx([{ name: "台账", rows: [header, ...records] }], "a.xlsx"), (bytes) =>
          xlsx(bytes)
        )
        const made = Result.flatMap(table, (read) => readProblems(read, { units }))
        if (Result.isFailure(made)) expect(made.failure.length).toBeGreaterThan(0)
        else for (const one of made.success) expect(["z01", "z02"]).toContain(one.unit)
      }),
      { numRuns: 200 }
    )
  })
})
