import type { Exact } from "@zhengyou/core"
import type { Outcome, QuotaResult } from "../Outcome.ts"

/**
 * The grading of many units in few bytes: a number for each in place of a record, and every record on demand.
 *
 * **Details**
 *
 * Rows are the units in the order given. `kinds` says what came of each by its place in {@link outcomeKinds}; `levels` has the place
 * of its level on the ladder, 0 for the best, and -1 for none; `totals` its decided total in whole units of `1 / scale`, and NaN
 * for none or for one that this scale cannot hold: `total` gives that one too.
 *
 * `outcome` gives the outcome with its reasons, the very one that `grade` gives; `rank`, `quotas` and `outcome` are
 * computed when they are asked for. What was graded must stay as it was until then.
 */
export interface CompactGrading {
  readonly book: { readonly id: string; readonly version: string }
  readonly size: number
  readonly kinds: Uint8Array
  readonly levels: Int16Array
  readonly totals: Float64Array
  readonly scale: bigint
  /** What no sum on the way can be above, in units of `1 / scale`: below 2^53; nothing where no unit was added up so. */
  readonly bound: bigint | undefined
  /** How many units were settled in whole numbers; the others went through the ordinary engine. */
  readonly settledInWholeNumbers: number
  readonly total: (row: number) => Exact | undefined
  readonly rank: (row: number) => number | undefined
  readonly outcome: (row: number) => Outcome
  readonly quotas: () => ReadonlyArray<QuotaResult>
}

export { outcomeKinds } from "../internal/fast/Tally.ts"
