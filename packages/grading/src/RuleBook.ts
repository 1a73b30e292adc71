import {
  CalendarDate,
  type ConditionProblem,
  decodeInput,
  FactDeclaration,
  type Fault,
  Id,
  type InputProblem,
  Ladder,
  Rounding,
  Text
} from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { Adjustment } from "./Adjustment.ts"
import { Band } from "./Band.ts"
import { BookExample } from "./BookExample.ts"
import { CriterionNode } from "./Criterion.ts"
import { RuleBookInvalid } from "./errors.ts"
import { Eligibility, Gate, Recognition } from "./Gate.ts"
import type { BookProblem } from "./internal/book/BookProblem.ts"
import { bookFaults } from "./internal/bookFaults.ts"
import { listOf } from "./internal/listOf.ts"
import { Positive } from "./internal/numbers.ts"
import { upcastBook } from "./internal/upcastBook.ts"
import { Panel } from "./Panel.ts"
import { Quota } from "./Quota.ts"

/** The shape of a rule book, before its parts are held against each other. */
const Shape = Schema.Struct({
  format: Schema.Literal("zhengyou/rule-book@2"),
  id: Id,
  version: Id,
  title: Text,
  valid: Schema.optionalKey(Schema.Struct({ from: CalendarDate, until: Schema.optionalKey(CalendarDate) })),
  /** The levels, best first. */
  ladder: Ladder,
  /** The facts that conditions and tie-breaks may ask for. */
  facts: listOf(FactDeclaration),
  criteria: Schema.NonEmptyArray(CriterionNode),
  /** The greatest total that the criteria allow: stated, so that a forgotten criterion or weight is found. */
  fullMarks: Positive,
  /** What it means that some criteria do not apply to a type of unit: its marks are rescaled; without it they must add up. */
  notApplicable: Schema.optionalKey(Schema.Literal("rescale")),
  /** Where it stands, totals are converted to this maximum before they are rounded. */
  convertTo: Schema.optionalKey(Positive),
  panels: Schema.NonEmptyArray(Panel),
  /** Whether panels are combined criterion by criterion, or each panel makes a total of its own first. */
  combine: Schema.Literals(["criteria", "panels"]).pipe(
    Schema.withDecodingDefaultTypeKey(Effect.succeed("criteria" as const))
  ),
  adjustments: listOf(Adjustment),
  /** Rounding, only at the steps that are named. */
  rounding: Schema.Struct({
    /** Each mark, once it is a score. */
    mark: Schema.optionalKey(Rounding),
    /** A panel's score of a criterion. */
    panel: Schema.optionalKey(Rounding),
    /** A criterion's score. */
    criterion: Schema.optionalKey(Rounding),
    /** A panel's own total. */
    panelTotal: Schema.optionalKey(Rounding),
    /** What an adjustment comes to. */
    adjustment: Schema.optionalKey(Rounding),
    total: Schema.optionalKey(Rounding)
  }),
  /** Whether bands, ranks and quotas look at the exact total or at the rounded one. */
  decideOn: Schema.Literals(["exact", "rounded"]),
  bands: Schema.NonEmptyArray(Band),
  eligibility: listOf(Eligibility),
  recognitions: listOf(Recognition),
  gates: listOf(Gate),
  quotas: listOf(Quota),
  /** Worked examples that the book must agree with: `runExamples` runs them. */
  examples: listOf(BookExample),
  /** Whether the rank after a tie counts everybody above (1, 2, 2, 4) or is the next number (1, 2, 2, 3). */
  ranking: Schema.Literals(["competition", "dense"]).pipe(
    Schema.withDecodingDefaultTypeKey(Effect.succeed("competition" as const))
  )
})

/** A rule book as its shape allows it, not yet known to be sound. */
export type RuleBookShape = typeof Shape.Type

/** The shape, from JSON of this version or of an earlier one. */
const Versioned = Schema.Json.pipe(
  Schema.decodeTo(
    Shape,
    SchemaTransformation.transform<typeof Shape.Encoded, Schema.Json>({
      // What is not of this version's shape after the upcast is told by the decoding that follows.
      decode: (json) => upcastBook(json) as typeof Shape.Encoded,
      // An encoded book is JSON; an interface of its recursive part hides that from the compiler.
      encode: (book) => book as Schema.Json
    })
  )
)

/**
 * A rule book (评定办法): everything that decides a level, as data.
 *
 * **Details**
 *
 * Its parts are known to fit each other: {@link parseRuleBook} gives one, or says every reason why not. Books of the
 * format `zhengyou/rule-book@1` are read as books of this one.
 */
export const RuleBook = Versioned.check(
  Schema.makeFilter((book: RuleBookShape) => bookFaults(book).length === 0, { expected: "a sound rule book" })
)
  .pipe(Schema.brand("RuleBook"))
  .annotate({ identifier: "RuleBook" })
export type RuleBook = typeof RuleBook.Type

/** Anything that can be wrong with a rule book. */
export type RuleBookProblem = InputProblem | ConditionProblem | BookProblem

/**
 * Reads a rule book from plain data, such as parsed JSON.
 *
 * **Refusals**
 *
 * `RuleBookInvalid` with every fault and its path: first those of the shape; where the shape is right, those between the
 * parts, such as an unknown level, bands out of order, or criteria whose marks do not add up to the full marks stated.
 *
 * @example
 * ```ts
 * import { parseRuleBook } from "@zhengyou/grading"
 * import { Result } from "effect"
 *
 * const book = parseRuleBook({ format: "zhengyou/rule-book@2", id: "empty" })
 * Result.isFailure(book) // => true
 * ```
 */
export const parseRuleBook = (input: unknown): Result.Result<RuleBook, RuleBookInvalid> =>
  decodeInput(Versioned, input).pipe(
    Result.flatMap((book) => {
      const faults: ReadonlyArray<Fault<RuleBookProblem>> = bookFaults(book)
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(RuleBook.make(book))
    }),
    Result.mapError((faults) => new RuleBookInvalid({ faults }))
  )

/** The JSON Schema of a rule book (draft 2020-12), for editors and for other languages. */
export const ruleBookJsonSchema = (): Schema.Json => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(Schema.toEncoded(Shape))
  return JSON.parse(
    JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "zhengyou rule book",
      ...schema,
      $defs: definitions
    })
  )
}
