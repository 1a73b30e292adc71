import { compareExact, dividedByUnsafe, type Exact, minus, one, times } from "@zhengyou/core"

/**
 * The smallest number of raters whose mean is as reliable as one wants (评委人数), from the reliability of one rater.
 *
 * **When to use**
 *
 * To plan the next panel with `agreement.single` of this one, by the formula of Spearman and Brown.
 *
 * **Details**
 *
 * Nothing where no number of raters gets there: one rater's reliability is not above nought, or the reliability wanted
 * is 1 and one rater's is not.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { ratersNeeded } from "@zhengyou/grading"
 *
 * ratersNeeded(exactUnsafe("0.5"), exactUnsafe("0.8")) // => 4n
 * ratersNeeded(exactUnsafe("-0.1"), exactUnsafe("0.8")) // => undefined
 * ```
 */
export const ratersNeeded = (single: Exact, wanted: Exact): bigint | undefined => {
  if (compareExact(single, wanted) >= 0) return 1n
  if (single.n <= 0n || compareExact(wanted, one) >= 0) return undefined
  const { n, d } = dividedByUnsafe(times(wanted, minus(one, single)), times(single, minus(one, wanted)))
  return (n + d - 1n) / d
}
