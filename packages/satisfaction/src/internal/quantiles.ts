import betaQuantile from "@stdlib/stats-base-dists-beta-quantile"
import normalCdf from "@stdlib/stats-base-dists-normal-cdf"
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile"
import tCdf from "@stdlib/stats-base-dists-t-cdf"
import tQuantile from "@stdlib/stats-base-dists-t-quantile"

/** The standard normal quantile. */
export const qnorm = (p: number): number => normalQuantile(p, 0, 1)

/** The quantile of Student's t; of the normal for infinite degrees of freedom. */
export const qt = (p: number, df: number): number => (df === Number.POSITIVE_INFINITY ? qnorm(p) : tQuantile(p, df))

/** The beta quantile. */
export const qbeta = (p: number, a: number, b: number): number => betaQuantile(p, a, b)

/** How probable a t value at least so far from nought is, in either direction. */
export const twoSidedP = (t: number, df: number): number =>
  2 * (df === Number.POSITIVE_INFINITY ? normalCdf(-Math.abs(t), 0, 1) : tCdf(-Math.abs(t), df))
