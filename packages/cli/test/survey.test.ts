import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { SurveyResult } from "@zhengyou/report"
import { formulaPresets } from "@zhengyou/satisfaction"
import { writeXlsx } from "@zhengyou/tables"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { inFolder, runHere, runProcess, write } from "./support.ts"

const choice = (id: string, name: string, kind = "rated") => ({ id, name, kind })
const plan = (more: object = {}) => ({
  format: "zhengyou/survey@1",
  title: "满意度评价",
  questionnaire: {
    id: "style",
    frame: "everybody",
    subjects: ["z01", "z02"],
    scales: [
      {
        id: "three",
        choices: [
          choice("satisfied", "满意"),
          choice("fairlySatisfied", "基本满意"),
          choice("dissatisfied", "不满意"),
          choice("unknown", "不了解", "neutral")
        ]
      }
    ],
    questions: [{ id: "overall", name: "总体评价", scale: "three" }],
    groups: [
      { id: "staff", name: "教职工", parts: [{ id: "staff-of-z01", unit: "z01" }] },
      { id: "students", name: "学生" }
    ]
  },
  formula: "satisfied/valid",
  ...more
})

const header = "单位,群体,题目,选项,票数\n"
const sheet = `${header}z01,学生,总体评价,满意,60\nz01,学生,总体评价,基本满意,25\nz01,学生,总体评价,不满意,5\nz01,学生,总体评价,不了解,10\n`
const roster = "编号,名称\nz01,教务处\nz02,后勤处\n"

interface Given {
  readonly plan?: object
  readonly ballots: string | Uint8Array
  readonly previous?: string
  readonly roster?: string
  readonly more?: ReadonlyArray<string>
}

const filesOf = (folder: string, given: Given): ReadonlyArray<string> => [
  "survey",
  "--questionnaire",
  write(folder, "plan.json", JSON.stringify(plan(given.plan))),
  "--ballots",
  write(folder, typeof given.ballots === "string" ? "ballots.csv" : "ballots.xlsx", given.ballots),
  ...(given.previous === undefined ? [] : ["--previous", write(folder, "before.csv", given.previous)]),
  ...(given.roster === undefined ? [] : ["--roster", write(folder, "roster.csv", given.roster)]),
  ...(given.more ?? [])
]

const survey = (given: Given) => inFolder((folder) => runHere(...filesOf(folder, given)))

const resultOf = async (given: Given) => {
  const { code, printed, complaints } = await survey({ ...given, more: [...(given.more ?? []), "--format", "json"] })
  expect(complaints).toEqual([])
  expect(code).toBe(0)
  return Schema.decodeUnknownSync(Schema.fromJsonString(SurveyResult))(printed)
}

describe("one sheet of 100 ballots", () => {
  // 60 satisfied, 25 fairly, 5 not, 10 don't know: by hand (60·100 + 25·70 + 5·30) / 90 = 87.78, and so on.
  it("has eleven rates between 60.00 and 95.00 by the formulas of practice", async () => {
    const shown = new Map<string, string>()
    for (const { id } of formulaPresets) {
      const { units } = await resultOf({ plan: { formula: id }, ballots: sheet })
      const [unit] = units
      if (unit?.outcome === "figure") shown.set(id, unit.shown)
    }
    expect(Object.fromEntries(shown)).toEqual({
      "satisfied/valid": "66.67%",
      "satisfied/returned": "60.00%",
      "favourable/valid": "94.44%",
      "favourable/returned": "85.00%",
      "fairly-0.6/valid": "83.33%",
      "fairly-0.6/returned": "75.00%",
      "fairly-0.8/valid": "88.89%",
      "fairly-0.8/returned": "80.00%",
      "points-100-70-30/valid": "87.78%",
      "points-100-70-30/returned": "79.00%",
      "not-dissatisfied/valid": "94.44%",
      "not-dissatisfied/returned": "95.00%"
    })
    expect(new Set(shown.values()).size).toBe(11)
  })
})

