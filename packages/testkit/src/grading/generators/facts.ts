import {
  dateUnsafe,
  type Exact,
  exactUnsafe,
  type Fact,
  type FactDeclaration,
  type FactValue,
  type Id,
  isAtLeast,
  minus,
  plus
} from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { statedFor } from "../comparisons.ts"
import { daysLater } from "../reference/months.ts"
import { written } from "./marks.ts"
import { orNothing } from "./sheets.ts"

const number = (value: Exact): FactValue => ({ _tag: "Number", value })

const steps: ReadonlyArray<Exact> = ["0", "0.001", "1"].map(exactUnsafe)

const isWithin = ({ minimum, maximum }: FactDeclaration, x: Exact): boolean =>
  (minimum === undefined || isAtLeast(x, minimum)) && (maximum === undefined || isAtLeast(maximum, x))

/** Numbers within a fact's bounds: those the book compares with and their neighbours, its bounds, and some between. */
const numbersFor = (declared: FactDeclaration, stated: ReadonlyArray<Exact>): ReadonlyArray<Exact> => {
  const { minimum, maximum } = declared
  const bounds = [minimum, maximum].flatMap((bound) => bound ?? [])
  const base = minimum ?? (maximum === undefined ? exactUnsafe(0) : minus(maximum, exactUnsafe(1)))
  const some = ["0", "1/4", "1/2", "3/4", "1", "5", "60", "90", "100"].map((x) => plus(base, exactUnsafe(x)))
  const near = stated.flatMap((x) => steps.flatMap((step) => [plus(x, step), minus(x, step)]))
  return [...bounds, ...near, ...some].map(written).filter((x) => isWithin(declared, x))
}

/** The values that a fact may have under a book; none for a number whose bounds leave no room. */
export const valuesFor = (book: RuleBook, declared: FactDeclaration): ReadonlyArray<FactValue> => {
  const stated = statedFor(book, declared.id)
  switch (declared.type) {
    case "number":
      return numbersFor(
        declared,
        stated.map((x) => exactUnsafe(typeof x === "boolean" ? 0 : x))
      ).map(number)
    case "flag":
      return [false, true].map((value) => ({ _tag: "Flag", value }))
    case "level":
      return book.ladder.map(({ id }) => ({ _tag: "Level", value: id }))
    case "date": {
      const days = [...stated.map(String), "2012-12-31"].map(dateUnsafe)
      return days
        .flatMap((day) => [day, daysLater(day, -1), daysLater(day, 1)])
        .map((value) => ({ _tag: "Date", value }))
    }
    case "text":
      return [...stated.map(String), "other"].map((value) => ({ _tag: "Text", value }))
  }
}

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
