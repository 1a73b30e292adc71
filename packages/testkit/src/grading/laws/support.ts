import { formatExact, levelRank, type Text } from "@zhengyou/core"
import { allCriteria, type Grading, type GradingInputs, type Outcome, type RuleBook } from "@zhengyou/grading"
import * as Result from "effect/Result"
import fc from "fast-check"
import { figure, plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import type { GradingCase, GradingSetting } from "../GradingLaw.ts"
import { inputsFor } from "../generators/inputs.ts"

/** No reason why a law should not apply. */
export const always = (): undefined => undefined

/** Rounds of every kind: with gaps, complete, and at the thresholds of the book. */
export const anyRounds = ({ book, boundaries }: GradingSetting, units = 4): fc.Arbitrary<GradingInputs> => {
  const atThresholds = boundaries.flatMap(({ hits }) =>
    hits.flatMap(({ inputs }) => (inputs.units.length <= units ? [inputs] : []))
  )
  return fc.oneof(
    { withCrossShrink: false },
    { weight: 2, arbitrary: inputsFor(book, { units }) },
    { weight: 4, arbitrary: inputsFor(book, { units, complete: true }) },
    ...(atThresholds.length === 0 ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...atThresholds) }])
  )
}

/** Rounds in which nothing is missing. */
export const completeRounds = ({ book }: GradingSetting, units = 4): fc.Arbitrary<GradingInputs> =>
  inputsFor(book, { units, complete: true })

/** A case of a round alone. */
export const alone = (inputs: GradingInputs): GradingCase => ({ inputs })

/** The book without its quotas: where units stand by themselves. */
export const withoutQuotas = (book: RuleBook): RuleBook => ({ ...book, quotas: [] })

const refused: Breach = {
  expected: say("可评定的一轮", "a round that can be graded"),
  found: say("被拒绝", "it was refused")
}

/** Grades a case, and its variation, and says what is wrong; a refusal is wrong by itself. */
export const graded = (
  { book, engine }: GradingSetting,
  { inputs, varied }: GradingCase,
  examine: (first: Grading, second: Grading) => Breach | undefined,
  change: (book: RuleBook) => RuleBook = (same) => same
): Breach | undefined => {
  const first = engine.grade(change(book), inputs)
  if (Result.isFailure(first)) return refused
  if (varied === undefined) return examine(first.success, first.success)
  const second = engine.grade(change(varied.book ?? book), varied.inputs ?? inputs)
  return Result.isFailure(second) ? refused : examine(first.success, second.success)
}

/** The outcome of a unit: a grading has one for each. */
export const outcomeOf = (grading: Grading, unit: string): Outcome | undefined =>
  grading.outcomes.find((outcome) => outcome.unit === unit)

/** A unit's level, or how it ended without one. */
export const levelOf = (outcome: Outcome | undefined): string =>
  outcome === undefined ? "–" : "level" in outcome ? outcome.level : outcome._tag

export const exactOf = (outcome: Outcome | undefined) =>
  outcome !== undefined && "total" in outcome ? outcome.total.exact : undefined

/** What a unit comes to in a few words: its level, or how it ended, and its total. */
export const summaryOf = (outcome: Outcome | undefined): string => {
  const total = exactOf(outcome)
  return total === undefined ? levelOf(outcome) : `${levelOf(outcome)} (${formatExact(total)})`
}

/** The place of an outcome's level, 0 for the best; nothing where it has none. */
export const rankOf = (book: RuleBook, outcome: Outcome | undefined): number | undefined =>
  outcome !== undefined && "level" in outcome ? levelRank(book.ladder, outcome.level) : undefined

/** What was expected and found of a unit. */
export const breach = (unit: string, expected: Text | string, found: Text | string): Breach => ({
  unit,
  expected: typeof expected === "string" ? plainly(expected) : expected,
  found: typeof found === "string" ? plainly(found) : found
})

/** The first unit that does not come to the same in two gradings; `as` says under which name it goes in the second. */
export const firstOtherwise = (
  first: Grading,
  second: Grading,
  what: (outcome: Outcome | undefined) => string = summaryOf,
  as: (unit: string) => string = (unit) => unit
): Breach | undefined => {
  for (const outcome of first.outcomes) {
    const [expected, found] = [what(outcome), what(outcomeOf(second, as(outcome.unit)))]
    if (expected !== found) return breach(outcome.unit, expected, found)
  }
  return undefined
}

/** The first unit whose level is better in the second grading than in the first, where it has one in both. */
export const firstRaised = (book: RuleBook, first: Grading, second: Grading): Breach | undefined => {
  for (const outcome of first.outcomes) {
    const other = outcomeOf(second, outcome.unit)
    const [before, after] = [rankOf(book, outcome), rankOf(book, other)]
    if (before !== undefined && after !== undefined && after < before)
      return breach(
        outcome.unit,
        say(`不高于 ${summaryOf(outcome)}`, `no better than ${summaryOf(outcome)}`),
        summaryOf(other)
      )
  }
  return undefined
}

/** One of some things by a number that may be too large for them. */
export const pick = <A>(some: ReadonlyArray<A>, n: number): A | undefined =>
  some.length === 0 ? undefined : some[n % some.length]

/** The panels that make sheets void. */
const voidingPanels = (book: RuleBook): ReadonlyArray<string> =>
  book.panels.flatMap(({ id, voids }) => ((voids ?? []).length > 0 ? [id] : []))

/** A reason not to apply where sheets may become void by the change that the law makes. */
export const unlessVoids = ({ book }: GradingSetting): Text | undefined => {
  const panels = voidingPanels(book)
  return panels.length === 0
    ? undefined
    : say(
        `评价主体 ${panels.join("、")} 会作废打分一律的评分表，改动一处可能使整张表作废`,
        `the panels ${panels.join(", ")} make uniform sheets void: one change may void a whole sheet`
      )
}

/** The criteria of a book, whatever they apply to. */
export const criteriaOf = (book: RuleBook) => allCriteria(book.criteria)

export { figure }