describe("ballots", () => {
  it("of a unit's own people are left out", async () => {
    const own = `${sheet}z01,教职工（教务处）,总体评价,满意,500\nz02,教职工（教务处）,总体评价,满意,20\n`
    const { units, overall } = await resultOf({ ballots: own, roster })
    expect(units.map((unit) => (unit.outcome === "figure" ? unit.returned : unit.outcome))).toEqual([100, 20])
    expect(overall.outcome === "figure" && overall.returned).toBe(120)
  })

  it("are read from xlsx, one row for each, and told what to leave out", async () => {
    const row = (group: string, answer: string, token: string) => ["教务处", group, answer, token]
    const rows = [
      ["单位", "群体", "总体评价", "凭证"],
      ...Array.from({ length: 9 }, (_, i) => row("学生", i < 6 ? "满意" : "不满意", `t${i}`)),
      row("学生", "很好", "t9"),
      row("学生", "满意", "t0")
    ]
    const ballots = Result.getOrThrow(writeXlsx([{ name: "票", rows }], "ballots.xlsx"))
    const refused = await survey({ ballots, roster })
    expect([refused.code, refused.complaints]).toEqual([
      2,
      [
        "ballots.xlsx “票”表 第 11 行 C 列（总体评价）：没有名为“很好”的选项，应为：满意（satisfied）、基本满意（fairlySatisfied）、不满意（dissatisfied）、不了解（unknown）",
        "ballots.xlsx “票”表 第 12 行：第 2 行与第 12 行的凭证相同，请只留一行",
        "共 2 处错误，未写任何文件"
      ]
    ])
    const { units } = await resultOf({ ballots, roster, more: ["--faulty", "leave-out"] })
    expect(units[0]).toMatchObject({ outcome: "figure", shown: "66.67%", returned: 9 })
    expect(units[1]).toMatchObject({ outcome: "no-figure", reason: { key: "NothingReturned" } })
  })

  it("left out are listed on the way", () =>
    inFolder((folder) => {
      const ballots = `单位,群体,总体评价\n${"z01,学生,满意\n".repeat(9)}z01,学生,很好\n`
      const { code, err } = runProcess(...filesOf(folder, { ballots, more: ["--faulty", "leave-out", "--lang", "en"] }))
      expect(code).toBe(0)
      expect(err).toContain("ballots.csv: ballots with faults are left out as asked, 1 fault(s):")
      expect(err).toContain('ballots.csv, row 11, column C (总体评价): there is no choice "很好"')
    }))
})

describe("a change", () => {
  const year = (satisfied: number, dissatisfied: number) =>
    `${header}z01,学生,总体评价,满意,${satisfied}\nz01,学生,总体评价,不满意,${dissatisfied}\n`

  it("of 2.14 points is one at 5,010 answers a year, and none at 489", async () => {
    const said = async (before: string, after: string) => {
      const { units } = await resultOf({ previous: before, ballots: after })
      const [unit] = units
      return unit?.outcome === "figure" ? [unit.shown, unit.change?.verdict.key, unit.change?.verdict.text.en] : []
    }
    expect(await said(year(4662, 348), year(4769, 241))).toEqual(["95.19%", "Up", "up 2.14 points"])
    expect(await said(year(455, 34), year(475, 24))).toEqual([
      "95.19%",
      "NotDistinguishable",
      "differs by 2.14 points, which sampling error may explain"
    ])
  })
})

