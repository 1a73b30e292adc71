import { Fact, hashOf, hashOfBag, type Receipt, Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Award } from "../Adjustment.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { Outcome } from "../Outcome.ts"
import { RuleBook } from "../RuleBook.ts"
import { Sheet } from "../Sheet.ts"

/** The version of what grading means: raised whenever the same book and inputs could give another outcome. */
export const gradingSemantics = "zhengyou/grading@3"

/**
 * The hash of a list in no order, so that the order in which it was given leaves no trace. What is wrong with inputs has
 * been told by now: a receipt never throws for a name that is too long.
 */
const bag = <A>(schema: Schema.Codec<A, Schema.Json>, items: ReadonlyArray<A>): string => {
  const encode = Schema.encodeSync(schema, { disableChecks: true })
  return hashOfBag(items.map((item) => encode(item)))
}

/** The receipt of a grading: the same for the same book and inputs, whatever order they came in. */
export const receiptOf = (book: RuleBook, inputs: GradingInputs, outcomes: ReadonlyArray<Outcome>): Receipt => ({
  semantics: gradingSemantics,
  rules: hashOf(Schema.encodeSync(RuleBook, { disableChecks: true })(book)),
  inputs: hashOf({
    asOf: inputs.asOf ?? null,
    units: bag(Unit, inputs.units),
    sheets: bag(Sheet, inputs.sheets),
    facts: bag(Fact, inputs.facts),
    awards: bag(Award, inputs.awards ?? []),
    lotSeed: inputs.lotSeed ?? null
  }),
  result: bag(Outcome, outcomes)
})
