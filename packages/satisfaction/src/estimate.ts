import { type Exact, type Id, isSameExact, one, zero } from "@zhengyou/core"
import * as Result from "effect/Result"
import { type DesignEstimate, designEstimate, designInterval, type SampleCell } from "./design.ts"
import { NotEstimable } from "./errors.ts"
import { toNumber } from "./internal/toNumber.ts"
import { type Interval, type IntervalMethod, shareInterval } from "./interval.ts"
import type { GroupFigure, Measured } from "./Satisfaction.ts"

/** How a figure's error is estimated: the level of confidence, and how many people each group was drawn from. */
export interface Estimating {
  readonly level: number
  readonly populations?: ReadonlyMap<Id, number>
  /** For plain shares of pooled groups; `wilson` unless named. */
  readonly method?: IntervalMethod
}

/** A rate with its confidence interval (估计), and what the interval rests on. */
export interface Estimate {
  readonly subject: Id
  readonly rate: Exact
  readonly interval: Interval
  readonly level: number
  readonly method: IntervalMethod | "logit"
  readonly answers: number
  readonly effectiveSize: number
  readonly standardError: number
  readonly degreesOfFreedom: number
  /** Whether the error is an upper bound: several questions on one ballot hang together in a way that counts do not tell. */
  readonly upperBound: boolean
}

/** A count out of a count. */
export interface PlainShare {
  readonly count: number
  readonly of: number
}

/** A count out of a count, where that is all there is to a figure: one question, groups pooled, every answer worth 0 or 1, none trimmed. */
export const plainShare = (measured: Measured): PlainShare | undefined => {
  const { figures, weights } = measured
  const base = figures.reduce((n, figure) => n + figure.base, 0)
  const oneQuestion = new Set(figures.map(({ question }) => question)).size === 1
  const pooled = figures.every((figure, i) => {
    const weight = weights[i]
    return weight !== undefined && weight.n * BigInt(base) === weight.d * BigInt(figure.base)
  })
  const worths = figures.flatMap((figure) => figure.worths)
  const whole = worths.every(({ share }) => isSameExact(share, zero) || isSameExact(share, one))
  const trimmed = figures.some((figure) => figure.trimmed > 0)
  if (!oneQuestion || !pooled || !whole || trimmed) return undefined
  return { count: worths.reduce((n, worth) => n + (worth.share.n === 0n ? 0 : worth.ballots), 0), of: base }
}

const cellsOf = (figures: ReadonlyArray<GroupFigure>, weights: ReadonlyArray<number>): ReadonlyArray<SampleCell> =>
  figures.flatMap((figure, i) =>
    figure.worths.map(({ share, ballots }) => ({
      stratum: figure.group,
      value: toNumber(share),
      weight: (weights[i] ?? 0) / figure.base,
      ballots
    }))
  )

/** The estimate of a figure as its groups were sampled; over several questions, with the greatest error that they allow. */
export const sampledEstimate = (
  measured: Measured,
  populations: ReadonlyMap<Id, number> | undefined
): Result.Result<DesignEstimate, NotEstimable> => {
  const { figures } = measured
  if (figures.some((figure) => figure.trimmed > 0)) return Result.fail(new NotEstimable({ reason: "trimmed" }))
  const weights = measured.weights.map(toNumber)
  const estimates: Array<DesignEstimate & { readonly part: number }> = []
  for (const question of new Set(figures.map((figure) => figure.question))) {
    const at = figures.flatMap((figure, i) => (figure.question === question ? [i] : []))
    const own = at.map((i) => weights[i] ?? 0)
    const cells = cellsOf(
      at.flatMap((i) => figures[i] ?? []),
      own
    )
    const estimate = designEstimate(cells, populations)
    if (Result.isFailure(estimate)) return Result.fail(estimate.failure)
    estimates.push({ ...estimate.success, part: own.reduce((a, b) => a + b, 0) })
  }
  const over = (of: (estimate: DesignEstimate) => number) => estimates.reduce((sum, e) => sum + e.part * of(e), 0)
  const least = (of: (estimate: DesignEstimate) => number) => Math.min(...estimates.map(of))
  return Result.succeed({
    // As doubles the parts may sum to a little less than one: where all answers are 1, the mean must be 1.
    mean: over((e) => e.mean) / over(() => 1),
    standardError: over((e) => e.standardError),
    degreesOfFreedom: least((e) => e.degreesOfFreedom),
    answers: least((e) => e.answers),
    effectiveSize: least((e) => e.effectiveSize)
  })
}

/** The estimate of a plain share as that of one random sample. */
export const shareEstimate = ({ count, of }: PlainShare): DesignEstimate => {
  const mean = count / of
  const standardError = Math.sqrt((mean * (1 - mean)) / of)
  return { mean, standardError, degreesOfFreedom: of - 1, answers: of, effectiveSize: of }
}

/**
 * How far sampling error may have moved a figure.
 *
 * **Details**
 *
 * A plain share has one of the intervals of {@link shareInterval}; any other figure one on the logit scale, from the spread of its answers by group.
 * The rate lies in its interval.
 *
 * **Refusals**
 *
 * `NotEstimable` for trimmed figures, groups with a single answer, populations smaller than the answers.
 */
export const estimate = (measured: Measured, how: Estimating): Result.Result<Estimate, NotEstimable> => {
  if (!(how.level > 0 && how.level < 1)) return Result.fail(new NotEstimable({ reason: "level" }))
  const share = how.populations === undefined ? plainShare(measured) : undefined
  const sampled =
    share === undefined ? sampledEstimate(measured, how.populations) : Result.succeed(shareEstimate(share))
  if (Result.isFailure(sampled)) return Result.fail(sampled.failure)
  const { answers, effectiveSize, standardError, degreesOfFreedom } = sampled.success
  const method = share === undefined ? "logit" : (how.method ?? "wilson")
  const found =
    share === undefined || method === "logit"
      ? Result.succeed(designInterval("logit", sampled.success, how.level))
      : shareInterval(method, { ...share, level: how.level })
  const rate = toNumber(measured.rate)
  return Result.map(found, ({ low, high }) => ({
    subject: measured.subject,
    rate: measured.rate,
    // A rounded rate may lie beside a very narrow interval.
    interval: { low: Math.min(low, rate), high: Math.max(high, rate) },
    level: how.level,
    method,
    answers,
    effectiveSize,
    standardError,
    degreesOfFreedom,
    upperBound: new Set(measured.figures.map((figure) => figure.question)).size > 1
  }))
}
