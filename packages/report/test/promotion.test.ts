import { dateUnsafe, exactUnsafe } from "@zhengyou/core"
import {
  type Application,
  checkClaim,
  type LedgerLine,
  ledgerFromLines,
  parsePromotionRules,
  promote
} from "@zhengyou/promotion"
import {
  movementHtml,
  type PromotionReport,
  PromotionResult,
  promotionCsvRows,
  promotionHtml,
  promotionJson,
  promotionTable
} from "@zhengyou/report"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ledgerViewOf } from "../src/ledger/ledgerView.ts"

const d = dateUnsafe

const rules = Result.getOrThrow(
  parsePromotionRules({
    format: "zhengyou/promotion-rules@1",
    id: "p",
    version: "1",
    title: { "zh-CN": "晋级办法", en: "Promotion" },
    ladder: [
      { id: "A", name: { "zh-CN": "先进", en: "Advanced" } },
      { id: "B", name: { "zh-CN": "良好", en: "Good" } },
      { id: "C", name: { "zh-CN": "一般", en: "Ordinary" } }
    ],
    facts: [{ id: "rate", name: { "zh-CN": "满意率", en: "satisfaction" }, type: "number", maximum: 1 }],
    cycle: { from: "2012-01-01", until: "2012-12-31" },
    promotion: {
      maxSteps: 1,
      movesPerCycle: 1,
      requirements: [
        {
          id: "closed",
          name: { "zh-CN": "问题全部销号", en: "all problems closed" },
          at: "decision",
          require: { fact: "problems.open", op: "=", value: 0 }
        },
        {
          id: "rate",
          name: { "zh-CN": "满意率不低于 80%", en: "80 % satisfied" },
          at: "decision",
          require: { fact: "rate", op: ">=", value: "0.8" }
        }
      ]
    },
    targets: [{ level: "B", share: "0.5" }]
  })
)

const units = [
  { id: "z01", name: { "zh-CN": "一支部", en: "First branch" } },
  { id: "z02", name: "二支部" },
  { id: "z03", name: "<b>三支部\u202e" }
]

const plan = { cause: "无人<专管>", measures: ["修订", "公示"], owner: "支部书记", due: d("2012-06-30") } as const

const line = (unit: string, over: Partial<LedgerLine> = {}): LedgerLine => ({
  problem: "p1",
  unit,
  title: "制度不全",
  opened: d("2012-04-16"),
  status: "inProgress",
  plan,
  ...over
})

const closing = { status: "closed", closed: d("2012-07-05"), verifier: "督导组" } as const

const lines: ReadonlyArray<LedgerLine> = [
  line("z01", closing),
  line("z02"),
  line("z03", { plan: { ...plan, due: d("2012-06-01") } }),
  line("z02", { problem: "p2", title: "换届延期", plan: { ...plan, due: d("2013-01-31") }, reopened: d("2012-09-03") }),
  line("z01", { problem: "p3", title: "场所被占", status: "opened", opened: d("2012-12-20") })
]

const ledger = Result.getOrThrow(ledgerFromLines(lines))

const application = (unit: string, to: string): Application => ({
  unit,
  to,
  on: d("2012-10-08"),
  decided: d("2012-12-05")
})

const inputs = {
  units,
  levels: units.map(({ id }, i) => ({ unit: id, level: i === 2 ? "C" : "B", on: d("2012-04-12") })),
  applications: [application("z01", "A"), application("z02", "A"), application("z03", "A")],
  facts: units.map(({ id }) => ({
    unit: id,
    fact: "rate",
    value: { _tag: "Number" as const, value: exactUnsafe(id === "z02" ? "0.795" : "0.9") }
  })),
  ledger,
  from: d("2012-04-12"),
  asOf: d("2012-12-31")
}

const report: PromotionReport = {
  title: { "zh-CN": "2012 年晋级评审", en: "Promotion of 2012" },
  rules,
  units,
  round: Result.getOrThrow(promote(rules, inputs)),
  from: inputs.from,
  asOf: inputs.asOf,
  ledger
}

