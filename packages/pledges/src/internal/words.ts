import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** The longest text of one field, in UTF-16 code units: longer ones are no pledge. */
const wordsLimit = 20_000

/** What somebody writes in a field of a pledge: never blank, of bounded length. */
export const Words = Schema.String.check(
  Schema.makeFilter((words: string) => words.trim() !== "" && words.length <= wordsLimit && words.isWellFormed(), {
    expected: "a text of 1 to 20000 characters"
  })
)

/** A list that may be left out. */
export const listOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Array(item).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([])))