describe("what is published", () => {
  it("withholds a unit of few ballots from every format, its links with it", async () => {
    const small = `${sheet}z02,学生,总体评价,满意,3\n`
    const more = { link: { _tag: "Weight", marks: 10 } }
    const { units, overall } = await resultOf({ plan: more, ballots: small, roster })
    expect(units[1]).toEqual({ id: "z02", name: "后勤处", outcome: "withheld" })
    // The open one and the total would give the other away, so one of them is withheld too: the total says more.
    expect([units[0]?.outcome, overall.outcome]).toEqual(["withheld", "figure"])
    for (const format of ["table", "csv", "html"]) {
      const { printed } = await survey({ plan: more, ballots: small, roster, more: ["--format", format] })
      expect(printed).toContain("票数过少，不公布")
      // The rate of the open unit, and the score on it.
      expect(printed).not.toMatch(/66\.67|6\.67/)
    }
  })

  it("is written as three files, and printed as asked, in either language", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const { code, printed } = await runHere(
        ...filesOf(folder, { ballots: sheet, roster, more: ["--out", out, "--lang", "en"] })
      )
      expect(code).toBe(0)
      expect(readdirSync(out).toSorted()).toEqual(["report.html", "result.csv", "result.json"])
      expect(printed).toContain("教务处")
      expect(printed).toContain("66.67%")
      expect(readFileSync(path.join(out, "report.html"), "utf8")).toContain("66.67%")
    }))
})

describe("faults", () => {
  it("of the plan are told with their paths, of all files together, and nothing is written", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const bad = { formula: "best", leaders: [{ id: "a", name: "甲", posts: [{ unit: "z09", months: 1 }] }] }
      const { code, complaints } = await runHere(
        ...filesOf(folder, { plan: bad, ballots: sheet, roster: "编号,名称\nz01,\n", more: ["--out", out] })
      )
      expect(code).toBe(2)
      expect(complaints[0]).toMatch(/^plan\.json 的 formula：没有名为“best”的公式，可用：satisfied\/valid/)
      expect(complaints.slice(1)).toEqual([
        "plan.json 的 leaders[0].posts[0].unit：测评表中没有被测评单位“z09”",
        "roster.csv 第 2 行 B 列（名称）：此格空白，请填写",
        "共 3 处错误，未写任何文件"
      ])
      expect(existsSync(out)).toBe(false)
    }))

  it("of both ballot files are told together", async () => {
    const bad = (count: string) => `${header}z01,学生,总体评价,满意,${count}\n`
    const { code, complaints } = await survey({ ballots: bad("-1"), previous: bad("1000000000") })
    expect(code).toBe(2)
    expect(complaints).toEqual([
      "ballots.csv 第 2 行 E 列（票数）：现为“-1”，应为票数，即 0 至 100000000 的整数",
      "before.csv 第 2 行 E 列（票数）：现为“1000000000”，应为票数，即 0 至 100000000 的整数",
      "共 2 处错误，未写任何文件"
    ])
  })

  it("of the command line, and a roster without a unit that is rated", async () => {
    const words = await runHere("survey", "now", "--book", "x", "--faulty", "skip", "--lang", "en")
    expect(words.code).toBe(2)
    expect(words.complaints).toEqual([
      "survey takes no --book: see zhengyou --help",
      '"now" belongs to no option: remove it',
      "--questionnaire is missing",
      "--ballots is missing",
      '--faulty is "skip", but must be refuse | leave-out'
    ])
    const { complaints } = await survey({ ballots: sheet, roster: "编号,名称\nz01,教务处\n" })
    expect(complaints[0]).toBe("没有单位“z02”，请改正，或先加入名册")
  })

  it("a base that nobody counted is a fault with its place", async () => {
    const due = { ...plan().questionnaire }
    const { code, complaints } = await survey({
      plan: {
        questionnaire: due,
        formula: {
          id: "due",
          name: "应参评",
          points: { satisfied: 1, fairlySatisfied: 0, dissatisfied: 0 },
          fullMarks: 1,
          base: "due",
          neutral: 0,
          unanswered: 0,
          groups: "pooled",
          missingGroup: "block",
          rounding: {},
          overReturned: "void"
        }
      },
      ballots: sheet
    })
    expect(code).toBe(2)
    expect(complaints[0]).toBe("ballots.csv 的 invited.z01.students：公式以应参评人数为分母，但未给出")
  })
})