describe("a ledger that is shown", () => {
  it("has units with what is longest overdue first, each unit's lines together, and what is not planned last", () => {
    const view = ledgerViewOf({ ledger, units }, d("2012-12-31"))
    expect(view.open.map(({ entry, standing, daysLeft }) => [entry.unit, entry.problem, standing, daysLeft])).toEqual([
      ["z03", "p1", "overdue", -213],
      ["z02", "p1", "overdue", -184],
      ["z02", "p2", "inProgress", 31],
      ["z01", "p3", "opened", undefined]
    ])
    expect(view.closed.map(({ entry }) => [entry.unit, entry.problem])).toEqual([["z01", "p1"]])
    expect(view.problems.map(({ problem, rows }) => [problem.id, problem.kind, rows.length])).toEqual([
      ["p1", "common", 3],
      ["p2", "individual", 1],
      ["p3", "individual", 1]
    ])
  })

  it("is overdue from the day after its deadline", () => {
    const on = (day: string) => ledgerViewOf({ ledger, units }, d(day)).counts.get("overdue")
    expect([on("2012-06-01"), on("2012-06-02"), on("2012-06-30"), on("2012-07-01")]).toEqual([0, 1, 1, 2])
  })

  it("shows every line once, whatever there is", () => {
    const status = fc.constantFrom("opened", "planned", "inProgress", "submitted", "closed")
    const any = fc.uniqueArray(
      fc.record({ problem: fc.constantFrom("1", "2", "3"), unit: fc.constantFrom("z01", "z02", "z09"), status }),
      { selector: ({ problem, unit }) => `${problem} ${unit}` }
    )
    const day = fc.constantFrom("2012-05-01", "2012-08-01")
    fc.assert(
      fc.property(any, day, (given, on) => {
        const of = given.map(({ status: one, ...ref }) =>
          line(ref.unit, one === "closed" ? { ...ref, ...closing } : { ...ref, status: one })
        )
        const view = ledgerViewOf({ ledger: Result.getOrThrow(ledgerFromLines(of)), units }, d(on))
        const keys = [...view.open, ...view.closed].map(({ entry }) => `${entry.problem} ${entry.unit}`)
        expect(keys.toSorted()).toEqual(of.map(({ problem, unit }) => `${problem} ${unit}`).toSorted())
        expect([...view.counts.values()].reduce((sum, count) => sum + count, 0)).toBe(of.length)
        expect(view.problems.flatMap(({ rows }) => rows)).toHaveLength(of.length)
        const overdue = view.open.map(({ standing }) => standing === "overdue")
        expect(view.open.filter(({ standing }) => standing === "overdue")).toHaveLength(
          on > "2012-07" ? view.open.filter(({ plan: of }) => of !== undefined).length : 0
        )
        // Units that have an overdue line come before those that have none.
        const lastWith = view.open.findLastIndex((_, i) => overdue[i])
        const late = new Set(view.open.filter((_, i) => overdue[i]).map(({ entry }) => entry.unit))
        for (const { entry } of view.open.slice(0, lastWith + 1)) expect(late.has(entry.unit)).toBe(true)
      })
    )
  })
})

