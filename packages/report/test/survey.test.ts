import { mergeTallies, type Tally } from "@zhengyou/core"
import { type SurveyReport, SurveyResult, surveyCsvRows, surveyHtml, surveyJson, surveyTable } from "@zhengyou/report"
import { parseSurveyPlan, surveyFigures } from "@zhengyou/satisfaction"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"

const names = [
  ["satisfied", "满意", "satisfied", "rated"],
  ["fairlySatisfied", "基本满意", "fairly satisfied", "rated"],
  ["dissatisfied", "不满意", "dissatisfied", "rated"],
  ["unknown", "不了解", "don't know", "neutral"]
] as const
const planOf = (more: object = {}) =>
  Result.getOrThrow(
    parseSurveyPlan({
      format: "zhengyou/survey@1",
      title: { "zh-CN": "满意度评价", en: "Satisfaction" },
      questionnaire: {
        id: "style",
        frame: "everybody",
        subjects: ["z01", "z02", "z03", "z04", "z05"],
        scales: [
          { id: "three", choices: names.map(([id, zh, en, kind]) => ({ id, name: { "zh-CN": zh, en }, kind })) }
        ],
        questions: [{ id: "overall", name: "总体评价", scale: "three" }],
        groups: [
          { id: "staff", name: { "zh-CN": "教职工", en: "Staff" } },
          { id: "students", name: { "zh-CN": "学生", en: "Students" } }
        ]
      },
      formula: "satisfied/valid",
      link: { _tag: "Ladder", steps: [{ bound: "0.9", included: true, score: 10 }], otherwise: 8 },
      gates: [{ id: "praise", name: "评优", bound: "0.85", included: true }],
      leaders: [{ id: "l1", name: "甲", posts: [{ unit: "z01", months: 12 }] }],
      ...more
    })
  )
const cell = (subject: string, group: string, satisfied: number, dissatisfied: number): Tally => ({
  returned: [{ subject, group, ballots: satisfied + dissatisfied + 2 }],
  choices: [
    { subject, group, question: "overall", choice: "satisfied", ballots: satisfied },
    { subject, group, question: "overall", choice: "dissatisfied", ballots: dissatisfied },
    { subject, group, question: "overall", choice: "unknown", ballots: 2 }
  ]
})
const before = mergeTallies(
  cell("z01", "staff", 40, 10),
  cell("z01", "students", 300, 100),
  cell("z02", "students", 70, 30),
  cell("z03", "students", 70, 30),
  cell("z04", "students", 390, 10),
  cell("z05", "students", 140, 60)
)
const after = mergeTallies(
  cell("z01", "staff", 47, 3),
  cell("z01", "students", 360, 40),
  cell("z02", "students", 73, 27),
  cell("z03", "students", 0, 1),
  cell("z04", "students", 340, 60),
  cell("z05", "students", 146, 54)
)
const units = [
  { id: "z01", name: "教务处" },
  { id: "z02", name: "<b>后勤处</b>" },
  { id: "z03", name: "档案馆" },
  { id: "z04", name: "图书馆" },
  { id: "z05", name: "校医院" }
]
const reportOf = (plan = planOf()): SurveyReport => ({
  title: plan.title,
  plan,
  units,
  figures: Result.getOrThrow(surveyFigures(plan, after, { tally: before, plan }))
})
const report = reportOf()
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
const page = surveyHtml(report)

