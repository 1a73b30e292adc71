import { formatExact, type Id, isSameExact, type Text } from "@zhengyou/core"
import type { ChoiceKind, Interval, Measured, Question, Questionnaire, Satisfaction } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { countsFor, populationsFor } from "../generators/counts.ts"
import { choicesOf } from "../generators/places.ts"
import type { SatisfactionCase, SatisfactionSetting, SurveyCounts } from "../SatisfactionLaw.ts"

/** No reason why a law should not apply. */
export const always = (): undefined => undefined

/**
 * How far floating-point figures that should be equal may lie apart: the intervals agree with R to 1e-9, of which the last is left to the sums in other
 * orders. Rates are exact and are compared exactly.
 */
export const tolerance = 1e-9

/** A survey's case. */
export type SurveyCase = Extract<SatisfactionCase, { readonly _tag: "Survey" }>

/** A survey's case, where a law is given one. */
export const asSurvey = (one: SatisfactionCase): SurveyCase | undefined => (one._tag === "Survey" ? one : undefined)

/** Counts for the questionnaire of a setting. */
export const someCounts = ({ rules }: SatisfactionSetting): fc.Arbitrary<SurveyCounts> => countsFor(rules.questionnaire)

/** Counts, drawn from populations of known size or from many. */
export const sampledCounts = (setting: SatisfactionSetting): fc.Arbitrary<SurveyCounts> =>
  someCounts(setting).chain((counts) =>
    fc.oneof(
      { withCrossShrink: true },
      fc.constant(counts),
      populationsFor(setting.rules.questionnaire, counts).map((populations) => ({ ...counts, populations }))
    )
  )

const refused: Breach = {
  expected: say("可统计的票", "counts that can be measured"),
  found: say("被拒绝", "they were refused")
}

/** The figures of counts; a refusal is wrong by itself. */
export const measured = (
  { rules, engine }: SatisfactionSetting,
  counts: SurveyCounts,
  examine: (figures: ReadonlyArray<Satisfaction>) => Breach | undefined,
  questionnaire: Questionnaire = rules.questionnaire
): Breach | undefined => {
  const figures = engine.measure(questionnaire, rules.formula, counts.tally, counts.invited)
  return Result.isFailure(figures) ? refused : examine(figures.success)
}

/** The figures of a survey's case and of its variation. */
export const bothMeasured = (
  setting: SatisfactionSetting,
  { counts, varied }: SurveyCase,
  examine: (first: ReadonlyArray<Satisfaction>, second: ReadonlyArray<Satisfaction>) => Breach | undefined
): Breach | undefined =>
  measured(setting, counts, (first) =>
    varied === undefined
      ? undefined
      : measured(setting, varied.counts ?? counts, (second) => examine(first, second), varied.questionnaire)
  )

/** The subjects that both have a figure of. */
export const measuredInBoth = (
  first: ReadonlyArray<Satisfaction>,
  second: ReadonlyArray<Satisfaction>
): ReadonlyArray<readonly [Measured, Measured]> =>
  first.flatMap((a) => {
    const b = second.find(({ subject }) => subject === a.subject)
    return a._tag === "Measured" && b?._tag === "Measured" ? [[a, b] as const] : []
  })

/** What was expected and found of a subject. */
export const breach = (subject: Id | undefined, expected: Text | string, found: Text | string): Breach => ({
  ...(subject === undefined ? {} : { unit: subject }),
  expected: typeof expected === "string" ? plainly(expected) : expected,
  found: typeof found === "string" ? plainly(found) : found
})

/** A figure in a few words: its rate, or why there is none. */
export const summaryOf = (figure: Satisfaction | undefined): string =>
  figure === undefined ? "–" : figure._tag === "Measured" ? formatExact(figure.rate) : figure.reason._tag

/** The first subject whose figure is another in the second than in the first. */
export const firstOtherwise = (
  first: ReadonlyArray<Satisfaction>,
  second: ReadonlyArray<Satisfaction>
): Breach | undefined => {
  for (const figure of first) {
    const other = second.find(({ subject }) => subject === figure.subject)
    const same =
      figure._tag === "Measured" && other?._tag === "Measured"
        ? isSameExact(figure.rate, other.rate)
        : summaryOf(figure) === summaryOf(other)
    if (!same) return breach(figure.subject, summaryOf(figure), summaryOf(other))
  }
  return undefined
}

/** An interval as text. */
export const rangeOf = ({ low, high }: Interval): string => `[${low}, ${high}]`

/** The questions that the formula weighs. */
export const weighed = ({ rules }: SatisfactionSetting): ReadonlyArray<Question> =>
  rules.questionnaire.questions.filter(
    ({ id }) => rules.formula.questions === undefined || Object.hasOwn(rules.formula.questions, id)
  )

/** The choices of a kind that a question offers, the best first. */
export const choicesOfKind = (
  { rules }: SatisfactionSetting,
  question: Question,
  wanted: ChoiceKind
): ReadonlyArray<string> =>
  choicesOf(rules.questionnaire, question).flatMap(({ id, kind }) => (kind === wanted ? [id] : []))
