import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import type { PromotionReport } from "./promotion/PromotionReport.ts"
import { promotionPage } from "./promotion/page.ts"

/**
 * A round of promotion as one HTML file: where levels went as a picture with the movement table, every decision with its conditions, the targets,
 * and the ledger of problems with what is overdue first.
 *
 * **Details**
 *
 * Like `gradingHtml` it holds both languages with a switch, loads nothing and has no script.
 */
export const promotionHtml = (report: PromotionReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(promotionPage(report, language))}\n`
