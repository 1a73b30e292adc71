import { exactUnsafe, type Unit } from "@zhengyou/core"
import { grade } from "@zhengyou/grading"
import {
  type GradingReport,
  GradingResult,
  gradingCsvRows,
  gradingHtml,
  gradingJson,
  gradingTable
} from "@zhengyou/report"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { bookWith } from "./support.ts"

/** Items under a heading, panels with totals of their own, a recognition, a bonus, quotas within types. */
const book = bookWith({
  facts: [{ id: "honoured", name: "获区级先进", type: "flag" }],
  criteria: [
    {
      id: "building",
      name: "组织建设",
      maximum: 60,
      items: [
        { id: "team", name: "班子建设", maximum: 40, missing: "block" },
        { id: "study", name: "学习教育", maximum: 20, missing: "block" }
      ]
    },
    { id: "work", name: "中心工作", maximum: 40, missing: "block" }
  ],
  combine: "panels",
  panels: [
    {
      id: "leaders",
      name: "领导",
      weight: 60,
      aggregate: { method: "median" },
      missing: "block",
      recuse: "ownUnit"
    },
    {
      id: "masses",
      name: "群众",
      weight: 40,
      per: "sheet",
      aggregate: { method: "trimmedShare", share: "0.1", rounding: "floor", onlyAbove: 9 },
      missing: "block",
      voids: ["allFull"],
      groups: [
        { id: "staff", name: "职工", weight: 3 },
        { id: "students", name: "学生", weight: 1 }
      ]
    }
  ],
  adjustments: [{ id: "honours", name: "表彰加分", kind: "bonus", on: { total: true }, cap: 2 }],
  bands: [
    { level: "advanced", from: 90 },
    { level: "good", from: 75 },
    { level: "fair", from: 0 }
  ],
  eligibility: [],
  recognitions: [
    {
      id: "district",
      name: "区级先进",
      when: { fact: "honoured", op: "=", value: true, ifUnknown: false },
      level: "advanced",
      takesSeat: false
    }
  ],
  quotas: [
    { kind: "cap", level: "advanced", seats: { count: 1 }, within: "unit.parent", ties: "exclude" },
    { kind: "floor", level: "fair", seats: { count: 1 }, force: "soft", ties: "exclude" }
  ]
})

const units: ReadonlyArray<Unit> = [
  { id: "college", name: "理学院" },
  { id: "a", name: "甲支部", parent: "college" },
  { id: "b", name: "乙支部", parent: "college" },
  { id: "star", name: "明星支部", parent: "college" }
]

const sheet = (unit: string, panel: string, group: string | undefined, marks: readonly [number, number, number]) => ({
  unit,
  panel,
  rater: `${panel}-${group ?? "one"}`,
  ...(group === undefined ? {} : { group }),
  scores: { team: exactUnsafe(marks[0]), study: exactUnsafe(marks[1]), work: exactUnsafe(marks[2]) }
})

const sheets = [
  sheet("a", "leaders", undefined, [38, 19, 38]),
  sheet("a", "masses", "staff", [36, 18, 36]),
  sheet("a", "masses", "students", [34, 17, 35]),
  sheet("b", "leaders", undefined, [37, 18, 37]),
  sheet("b", "masses", "staff", [36, 18, 36]),
  sheet("b", "masses", "students", [36, 18, 36]),
  sheet("college", "leaders", undefined, [32, 16, 32]),
  sheet("college", "masses", "staff", [32, 16, 32]),
  sheet("college", "masses", "students", [32, 16, 32])
]

const report: GradingReport = {
  title: "年度定级结果",
  book,
  units,
  grading: Result.getOrThrow(
    grade(book, {
      units,
      sheets,
      facts: [{ unit: "star", fact: "honoured", value: { _tag: "Flag", value: true } }],
      awards: [{ unit: "a", adjustment: "honours", item: "校级表彰", points: exactUnsafe(3) }]
    })
  )
}

describe("a report of a book with many rules", () => {
  // a: leaders 95, masses (3 · 90 + 86) / 4 = 89: 0.6 · 95 + 0.4 · 89 + 2 = 94.6. b: 0.6 · 92 + 0.4 · 90 = 91.2.
  it("says in JSON who was recognised, and what each quota came to", () => {
    const json = gradingJson(report)
    expect(json.units.map((unit) => [unit.id, unit.outcome, "level" in unit ? unit.level : undefined])).toEqual([
      ["college", "graded", "good"],
      ["a", "graded", "advanced"],
      ["b", "graded", "good"],
      ["star", "recognised", "advanced"]
    ])
    expect(json.units[1]).toMatchObject({ total: { exact: "94.6" }, rank: 1 })
    expect(json.levels.map((level) => level.units)).toEqual([2, 2, 0])
    expect(json.quotas).toEqual([
      { kind: "floor", level: "fair", seats: 1, candidates: 4, kept: 4, reserve: [], isMet: false },
      { kind: "cap", level: "advanced", group: "", seats: 1, candidates: 0, kept: 0, reserve: [], isMet: true },
      {
        kind: "cap",
        level: "advanced",
        group: "college",
        seats: 1,
        candidates: 2,
        kept: 1,
        reserve: ["b"],
        isMet: true
      }
    ])
    const back = Schema.decodeUnknownSync(GradingResult)(JSON.parse(JSON.stringify(json)))
    expect(Schema.encodeSync(GradingResult)(back)).toEqual(json)
  })

  it("lists the quotas in the table, and recognised units after the ranked without rank or total", () => {
    const lines = gradingTable(report).split("\n")
    expect(lines).toContain("理学院：先进限 1 个：候选 2 个，保留 1 个。")
    expect(lines).toContain("一般及以下不少于 1 个：其上 4 个，保留 4 个，未达到。")
    expect(lines.at(-1)).toMatch(/^ +明星支部 {2}先进 +按“区级先进”直接认定为先进/)
    expect(gradingCsvRows(report).at(-1)?.slice(0, 6)).toEqual(["star", "明星支部", "先进", "", "", ""])
  })

  it("shows headings, panel totals, adjustments, quotas with those next in line, and how panels work", () => {
    const page = gradingHtml(report)
    expect(page).toMatch(/<tr><th scope="row"><bdi>组织建设<\/bdi><small><span lang="zh-CN">满分 60/)
    expect(page).toContain("\u2003<bdi>班子建设</bdi>")
    expect(page).toMatch(/主体合计.*?>95\.00<.*?>89\.00</s)
    expect(page).toContain("“表彰加分”加 2.00 分（申报 3.00）")
    expect(page).toMatch(/id="h-quotas".*?理学院.*?乙支部/s)
    expect(page).toContain(
      "每份评分表先各自合计；多于 9 人时去掉最高、最低各 0.1 后平均；分组加权（职工 3、学生 1）；各项满分的评分表作废"
    )
    expect(page).toContain("中位数；本单位人员回避")
    expect(page).toContain("各评价主体先各自合计，再按权重汇总。")
  })

  it("tells quotas of another reading", () => {
    const page = gradingHtml({ ...report, comparisons: [{ title: "同一办法", book, grading: report.grading }] }, "en")
    expect(page).toContain("理学院: Advanced has 1 seat for 2; 1 kept it.")
    expect(page).toContain("Fair or below wants at least 1 unit; of 4 above, 4 stayed; the quota is not met.")
  })
})
