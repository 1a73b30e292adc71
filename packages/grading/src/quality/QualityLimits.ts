import { Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { NonNegative } from "../internal/numbers.ts"

/**
 * What counts as remarkable when the quality of a panel is looked at.
 *
 * **Details**
 *
 * `self` names the panel in which units appraise themselves (自评) and how many marks of the total it may give above the
 * other panels. `spread` is the share of a criterion's maximum by which the raters of a panel may differ. A figure that
 * is equal to its limit is not flagged.
 */
export const QualityLimits = Schema.Struct({
  self: Schema.optionalKey(Schema.Struct({ panel: Id, gap: NonNegative })),
  spread: NonNegative
}).annotate({ identifier: "QualityLimits" })
export interface QualityLimits extends Schema.Schema.Type<typeof QualityLimits> {}
