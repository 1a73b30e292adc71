import type { Rounding } from "@zhengyou/core"

/** A fraction with a positive denominator: arithmetic as it is taught at school, so that nothing in it needs to be believed. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const nought: Fraction = { n: 0n, d: 1n }

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

const shortest = (n: bigint, d: bigint): Fraction => {
  const common = divisor(n < 0n ? -n : n, d)
  return { n: n / common, d: d / common }
}

export const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n })

export const add = (a: Fraction, b: Fraction): Fraction => shortest(a.n * b.d + b.n * a.d, a.d * b.d)

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d })

export const multiply = (a: Fraction, b: Fraction): Fraction => shortest(a.n * b.n, a.d * b.d)

/** The quotient by a divisor above nought. */
export const divide = (a: Fraction, b: Fraction): Fraction => shortest(a.n * b.d, a.d * b.n)

export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d

export const isSame = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d

export const larger = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a)

export const smaller = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a)

export const total = (numbers: ReadonlyArray<Fraction>): Fraction => numbers.reduce(add, nought)

/** The mean of numbers by weights that do not come to nought; nothing where they do. */
export const weightedMean = (
  parts: ReadonlyArray<{ readonly weight: Fraction; readonly value: Fraction }>
): Fraction | undefined => {
  const weights = total(parts.map(({ weight }) => weight))
  return weights.n === 0n
    ? undefined
    : divide(total(parts.map(({ weight, value }) => multiply(weight, value))), weights)
}

/** Rounds by looking at the two neighbours: which one a mode takes, in the words of the mode. */
export const roundTo = (x: Fraction, { mode, digits }: Rounding): Fraction => {
  const scale = 10n ** BigInt(digits)
  const [n, d] = [x.n * scale, x.d]
  const below = n >= 0n ? n / d : -((-n + d - 1n) / d)
  const above = below * d === n ? below : below + 1n
  const toZero = n >= 0n ? below : above
  const fromZero = n >= 0n ? above : below
  const even = below % 2n === 0n ? below : above
  const closer = 2n * n - (below + above) * d
  const nearest = (middle: bigint) => (closer < 0n ? below : closer > 0n ? above : middle)
  const taken = {
    floor: below,
    ceil: above,
    trunc: toZero,
    expand: fromZero,
    halfFloor: nearest(below),
    halfCeil: nearest(above),
    halfTrunc: nearest(toZero),
    halfExpand: nearest(fromZero),
    halfEven: nearest(even)
  }[mode]
  return shortest(taken, scale)
}

/** Rounds where a rounding is stated. */
export const roundedBy = (x: Fraction, rounding: Rounding | undefined): Fraction =>
  rounding === undefined ? x : roundTo(x, rounding)
