import { dateUnsafe, exactUnsafe, formatExact } from "@zhengyou/core"
import { explain, explanationText, type GradingInputs, type RuleBook, type Sheet, stepsOf } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { award, marked } from "../rules/support.ts"
import { bookOf, flag, number, sheet, unit } from "../support.ts"

const textsOf = (...given: Parameters<typeof explain>): readonly [string, string] => {
  const explanation = Result.getOrThrow(explain(...given))
  return [explanationText(explanation), explanationText(explanation, "en")]
}

// By hand: 0.7 · 94 + 0.3 · 85.33 = 65.8 + 25.599 = 91.399, which is 91.40 to two places. The best has
// 0.7 · 98 + 0.3 · 96 = 68.6 + 28.8 = 97.4, the second 0.7 · 95 + 0.3 · 94 = 66.5 + 28.2 = 94.7. 30 % of five units are one seat.
describe("a star rating with a veto and a cap, of a branch that had no seat", () => {
  const scores = [
    ["A", "98", "96"],
    ["B", "95", "94"],
    ["C", "94", "85.33"],
    ["D", "93", "88"],
    ["F", "84", "80"]
  ] as const
  const inputs: GradingInputs = {
    units: scores.map(([id]) => ({ id, name: id, founded: dateUnsafe("2010-07-01") })),
    sheets: scores.flatMap(([id, base, review]) => [
      sheet(id, "inspection", "inspector", { base }),
      sheet(id, "members", "meeting", { review })
    ]),
    facts: [flag("F", "veto", true)],
    asOf: dateUnsafe("2023-12-31")
  }
  const [zh, en] = textsOf(bookOf("r3"), inputs, "C")

  it("is told step by step, the veto that did not hold included", () => {
    expect(zh).toBe(`C：★4，总分 91.40，第 4 名。★5限 1 个，候选 4 个，以 91.40 分列第 4，末位入围 97.40 分，顺延为★4
  参评资格“成立满一年”符合（成立月数 161 ≥ 12）
  总分：91.399 分，取整后 91.40 分
    基础项减分后：94 分，满分 100，权重 0.7
      检查组：94 分，1 个评分计 1 个，权重 1
        inspector：94
    评议项：85.33 分，满分 100，权重 0.3
      评议：85.33 分，1 个评分计 1 个，权重 1
        meeting：85.33
  分数段：90 ≤ 91.4：★5
  门槛“一票否决的不高于二星”不成立（一票否决 未知，未满足 = true）
  ★5限额 1 个，候选 4 个，列第 4（91.4 分）；末位入围 97.4 分；首位未入围 94.7 分：★5 → ★4`)
  })

  it("is told in English", () => {
    expect(
      en
    ).toBe(`C: ★4, total 91.40, rank 4. ★5 has 1 seat for 4: place 4 with 91.40; the last seat went to 97.40; falls to ★4
  Eligibility "founded at least a year ago" holds (months since founding 161 ≥ 12)
  Total: 91.399, rounded: 91.40
    Base less deductions: 94 of 100, weight 0.7
      Inspection: 94, 1 of 1 marks count, weight 1
        inspector: 94
    Review: 85.33 of 100, weight 0.3
      Members: 85.33, 1 of 1 marks count, weight 1
        meeting: 85.33
  Band: 90 ≤ 91.4: ★5
  Gate "vetoed: two stars at most" does not hold (veto unknown, which is not = true)
  Cap on ★5: 1 seat, 4 candidates, place 4 (91.4); last kept: 97.4; first out: 94.7: ★5 → ★4`)
  })

  it("says how a veto lowered another", () => {
    const [vetoed] = textsOf(bookOf("r3"), inputs, "F")
    expect(vetoed).toContain("门槛“一票否决的不高于二星”成立（一票否决：是）：★4 → ★2")
  })
})

// By hand: of 70, 80, 90 and 100 the lowest and the highest are dropped, (80 + 90) / 2 = 85; 2 of 2 + 1.5 entered count: 87.
describe("a unit whose marks are not all counted", () => {
  const book = plainWith({
    panels: [
      {
        id: "p",
        name: "p",
        weight: 1,
        aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 3 },
        missing: "block",
        recuse: "ownUnit"
      }
    ],
    adjustments: [{ id: "honours", name: "honours", kind: "bonus", on: { total: true }, cap: 2 }]
  })
  const inputs: GradingInputs = {
    units: [unit("u")],
    sheets: [
      ...[70, 80, 90, 100].map((c, i) => marked("u", "p", `r${i}`, { c })),
      marked("u", "p", "own", { c: 100 }, { raterUnit: "u" })
    ],
    facts: [],
    awards: [award("u", "honours", "prize", 2), award("u", "honours", "thanks", "1.5")]
  }

  it("says of each mark and entry what became of it", () => {
    expect(textsOf(book, inputs, "u")[1]).toBe(`u: B, total 87.00, rank 1. 80 ≤ total 87.00 < 90 (A): B
  Total: 85, adjusted: 87
    c: 85 of 100, weight 1
      p: 85, 2 of 4 marks count, weight 1
        r0: 70, left out by the panel's method
        r1: 80
        r2: 90
        r3: 100, left out by the panel's method
        own (u): 100, does not count: the rater is of this unit
    honours: 85 + 2 (of 3.5 entered) = 87
      prize: 2
      thanks: 1.5
  Band: 80 ≤ 87 < 90 (A): B`)
  })

  it("keeps a total that does not end on its own side of a threshold", () => {
    const third = {
      ...inputs,
      sheets: [1, 2, 3].map((i) => marked("u", "p", `r${i}`, { c: i === 3 ? "89.9999" : 90 })),
      awards: []
    }
    // (90 + 90 + 89.9999) / 3 = 89.999966…, which four places would round to 90.
    const lines = textsOf(book, third, "u")[1].split("\n")
    expect(lines[0]).toContain("total 89.99997, rank 1")
    expect(lines[1]).toBe("  Total: ≈89.99997")
    expect(lines.at(-1)).toBe("  Band: 80 ≤ ≈89.99997 < 90 (A): B")
  })

  it("is refused for a unit that there is not, and with every fault of the inputs", () => {
    const refused = explain(book, inputs, "v")
    expect(Result.isFailure(refused) && refused.failure.faults).toEqual([
      { path: ["unit"], problem: { _tag: "UnknownUnit", unit: "v" } }
    ])
    const faulty = explain(book, { ...inputs, units: [] }, "u")
    const faults = Result.isFailure(faulty) ? faulty.failure.faults : []
    expect(new Set(faults.map(({ path }) => path[0]))).toEqual(new Set(["sheets", "awards"]))
  })
})

