import { type Language, textIn } from "@zhengyou/core"
import type { PledgeReport } from "./pledges/PledgeReport.ts"
import { pledgeLabelIn } from "./pledges/texts.ts"
import { categoryName, findingText, outcomeOf, placeIn, unitNames, wordsAt } from "./pledges/view.ts"

const columns = [
  "pledgeId",
  "unit",
  "pledger",
  "category",
  "outcome",
  "severity",
  "principle",
  "place",
  "words",
  "finding"
] as const

/** A review of pledges as rows for a spreadsheet: a header, then a row for each finding; a pledge without one has a row of its own. */
export const pledgesCsvRows = (
  report: PledgeReport,
  language: Language = "zh-CN"
): ReadonlyArray<ReadonlyArray<string>> => {
  const nameOf = unitNames(report)
  const rows = report.reviews.flatMap((review) => {
    const { pledge, findings } = review
    const start = [
      pledge.id,
      textIn(nameOf(pledge.pledger.unit), language),
      textIn(pledge.pledger.name, language),
      textIn(categoryName(report, pledge) ?? "", language),
      pledgeLabelIn(outcomeOf(review), language)
    ]
    if (findings.length === 0) return [[...start, "", "", "", "", ""]]
    return findings.map((finding) => [
      ...start,
      pledgeLabelIn(finding.severity, language),
      pledgeLabelIn(finding.principle, language),
      placeIn(finding.path, language),
      wordsAt(pledge, finding),
      findingText(finding, language)
    ])
  })
  return [columns.map((key) => pledgeLabelIn(key, language)), ...rows]
}
