import { Fact, hashOf, type Receipt, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Award } from "../Adjustment.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { Outcome } from "../Outcome.ts"
import { RuleBook } from "../RuleBook.ts"
import { Sheet } from "../Sheet.ts"

/** The version of what grading means: raised whenever the same book and inputs could give another outcome. */
export const gradingSemantics = "zhengyou/grading@2"

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Encodes a list in an order of its own, so that the order in which it was given leaves no trace. What is wrong with inputs
 * has been told by now: a receipt never throws for a name that is too long.
 */
const sorted = <A>(schema: Schema.Codec<A, Schema.Json>, items: ReadonlyArray<A>): Schema.Json =>
  items
    .map((item) => Schema.encodeSync(schema, { disableChecks: true })(item))
    .map((json): [string, Schema.Json] => [hashOf(json), json])
    .toSorted(([a], [b]) => byText(a, b))
    .map(([, json]) => json)

/** The receipt of a grading: the same for the same book and inputs, whatever order they came in. */
export const receiptOf = (book: RuleBook, inputs: GradingInputs, outcomes: ReadonlyArray<Outcome>): Receipt => ({
  semantics: gradingSemantics,
  rules: hashOf(Schema.encodeSync(RuleBook, { disableChecks: true })(book)),
  inputs: hashOf({
    asOf: inputs.asOf ?? null,
    units: sorted(Unit, inputs.units),
    sheets: sorted(Sheet, inputs.sheets),
    facts: sorted(Fact, inputs.facts),
    awards: sorted(Award, inputs.awards ?? []),
    lotSeed: inputs.lotSeed ?? null
  }),
  result: hashOf(sorted(Outcome, outcomes))
})
