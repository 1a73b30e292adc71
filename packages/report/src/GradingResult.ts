import { Exact, Id, Level, Receipt, Text } from "@zhengyou/core"
import { QuotaResult } from "@zhengyou/grading"
import * as Schema from "effect/Schema"

/**
 * A reason as JSON: its key, its text in both languages, and everything it speaks of under its own names.
 *
 * **Details**
 *
 * The key is the tag of the reason in `@zhengyou/grading`, such as `InBand`; exact numbers are texts. Keys may be added
 * within version 2, so a reader falls back on the text where it does not know a key.
 */
export const ReasonResult = Schema.StructWithRest(
  Schema.Struct({ key: Schema.String, text: Schema.Struct({ "zh-CN": Schema.String, en: Schema.String }) }),
  [Schema.Record(Schema.String, Schema.Json)]
).annotate({ identifier: "ReasonResult" })
export type ReasonResult = typeof ReasonResult.Type

const everyUnit = { id: Id, name: Text, reasons: Schema.NonEmptyArray(ReasonResult) }

const TotalResult = Schema.Struct({ exact: Exact, shown: Schema.String })

/** What became of one unit, told apart by `outcome`. */
export const UnitResult = Schema.Union([
  Schema.Struct({ ...everyUnit, outcome: Schema.Literal("graded"), level: Id, total: TotalResult, rank: Schema.Int }),
  Schema.Struct({ ...everyUnit, outcome: Schema.Literal("recognised"), level: Id }),
  Schema.Struct({ ...everyUnit, outcome: Schema.Literal("not-graded") }),
  Schema.Struct({ ...everyUnit, outcome: Schema.Literal("blocked") }),
  Schema.Struct({ ...everyUnit, outcome: Schema.Literal("undetermined"), total: Schema.optionalKey(TotalResult) })
]).annotate({ identifier: "UnitResult" })
export type UnitResult = typeof UnitResult.Type

/**
 * The result of a grading as other programs read it: `zhengyou/grading-result@2` (评定结果).
 *
 * **When to use**
 *
 * To decode what {@link gradingJson} wrote, or to publish the shape as JSON Schema with `Schema.toJsonSchemaDocument`.
 *
 * @example
 * ```ts
 * import { GradingResult } from "@zhengyou/report"
 * import { Result, Schema } from "effect"
 *
 * const read = Schema.decodeUnknownResult(GradingResult)
 * Result.isFailure(read({ format: "zhengyou/grading-result@1" })) // => true
 * ```
 */
export const GradingResult = Schema.Struct({
  format: Schema.Literal("zhengyou/grading-result@2"),
  book: Schema.Struct({ id: Id, version: Id, title: Text }),
  receipt: Receipt,
  /** The levels of the book, best first, with the number of units that have each. */
  levels: Schema.Array(Schema.Struct({ ...Level.fields, units: Schema.Int })),
  notGraded: Schema.Int,
  blocked: Schema.Int,
  undetermined: Schema.Int,
  quotas: Schema.Array(QuotaResult),
  /** Every unit, in the order in which the grading has them. */
  units: Schema.Array(UnitResult)
}).annotate({ identifier: "GradingResult" })
export interface GradingResult extends Schema.Schema.Type<typeof GradingResult> {}
