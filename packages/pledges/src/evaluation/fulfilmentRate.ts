import { dividedBy, type Exact, one, sum, zero } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { Fulfilment } from "../lifecycle/Fulfilment.ts"
import type { EvaluationRules } from "./EvaluationRules.ts"

/** How many pledges were kept, and the share that this is of those that count. */
export interface FulfilmentRate {
  readonly fulfilled: number
  readonly partly: number
  readonly notFulfilled: number
  readonly excused: number
  /** Of the pledges that count, a part that was kept counting as its share; nothing where none counts. */
  readonly rate: Exact | undefined
}

/**
 * The rate of pledges kept (兑现率), exact.
 *
 * **Details**
 *
 * A pledge that was kept in part counts as its share. An excused one is left out, or counts as nought, as the rules say.
 *
 * @example
 * ```ts
 * import { exactUnsafe as x } from "@zhengyou/core"
 * import { fulfilmentRate } from "@zhengyou/pledges"
 *
 * const excused = { _tag: "NotFulfilled", excused: true } as const
 * const kept = [{ _tag: "Fulfilled" }, { _tag: "PartlyFulfilled", share: x("1/3") }, excused] as const
 * fulfilmentRate(kept, { excused: "leaveOut" }).rate // => x("2/3")
 * fulfilmentRate(kept, { excused: "zero" }).rate // => x("4/9")
 * ```
 */
export const fulfilmentRate = (
  fulfilments: ReadonlyArray<Fulfilment>,
  { excused: policy }: Pick<EvaluationRules, "excused">
): FulfilmentRate => {
  const isExcused = (one: Fulfilment) => one._tag === "NotFulfilled" && one.excused
  const counted = policy === "leaveOut" ? fulfilments.filter((one) => !isExcused(one)) : fulfilments
  const shares = counted.map((fulfilment) =>
    fulfilment._tag === "Fulfilled" ? one : fulfilment._tag === "PartlyFulfilled" ? fulfilment.share : zero
  )
  const rate = dividedBy(sum(shares), { n: BigInt(counted.length), d: 1n })
  const count = (tag: Fulfilment["_tag"]) => fulfilments.filter(({ _tag }) => _tag === tag).length
  const excused = fulfilments.filter(isExcused).length
  return {
    fulfilled: count("Fulfilled"),
    partly: count("PartlyFulfilled"),
    notFulfilled: count("NotFulfilled") - excused,
    excused,
    rate: Result.isSuccess(rate) ? rate.success : undefined
  }
}
