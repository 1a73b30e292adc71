import { type Catalogue, coreTextZhCN } from "@zhengyou/core"
import type { GradeMessage, GradingMessage } from "./messages.ts"
import { answerTextZhCN } from "./zh-CN/answers.ts"
import { bookTextZhCN } from "./zh-CN/book.ts"
import { inputTextZhCN } from "./zh-CN/inputs.ts"
import { reasonTextZhCN } from "./zh-CN/reasons.ts"
import { roundTextZhCN } from "./zh-CN/round.ts"

/** The Chinese texts of what {@link grade} says: the reasons of outcomes, and the faults of what it is given. */
export const gradeTextZhCN: Catalogue<GradeMessage> = { ...reasonTextZhCN, ...inputTextZhCN }

/** The Chinese texts of grading's reasons, faults and refusals. */
export const gradingTextZhCN: Catalogue<GradingMessage> = {
  ...coreTextZhCN,
  ...gradeTextZhCN,
  ...bookTextZhCN,
  ...answerTextZhCN,
  ...roundTextZhCN
}
