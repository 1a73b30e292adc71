import { mergeTallies } from "@zhengyou/core"
import { type BallotNames, formatTableFault, readBallots, type TableFault } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csv, tagsOf } from "./support/read.ts"

const choices = [
  { id: "satisfied", name: "满意" },
  { id: "dissatisfied", name: "不满意" },
  { id: "unknown", name: "不了解" }
]
const names: BallotNames = {
  units: [
    { id: "z01", name: { "zh-CN": "教务处", en: "Teaching" } },
    { id: "z02", name: "后勤处" }
  ],
  groups: [
    { id: "staff", name: "教职工" },
    { id: "students", name: "学生", subjects: ["z01"] }
  ],
  questions: [
    { id: "overall", name: "总体评价", choices },
    { id: "speed", name: "办事效率", choices }
  ]
}

const read = (text: string, faulty: "refuse" | "leaveOut" = "refuse") =>
  Result.flatMap(csv(text, "ballots.csv"), (table) => readBallots(table, names, faulty))

const faultsOf = (result: ReturnType<typeof read>): ReadonlyArray<TableFault> =>
  Result.isFailure(result) ? result.failure : []

describe("counts", () => {
  it("are read by ids and names; the ballots that came in are the most answers to a question, or what is stated", () => {
    const { tally } = Result.getOrThrow(
      read(`满意度评价汇总
单位,测评群体,题目,选项,票数
教务处,学生,总体评价,满意,９０
教务处,学生,总体评价,不满意,7
z01,students,speed,satisfied,95
教务处,学生,,收回票数,104
后勤处,教职工,总体评价,不了解,3
`)
    )
    expect(tally.returned).toEqual([
      { subject: "z01", group: "students", ballots: 104 },
      { subject: "z02", group: "staff", ballots: 3 }
    ])
    expect(tally.choices.map(({ question, choice, ballots }) => `${question} ${choice} ${ballots}`)).toEqual([
      "overall dissatisfied 7",
      "overall satisfied 90",
      "speed satisfied 95",
      "overall unknown 3"
    ])
  })

  it("tell every fault with its row and column, and are never counted in part", () => {
    const text = `单位,群体,题目,选项,票数
教务处,学生,总体评价,很好,1
教务处,学生,总体评价,满意,-3
教务处,学生,总体评价,不满意,1000000000
教务处,学生,总体评价,不了解,2.5
后勤处,学生,总体评价,满意,1
教务处,校友,总体评价,满意,1
教务处,教职工,总体评价,满意,5
教务处,教职工,总体评价,满意,6
教务处,教职工,,收回,4
合计,,,,20
`
    for (const faulty of ["refuse", "leaveOut"] as const) {
      expect(tagsOf(read(text, faulty))).toEqual([
        "UnknownName",
        "NotACount",
        "NotACount",
        "NotACount",
        "MayNotRate",
        "UnknownName",
        "Duplicate",
        "FewerThanAnswers",
        "SummaryRow"
      ])
    }
    const faults = faultsOf(read(text))
    expect(faults.map((fault) => `${fault.row}${fault.column ?? ""}`)).toEqual("2D 3E 4E 5E 6B 7B 9 10E 11".split(" "))
    const said = (i: number, language: "zh-CN" | "en") => {
      const fault = faults[i]
      return fault === undefined ? "" : formatTableFault(fault, language)
    }
    expect(said(2, "zh-CN")).toBe(
      "ballots.csv 第 4 行 E 列（票数）：现为“1000000000”，应为票数，即 0 至 100000000 的整数"
    )
    expect(said(4, "zh-CN")).toBe("ballots.csv 第 6 行 B 列（群体）：群体“学生”不参评“后勤处”，请改正或删去")
    expect(said(7, "en")).toBe(
      "ballots.csv, row 10, column E (票数): 4 ballots are fewer than the 5 answers to a question: correct it"
    )
  })
})

describe("single ballots", () => {
  const text = `单位,群体,凭证,总体评价,办事效率,备注
教务处,学生,a1,满意,满意,
教务处,学生,a2,不满意,,
教务处,学生,a3,很好,不满意,
教务处,学生,a1,不满意,不满意,
后勤处,学生,a4,满意,满意,
后勤处,教职工,a5,—,不了解,
`

  it("are refused with their places", () => {
    const faults = faultsOf(read(text))
    expect(faults.map((fault) => `${fault.row}${fault.column ?? ""} ${fault.problem._tag}`)).toEqual([
      "4D UnknownName",
      "5 Duplicate",
      "6B MayNotRate"
    ])
  })

  it("are left out only where that is said, and then are listed", () => {
    const { tally, ballots, leftOut } = Result.getOrThrow(read(text, "leaveOut"))
    expect(leftOut.map(({ row }) => row)).toEqual([4, 5, 6])
    expect(ballots.map(({ row, answers }) => [row, answers])).toEqual([
      [2, { overall: "satisfied", speed: "satisfied" }],
      [3, { overall: "dissatisfied" }],
      [7, { speed: "unknown" }]
    ])
    expect(tally.returned).toEqual([
      { subject: "z01", group: "students", ballots: 2 },
      { subject: "z02", group: "staff", ballots: 1 }
    ])
  })

  it("with a column that nobody knows are refused whatever is said", () => {
    expect(tagsOf(read("单位,群体,总体评价,颜色\n教务处,学生,满意,红\n", "leaveOut"))).toEqual(["UnknownColumn"])
    expect(tagsOf(read("单位,群体\n教务处,学生\n", "leaveOut"))).toEqual(["NoHeader"])
  })

  it("list a thousand faults and count the rest", () => {
    const faults = faultsOf(read(`单位,群体,总体评价\n${"教务处,学生,很好\n".repeat(1500)}`))
    expect(faults.length).toBe(1001)
    expect(faults.at(-1)?.problem).toEqual({ _tag: "MoreFaults", count: 500 })
  })

  it("come to what their counts come to, in any order", () => {
    const ballot = fc.record({
      subject: fc.constantFrom("z01", "z02"),
      overall: fc.constantFrom("", "satisfied", "dissatisfied", "unknown")
    })
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 40 }), (ballots) => {
        const rows = ballots.map(({ subject, overall }) => `${subject},staff,${overall}`)
        const table = (lines: ReadonlyArray<string>) =>
          Result.getOrThrow(read(`单位,群体,总体评价\n${lines.join("\n")}\n`)).tally
        const expected = mergeTallies({
          returned: ballots.map(({ subject }) => ({ subject, group: "staff", ballots: 1 })),
          choices: ballots.flatMap(({ subject, overall }) =>
            overall === "" ? [] : [{ subject, group: "staff", question: "overall", choice: overall, ballots: 1 }]
          )
        })
        expect(table(rows)).toEqual(expected)
        expect(table(rows.toReversed())).toEqual(expected)
      })
    )
  })
})
