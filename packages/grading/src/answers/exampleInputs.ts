import { type Fact, factValueFrom } from "@zhengyou/core"
import type { BookExample } from "../BookExample.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { RuleBook } from "../RuleBook.ts"

/** A fact of no kind that the book declares goes on as a text, so that grading tells its fault and its place. */
const factsOf = (book: RuleBook, { facts }: BookExample): ReadonlyArray<Fact> =>
  Object.entries(facts).flatMap(([unit, values]) =>
    Object.entries(values).map(([fact, scalar]): Fact => {
      const declared = book.facts.find(({ id }) => id === fact)
      const value = declared && factValueFrom(declared.type, scalar)
      return { unit, fact, value: value ?? { _tag: "Text", value: String(scalar) } }
    })
  )

/** What a worked example of a book is graded from. */
export const exampleInputs = (book: RuleBook, example: BookExample): GradingInputs => {
  const { units, sheets, awards, asOf, lotSeed } = example
  return {
    units,
    sheets,
    facts: factsOf(book, example),
    awards,
    ...(asOf === undefined ? {} : { asOf }),
    ...(lotSeed === undefined ? {} : { lotSeed })
  }
}
