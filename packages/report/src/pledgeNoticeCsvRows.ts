import { type Language, textIn } from "@zhengyou/core"
import type { PledgeReport } from "./pledges/PledgeReport.ts"
import { pledgeLabelIn } from "./pledges/texts.ts"
import { categoryName, publishedPledges, targetText, termText, unitNames } from "./pledges/view.ts"

const columns = ["unit", "pledger", "category", "content", "measures", "target", "term"] as const

/** The pledges for publication as rows for a spreadsheet, with what `pledgeNoticeHtml` shows and nothing else. */
export const pledgeNoticeCsvRows = (
  report: PledgeReport,
  language: Language = "zh-CN"
): ReadonlyArray<ReadonlyArray<string>> => {
  const nameOf = unitNames(report)
  return [
    columns.map((key) => pledgeLabelIn(key, language)),
    ...publishedPledges(report).map((pledge) => [
      textIn(nameOf(pledge.pledger.unit), language),
      textIn(pledge.pledger.kind === "member" ? pledge.pledger.name : nameOf(pledge.pledger.unit), language),
      textIn(categoryName(report, pledge) ?? "", language),
      pledge.content,
      pledge.measures.join("；"),
      targetText(pledge),
      termText(pledge, language)
    ])
  ]
}