describe("the page on a survey", () => {
  it("shows rates with intervals, changes with verdicts, choices, links and the formula, in both languages", () => {
    const text = textOf(page)
    // By hand: 407 of 450 is 90.44 %, 340 of 450 was 75.56 %: 14.89 points.
    for (const said of [
      "90.44%",
      "+14.89",
      "上升",
      "评优",
      "Score (range)",
      "满意率（有效票）",
      "satisfied, of valid",
      "depends on sampling error"
    ]) {
      expect(text).toContain(said)
    }
  })

  it("colours what went up, what went down, and what cannot be told apart", () => {
    const tones = new Set([...page.matchAll(/reach tone-(\w+)/g)].map(([, tone]) => tone))
    expect(tones).toEqual(new Set(["0", "1", "3", "none"]))
  })

  it("holds nothing of a withheld unit: three ballots, of which none is satisfied", () => {
    expect(textOf(page)).toContain("档案馆 票数过少，不公布")
    const { units: rows } = Schema.decodeUnknownSync(SurveyResult)(surveyJson(report))
    expect(rows[2]).toEqual({ id: "z03", name: "档案馆", outcome: "withheld" })
    for (const row of surveyCsvRows(report).filter(([id]) => id === "z03")) expect(row.slice(2, -1).join("")).toBe("")
  })

  it("escapes names, runs no script and loads nothing", () => {
    expect(page).not.toContain("<b>后勤处")
    expect(page).not.toMatch(/<script|http:|https:|url\(/)
    expect(page).toContain("default-src 'none'")
  })

  it("draws every mark within its plot, and bars that end where they should", () => {
    const percents = [...page.matchAll(/(?:cx|x1|x2)="(-?[\d.]+)%"/g)].map(([, x]) => Number(x))
    expect(percents.length).toBeGreaterThan(30)
    for (const x of percents) expect(x >= 0 && x <= 100).toBe(true)
    for (const [, bar = ""] of page.matchAll(/<svg class="stack"[^>]*>(.*?)<\/svg>/g)) {
      const ends = [...bar.matchAll(/x="([\d.]+)%" width="([\d.]+)%"/g)].map(
        ([, x, width]) => Number(x) + Number(width)
      )
      expect(ends.at(-1)).toBeCloseTo(100, 2)
    }
  })

  it("is the same bytes each time", () => {
    expect(surveyHtml(reportOf())).toBe(page)
  })

  it("has no second plot without an earlier round", () => {
    const plan = planOf()
    const alone = surveyHtml({ title: "x", plan, units, figures: Result.getOrThrow(surveyFigures(plan, after)) })
    expect(alone).not.toContain("rate-rows compared")
  })

  it("stands where nobody answered", () => {
    const plan = planOf()
    const none = {
      title: "x",
      plan,
      units,
      figures: Result.getOrThrow(surveyFigures(plan, { returned: [], choices: [] }))
    }
    expect(textOf(surveyHtml(none))).toContain("没有收回测评票")
    expect(surveyTable(none, "en")).toContain("no ballots were returned")
    expect(surveyCsvRows(none).length).toBe(7)
  })
})

describe("a survey as rows and JSON", () => {
  it("is told to a terminal by rate, all units first", () => {
    const lines = surveyTable(report, "en").split("\n").slice(4)
    expect(lines.map((line) => line.trim().split(/\s/)[0])).toEqual([
      "All",
      "教务处",
      "图书馆",
      "校医院",
      "<b>后勤处</b>",
      "档案馆"
    ])
    expect(lines[1]).toMatch(
      /454\s+90\.44%\s+87\.4–92\.8\s+\+14\.89 \(\+10\.\d ~ \+19\.\d\)\s+10\.00 \(8\.00–10\.00\)\s+up 14\.89 points/
    )
  })

  it("has a spreadsheet row for each unit in the order of the questionnaire", () => {
    const rows = surveyCsvRows(report, "en")
    expect(rows.map(([id]) => id)).toEqual(["Unit id", "", "z01", "z02", "z03", "z04", "z05"])
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
    expect(rows[5]?.slice(3, 9)).toEqual(["85.00%", expect.any(String), expect.any(String), "97.50%", "-12.50", "8"])
  })

  it("is JSON that its schema reads back the same", () => {
    const json = surveyJson(report)
    const read = Schema.decodeUnknownSync(SurveyResult)(JSON.parse(JSON.stringify(json)))
    expect(Schema.encodeSync(SurveyResult)(read)).toEqual(json)
    expect(json.units[0]).toMatchObject({
      rate: "407/450",
      previous: "34/45",
      change: { points: "134/9", verdict: { key: "Up" } }
    })
  })

  it("says why there is no change where the formula was another", () => {
    const plan = planOf()
    const earlier = { tally: before, plan: planOf({ formula: "satisfied/returned" }) }
    const other = { title: "x", plan, units, figures: Result.getOrThrow(surveyFigures(plan, after, earlier)) }
    expect(textOf(surveyHtml(other))).toContain("口径调整，不可比")
    expect(surveyJson(other).units[0]).toMatchObject({ remark: { key: "Incomparable" } })
  })
})
