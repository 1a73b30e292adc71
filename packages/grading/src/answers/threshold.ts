import { compareExact, type Exact, minus, plus, type Rounding, round, times } from "@zhengyou/core"
import type { RuleBookShape } from "../RuleBook.ts"

/** The totals that reach a bound: from `at` on, or only above it where it is strict. */
export interface Threshold {
  readonly at: Exact
  readonly strict: boolean
}

const half: Exact = { n: 1n, d: 2n }

/** The exact totals that are rounded to at least a multiple of the step; totals are not negative. */
const beforeRounding = (bound: Exact, { mode, digits }: Rounding): Threshold => {
  const step: Exact = { n: 1n, d: 10n ** BigInt(digits) }
  const middle = minus(bound, times(step, half))
  switch (mode) {
    case "floor":
    case "trunc":
      return { at: bound, strict: false }
    case "ceil":
    case "expand":
      return { at: minus(bound, step), strict: true }
    case "halfExpand":
    case "halfCeil":
      return { at: middle, strict: false }
    case "halfTrunc":
    case "halfFloor":
      return { at: middle, strict: true }
    case "halfEven":
      return { at: middle, strict: times(bound, { n: step.d, d: 1n }).n % 2n !== 0n }
  }
}

/** The exact totals that decide as at least a bound, whether the book looks at the exact total or at the rounded one. */
export const thresholdOf = (book: Pick<RuleBookShape, "decideOn" | "rounding">, bound: Exact): Threshold => {
  const { total } = book.rounding
  if (book.decideOn === "exact" || total === undefined) return { at: bound, strict: false }
  // Only multiples of the step can come out of rounding, so the bound is the first of them that is not below it.
  return beforeRounding(round(bound, { mode: "ceil", digits: total.digits }), total)
}

/** Whether an exact total reaches a threshold. */
export const reaches = ({ at, strict }: Threshold, total: Exact): boolean => {
  const order = compareExact(total, at)
  return strict ? order > 0 : order >= 0
}

/** What a total lacks of a threshold; nought or less where it is there. */
export const lackOf = ({ at }: Threshold, total: Exact): Exact => plus(at, { n: -total.n, d: total.d })
