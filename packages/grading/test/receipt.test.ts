import { Fact, hashOf, hashOfBag, Unit } from "@zhengyou/core"
import { Award, type GradingInputs, gradingSemantics, Outcome, parseRuleBook, RuleBook, Sheet } from "@zhengyou/grading"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { knobs } from "./describe/knobs.ts"
import { anyRound } from "./explain/rounds.ts"
import { gradeUnsafe } from "./support.ts"

const bag = <A>(schema: Schema.Codec<A, Schema.Json>, items: ReadonlyArray<A>): string =>
  hashOfBag(items.map((item) => Schema.encodeSync(schema)(item)))

const rulesOf = (book: RuleBook): string => hashOf(Schema.encodeSync(RuleBook)(book))

/** The receipt as its documentation says that anybody can make it: from what the schemas encode. */
const receiptOf = (book: RuleBook, inputs: GradingInputs) => ({
  semantics: gradingSemantics,
  rules: rulesOf(book),
  inputs: hashOf({
    asOf: inputs.asOf ?? null,
    units: bag(Unit, inputs.units),
    sheets: bag(Sheet, inputs.sheets),
    facts: bag(Fact, inputs.facts),
    awards: bag(Award, inputs.awards ?? []),
    lotSeed: inputs.lotSeed ?? null
  }),
  result: bag(Outcome, gradeUnsafe(book, inputs).outcomes)
})

describe("a receipt", () => {
  it("is of what the schemas encode", () => {
    fc.assert(
      fc.property(anyRound, ({ book, inputs }) => {
        expect(gradeUnsafe(book, inputs).receipt).toEqual(receiptOf(book, inputs))
      }),
      { numRuns: 100 }
    )
  })

  it.each(knobs.map((knob) => [knob.name, knob] as const))("is of the whole book: %s", (_, { values, at }) => {
    fc.assert(
      fc.property(values, (value) => {
        const book = Result.getOrThrow(parseRuleBook(at(value as never)))
        const asOf = book.valid?.from
        const inputs = { units: [], sheets: [], facts: [], ...(asOf === undefined ? {} : { asOf }) }
        expect(gradeUnsafe(book, inputs).receipt.rules).toBe(rulesOf(book))
      }),
      { numRuns: 20 }
    )
  })

  it("is not of what an application keeps in its records beside ours", () => {
    const note = <A extends object>(record: A) => ({ ...record, telephone: 7 })
    fc.assert(
      fc.property(anyRound, ({ book, inputs: { units, sheets, facts, awards = [], ...rest } }) => {
        const noted = {
          units: units.map(note),
          sheets: sheets.map(note),
          facts: facts.map(note),
          awards: awards.map(note)
        }
        const inputs = { units, sheets, facts, awards, ...rest }
        expect(gradeUnsafe(book, { ...rest, ...noted }).receipt).toEqual(gradeUnsafe(book, inputs).receipt)
      }),
      { numRuns: 50 }
    )
  })
})
