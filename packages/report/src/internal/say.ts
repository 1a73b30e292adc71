import { type Language, render } from "@zhengyou/core"
import { type GradingReason, gradingTextEn, gradingTextZhCN } from "@zhengyou/grading"
import { reportTextEn } from "../texts/en.ts"
import type { ReportMessage } from "../texts/messages.ts"
import { reportTextZhCN } from "../texts/zh-CN.ts"

/** The text of a report's own message in one language. */
export const say = (message: ReportMessage, language: Language): string =>
  render(language === "en" ? reportTextEn : reportTextZhCN, message)

/** The text of a reason in one language. */
export const sayReason = (reason: GradingReason, language: Language): string =>
  render(language === "en" ? gradingTextEn : gradingTextZhCN, reason)
