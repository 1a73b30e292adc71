import { Id, Text } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { MissingPolicy, NonNegative } from "./Criterion.ts"

const count = (minimum: number) =>
  Schema.Int.check(
    Schema.isBetween({ minimum, maximum: 100_000 }, { expected: `a whole number from ${minimum} to 100000` })
  )

/**
 * How a panel's raters become one score (汇总方法).
 *
 * **Details**
 *
 * `trimmedMean` (去掉最高分、最低分) drops that many scores at each end, only where there are more than `onlyAbove` of them; with
 * fewer it is the plain mean. Of equal scores it does not matter which is dropped.
 */
export const Aggregator = Schema.Union([
  Schema.Struct({ method: Schema.Literal("mean") }),
  Schema.Struct({
    method: Schema.Literal("trimmedMean"),
    dropHighest: count(0),
    dropLowest: count(0),
    onlyAbove: count(0)
  })
]).annotate({ identifier: "Aggregator", expected: "{method: mean} or {method: trimmedMean, …}" })
export type Aggregator = typeof Aggregator.Type

/**
 * A body of raters (评价主体): 自评, 委员, 专家, 群众.
 *
 * **Details**
 *
 * Weights are shares of their sum: 40 and 60 mean what 0.4 and 0.6 mean. Weight 0 shows a claim without counting it.
 * `criteria` limits the panel to some criteria. With fewer than `minimumRaters` scores on a criterion the panel's score
 * is missing, and `missing` says what that means.
 */
export const Panel = Schema.Struct({
  id: Id,
  name: Text,
  weight: NonNegative,
  aggregate: Aggregator,
  minimumRaters: count(1).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  missing: MissingPolicy,
  criteria: Schema.optionalKey(Schema.NonEmptyArray(Id))
}).annotate({ identifier: "Panel" })
export interface Panel extends Schema.Schema.Type<typeof Panel> {}

/** Whether a panel scores a criterion. */
export const scores = (panel: Panel, criterion: Id): boolean =>
  panel.criteria === undefined || panel.criteria.includes(criterion)
