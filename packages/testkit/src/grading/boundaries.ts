import type { RuleBook } from "@zhengyou/grading"
import type { Boundary } from "./boundaries/Boundary.ts"
import { bandBoundaries } from "./boundaries/bands.ts"
import { comparisonBoundaries } from "./boundaries/comparisons.ts"
import { adjustmentBoundaries, rateBoundaries, raterBoundaries } from "./boundaries/counts.ts"
import { quotaBoundaries } from "./boundaries/quotas.ts"

/**
 * Every threshold of a book, with rounds that lie exactly on it, one step below and one step above (边界用例).
 *
 * **Details**
 *
 * Bounds of bands and the totals that are just rounded up to them, the numbers, days, ages and scores that conditions compare with, the cuts of
 * quotas with a tie for the last seat, caps of adjustments, numbers of raters, steps of rates. Totals are solved for as linear
 * equations over the marks; what comes of it is computed by other code than the engine's. A side that could not be
 * hit says why.
 *
 * @example
 * ```ts
 * import { parseRuleBook } from "@zhengyou/grading"
 * import { boundariesOf } from "@zhengyou/testkit"
 * import { Result } from "effect"
 *
 * const book = Result.getOrThrow(
 *   parseRuleBook({
 *     format: "zhengyou/rule-book@2",
 *     id: "windows",
 *     version: "1",
 *     title: "Service windows",
 *     ladder: [{ id: "a", name: "A" }, { id: "b", name: "B" }],
 *     criteria: [{ id: "service", name: "Service", maximum: 100, missing: "block" }],
 *     fullMarks: 100,
 *     panels: [{ id: "experts", name: "Experts", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *     rounding: {},
 *     decideOn: "exact",
 *     bands: [{ level: "a", from: 90 }, { level: "b", from: 0 }]
 *   })
 * )
 * const [band] = boundariesOf(book)
 * band?.at // => "bands.a"
 * band?.hits.map(({ side }) => side) // => ["below", "on", "above"]
 * ```
 */
export const boundariesOf = (book: RuleBook): ReadonlyArray<Boundary> => [
  ...bandBoundaries(book),
  ...comparisonBoundaries(book),
  ...raterBoundaries(book),
  ...adjustmentBoundaries(book),
  ...rateBoundaries(book),
  ...quotaBoundaries(book)
]
