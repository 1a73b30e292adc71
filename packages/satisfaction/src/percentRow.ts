import { formatRounded } from "@zhengyou/core"
import * as Result from "effect/Result"
import { NotEstimable } from "./errors.ts"

/** How a row of per cents is made to add up to 100: not at all, by its last item, or by largest remainders. */
export type Closing = "none" | "lastBySubtraction" | "largestRemainder"

const largestRemainder = (counts: ReadonlyArray<bigint>, total: bigint, whole: bigint): ReadonlyArray<bigint> => {
  const floors = counts.map((count) => (count * whole) / total)
  const left = Number(whole - floors.reduce((a, b) => a + b, 0n))
  const winners = new Set(
    counts
      .map((count, i) => ({ i, rest: (count * whole) % total }))
      .toSorted((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ i }) => i)
  )
  return floors.map((units, i) => (winners.has(i) ? units + 1n : units))
}

/**
 * Counts as a row of per cents, closed by a named method (百分比配平).
 *
 * **Details**
 *
 * Without closing, and before the last by subtraction, each is rounded half away from nought. With largest remainders each is within one step of
 * its exact per cent, earlier items first among equals. By subtraction the last takes up all that rounding left, which may be more than one step,
 * and below nought. Keep the counts beside the row.
 *
 * **Refusals**
 *
 * `NotEstimable` where nothing was counted.
 *
 * @example
 * ```ts
 * import { percentRow } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * percentRow([1, 1, 1], 2, "none") // => Result.succeed(["33.33", "33.33", "33.33"])
 * percentRow([1, 1, 1], 2, "largestRemainder") // => Result.succeed(["33.34", "33.33", "33.33"])
 * percentRow([1, 1, 1], 2, "lastBySubtraction") // => Result.succeed(["33.33", "33.33", "33.34"])
 * ```
 */
export const percentRow = (
  counts: ReadonlyArray<number>,
  digits: number,
  closing: Closing
): Result.Result<ReadonlyArray<string>, NotEstimable> => {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return Result.fail(new NotEstimable({ reason: "notACount" }))
  }
  const parts = counts.map(BigInt)
  const total = parts.reduce((a, b) => a + b, 0n)
  if (total === 0n) return Result.fail(new NotEstimable({ reason: "noAnswers" }))
  const whole = 100n * 10n ** BigInt(digits)
  const rounded = parts.map((part) => (2n * part * whole + total) / (2n * total))
  const units = {
    none: () => rounded,
    lastBySubtraction: () => [...rounded.slice(0, -1), whole - rounded.slice(0, -1).reduce((a, b) => a + b, 0n)],
    largestRemainder: () => largestRemainder(parts, total, whole)
  }[closing]()
  return Result.succeed(units.map((n) => formatRounded({ n, d: 10n ** BigInt(digits) }, { mode: "trunc", digits })))
}
