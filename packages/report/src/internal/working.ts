import { compareExact, type Exact, plus, times, zero } from "@zhengyou/core"
import type { Criterion, CriterionScore, Outcome, RuleBook } from "@zhengyou/grading"

/** A criterion of the book with what a unit scored on it; no score where nothing was scored at all. */
export interface WorkedCriterion {
  readonly criterion: Criterion
  readonly scored: CriterionScore | undefined
}

/** The criteria of the book with a unit's scores. */
export const workedCriteria = (book: RuleBook, outcome: Outcome): ReadonlyArray<WorkedCriterion> => {
  const scores = outcome._tag === "NotGraded" ? [] : outcome.scores
  return book.criteria.map((criterion) => ({
    criterion,
    scored: scores.find((score) => score.criterion === criterion.id)
  }))
}

/** What the weighted scores come to and could come to, and what that is converted to; nothing where nothing is converted. */
export const conversionOf = (
  book: RuleBook,
  worked: ReadonlyArray<WorkedCriterion>
): { readonly earned: Exact; readonly possible: Exact; readonly to: Exact } | undefined => {
  let earned = zero
  let possible = zero
  for (const { criterion, scored } of worked) {
    if (scored?.score === undefined) continue
    earned = plus(earned, times(criterion.weight, scored.score))
    possible = plus(possible, times(criterion.weight, criterion.maximum))
  }
  const to = book.convertTo ?? book.fullMarks
  return compareExact(possible, to) === 0 ? undefined : { earned, possible, to }
}
