import { type Language, render } from "@zhengyou/core"
import { type Explanation, stepsOf } from "./Explanation.ts"
import type { ExplanationStep } from "./ExplanationStep.ts"
import { explanationTextEn } from "./texts/en.ts"
import { explanationTextZhCN } from "./texts/zh-CN.ts"

/** The text of one step in one language. */
export const stepText = (step: ExplanationStep, language: Language): string =>
  render(language === "en" ? explanationTextEn : explanationTextZhCN, step)

/** An explanation as lines of text, each step indented under the one that it belongs to. */
export const explanationText = (explanation: Explanation, language: Language = "zh-CN"): string =>
  stepsOf(explanation)
    .map(({ depth, step }) => `${"  ".repeat(depth)}${stepText(step, language)}`)
    .join("\n")
