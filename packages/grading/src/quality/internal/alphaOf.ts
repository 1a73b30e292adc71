import { dividedByUnsafe, type Exact, minus, one, sum, times } from "@zhengyou/core"
import type { Alpha } from "../Agreement.ts"
import { type Given, sortedGroups, whole } from "./panelSheets.ts"

/** The sum of the squared differences of all pairs of numbers: their count times the squares, less the sum squared. */
const pairedSquares = (numbers: ReadonlyArray<Exact>): Exact => {
  const total = sum(numbers)
  const squares = sum(numbers.map((x) => times(x, x)))
  return minus(times(whole(numbers.length), squares), times(total, total))
}

/**
 * Krippendorff's alpha with the squared difference as its measure of disagreement.
 *
 * With n scores in units of m each, and D the sum of squared differences of pairs, alpha is
 * 1 - (n - 1) · Σ D(unit) / (m - 1) / D(all): a fraction, computed as one.
 */
export const alphaOf = (given: ReadonlyArray<Given>): Alpha => {
  const units = sortedGroups(given, ({ unit }) => unit)
    .map(([, scores]) => scores.map(({ score }) => score))
    .filter((scores) => scores.length > 1)
  if (units.length === 0) return { _tag: "NotShared" }
  if (units.length === 1) return { _tag: "OneUnit" }
  const all = units.flat()
  const expected = pairedSquares(all)
  if (expected.n === 0n) return { _tag: "NoVariation" }
  const observed = sum(units.map((scores) => dividedByUnsafe(pairedSquares(scores), whole(scores.length - 1))))
  const value = minus(one, dividedByUnsafe(times(whole(all.length - 1), observed), expected))
  return { _tag: "Measured", value, units: units.length, scores: all.length }
}
