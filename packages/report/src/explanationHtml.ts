import type { Language } from "@zhengyou/core"
import type { Explanation } from "@zhengyou/grading"
import { renderToString } from "preact-render-to-string"
import { explanationPage } from "./html/explanation.ts"

/**
 * An explanation as one HTML file to look at and to print: every step under the one that it belongs to.
 *
 * **Details**
 *
 * Like `gradingHtml` it holds both languages with a switch, loads nothing and has no script.
 */
export const explanationHtml = (explanation: Explanation, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(explanationPage(explanation, language))}\n`
