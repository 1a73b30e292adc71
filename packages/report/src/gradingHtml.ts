import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import type { GradingReport } from "./GradingReport.ts"
import { page } from "./html/page.ts"
import { viewOf } from "./internal/view.ts"

/**
 * A grading as one HTML file to look at and to print: figures, every unit with its reasons and working, the receipt.
 *
 * **Details**
 *
 * The page holds both languages, with a switch; `language` is the one it opens in. It loads nothing and has no script: rows
 * open and languages change by HTML and CSS alone, and the page forbids anything else. The same report gives the same bytes.
 */
export const gradingHtml = (report: GradingReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(page(viewOf(report, language)))}\n`
