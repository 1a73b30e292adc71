import { type Language, textIn } from "@zhengyou/core"
import type { Outcome } from "@zhengyou/grading"
import type { GradingReport } from "../GradingReport.ts"
import { say } from "./say.ts"
import { levelOn } from "./view.ts"

/** What an outcome comes to in one language: the level's name, or why there is none. */
export const resultText = ({ book }: Pick<GradingReport, "book">, outcome: Outcome, language: Language): string =>
  "level" in outcome
    ? textIn(levelOn(book.ladder, outcome.level).name, language)
    : say({ _tag: outcome._tag }, language)
