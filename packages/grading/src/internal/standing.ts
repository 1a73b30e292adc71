import type { FactLookup, Id, Unit } from "@zhengyou/core"
import type { GradingReason, Reasons } from "../GradingReason.ts"
import type { CriterionScore, Outcome, PanelScore, Total } from "../Outcome.ts"

/** A unit on its way through the pipeline with a level so far; one that was recognised has no total. */
export interface Placed {
  readonly _tag: "Placed"
  readonly unit: Unit
  readonly level: Id
  readonly total: Total | undefined
  readonly takesSeat: boolean
  readonly scores: ReadonlyArray<CriterionScore>
  readonly panels: ReadonlyArray<PanelScore>
  readonly lookup: FactLookup
  readonly reasons: Reasons
}

/** How a unit ends that has no level. */
export type Finished = Exclude<Outcome, { readonly _tag: "Graded" | "Recognised" }>

/** Where a unit stands before ranks are known: placed on a level, or finished without one. */
export type Standing = Placed | Finished

/** The reasons so far and one more. */
export const because = (reasons: ReadonlyArray<GradingReason>, last: GradingReason): Reasons => {
  const [first, ...rest] = reasons
  return first === undefined ? [last] : [first, ...rest, last]
}
