import { CalendarDate, Citation, Named, Path, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Basis, Direction } from "../Pledge.ts"
import { Principle, RequiredField, Severity } from "../policy/checks.ts"
import { Span } from "../text/Span.ts"
import { TextFinding } from "../text/TextFinding.ts"

/** What the parts of a pledge lack, or have too much of. */
export const StructureFinding = Schema.TaggedUnion({
  FieldMissing: { field: RequiredField },
  TargetNotBetter: { indicator: Schema.String, direction: Direction, baseline: Schema.String, value: Schema.String },
  TargetOnlyHolds: { indicator: Schema.String },
  CategoryUnknown: { category: Schema.String, known: Schema.Array(Named) },
  BasisUnknown: Basis.fields,
  DeadlineOutsideCycle: { due: CalendarDate, from: CalendarDate, until: CalendarDate },
  DeadlineOnRestDay: { due: CalendarDate, before: CalendarDate, after: CalendarDate },
  TooManyOfPledger: { count: Schema.Int, allowed: Schema.Int },
  TooManyOfOwner: { owner: Schema.String, count: Schema.Int, allowed: Schema.Int },
  BaselineUnsourced: { indicator: Schema.String },
  ContentTooShort: { length: Schema.Int, minimum: Schema.Int },
  ContentTooLong: { length: Schema.Int, maximum: Schema.Int },
  MeasureTooLong: { length: Schema.Int, maximum: Schema.Int },
  RuleNotMet: { rule: Named, cited: Schema.Array(Citation), suggestion: Text },
  RuleNotKnown: { rule: Named, cited: Schema.Array(Citation) }
})
export type StructureFinding = typeof StructureFinding.Type

/** Everything that a review can find, in the parts of a pledge or in its text. */
export const FindingProblem = Schema.Union([StructureFinding, TextFinding])
export type FindingProblem = typeof FindingProblem.Type

/**
 * Something that a review found (审诺意见): under which principle, how grave, where, and what.
 *
 * **Details**
 *
 * `span` is the place in the text at the path. The catalogues of the package say what was found and why, and what to write instead.
 */
export const Finding = Schema.Struct({
  principle: Principle,
  severity: Severity,
  path: Path,
  span: Schema.optionalKey(Span),
  problem: FindingProblem
}).annotate({ identifier: "Finding" })
export interface Finding extends Schema.Schema.Type<typeof Finding> {}
