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
import { Band } from "./Band.ts"
import { Cap } from "./Cap.ts"
import { Criterion, Positive } from "./Criterion.ts"
import { RuleBookInvalid } from "./errors.ts"
import { Eligibility, Gate } from "./Gate.ts"
import { type BookProblem, bookFaults } from "./internal/bookFaults.ts"
import { Panel } from "./Panel.ts"

/**
 * A list that is empty where the book leaves it out. The default stands behind the decoding: before it, the list would be
 * decoded in two passes, and the faults of the first would hide those of the second.
 */
const listOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Array(item).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([])))

/** The shape of a rule book, before its parts are held against each other. */
const Shape = Schema.Struct({
  format: Schema.Literal("zhengyou/rule-book@1"),
  id: Id,
  version: Id,
  title: Text,
  valid: Schema.optionalKey(Schema.Struct({ from: CalendarDate, until: Schema.optionalKey(CalendarDate) })),
  /** The levels, best first. */
  ladder: Ladder,
  /** The facts that conditions and tie-breaks may ask for. */
  facts: listOf(FactDeclaration),
  criteria: Schema.NonEmptyArray(Criterion),
  /** The greatest total that the criteria allow: stated, so that a forgotten criterion or weight is found. */
  fullMarks: Positive,
  /** Where it stands, totals are converted to this maximum before they are rounded. */
  convertTo: Schema.optionalKey(Positive),
  panels: Schema.NonEmptyArray(Panel),
  /** Rounding, only at the steps that are named: a panel's score of a criterion, a criterion's score, the total. */
  rounding: Schema.Struct({
    panel: Schema.optionalKey(Rounding),
    criterion: Schema.optionalKey(Rounding),
    total: Schema.optionalKey(Rounding)
  }),
  /** Whether bands, ranks and caps look at the exact total or at the rounded one. */
  decideOn: Schema.Literals(["exact", "rounded"]),
  bands: Schema.NonEmptyArray(Band),
  eligibility: listOf(Eligibility),
  gates: listOf(Gate),
  caps: listOf(Cap)
})

/** A rule book as its shape allows it, not yet known to be sound. */
export type RuleBookShape = typeof Shape.Type

/**
 * A rule book (评定办法): everything that decides a level, as data.
 *
 * **Details**
 *
 * Its parts are known to fit each other: {@link parseRuleBook} gives one, or says every reason why not.
 */
export const RuleBook = Shape.check(
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
 * const book = parseRuleBook({ format: "zhengyou/rule-book@1", id: "empty" })
 * Result.isFailure(book) // => true
 * ```
 */
export const parseRuleBook = (input: unknown): Result.Result<RuleBook, RuleBookInvalid> =>
  decodeInput(Shape, input).pipe(
    Result.flatMap((book) => {
      const faults: ReadonlyArray<Fault<RuleBookProblem>> = bookFaults(book)
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(RuleBook.make(book))
    }),
    Result.mapError((faults) => new RuleBookInvalid({ faults }))
  )
