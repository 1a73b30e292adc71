import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import type { MovementReport } from "./movement/MovementReport.ts"
import { movementPage } from "./movement/page.ts"

/**
 * The movements of levels between two days as one HTML file: where units went as a picture, the movement table, and the sentences of a
 * summary with the figures that support or contradict them.
 *
 * **Details**
 *
 * Like `gradingHtml` it holds both languages with a switch, loads nothing and has no script.
 */
export const movementHtml = (report: MovementReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(movementPage(report, language))}\n`
