import { formatExact, type Language, textIn } from "@zhengyou/core"
import { decidingReason, type Outcome } from "@zhengyou/grading"
import type { GradingReport } from "./GradingReport.ts"
import { resultText } from "./internal/resultText.ts"
import { say, sayReason } from "./internal/say.ts"
import { type View, viewOf } from "./internal/view.ts"

const columns = ["UnitId", "Unit", "Level", "Total", "ExactTotal", "Rank", "DecidingReason", "AllReasons"] as const

const rowOf = ({ report, unitName, language }: View, outcome: Outcome): ReadonlyArray<string> => [
  outcome.unit,
  textIn(unitName(outcome.unit), language),
  resultText(report, outcome, language),
  "total" in outcome ? outcome.total.shown : "",
  "total" in outcome ? formatExact(outcome.total.exact) : "",
  outcome._tag === "Graded" ? String(outcome.rank) : "",
  sayReason(decidingReason(outcome), language),
  outcome.reasons.map((reason) => sayReason(reason, language)).join(language === "en" ? "; " : "；")
]

/**
 * A grading as rows for a spreadsheet: a heading, then one row for each unit by rank.
 *
 * **Details**
 *
 * The columns: unit id, unit, level (or why there is none), total as shown, exact total (a decimal, or a fraction where its
 * decimals never end), rank, deciding reason, all reasons in order. Cells are the bare texts: whoever writes them into a file
 * guards those that a spreadsheet program would run as a formula.
 */
export const gradingCsvRows = (
  report: GradingReport,
  language: Language = "zh-CN"
): ReadonlyArray<ReadonlyArray<string>> => {
  const view = viewOf(report, language)
  return [columns.map((_tag) => say({ _tag }, language)), ...view.ordered.map((outcome) => rowOf(view, outcome))]
}
