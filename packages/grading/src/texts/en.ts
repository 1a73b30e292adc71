import { type Catalogue, coreTextEn } from "@zhengyou/core"
import { answerTextEn } from "./en/answers.ts"
import { bookTextEn } from "./en/book.ts"
import { inputTextEn } from "./en/inputs.ts"
import { reasonTextEn } from "./en/reasons.ts"
import { roundTextEn } from "./en/round.ts"
import type { GradeMessage, GradingMessage } from "./messages.ts"

/** The English texts of what {@link grade} says: the reasons of outcomes, and the faults of what it is given. */
export const gradeTextEn: Catalogue<GradeMessage> = { ...reasonTextEn, ...inputTextEn }

/** The English texts of grading's reasons, faults and refusals. */
export const gradingTextEn: Catalogue<GradingMessage> = {
  ...coreTextEn,
  ...gradeTextEn,
  ...bookTextEn,
  ...answerTextEn,
  ...roundTextEn
}
