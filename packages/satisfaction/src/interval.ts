import * as Result from "effect/Result"
import { NotEstimable } from "./errors.ts"
import { qbeta, qnorm } from "./internal/quantiles.ts"

/** A confidence interval of a share (置信区间): ends from 0 to 1, both included. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The intervals of a count out of a count, by the names of their authors. */
export type IntervalMethod = "wilson" | "wilsonContinuity" | "clopperPearson" | "agrestiCoull" | "jeffreys"

const clamped = (low: number, high: number): Interval => ({ low: Math.max(0, low), high: Math.min(1, high) })

const wilson = (x: number, n: number, z: number): Interval => {
  const centre = (x + z ** 2 / 2) / (n + z ** 2)
  const half = (z / (n + z ** 2)) * Math.sqrt((x * (n - x)) / n + z ** 2 / 4)
  return clamped(x === 0 ? 0 : centre - half, x === n ? 1 : centre + half)
}

/** Wilson's interval of the share moved half a ballot outwards, as Yates would. */
const wilsonContinuity = (x: number, n: number, z: number): Interval => {
  const z22n = z ** 2 / (2 * n)
  const end = (p: number, sign: 1 | -1): number =>
    (p + z22n + sign * z * Math.sqrt((p * (1 - p)) / n + z22n / (2 * n))) / (1 + 2 * z22n)
  return clamped(x === 0 ? 0 : end((x - 0.5) / n, -1), x === n ? 1 : end((x + 0.5) / n, 1))
}

const clopperPearson = (x: number, n: number, alpha: number): Interval => ({
  low: x === 0 ? 0 : qbeta(alpha / 2, x, n - x + 1),
  high: x === n ? 1 : qbeta(1 - alpha / 2, x + 1, n - x)
})

const agrestiCoull = (x: number, n: number, z: number): Interval => {
  const size = n + z ** 2
  const centre = (x + z ** 2 / 2) / size
  const half = z * Math.sqrt((centre * (1 - centre)) / size)
  return clamped(centre - half, centre + half)
}

const jeffreys = (x: number, n: number, alpha: number): Interval => ({
  low: x === 0 ? 0 : qbeta(alpha / 2, x + 0.5, n - x + 0.5),
  high: x === n ? 1 : qbeta(1 - alpha / 2, x + 0.5, n - x + 0.5)
})

/** Narrows an interval about its share as drawing without replacement from a population does. */
const corrected = (interval: Interval, share: number, n: number, population: number): Interval => {
  const factor = population <= 1 ? 0 : Math.sqrt((population - n) / (population - 1))
  return { low: share - (share - interval.low) * factor, high: share + (interval.high - share) * factor }
}

/**
 * The confidence interval of a share, from a count out of a count.
 *
 * **When to use**
 *
 * `wilson` by default; `clopperPearson` where the level must never be missed; the others to agree with another program.
 *
 * **Details**
 *
 * With a `population`, the answers are taken as drawn from it without replacement: each end moves towards the share by the square root of
 * (N − n) / (N − 1), so that a full count has no error. Agrees with R to 1e-9.
 *
 * **Refusals**
 *
 * `NotEstimable` for no answers, for what is no count, for a population smaller than the answers, for a level outside 0 to 1.
 *
 * @example
 * ```ts
 * import { shareInterval } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const { low, high } = Result.getOrThrow(shareInterval("wilson", { count: 85, of: 90, level: 0.95 }))
 * const ends = [low.toFixed(4), high.toFixed(4)]
 * ends // => ["0.8765", "0.9760"]
 * ```
 */
export const shareInterval = (
  method: IntervalMethod,
  given: { readonly count: number; readonly of: number; readonly level: number; readonly population?: number }
): Result.Result<Interval, NotEstimable> => {
  const { count: x, of: n, level, population } = given
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
  if (!isCount(x) || !isCount(n) || x > n) return Result.fail(new NotEstimable({ reason: "notACount" }))
  if (n === 0) return Result.fail(new NotEstimable({ reason: "noAnswers" }))
  if (!(level > 0 && level < 1)) return Result.fail(new NotEstimable({ reason: "level" }))
  if (population !== undefined && !(isCount(population) && population >= n)) {
    return Result.fail(new NotEstimable({ reason: "population" }))
  }
  const alpha = 1 - level
  const z = qnorm(1 - alpha / 2)
  const interval = {
    wilson: () => wilson(x, n, z),
    wilsonContinuity: () => wilsonContinuity(x, n, z),
    clopperPearson: () => clopperPearson(x, n, alpha),
    agrestiCoull: () => agrestiCoull(x, n, z),
    jeffreys: () => jeffreys(x, n, alpha)
  }[method]()
  return Result.succeed(population === undefined ? interval : corrected(interval, x / n, n, population))
}
