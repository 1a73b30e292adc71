import * as Result from "effect/Result"
import { NotEstimable } from "./errors.ts"
import { qbeta, qt } from "./internal/quantiles.ts"
import type { Interval } from "./interval.ts"

/**
 * Answers of one value in one stratum of a sample: how many, and how much each weighs.
 *
 * **Details**
 *
 * Cells outside the domain that is asked about stay in the sample: they belong to the error of the estimate.
 */
export interface SampleCell {
  readonly stratum: string
  readonly value: number
  readonly weight: number
  readonly ballots: number
  readonly inDomain?: boolean
}

/** A mean of a weighted, stratified sample with its error (按抽样设计的估计). */
export interface DesignEstimate {
  readonly mean: number
  readonly standardError: number
  readonly degreesOfFreedom: number
  readonly answers: number
  /** How many answers of a simple random sample would tell as much (有效样本量). */
  readonly effectiveSize: number
}

const total = <A>(items: Iterable<A>, of: (item: A) => number): number => {
  let sum = 0
  for (const item of items) sum += of(item)
  return sum
}

const byStratum = (cells: ReadonlyArray<SampleCell>): ReadonlyMap<string, ReadonlyArray<SampleCell>> => {
  const strata = new Map<string, Array<SampleCell>>()
  for (const cell of cells) {
    const members = strata.get(cell.stratum)
    if (members === undefined) strata.set(cell.stratum, [cell])
    else members.push(cell)
  }
  return strata
}

/**
 * The weighted mean of a stratified sample, its error by linearisation, its effective size.
 *
 * **Details**
 *
 * `populations` names how many people each stratum was drawn from, without replacement; a stratum without one is taken as drawn from many.
 * Agrees with `svymean` of R's survey package to 1e-9, domains as `subset`.
 *
 * **Refusals**
 *
 * `NotEstimable` where there are no answers, one answer only in a stratum that is not the whole of its population, or a population smaller than
 * its answers.
 */
export const designEstimate = (
  cells: ReadonlyArray<SampleCell>,
  populations: ReadonlyMap<string, number> = new Map()
): Result.Result<DesignEstimate, NotEstimable> => {
  const domain = cells.filter((cell) => cell.inDomain !== false && cell.ballots > 0)
  const weight = total(domain, (cell) => cell.weight * cell.ballots)
  if (!(weight > 0)) return Result.fail(new NotEstimable({ reason: "noAnswers" }))
  const mean = total(domain, (cell) => cell.weight * cell.ballots * cell.value) / weight
  const answers = total(domain, (cell) => cell.ballots)

  let variance = 0
  for (const [stratum, members] of byStratum(cells)) {
    const size = total(members, (cell) => cell.ballots)
    if (size === 0) continue
    const population = populations.get(stratum)
    if (population !== undefined && population < size) return Result.fail(new NotEstimable({ reason: "population" }))
    if (population === size) continue
    if (size === 1) return Result.fail(new NotEstimable({ reason: "oneAnswer" }))
    const influence = (cell: SampleCell): number =>
      cell.inDomain === false ? 0 : (cell.weight * (cell.value - mean)) / weight
    const centre = total(members, (cell) => cell.ballots * influence(cell)) / size
    const spread = total(members, (cell) => cell.ballots * (influence(cell) - centre) ** 2)
    variance += (population === undefined ? 1 : 1 - size / population) * (size / (size - 1)) * spread
  }
  const between = total(domain, (cell) => cell.weight * cell.ballots * (cell.value - mean) ** 2) / weight
  const strata = new Set(domain.map((cell) => cell.stratum)).size
  return Result.succeed({
    mean,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: answers - strata,
    answers,
    effectiveSize: variance === 0 ? answers : between / variance
  })
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x))

/** The intervals of a mean of shares of full marks: on the logit scale, or as a beta of the effective size. */
export type DesignMethod = "logit" | "beta"

/**
 * The confidence interval of a mean of values from 0 to 1.
 *
 * **Details**
 *
 * Agrees with `svyciprop` of R's survey package to 1e-9. Where all answers are 0 or all 1, nothing varies and the error of a sample cannot be
 * computed from it: the interval is that of Clopper and Pearson for the number of answers.
 */
export const designInterval = (method: DesignMethod, estimate: DesignEstimate, level: number): Interval => {
  const { mean, standardError, degreesOfFreedom, answers } = estimate
  const alpha = 1 - level
  if (mean <= 0) return { low: 0, high: 1 - (alpha / 2) ** (1 / answers) }
  if (mean >= 1) return { low: (alpha / 2) ** (1 / answers), high: 1 }
  if (standardError === 0) return { low: mean, high: mean }
  const t = qt(1 - alpha / 2, Math.max(1, degreesOfFreedom))
  if (method === "logit") {
    const [centre, half] = [Math.log(mean / (1 - mean)), (t * standardError) / (mean * (1 - mean))]
    return { low: expit(centre - half), high: expit(centre + half) }
  }
  const size = ((mean * (1 - mean)) / standardError ** 2) * (qt(1 - alpha / 2, answers - 1) / t) ** 2
  return {
    low: qbeta(alpha / 2, size * mean, size * (1 - mean) + 1),
    high: qbeta(1 - alpha / 2, size * mean + 1, size * (1 - mean))
  }
}
