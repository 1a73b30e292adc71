import { Exact, Id, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * A unit's self-appraisal beside what the other panels gave (自评差距).
 *
 * **Details**
 *
 * `Compared`: `self` and `others` are totals, converted as the book converts totals, over the `criteria` that both have
 * scored; `others` weighs the other panels as the book does; `gap` is `self` less `others`. `NotComparable`: no
 * criterion has a score of both.
 */
export const SelfAppraisal = Schema.TaggedUnion({
  Compared: { unit: Id, panel: Named, criteria: Schema.Array(Id), self: Exact, others: Exact, gap: Exact },
  NotComparable: { unit: Id, panel: Named }
})
export type SelfAppraisal = typeof SelfAppraisal.Type
