import { compareExact, dividedByUnsafe, type Exact, one, RoundingMode, round, sum, times } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { NonNegative } from "./internal/numbers.ts"

const count = Schema.Int.check(
  Schema.isBetween({ minimum: 0, maximum: 100_000 }, { expected: "a whole number from 0 to 100000" })
)

const Share = NonNegative.check(
  Schema.makeFilter((x: Exact) => compareExact(times(x, { n: 2n, d: 1n }), one) < 0, { expected: "a share below 1/2" })
)

/**
 * How several scores become one (汇总方法).
 *
 * **Details**
 *
 * `trimmedMean` (去掉最高分、最低分) drops that many scores at each end; `trimmedShare` drops `share` of them at each end, rounded by
 * `rounding` to a whole number; both only where there are more than `onlyAbove`, and are the plain mean otherwise. Of
 * equal scores it does not matter which is dropped. `median` of an even number is the mean of the two in the middle.
 */
export const Aggregator = Schema.Union([
  Schema.Struct({ method: Schema.Literals(["mean", "median", "min", "max"]) }),
  Schema.Struct({ method: Schema.Literal("trimmedMean"), dropHighest: count, dropLowest: count, onlyAbove: count }),
  Schema.Struct({ method: Schema.Literal("trimmedShare"), share: Share, rounding: RoundingMode, onlyAbove: count })
]).annotate({
  identifier: "Aggregator",
  expected: "{method: mean | median | min | max | trimmedMean | trimmedShare, …}"
})
export type Aggregator = typeof Aggregator.Type

/** How many of some scores an aggregator drops at each end, before it takes the mean of the rest. */
export const dropsOf = (
  aggregate: Aggregator,
  scores: number
): { readonly lowest: number; readonly highest: number } => {
  switch (aggregate.method) {
    case "mean":
      return { lowest: 0, highest: 0 }
    case "min":
      return { lowest: 0, highest: scores - 1 }
    case "max":
      return { lowest: scores - 1, highest: 0 }
    case "median": {
      const outer = Math.floor((scores - 1) / 2)
      return { lowest: outer, highest: outer }
    }
  }
  if (scores <= aggregate.onlyAbove) return { lowest: 0, highest: 0 }
  if (aggregate.method === "trimmedMean") return { lowest: aggregate.dropLowest, highest: aggregate.dropHighest }
  const share = times(aggregate.share, { n: BigInt(scores), d: 1n })
  const drops = Number(round(share, { mode: aggregate.rounding, digits: 0 }).n)
  return { lowest: drops, highest: drops }
}

/** The smallest number of scores that an aggregator would drop altogether, or nothing where it never does. */
export const dropsAll = (aggregate: Aggregator): number | undefined => {
  if (!("onlyAbove" in aggregate)) return undefined
  // Beyond twice the drops of a count, or the reach of one rounding up at each end of a share, some are always left.
  const rest = aggregate.method === "trimmedMean" ? undefined : minusTwice(aggregate.share)
  const reach =
    rest === undefined ? aggregate.onlyAbove + 1 : Math.max(aggregate.onlyAbove + 1, Number((2n * rest.d) / rest.n) + 1)
  for (let n = aggregate.onlyAbove + 1; n <= reach; n++) {
    const { lowest, highest } = dropsOf(aggregate, n)
    if (lowest + highest >= n) return n
  }
  return undefined
}

/** What is left of one when a share is taken at both ends. */
const minusTwice = (share: Exact): Exact => ({ n: share.d - 2n * share.n, d: share.d })

/** The mean of at least one number. */
const mean = (numbers: ReadonlyArray<Exact>): Exact =>
  dividedByUnsafe(sum(numbers), { n: BigInt(numbers.length), d: 1n })

/** One number of several, and how many of them it counts; nothing for none. */
export const aggregated = (
  aggregate: Aggregator,
  given: ReadonlyArray<Exact>
): { readonly score: Exact; readonly counted: number } | undefined => {
  if (given.length === 0) return undefined
  if (aggregate.method === "mean") return { score: mean(given), counted: given.length }
  const { lowest, highest } = dropsOf(aggregate, given.length)
  const kept = given.toSorted(compareExact).slice(lowest, given.length - highest)
  return { score: mean(kept), counted: kept.length }
}

/** For each of some scores whether an aggregator counts it; of equal scores those given first count as the lower ones. */
export const isCounted = (aggregate: Aggregator, given: ReadonlyArray<Exact>): ReadonlyArray<boolean> => {
  const { lowest, highest } = dropsOf(aggregate, given.length)
  const counted = new Set(
    given
      .map((score, at) => ({ score, at }))
      .toSorted((a, b) => compareExact(a.score, b.score))
      .slice(lowest, given.length - highest)
      .map(({ at }) => at)
  )
  return given.map((_, at) => counted.has(at))
}
