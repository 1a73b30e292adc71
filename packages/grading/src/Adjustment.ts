import { compareExact, type Exact, Id, sum, Text, zero } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { NonNegative } from "./internal/numbers.ts"

/**
 * Points beside the marks (加分、扣分): a bonus or a deduction, on the total or on one criterion before its weight.
 *
 * **Details**
 *
 * `cap` is the most that counts, without end where it is left out (加分不设上限). `highestOnly` counts the highest of a unit's
 * entries only (就高不就低、不重复加分). Deductions end at nought.
 */
export const Adjustment = Schema.Struct({
  id: Id,
  name: Text,
  kind: Schema.Literals(["bonus", "deduction"]),
  on: Schema.Union([Schema.Struct({ total: Schema.Literal(true) }), Schema.Struct({ criterion: Id })]).annotate({
    expected: "{total: true} or {criterion: id}"
  }),
  cap: Schema.optionalKey(NonNegative),
  highestOnly: Schema.optionalKey(Schema.Boolean)
}).annotate({ identifier: "Adjustment" })
export interface Adjustment extends Schema.Schema.Type<typeof Adjustment> {}

/** One reason for a bonus or a deduction (加减分事项): which unit, under which adjustment, what for, how many points. */
export const Award = Schema.Struct({
  unit: Id,
  adjustment: Id,
  item: Id,
  points: NonNegative
}).annotate({ identifier: "Award" })
export interface Award extends Schema.Schema.Type<typeof Award> {}

/** What a unit's entries under an adjustment come to, before and after its cap. */
export const adjustmentOf = (
  { cap, highestOnly }: Adjustment,
  points: ReadonlyArray<Exact>
): { readonly given: Exact; readonly counted: Exact } => {
  const given = highestOnly === true ? (points.toSorted(compareExact).at(-1) ?? zero) : sum(points)
  return { given, counted: cap !== undefined && compareExact(given, cap) > 0 ? cap : given }
}
