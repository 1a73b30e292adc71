import type { Id } from "@zhengyou/core"
import type { Change, Verdict } from "./change.ts"
import type { Estimate } from "./estimate.ts"
import { twoSidedP } from "./internal/quantiles.ts"

/**
 * Adjusts p values of many tests so that a share of what is called a finding is wrong at most (Benjamini and Hochberg).
 *
 * @example
 * ```ts
 * import { adjustedForMany } from "@zhengyou/satisfaction"
 *
 * adjustedForMany([0.01, 0.04, 0.03]) // => [0.03, 0.04, 0.04]
 * ```
 */
export const adjustedForMany = (ps: ReadonlyArray<number>): ReadonlyArray<number> => {
  const adjusted = new Array<number>(ps.length).fill(1)
  let least = 1
  const downwards = ps.map((p, i) => ({ p, i })).toSorted((a, b) => b.p - a.p)
  downwards.forEach(({ p, i }, k) => {
    least = Math.min(least, (p * ps.length) / (ps.length - k))
    adjusted[i] = least
  })
  return adjusted
}

/**
 * The verdicts on many units at once: of the changes called up or down, at most `falseShare` are chance, on average.
 *
 * **Details**
 *
 * A change that its own interval cannot tell from chance is not called up or down here either.
 */
export const verdictsOnMany = (changes: ReadonlyArray<Change>, falseShare: number): ReadonlyArray<Verdict> => {
  const adjusted = adjustedForMany(changes.map(({ p }) => p))
  return changes.map(({ verdict }, i) =>
    (adjusted[i] ?? 1) <= falseShare ? verdict : { _tag: "NotDistinguishable", points: verdict.points }
  )
}

/** The places that a unit may have, given how far sampling error reaches (名次区间). */
export interface Places {
  readonly subject: Id
  readonly best: number
  readonly worst: number
}

/**
 * The places that units may have, instead of a ranking that the next sample would turn over.
 *
 * **Details**
 *
 * Every pair is compared with its difference's error, with at most `falseShare` false findings among all pairs called different, on average. A unit's
 * best place is one more than the units surely above it. Units whose places overlap cannot all be told apart.
 */
export const placesOf = (estimates: ReadonlyArray<Estimate>, falseShare: number): ReadonlyArray<Places> => {
  const rates = estimates.map(({ rate }) => Number(rate.n) / Number(rate.d))
  const pairs = estimates.flatMap((a, i) =>
    estimates.slice(i + 1).map((b, k) => {
      const j = i + 1 + k
      const error = Math.hypot(a.standardError, b.standardError)
      const difference = (rates[i] ?? 0) - (rates[j] ?? 0)
      const df = Math.max(1, a.degreesOfFreedom + b.degreesOfFreedom)
      return { i, j, difference, p: error === 0 ? (difference === 0 ? 1 : 0) : twoSidedP(difference / error, df) }
    })
  )
  const adjusted = adjustedForMany(pairs.map(({ p }) => p))
  const above = estimates.map(() => 0)
  const below = estimates.map(() => 0)
  pairs.forEach(({ i, j, difference }, k) => {
    if ((adjusted[k] ?? 1) > falseShare || difference === 0) return
    const [winner, loser] = difference > 0 ? [i, j] : [j, i]
    above[loser] = (above[loser] ?? 0) + 1
    below[winner] = (below[winner] ?? 0) + 1
  })
  return estimates.map(({ subject }, i) => ({
    subject,
    best: 1 + (above[i] ?? 0),
    worst: estimates.length - (below[i] ?? 0)
  }))
}
