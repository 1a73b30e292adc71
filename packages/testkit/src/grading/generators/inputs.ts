import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"
import { awardParts, awardsOfParts } from "./awards.ts"
import { factParts, factsOfParts } from "./facts.ts"
import { dayOf, unitParts, unitsOfParts } from "./roster.ts"
import { sheetParts, sheetsOfParts } from "./sheets.ts"

/** What kind of rounds {@link inputsFor} makes. */
export interface InputsOptions {
  /** The most units of a round: 4 where it is left out, 1 at the least. */
  readonly units?: number
  /** Whether every rater marks everything, enough raters score, and every fact is known: not so where it is left out. */
  readonly complete?: boolean
}

/**
 * Rounds of a given book: units with sheets, facts and awards that the book takes, few and plain ones first.
 *
 * **Details**
 *
 * Nothing is filtered: every value is one that grading accepts. Marks, facts, days and numbers of raters at which the book
 * changes its mind are common, and so are ties and, unless `complete`, gaps.
 *
 * @example
 * ```ts
 * import { grade } from "@zhengyou/grading"
 * import { anyBook, inputsFor } from "@zhengyou/testkit"
 * import { Result } from "effect"
 * import fc from "fast-check"
 *
 * const rounds = anyBook().chain((book) => inputsFor(book).map((inputs) => ({ book, inputs })))
 * fc.assert(fc.property(rounds, ({ book, inputs }) => Result.isSuccess(grade(book, inputs))), { numRuns: 20 })
 * ```
 */
export const inputsFor = (
  book: RuleBook,
  { units = 4, complete = false }: InputsOptions = {}
): fc.Arbitrary<GradingInputs> => {
  const part = fc.record({
    unit: unitParts(book),
    sheets: sheetParts(book, complete),
    facts: factParts(book, complete),
    awards: awardParts(book),
    // One unit in four is marked alike by everybody, with full marks or nearly: high levels are common.
    short: seldom(fc.nat(2), 4),
    // One unit in four is marked as an earlier one, so that ties are common.
    twin: seldom(fc.nat(2), 4)
  })
  return fc
    .record({
      parts: fc.array(part, { minLength: 1, maxLength: Math.max(1, units) }),
      lotSeed: complete ? fc.constant(seed) : fc.constantFrom(undefined, seed)
    })
    .map(({ parts, lotSeed }) => {
      const roster = unitsOfParts(parts.map(({ unit }) => unit))
      const each = parts.flatMap((own, i) => {
        const unit = roster[i]?.id
        const twin = own.twin === undefined || own.twin >= i ? undefined : parts[own.twin]
        return unit === undefined ? [] : [{ unit, own: twin ?? own }]
      })
      return {
        units: roster,
        sheets: each.flatMap(({ unit, own }) =>
          sheetsOfParts(book, unit, own.sheets, complete, own.short === undefined ? undefined : 6 - own.short)
        ),
        facts: each.flatMap(({ unit, own }) => factsOfParts(book, unit, own.facts)),
        awards: each.flatMap(({ unit, own }) => awardsOfParts(unit, own.awards)),
        asOf: dayOf(book),
        ...present("lotSeed", lotSeed)
      }
    })
}

const seed = "2012-12-31, line 1"
