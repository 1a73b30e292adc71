import { Id, Text } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Aggregator } from "./Aggregator.ts"
import { MissingPolicy } from "./Criterion.ts"
import { NonNegative, Positive } from "./internal/numbers.ts"

/** A group of raters inside a panel, such as leaders or staff: averaged by itself, then weighed (分组加权). */
export const RaterGroup = Schema.Struct({ id: Id, name: Text, weight: Positive }).annotate({ identifier: "RaterGroup" })
export interface RaterGroup extends Schema.Schema.Type<typeof RaterGroup> {}

/**
 * A body of raters (评价主体): 自评, 委员, 专家, 群众.
 *
 * **Details**
 *
 * Weights are shares of their sum: 40 and 60 mean what 0.4 and 0.6 mean. Weight 0 shows a claim without counting it.
 * `criteria` limits the panel to some criteria. With fewer than `minimumRaters` scores the panel's score is missing, and
 * `missing` says what that means.
 *
 * `per: sheet` makes one figure of each sheet first, and aggregates those; it needs a book that combines panels.
 * `recuse` leaves out raters who belong to the unit that they score (本单位人员回避). `voids` makes sheets void (作废) that give
 * every criterion the same share of its maximum, or the maximum everywhere. With `groups` every sheet names its rater's group.
 */
export const Panel = Schema.Struct({
  id: Id,
  name: Text,
  weight: NonNegative,
  aggregate: Aggregator,
  per: Schema.Literals(["criterion", "sheet"]).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("criterion" as const))
  ),
  minimumRaters: Schema.Int.check(
    Schema.isBetween({ minimum: 1, maximum: 100_000 }, { expected: "a whole number from 1 to 100000" })
  ).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  missing: MissingPolicy,
  criteria: Schema.optionalKey(Schema.NonEmptyArray(Id)),
  groups: Schema.optionalKey(Schema.NonEmptyArray(RaterGroup)),
  recuse: Schema.optionalKey(Schema.Literal("ownUnit")),
  voids: Schema.optionalKey(Schema.Array(Schema.Literals(["allEqual", "allFull"])))
}).annotate({ identifier: "Panel" })
export interface Panel extends Schema.Schema.Type<typeof Panel> {}

/** Whether a panel scores a criterion. */
export const scores = (panel: Panel, criterion: Id): boolean =>
  panel.criteria === undefined || panel.criteria.includes(criterion)
