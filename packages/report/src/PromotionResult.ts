import { CalendarDate, Id, Named, Text } from "@zhengyou/core"
import { DecisionOutcome, EntryStatus } from "@zhengyou/promotion"
import * as Schema from "effect/Schema"
import { ReasonResult } from "./GradingResult.ts"

const DecisionResult = Schema.Struct({
  unit: Id,
  name: Text,
  from: Schema.optionalKey(Id),
  to: Id,
  applied: CalendarDate,
  decided: Schema.optionalKey(CalendarDate),
  inForce: Schema.optionalKey(CalendarDate),
  outcome: DecisionOutcome,
  /** Everything that speaks against the move; nothing where it was granted or waits. */
  reasons: Schema.Array(ReasonResult)
}).annotate({ identifier: "DecisionResult" })

const MovementResult = Schema.Struct({
  level: Schema.optionalKey(Id),
  before: Schema.Int,
  in: Schema.Int,
  out: Schema.Int,
  founded: Schema.Int,
  merged: Schema.Int,
  closed: Schema.Int,
  after: Schema.Int
}).annotate({ identifier: "MovementResult" })

const TargetReached = Schema.Struct({
  level: Id,
  units: Schema.Int,
  needed: Schema.Int,
  moved: Schema.Int,
  isMet: Schema.Boolean
}).annotate({ identifier: "TargetReached" })

const LedgerLineResult = Schema.Struct({
  problem: Id,
  title: Text,
  kind: Schema.Literals(["common", "individual"]),
  unit: Id,
  name: Text,
  status: EntryStatus,
  isOverdue: Schema.Boolean,
  owner: Schema.optionalKey(Id),
  due: Schema.optionalKey(CalendarDate),
  closed: Schema.optionalKey(CalendarDate)
}).annotate({ identifier: "LedgerLineResult" })

/**
 * The result of a round of promotion as other programs read it: `zhengyou/promotion-result@1` (晋级评审结果).
 *
 * **When to use**
 *
 * To decode what {@link promotionJson} wrote, or to publish the shape as JSON Schema with `Schema.toJsonSchemaDocument`.
 */
export const PromotionResult = Schema.Struct({
  format: Schema.Literal("zhengyou/promotion-result@1"),
  rules: Schema.Struct({ id: Id, version: Id, title: Text }),
  from: CalendarDate,
  asOf: CalendarDate,
  levels: Schema.Array(Named),
  decisions: Schema.Array(DecisionResult),
  /** One row for each level, best first, and a last one for units that are not graded. */
  movements: Schema.Array(MovementResult),
  targets: Schema.Array(TargetReached),
  /** Every line of the ledger: those that are not closed with what is overdue first, then the closed ones. */
  ledger: Schema.optionalKey(Schema.Array(LedgerLineResult))
}).annotate({ identifier: "PromotionResult" })
export interface PromotionResult extends Schema.Schema.Type<typeof PromotionResult> {}
