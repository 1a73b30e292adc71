import { type Language, textIn } from "@zhengyou/core"
import { decidingReason, type Outcome } from "@zhengyou/grading"
import type { GradingReport } from "./GradingReport.ts"
import { layOut } from "./internal/columns.ts"
import { plain } from "./internal/plain.ts"
import { resultText } from "./internal/resultText.ts"
import { say, sayReason } from "./internal/say.ts"
import { quotaMessage, type View, viewOf } from "./internal/view.ts"

const levelLines = ({ levels, language }: View): ReadonlyArray<string> =>
  layOut(
    [
      { heading: say({ _tag: "Level" }, language), align: "left" },
      { heading: say({ _tag: "Count" }, language), align: "right" },
      { heading: say({ _tag: "Share" }, language), align: "right" }
    ],
    levels.map(({ level, units, share }) => [textIn(level.name, language), String(units), share])
  )

const unitRow = ({ report, unitName, language }: View, outcome: Outcome): ReadonlyArray<string> => [
  outcome._tag === "Graded" ? String(outcome.rank) : "",
  textIn(unitName(outcome.unit), language),
  resultText(report, outcome, language),
  "total" in outcome ? outcome.total.shown : "",
  sayReason(decidingReason(outcome), language)
]

const unitLines = (view: View): ReadonlyArray<string> =>
  layOut(
    [
      { heading: say({ _tag: "Rank" }, view.language), align: "right" },
      { heading: say({ _tag: "Unit" }, view.language), align: "left" },
      { heading: say({ _tag: "Level" }, view.language), align: "left" },
      { heading: say({ _tag: "Total" }, view.language), align: "right" },
      { heading: say({ _tag: "DecidingReason" }, view.language), align: "left" }
    ],
    view.ordered.map((outcome) => unitRow(view, outcome))
  )

/**
 * A grading as a plain text table for a terminal: how many units have each level, what the quotas came to, then every unit by rank.
 *
 * **Details**
 *
 * Shares are of the units with a level; recognised ones have no rank and stand after the ranked; units without a level are counted apart and stand last. A Chinese character takes two
 * columns, as terminals draw it. Control characters and marks that turn the direction of text show as U+FFFD, so that a
 * name can neither colour the terminal nor move what stands beside it.
 */
export const gradingTable = (report: GradingReport, language: Language = "zh-CN"): string => {
  const view = viewOf(report, language)
  const { title, id, version } = report.book
  return [
    plain(textIn(report.title, language)),
    plain(say({ _tag: "BookUsed", title, id, version }, language)),
    "",
    ...levelLines(view),
    say({ _tag: "UnplacedCounts", unplaced: view.unplaced }, language),
    ...view.report.grading.quotas.map((quota) =>
      plain(say(quotaMessage(view, view.report.book.ladder, quota), language))
    ),
    "",
    ...unitLines(view)
  ].join("\n")
}
