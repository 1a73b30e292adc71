import { type Id, type Ladder, levelRank } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { GradingReason } from "../GradingReason.ts"
import { grade } from "../grade.ts"
import { decidingReason, type Grading, type Outcome, resultOf } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"

/** A unit that comes out differently: both outcomes, and the reason that decided the second. */
export interface Change {
  readonly unit: Id
  readonly from: Outcome
  readonly to: Outcome
  readonly reason: GradingReason
  /** Which way the level goes; nothing where one side has no level, or the ladder lacks one of them. */
  readonly way: "fell" | "rose" | undefined
}

const wayOf = (ladder: Ladder, from: Outcome, to: Outcome): Change["way"] => {
  if (!("level" in from) || !("level" in to)) return undefined
  const [before, after] = [levelRank(ladder, from.level), levelRank(ladder, to.level)]
  if (before < 0 || after < 0) return undefined
  return after > before ? "fell" : "rose"
}

/** The units whose level, or whose having one, differs between two gradings, in the order of the first. */
export const changesBetween = (before: Grading, after: Grading, ladder: Ladder): ReadonlyArray<Change> => {
  const others = new Map(after.outcomes.map((outcome) => [outcome.unit, outcome]))
  return before.outcomes.flatMap((from): ReadonlyArray<Change> => {
    const to = others.get(from.unit)
    if (to === undefined || resultOf(from) === resultOf(to)) return []
    return [{ unit: from.unit, from, to, reason: decidingReason(to), way: wayOf(ladder, from, to) }]
  })
}

/** The same inputs under two books, and the units that come out differently. */
export interface BookComparison {
  readonly before: Grading
  readonly after: Grading
  readonly changes: ReadonlyArray<Change>
}

/**
 * Grades one round by two books and says who changes level, and why (新旧办法对比).
 *
 * **When to use**
 *
 * Before a new version of a book is adopted, on the sheets of a real round.
 *
 * **Details**
 *
 * Ways are read on the first book's ladder.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit one of the books.
 */
export const compareBooks = (
  before: RuleBook,
  after: RuleBook,
  inputs: GradingInputs
): Result.Result<BookComparison, InputsInvalid> =>
  Result.flatMap(grade(before, inputs), (first) =>
    Result.map(grade(after, inputs), (second) => ({
      before: first,
      after: second,
      changes: changesBetween(first, second, before.ladder)
    }))
  )
