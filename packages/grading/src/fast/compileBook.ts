import { factsOf, type KnownFacts } from "@zhengyou/core"
import { type LinearBook, linearBook } from "../internal/fast/linearBook.ts"
import { type Planner, plannerFor } from "../internal/fast/planner.ts"
import { type ReadyPanel, readyPanels } from "../internal/fast/readyPanels.ts"
import { knownFacts } from "../internal/knownFacts.ts"
import { type ReadyRules, readyRules } from "../internal/readyRules.ts"
import type { RuleBook } from "../RuleBook.ts"

/**
 * A rule book made ready for many units: {@link compileBook} makes one.
 *
 * **Details**
 *
 * `linear` is the book as sums of means, which whole numbers can add up; nothing for a book that rounds on the way to the total,
 * makes sheets void, or asks for something else that no sum gives: such a book is graded all the same, unit by unit.
 */
export interface CompiledBook {
  readonly book: RuleBook
  readonly rules: ReadyRules
  readonly linear: LinearBook | undefined
  /** The panels made ready for reading sheets. */
  readonly panels: ReadonlyMap<string, ReadyPanel>
  readonly known: KnownFacts
  /** The arithmetic in whole numbers, made ready for the numbers of marks that a round has. */
  readonly plan: Planner
}

/** The scores that gates ask for, apart from the total; nothing else is asked of a unit once it is scored. */
const askedScores = (book: RuleBook): ReadonlyArray<string> =>
  [...new Set(book.gates.flatMap(({ when }) => factsOf(when)))].filter((name) =>
    /^score\.(criterion|panel)\./.test(name)
  )

/**
 * Makes a rule book ready once, for `readColumns` and `gradeMany`.
 *
 * @example
 * ```ts
 * import { compileBook, type RuleBook } from "@zhengyou/grading"
 *
 * const isFast = (book: RuleBook) => compileBook(book).linear !== undefined
 * ```
 */
export const compileBook = (book: RuleBook): CompiledBook => {
  const linear = linearBook(book, askedScores(book))
  return {
    book,
    rules: readyRules(book),
    linear,
    panels: readyPanels(book, linear),
    known: knownFacts(book),
    plan: plannerFor(book, linear)
  }
}
