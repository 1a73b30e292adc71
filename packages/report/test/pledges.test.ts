import { dateUnsafe as d, exactUnsafe as x } from "@zhengyou/core"
import { type Pledge, parsePledgePolicy, publicationCoverage, reviewAll } from "@zhengyou/pledges"
import {
  type PledgeReport,
  PledgesResult,
  pledgeNoticeCsvRows,
  pledgeNoticeHtml,
  pledgesCsvRows,
  pledgesHtml,
  pledgesJson,
  pledgesTable
} from "@zhengyou/report"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { stretchesOf } from "../src/pledges/marked.ts"

const kind = {
  categories: [{ id: "service", name: { "zh-CN": "服务群众", en: "Service" } }],
  required: [{ field: "owner", principle: "feasible", severity: "error" }],
  perPledger: 5,
  perOwner: 50,
  content: { minimum: 5, maximum: 300 },
  measure: { maximum: 100 }
}
const policy = Result.getOrThrow(
  parsePledgePolicy({
    format: "zhengyou/pledge-policy@1",
    id: "p2012",
    version: "1",
    title: { "zh-CN": "公开承诺", en: "Pledges" },
    cycle: { from: "2012-01-01", until: "2012-12-31", publishBy: "2012-03-31" },
    kinds: { branch: kind, unit: kind, member: kind },
    evaluation: {
      full: 100,
      weights: { self: 1, inspection: 0, public: 0 },
      missing: "block",
      decideOn: "exact",
      bands: [{ level: { id: "good", name: "好" }, from: 0 }],
      excused: "leaveOut"
    }
  })
)
const units = [
  { id: "z01", name: { "zh-CN": "一支部", en: "First branch" } },
  { id: "z02", name: "二支部" },
  { id: "z03", name: "三支部" },
  { id: "z04", name: "四支部" }
]

const sound: Pledge = {
  id: "p1",
  pledger: { kind: "branch", id: "z01", name: "一支部", unit: "z01" },
  category: "service",
  content: "6月底前走访学生宿舍20间，走访记录在支部公示栏公布。",
  measures: ["每周三走访，值班表上墙"],
  target: {
    indicator: "间数",
    unit: "间",
    direction: "raise",
    baseline: { value: x(12), source: "登记" },
    value: x(20)
  },
  term: { on: d("2012-06-29") },
  owner: "owner-7",
  basis: [{ kind: "feedback", id: "F-77" }],
  urgentPosts: [],
  visibility: { _tag: "Public" }
}
const member = (id: string, name: string, content: string, visibility: Pledge["visibility"]): Pledge => ({
  ...sound,
  id,
  pledger: { kind: "member", id: `gh-${id}`, name, unit: "z02" },
  content,
  measures: [],
  visibility
})
const oral = member("p2", "党员甲", "12月底前每月讲读新书1本，书目在支部公示栏公布。", {
  _tag: "OralOnly",
  why: "卧病在家"
})
const away = member("p3", "党员乙", "8月底前编目古籍300种，编目数由分馆系统统计公布。", {
  _tag: "ByReceivingOrganisation",
  organisation: { id: "far", name: "外地支部" }
})
const phone = member("p4", "党员丙", "7月底前修电脑40台，报修电话138 0000 0000，单据由值班员核对。", { _tag: "Public" })
const vague: Pledge = {
  id: "p5",
  pledger: { kind: "unit", id: "z03", name: "三支部", unit: "z03" },
  content: "进一步加强作风建设<b>，努力让群众满意。",
  measures: ["不断提高认识"],
  basis: [],
  urgentPosts: [],
  visibility: { _tag: "Public" }
}

const reportOf = (pledges: ReadonlyArray<Pledge>): PledgeReport => ({
  title: { "zh-CN": "2012 年公开承诺", en: "Pledges of 2012" },
  policy,
  units,
  reviews: reviewAll(pledges, policy, {
    today: d("2012-03-31"),
    calendar: [],
    suspensions: [],
    others: [],
    earlier: [],
    bases: [{ kind: "feedback", id: "F-77" }],
    facts: []
  }),
  coverage: publicationCoverage(
    units,
    [
      { unit: "z01", on: d("2012-03-20") },
      { unit: "z02", on: d("2012-04-02") }
    ],
    policy.cycle.publishBy,
    d("2012-04-10")
  ),
  asOf: d("2012-04-10")
})
const report = reportOf([sound, oral, away, phone, vague])

describe("the JSON of a review", () => {
  it("has its documented shape, with what becomes of each pledge and who is online", () => {
    const read = Schema.decodeUnknownSync(Schema.fromJsonString(PledgesResult))(JSON.stringify(pledgesJson(report)))
    expect(read.pledges.map(({ id, outcome, findings }) => [id, outcome, findings.length])).toEqual([
      ["p1", "publish", 0],
      ["p2", "oralOnly", 0],
      ["p3", "byReceivingOrganisation", 0],
      ["p4", "privateNumber", 0],
      ["p5", "returned", 6]
    ])
    expect(read.notice).toEqual(["p1"])
    expect(read.coverage).toEqual({
      publishBy: "2012-03-31",
      units: 4,
      inTime: ["z01"],
      late: [{ unit: "z02", on: "2012-04-02" }],
      unpublished: ["z03"],
      none: ["z04"],
      share: x("1/4")
    })
    const found = read.pledges[4]?.findings.find(({ problem }) => problem._tag === "VagueWording")
    expect(found).toMatchObject({
      principle: "effective",
      severity: "error",
      path: ["content"],
      span: { from: 0, to: 3 }
    })
    expect(found?.text["zh-CN"]).toContain("进一步")
  })
})

