import { type Language, textIn } from "@zhengyou/core"
import type { PromotionReport } from "./promotion/PromotionReport.ts"
import { promotionWord } from "./promotion/texts.ts"
import { inForceOf, reasonTexts, unitNamesOf } from "./promotion/view.ts"

const columns = ["unitId", "unit", "from", "to", "applied", "decided", "inForce", "outcome", "reasons"] as const

/**
 * The decisions of a round as rows for a spreadsheet: a heading, then one row for each application in the order given.
 *
 * **Details**
 *
 * The columns: unit id, unit, level in force, level applied for, the days of the application, the decision and of coming into force, outcome, all
 * reasons. Cells are the bare texts: whoever writes them into a file guards those that a spreadsheet program would run as a formula.
 */
export const promotionCsvRows = (
  report: PromotionReport,
  language: Language = "zh-CN"
): ReadonlyArray<ReadonlyArray<string>> => {
  const name = unitNamesOf(report)
  return [
    columns.map((one) => promotionWord(one, language)),
    ...report.round.decisions.map((decision) => {
      const { application, from, to, outcome } = decision
      return [
        application.unit,
        textIn(name(application.unit), language),
        from === undefined ? promotionWord("notGraded", language) : textIn(from.name, language),
        textIn(to.name, language),
        application.on,
        application.decided ?? "",
        inForceOf(decision) ?? "",
        promotionWord(outcome, language),
        reasonTexts(decision, language).join(language === "en" ? "; " : "；")
      ]
    })
  ]
}
