import { type Fact, formatExact, hashOf, hashOfBag, isExact, type Receipt, type Unit } from "@zhengyou/core"
import type { Json } from "effect/Schema"
import type { Award } from "../Adjustment.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"

/** The version of what grading means: raised whenever the same book and inputs could give another outcome. */
export const gradingSemantics = "zhengyou/grading@3"

/**
 * Plain data as JSON, each exact number as its text. It is what the schemas would encode, without bringing them all into
 * an application that only grades.
 */
const jsonOf = (value: unknown): Json => {
  if (isExact(value)) return formatExact(value)
  if (Array.isArray(value)) return value.map(jsonOf)
  if (typeof value !== "object" || value === null) return value as Json
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonOf(part)]))
}

/** Every field that a type has, so that the compiler tells of one that is forgotten. */
type Fields<A> = Readonly<Record<keyof A, true>>

const unit: Fields<Unit> = {
  id: true,
  name: true,
  type: true,
  parent: true,
  founded: true,
  closed: true,
  mergedInto: true
}
const sheet: Fields<Sheet> = { unit: true, panel: true, rater: true, raterUnit: true, group: true, scores: true }
const fact: Fields<Fact> = { unit: true, fact: true, value: true }
const award: Fields<Award> = { unit: true, adjustment: true, item: true, points: true }

/**
 * The hash of a list in no order, so that the order in which it was given leaves no trace. Nor does what an application
 * keeps in its records beside our fields.
 */
const bag = <A extends object>(fields: Fields<A>, items: ReadonlyArray<A>): string =>
  hashOfBag(
    items.map((item) => jsonOf(Object.fromEntries(Object.entries(item).filter(([key]) => Object.hasOwn(fields, key)))))
  )

/** The receipt of a grading: the same for the same book and inputs, whatever order they came in. */
export const receiptOf = (book: RuleBook, inputs: GradingInputs, outcomes: ReadonlyArray<Outcome>): Receipt => ({
  semantics: gradingSemantics,
  rules: hashOf(jsonOf(book)),
  inputs: hashOf({
    asOf: inputs.asOf ?? null,
    units: bag(unit, inputs.units),
    sheets: bag(sheet, inputs.sheets),
    facts: bag(fact, inputs.facts),
    awards: bag(award, inputs.awards ?? []),
    lotSeed: inputs.lotSeed ?? null
  }),
  result: hashOfBag(outcomes.map(jsonOf))
})