describe("what became of marks and sheets", () => {
  const panel = (id: string, rest: object = {}) => ({
    ...{ id, name: id, weight: 1, aggregate: { method: "mean" }, missing: "exclude" },
    ...rest
  })
  const few = { minimumRaters: 2 }
  const trimmed = { aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 2 } }
  const fatesOf = (book: RuleBook, sheets: ReadonlyArray<Sheet>) => {
    const explanation = Result.getOrThrow(explain(book, { units: [unit("u")], sheets, facts: [] }, "u"))
    return stepsOf(explanation).flatMap(({ step }) => {
      if (step._tag === "MarkGiven") return [[step.panel.id, step.rater, step.fate]]
      if (step._tag !== "SheetGiven") return []
      return [[step.panel.id, step.rater, step.fate, ...(step.total === undefined ? [] : [formatExact(step.total)])]]
    })
  }

  it("marks of a panel that has too few raters would count, had it a figure", () => {
    const book = plainWith({ panels: [panel("p"), panel("q", few)] })
    expect(fatesOf(book, [marked("u", "p", "a", { c: 90 }), marked("u", "q", "b", { c: 80 })])).toEqual([
      ["p", "a", "counted"],
      ["q", "b", "idle"]
    ])
  })

  it("sheets count as they are, or by their own totals, where panels make totals of their own", () => {
    const bySheet = { ...trimmed, per: "sheet" }
    const book = plainWith({
      combine: "panels",
      panels: [panel("p"), panel("q", bySheet), panel("r", few), panel("s", { ...few, per: "sheet" })]
    })
    const sheets = [
      marked("u", "p", "a", { c: 90 }),
      ...[70, 80, 90].map((c, i) => marked("u", "q", `b${i}`, { c })),
      marked("u", "r", "d", { c: 60 }),
      marked("u", "s", "e", { c: 50 })
    ]
    const [marks, totals] = [fatesOf(book, sheets).slice(0, 6), fatesOf(book, sheets).slice(6)]
    // The marks of a sheet make its own total, whatever becomes of the sheet.
    expect(marks.filter(([, , fate]) => fate !== "counted")).toEqual([["r", "d", "idle"]])
    expect(totals).toEqual([
      ["p", "a", "counted"],
      ["q", "b0", "trimmed", "70"],
      ["q", "b1", "counted", "80"],
      ["q", "b2", "trimmed", "90"],
      ["r", "d", "idle"],
      ["s", "e", "idle", "50"]
    ])
  })
})

// All have 95, so the rate decides: the first has 3 and a seat, the next two have 2 and one seat between them, the last has 1.
it("a tie that is left open is told to those whom it concerns, and to nobody before or after them", () => {
  const book = plainWith({
    facts: [{ id: "rate", name: "rate", type: "number" }],
    quotas: [{ kind: "cap", level: "A", seats: { count: 2 }, ties: "undetermined", tieBreak: ["rate"] }]
  })
  const rates = { first: 3, second: 2, third: 2, last: 1 }
  const inputs = {
    units: Object.keys(rates).map(unit),
    sheets: Object.keys(rates).map((id) => marked(id, "p", "r", { c: 95 })),
    facts: Object.entries(rates).map(([id, rate]) => number(id, "rate", rate))
  }
  const asked = Object.keys(rates).flatMap((id) =>
    stepsOf(Result.getOrThrow(explain(book, inputs, id))).flatMap(({ step }) =>
      step._tag === "QuotaAsked" ? [step] : []
    )
  )
  expect(asked.map(({ place, fate, tied }) => [place, fate, tied])).toEqual([
    [1, "kept", 2],
    [2, "open", 2],
    [2, "open", 2],
    [4, "fell", 2]
  ])
  const rateOf = (at: (typeof asked)[number]["own"] | undefined) => at?.facts[0]?.found
  for (const { lastKept, leftOpen, firstOut } of asked) {
    expect([lastKept, leftOpen, firstOut].map(rateOf)).toMatchObject(
      [3, 2, 1].map((rate) => ({ value: exactUnsafe(rate) }))
    )
  }
})
