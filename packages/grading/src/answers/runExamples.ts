import { compareExact, formatExact, type Text } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { BookExample, Expectation } from "../BookExample.ts"
import type { InputsInvalid } from "../errors.ts"
import { grade } from "../grade.ts"
import type { Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { exampleInputs } from "./exampleInputs.ts"
import { outcomeWord } from "./outcomeWord.ts"

/** One thing that came out otherwise than a worked example says. */
export interface Difference {
  readonly unit: string
  readonly of: "outcome" | "level" | "total" | "rank"
  readonly expected: string
  readonly found: string
}

/** What came of a worked example. */
export type ExampleResult =
  | { readonly _tag: "Agrees"; readonly name: Text }
  | { readonly _tag: "Differs"; readonly name: Text; readonly differences: ReadonlyArray<Difference> }
  | { readonly _tag: "Refused"; readonly name: Text; readonly refusal: InputsInvalid }

const nothing = "–"

const differencesOf = (expectation: Expectation, outcome: Outcome | undefined): ReadonlyArray<Difference> => {
  const { unit } = expectation
  const differ = (of: Difference["of"], expected: string | undefined, found: string): ReadonlyArray<Difference> =>
    expected === undefined || expected === found ? [] : [{ unit, of, expected, found }]
  const total = outcome !== undefined && "total" in outcome ? outcome.total.decided : undefined
  const isSameTotal =
    total !== undefined && expectation.total !== undefined && compareExact(total, expectation.total) === 0
  return [
    ...differ("outcome", expectation.outcome, outcome === undefined ? nothing : outcomeWord(outcome)),
    ...differ("level", expectation.level, outcome !== undefined && "level" in outcome ? outcome.level : nothing),
    ...(isSameTotal
      ? []
      : differ(
          "total",
          expectation.total && formatExact(expectation.total),
          total === undefined ? nothing : formatExact(total)
        )),
    ...differ(
      "rank",
      expectation.rank === undefined ? undefined : String(expectation.rank),
      outcome?._tag === "Graded" ? String(outcome.rank) : nothing
    )
  ]
}

const runExample = (book: RuleBook, example: BookExample): ExampleResult => {
  const { name, expect } = example
  return Result.match(grade(book, exampleInputs(book, example)), {
    onFailure: (refusal): ExampleResult => ({ _tag: "Refused", name, refusal }),
    onSuccess: ({ outcomes }): ExampleResult => {
      const found = new Map(outcomes.map((outcome) => [outcome.unit, outcome]))
      const differences = expect.flatMap((one) => differencesOf(one, found.get(one.unit)))
      return differences.length === 0 ? { _tag: "Agrees", name } : { _tag: "Differs", name, differences }
    }
  })
}

/**
 * Runs the worked examples that a book carries: each agrees, differs in named points, or is refused with its faults.
 *
 * **When to use**
 *
 * Whenever a book has been changed, before anybody is graded by it.
 */
export const runExamples = (book: RuleBook): ReadonlyArray<ExampleResult> =>
  book.examples.map((example) => runExample(book, example))