describe("a report of a round of promotion", () => {
  it("prints decisions, movements and the ledger in both languages", () => {
    const zh = promotionTable(report)
    expect(zh.split("\n").slice(0, 3)).toEqual([
      "2012 年晋级评审",
      "晋级办法：晋级办法（p，版本 1）",
      "共 3 个申请：同意 1 个、未同意 1 个、不予受理 1 个。"
    ])
    expect(zh).toMatch(/一支部 +良好 +先进 +同意 +2 项条件全部符合/)
    expect(zh).toMatch(
      /二支部 +良好 +先进 +未同意 +不符合“问题全部销号”.*；不符合“满意率不低于 80%”（满意率 0\.795，未满足 ≥ 0\.8）/
    )
    expect(zh).toMatch(/先进 +0 +1 +0 +0 +0 +0 +1/)
    expect(zh).toContain("逐单位 5 项：已销号 1 项，未销号 4 项，其中逾期 2 项")
    expect(zh).toMatch(/二支部 +制度不全 +支部书记 +2012-06-30 逾期 184 天 +整改中/)
    expect(zh).not.toContain("\u202e")
    const en = promotionTable(report, "en")
    expect(en).toContain("3 applications: 1 granted, 1 declined, 1 not admitted.")
    expect(en).toContain("3 problems (1 common, 2 individual) in 5 lines: 1 closed, 4 open, 2 of them overdue.")
    const { ledger: _, ...without } = report
    expect(promotionTable(without)).not.toContain("销号 1 项")
  })

  it("gives rows for a spreadsheet", () => {
    expect(promotionCsvRows(report)[1]).toEqual([
      ...["z01", "一支部", "良好", "先进", "2012-10-08", "2012-12-05", "2012-12-05", "同意", "2 项条件全部符合"]
    ])
    expect(promotionCsvRows(report, "en").map((row) => row[7])).toEqual([
      "Outcome",
      "granted",
      "declined",
      "not admitted"
    ])
  })

  it("gives JSON that its own schema reads, with every reason in both languages", () => {
    const json = promotionJson(report)
    const back = Schema.decodeUnknownSync(PromotionResult)(JSON.parse(JSON.stringify(json)))
    expect(Schema.encodeSync(PromotionResult)(back)).toEqual(json)
    expect(json.decisions.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ key }) => key)])).toEqual([
      ["granted"],
      ["declined", "NotMet", "NotMet"],
      ["refused", "StepsTooMany"]
    ])
    expect(json.decisions[2]?.reasons[0]?.text.en).toBe(
      "from Ordinary to Advanced are 2 steps, and one move takes at most 1"
    )
    expect(json.movements.map(({ after }) => after)).toEqual([1, 1, 1, 0])
    expect(json.targets).toEqual([{ level: "B", units: 2, needed: 1, moved: 1, isMet: true }])
    expect(json.ledger?.map(({ unit, isOverdue }) => [unit, isOverdue])).toEqual([
      ["z03", true],
      ["z02", true],
      ["z02", false],
      ["z01", false],
      ["z01", false]
    ])
  })

  const html = promotionHtml(report)

  it("has the picture, the table, every decision with its conditions, the targets and the ledger on its page", () => {
    for (const part of ["h-flow", "h-table", "h-decisions", "h-targets", "h-ledger"])
      expect(html).toContain(`id="${part}"`)
    expect(html.match(/<details class="unit">/g)).toHaveLength(3)
    expect(html).toContain(
      '<span lang="zh-CN">符合</span><span lang="en">met</span></b> <span lang="zh-CN">问题全部销号'
    )
    expect(html.match(/<i class="cell state-overdue" title=/g)).toHaveLength(2)
    expect(html).toContain("2012-09-03 反弹")
    expect(html).toContain("184 days overdue")
  })

  it("escapes every text, loads nothing, and is the same bytes each time", () => {
    expect(html).not.toMatch(/<script|src=|href=|<b>三支部|<专管>/)
    expect(html).toContain("&lt;b>三支部")
    expect(promotionHtml(report)).toBe(html)
  })

  it("has the ledger on the page of movements where it is given", () => {
    const { table } = report.round
    const page = {
      title: "2012",
      from: inputs.from,
      to: inputs.asOf,
      table,
      claims: [checkClaim({ _tag: "NobodyMovedDown" }, table)]
    }
    expect(movementHtml(page)).not.toContain('id="h-ledger"')
    expect(movementHtml({ ...page, ledger: { ledger, units } })).toContain('id="h-ledger"')
    const none = movementHtml({ ...page, ledger: { ledger: Result.getOrThrow(ledgerFromLines([])), units } }, "en")
    expect(none).toContain("No problems are on record.")
  })
})
