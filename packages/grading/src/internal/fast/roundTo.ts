import type { Rounding } from "@zhengyou/core"

/** What is added to a whole number before the last whole step below it is taken, so that this is the step it rounds to. */
const carryOf = (step: number, mode: Rounding["mode"]): number => {
  switch (mode) {
    case "ceil":
    case "expand":
      return step - 1
    case "floor":
    case "trunc":
      return 0
    case "halfCeil":
    case "halfExpand":
    case "halfEven":
      return Math.floor(step / 2)
    case "halfFloor":
    case "halfTrunc":
      return Math.ceil(step / 2) - 1
  }
}

/**
 * Rounds some of the whole numbers to multiples of a step. None is negative, and with a step more each is below 2^53; NaN stays NaN.
 *
 * **Details**
 *
 * A quotient of whole numbers below 2^53 is never rounded up to a whole number, so its whole part is exact.
 */
export const roundTo = (
  numbers: Float64Array,
  from: number,
  count: number,
  step: number,
  mode: Rounding["mode"]
): void => {
  const carry = carryOf(step, mode)
  const isEven = mode === "halfEven"
  for (let i = from; i < from + count; i++) {
    const x = numbers[i] as number
    const steps = Math.floor((x + carry) / step)
    const isOddHalf = isEven && 2 * (steps * step - x) === step && steps % 2 === 1
    numbers[i] = (isOddHalf ? steps - 1 : steps) * step
  }
}
