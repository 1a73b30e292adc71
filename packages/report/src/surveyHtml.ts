import type { Language } from "@zhengyou/core"
import { renderToString } from "preact-render-to-string"
import { surveyPage } from "./survey/page.ts"
import type { SurveyReport } from "./survey/SurveyReport.ts"

/**
 * A survey as one HTML file: rates with their intervals, changes with theirs, how the ballots chose, what hangs on the rates, the counts and the formula.
 *
 * **Details**
 *
 * Like `gradingHtml` it holds both languages with a switch, loads nothing and has no script. It shows what the figures hold, so what they withhold is not
 * in the file either.
 */
export const surveyHtml = (report: SurveyReport, language: Language = "zh-CN"): string =>
  `<!DOCTYPE html>\n${renderToString(surveyPage(report, language))}\n`
