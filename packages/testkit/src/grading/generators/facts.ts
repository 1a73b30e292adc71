import type { Fact, FactDeclaration, FactValue, Id } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { valuesNear } from "../../internal/valuesNear.ts"
import { statedFor } from "../comparisons.ts"
import { orNothing } from "./sheets.ts"

/** The values that a fact may have under a book; none for a number whose bounds leave no room. */
export const valuesFor = (book: RuleBook, declared: FactDeclaration): ReadonlyArray<FactValue> =>
  valuesNear(declared, statedFor(book, declared.id), book.ladder)

/**
 * The values of a fact that a book declares: those that the book compares it with, one step to each side, and others
 * within its bounds. Nothing where its bounds leave no room.
 */
export const factValuesFor = (book: RuleBook, declared: FactDeclaration): fc.Arbitrary<FactValue> | undefined => {
  const values = valuesFor(book, declared)
  return values.length === 0 ? undefined : fc.constantFrom(...values)
}

/** The parts of a unit's facts: a value for each that the book declares, or none. */
export const factParts = (book: RuleBook, complete: boolean): fc.Arbitrary<ReadonlyArray<FactValue | undefined>> =>
  fc.tuple(
    ...book.facts.map((declared) => {
      const values = factValuesFor(book, declared)
      return values === undefined ? fc.constant(undefined) : orNothing(values, complete)
    })
  )

/** Facts of their parts. */
export const factsOfParts = (
  book: RuleBook,
  unit: Id,
  parts: ReadonlyArray<FactValue | undefined>
): ReadonlyArray<Fact> =>
  book.facts.flatMap(({ id: fact }, f) => {
    const value = parts[f]
    return value === undefined ? [] : [{ unit, fact, value }]
  })

/** The facts of one unit under a book; all of them where they are to be complete. */
export const factsFor = (book: RuleBook, unit: Id, complete = false): fc.Arbitrary<ReadonlyArray<Fact>> =>
  factParts(book, complete).map((parts) => factsOfParts(book, unit, parts))
