import { dateUnsafe, exactUnsafe, type Text, type Unit } from "@zhengyou/core"
import { type Grading, grade, parseRuleBook, type RuleBook, type Sheet } from "@zhengyou/grading"
import type { GradingReport } from "@zhengyou/report"
import { Result } from "effect"

const both = (zh: string, en: string): Text => ({ "zh-CN": zh, en })

const plainBook = {
  format: "zhengyou/rule-book@2",
  id: "branches",
  version: "2024",
  title: both("支部定级办法", "Grading of branches"),
  ladder: [
    { id: "advanced", name: both("先进", "Advanced") },
    { id: "good", name: both("良好", "Good") },
    { id: "fair", name: both("一般", "Fair") }
  ],
  criteria: [{ id: "work", name: both("工作", "Work"), maximum: 100, missing: "block" }],
  fullMarks: 100,
  panels: [
    { id: "experts", name: both("专家组", "Experts"), weight: 1, aggregate: { method: "mean" }, missing: "block" }
  ],
  rounding: {},
  decideOn: "exact",
  bands: [
    { level: "advanced", from: 90 },
    { level: "good", from: 75 },
    { level: "fair", from: 60 }
  ],
  eligibility: [
    {
      id: "one-year",
      name: both("成立满一年", "founded a year ago"),
      require: { fact: "unit.age.months", op: ">=", value: 12, ifUnknown: true }
    }
  ]
}

export const bookWith = (change: Readonly<Record<string, unknown>>): RuleBook =>
  Result.getOrThrow(parseRuleBook({ ...plainBook, ...change }))

const book = bookWith({})

/** The same rules with one seat for the best level. */
const cappedBook = bookWith({
  id: "branches-capped",
  quotas: [{ kind: "cap", level: "advanced", seats: { count: 1 }, ties: "exclude" }]
})

/** A unit's name and what each expert gave it: nothing scored leaves it blocked. */
export type Scored = readonly [name: Text, ...scores: ReadonlyArray<string>]

const sheetsOf = (units: ReadonlyArray<Scored>): ReadonlyArray<Sheet> =>
  units.flatMap(([, ...scores], i) =>
    scores.map((score, rater) => ({
      unit: `u${i}`,
      panel: "experts",
      rater: `expert-${rater}`,
      scores: { work: exactUnsafe(score) }
    }))
  )

const unitsOf = (units: ReadonlyArray<Scored>): ReadonlyArray<Unit> => units.map(([name], i) => ({ id: `u${i}`, name }))

const gradingBy = (rules: RuleBook, units: ReadonlyArray<Scored>, young: ReadonlyArray<Unit> = []): Grading =>
  Result.getOrThrow(
    grade(rules, {
      units: [...unitsOf(units), ...young],
      sheets: sheetsOf(units),
      facts: [],
      asOf: dateUnsafe("2024-12-31")
    })
  )

export const reportOf = (units: ReadonlyArray<Scored>, rules: RuleBook = book): GradingReport => ({
  title: both("年度定级结果", "Results of the year"),
  book: rules,
  units: unitsOf(units),
  grading: gradingBy(rules, units)
})

const scored: ReadonlyArray<Scored> = [
  [both("第一支部", "First branch"), "92"],
  [both("第二支部", "Second branch"), "91", "90"],
  [both("第三支部", "Third branch"), "90", "90", "89"],
  [both("第四支部", "Fourth branch"), "59"],
  [both("第五支部", "Fifth branch")]
]

const young: Unit = { id: "young", name: both("新设支部", "New branch"), founded: dateUnsafe("2024-06-01") }

/** Every kind of outcome, somebody still to score, and a stricter reading by which one unit falls. */
export const fullReport: GradingReport = {
  title: both("年度定级结果", "Results of the year"),
  book,
  units: [...unitsOf(scored), young],
  grading: gradingBy(book, scored, [young]),
  completeness: { sheets: 7, outstanding: [{ unit: "u4", panel: "experts", rater: "expert-1", criteria: ["work"] }] },
  preparedOn: dateUnsafe("2025-01-10"),
  comparisons: [
    { title: both("先进限一个", "One seat only"), book: cappedBook, grading: gradingBy(cappedBook, scored, [young]) }
  ]
}

/** Names that would do harm where they were not escaped. */
export const hostileNames: ReadonlyArray<string> = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</title></style><svg onload=alert(1)>",
  "&lt;b&gt;' onclick='x",
  "支部\u202Egpj.exe",
  "\u001B[31m红\u001B[0m\n第二行",
  '=HYPERLINK("x")'
]