describe("the list for publication", () => {
  const rows = pledgeNoticeCsvRows(report)

  it("has the pledges that passed and are public, with what is promised and nothing about persons but their names", () => {
    expect(rows).toEqual([
      ["单位", "承诺人", "类别", "承诺内容", "措施", "目标", "完成时限"],
      ["一支部", "一支部", "服务群众", sound.content, "每周三走访，值班表上墙", "间数 12 → 20 间", "2012-06-29"]
    ])
    expect(pledgeNoticeCsvRows(report, "en")[1]?.slice(0, 3)).toEqual(["First branch", "First branch", "Service"])
  })

  it("holds nothing of a pledge that is held back, in any language", () => {
    const named = member("p6", "党员丁", "9月底前辅导新生12人，辅导记录在支部公示栏公布。", { _tag: "Public" })
    const shown = [
      pledgeNoticeHtml(reportOf([...report.reviews.map(({ pledge }) => pledge), named])),
      pledgeNoticeHtml(report, "en"),
      JSON.stringify(rows)
    ].join("\n")
    expect(shown).toContain("党员丁")
    expect(shown).not.toMatch(/党员[甲乙丙]|卧病|外地支部|138|讲读|编目|作风|owner-7|F-77|gh-/)
  })

  it("holds back every pledge whose words hold a mobile or identity card number, however it is written", () => {
    const notice = (content: string) =>
      pledgesJson(reportOf([{ ...sound, content: `6月底前走访20间，${content}，记录在公示栏公布。` }])).notice
    for (const number of [
      "13800000000",
      "１３８００００００００",
      "138-0000-0000",
      "11010119900101123X",
      "电话13800000000。"
    ])
      expect(notice(number)).toEqual([])
    for (const number of ["82660000", "2012", "第138000000001号"]) expect(notice(number)).toEqual(["p1"])
  })

  it("says when there is nothing to publish", () => {
    expect(pledgeNoticeHtml(reportOf([vague]))).toContain("没有可以公示的承诺")
    expect(pledgeNoticeHtml(reportOf([]), "en")).toContain("no pledge to publish")
  })
})

describe("the page of a review", () => {
  const html = pledgesHtml(report)

  it("marks the words that a finding is about, by how grave it is, and escapes the rest", () => {
    expect(html).toMatch(/<mark class="sev-error">进一步<sup>\d+<\/sup><\/mark>加强作风建设&lt;b>/)
    expect(html).toMatch(/<mark class="sev-error">(?:不断|提高)<sup>/)
    expect(html).not.toContain("<b>，")
    expect(html).not.toContain("卧病")
  })

  it("is a page without scripts in both languages", () => {
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="zh-CN">')).toBe(true)
    expect(html).not.toContain("<script")
    expect(html).toContain("must be changed")
    expect(pledgesHtml(reportOf([]), "en")).toContain("Nothing was found.")
  })
})

describe("the table and the rows", () => {
  it("tell each finding with its place, and the units that are not online", () => {
    const table = pledgesTable(report)
    expect(table).toContain(
      "5 件承诺：可公示 1 件，退回修改 1 件，只口头承诺 1 件，由接收组织公开 1 件，含个人号码，不入公示 1 件"
    )
    expect(table).toMatch(/p5\s+三支部\s+三支部\s+必须修改\s+可行性\s+责任人\s+没有责任人/)
    expect(table).toContain(
      "2012-03-31 前，4 个单位中 1 个公开了承诺，占 25.00%\n逾期公开 1: 二支部\n有承诺，未公开 1: 三支部\n没有承诺 1: 四支部"
    )
    expect(pledgesTable(report, "en")).toContain("1 of 4 units had a pledge online by 2012-03-31: 25.00%")
    const rows = pledgesCsvRows(report, "en")
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 10))
    expect(rows.find((row) => row[8] === "进一步")?.slice(0, 8)).toEqual([
      "p5",
      "三支部",
      "三支部",
      "",
      "returned",
      "must be changed",
      "effective",
      "Content"
    ])
  })

  it("take one line each, whatever the names are", () => {
    const odd = { ...vague, pledger: { ...vague.pledger, name: "a\n\u202Eb\u0000" } }
    const table = pledgesTable(reportOf([odd]))
    for (const mark of ["\u202E", "\u0000"]) expect(table).not.toContain(mark)
    expect(table.split("\n").filter((line) => line.startsWith("p5"))).toHaveLength(6)
  })
})

describe("stretchesOf", () => {
  const texts = fc.string({ unit: "binary", minLength: 1, maxLength: 30 })
  const places = fc.array(fc.tuple(fc.integer({ min: -2, max: 32 }), fc.integer({ min: -2, max: 32 })), {
    maxLength: 8
  })

  it("cuts a text without losing any of it, and knows of each character the places that it lies in", () => {
    fc.assert(
      fc.property(texts, places, (text, pairs) => {
        const given = pairs.map(([from, to], i) => ({ number: i + 1, from, to }))
        const stretches = stretchesOf(text, given)
        expect(stretches.map((one) => one.text).join("")).toBe(text)
        const inside = stretches.flatMap(({ text: part, within }) => Array.from({ length: part.length }, () => within))
        const valid = given.filter(({ from, to }) => from >= 0 && from < to && to <= text.length)
        const expected = Array.from({ length: text.length }, (_, at) =>
          valid.filter(({ from, to }) => from <= at && at < to).map(({ number }) => number)
        )
        expect(inside.map((one) => one.toSorted((a, b) => a - b))).toEqual(expected)
        expect(stretches.flatMap(({ ending }) => ending).toSorted((a, b) => a - b)).toEqual(
          valid.map(({ number }) => number)
        )
      })
    )
  })
})
