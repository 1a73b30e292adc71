// The same ballots by every formula for their scale.
import { type Language, type Tally, textIn } from "@zhengyou/core"
import { formulasFor, measure, type SurveyPlan } from "@zhengyou/satisfaction"
import { Result } from "effect"
import { percent } from "./rises.ts"

/** The rate of a plan's first unit by a formula. */
export interface SheetRate {
  readonly formula: string
  readonly name: string
  readonly rate: string
}

/** The rates of a plan's first unit by all shipped formulas that fit its scale. */
export const ratesOf = ({ questionnaire }: SurveyPlan, tally: Tally, language: Language): ReadonlyArray<SheetRate> =>
  formulasFor(questionnaire.scales[0]).flatMap((formula) => {
    const [figure] = Result.getOrThrow(measure(questionnaire, formula, tally, []))
    const { id, name } = formula
    return figure?._tag === "Measured"
      ? [{ formula: id, name: textIn(name, language), rate: percent(figure.rate) }]
      : []
  })
