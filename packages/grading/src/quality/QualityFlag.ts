import { Exact, Id, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * Something that the organiser should look at (异常提示): not a fault, and nothing that changes a grading.
 *
 * **Details**
 *
 * `SelfAppraisalHigh` (自评虚高): the self-appraisal lies above the other panels by more than the limit. `RatersApart`
 * (分歧过大): the raters of a panel differ on one criterion of one unit by more than the limit, a share of the maximum.
 * `StraightLined` (评分无区分): a sheet with several criteria has full marks throughout, the same score throughout, or
 * the same share of each maximum.
 */
export const QualityFlag = Schema.TaggedUnion({
  SelfAppraisalHigh: { unit: Id, panel: Named, self: Exact, others: Exact, gap: Exact, limit: Exact },
  RatersApart: {
    unit: Id,
    panel: Named,
    criterion: Named,
    scored: Schema.Int,
    lowest: Exact,
    highest: Exact,
    maximum: Exact,
    limit: Exact
  },
  StraightLined: {
    unit: Id,
    panel: Named,
    rater: Id,
    scored: Schema.Int,
    pattern: Schema.Literals(["full", "sameScore", "sameShare"])
  }
})
export type QualityFlag = typeof QualityFlag.Type
