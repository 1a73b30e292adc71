import { type Exact, formatBeside, parseExact } from "@zhengyou/core"
import * as Result from "effect/Result"

/**
 * Two numbers that were compared with each other, as texts that compare as the numbers do: each kept to its own side of
 * the other number, and the second of the first's text as well, since 91.399 and 91.401 are both 91.40 to two places.
 */
const besideEach = (a: Exact, b: Exact, digits: number): readonly [string, string] => {
  const first = formatBeside(a, [b], digits)
  const read = parseExact(first)
  return [first, formatBeside(b, Result.isSuccess(read) ? [a, read.success] : [a], digits)]
}

/** A unit's total and the lowest that kept its level, as texts that tell them apart; nothing for one that there is not. */
export const ownAndLast = (
  total: Exact | undefined,
  last: Exact | undefined
): readonly [string | undefined, string | undefined] => {
  if (total !== undefined && last !== undefined) return besideEach(total, last, 2)
  return [total && formatBeside(total, [], 2), last && formatBeside(last, [], 2)]
}
