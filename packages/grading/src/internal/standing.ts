import type { FactLookup, Id } from "@zhengyou/core"
import type { GradingReason, Reasons } from "../GradingReason.ts"
import type { CriterionScore, Outcome, Total } from "../Outcome.ts"

/** A unit on its way through the pipeline with a level so far. */
export interface Placed {
  readonly _tag: "Placed"
  readonly unit: Id
  readonly level: Id
  readonly total: Total
  readonly scores: ReadonlyArray<CriterionScore>
  readonly lookup: FactLookup
  readonly reasons: Reasons
}

/** Where a unit stands before ranks are known: placed on a level, or finished without one. */
export type Standing = Placed | Exclude<Outcome, { readonly _tag: "Graded" }>

/** The reasons so far and one more. */
export const because = (reasons: ReadonlyArray<GradingReason>, last: GradingReason): Reasons => {
  const [first, ...rest] = reasons
  return first === undefined ? [last] : [first, ...rest, last]
}
