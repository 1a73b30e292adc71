import * as Schema from "effect/Schema"
import { type Exact, formatExact, formatScaled, isSameExact } from "./Exact.ts"

/**
 * The ways to round, under the names that ECMA-402 gives them.
 *
 * **Details**
 *
 * 四舍五入 is `halfExpand`: to the nearest, halves away from nought. `floor` is 舍尾 (towards minus infinity), `ceil` 进一
 * (towards plus infinity), `trunc` towards nought, `expand` away from nought, `halfEven` 四舍六入五成双.
 */
export const RoundingMode = Schema.Literals([
  "ceil",
  "floor",
  "expand",
  "trunc",
  "halfCeil",
  "halfFloor",
  "halfExpand",
  "halfTrunc",
  "halfEven"
])
export type RoundingMode = typeof RoundingMode.Type

/** How to round: a mode and the number of decimal places, 0 to 12. */
export const Rounding = Schema.Struct({
  mode: RoundingMode,
  digits: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 12 }, { expected: "a whole number from 0 to 12" }))
}).annotate({ identifier: "Rounding" })
export interface Rounding extends Schema.Schema.Type<typeof Rounding> {}

/** Whether the magnitude goes up, given the exact position of the number between two neighbours. */
const goesUp: Record<RoundingMode, (negative: boolean, half: -1 | 0 | 1, odd: boolean) => boolean> = {
  ceil: (negative) => !negative,
  floor: (negative) => negative,
  expand: () => true,
  trunc: () => false,
  halfCeil: (negative, half) => half > 0 || (half === 0 && !negative),
  halfFloor: (negative, half) => half > 0 || (half === 0 && negative),
  halfExpand: (_, half) => half >= 0,
  halfTrunc: (_, half) => half > 0,
  halfEven: (_, half, odd) => half > 0 || (half === 0 && odd)
}

/** The number of whole units of `10 ** -digits` that a number rounds to. */
const roundToUnits = (x: Exact, { mode, digits }: Rounding): bigint => {
  const negative = x.n < 0n
  const scaled = (negative ? -x.n : x.n) * 10n ** BigInt(digits)
  const whole = scaled / x.d
  const rest = scaled % x.d
  const twice = rest * 2n
  const half = twice < x.d ? -1 : twice > x.d ? 1 : 0
  const magnitude = rest !== 0n && goesUp[mode](negative, half, whole % 2n === 1n) ? whole + 1n : whole
  return negative ? -magnitude : magnitude
}

/**
 * Rounds a number once, as the rule says.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact, round } from "@zhengyou/core"
 *
 * formatExact(round(exactUnsafe("89.065"), { mode: "halfExpand", digits: 2 })) // => "89.07"
 * formatExact(round(exactUnsafe("11.1"), { mode: "floor", digits: 0 })) // => "11"
 * ```
 */
export const round = (x: Exact, rounding: Rounding): Exact => {
  const units = roundToUnits(x, rounding)
  const scale = 10n ** BigInt(rounding.digits)
  return lowestTerms(units, scale, rounding.digits)
}

/** Units over a power of ten have only the factors 2 and 5 in common. */
const lowestTerms = (units: bigint, scale: bigint, digits: number): Exact => {
  let n = units
  let d = scale
  if (n === 0n) return { n: 0n, d: 1n }
  for (const factor of [2n, 5n]) {
    for (let i = 0; i < digits && n % factor === 0n; i++) {
      n /= factor
      d /= factor
    }
  }
  return { n, d }
}

/**
 * Writes a number with exactly the decimal places that a rounding names.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatRounded } from "@zhengyou/core"
 *
 * formatRounded(exactUnsafe("1/3"), { mode: "halfExpand", digits: 2 }) // => "0.33"
 * ```
 */
export const formatRounded = (x: Exact, rounding: Rounding): string =>
  formatScaled(roundToUnits(x, rounding), rounding.digits)

/**
 * Writes a number with as few decimal places as keep it on its own side of every bound.
 *
 * **When to use**
 *
 * Wherever a figure is shown beside the bound it was compared with: 89.996 shown as 90.00 would seem to reach 90.
 *
 * **Details**
 *
 * Starts at `digits` places, halves away from nought, and adds places until the text compares with each bound as the
 * number does. A number whose decimals never end and that lies on a bound is written as a fraction.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatBeside } from "@zhengyou/core"
 *
 * formatBeside(exactUnsafe("89.996"), [exactUnsafe(90)], 2) // => "89.996"
 * formatBeside(exactUnsafe("91.399"), [exactUnsafe(90)], 2) // => "91.40"
 * ```
 */
export const formatBeside = (x: Exact, bounds: ReadonlyArray<Exact>, digits: number): string => {
  const exact = formatExact(x)
  // No decimal is equal to a third, so a third that lies on a bound is shown as a fraction.
  if (exact.includes("/") && bounds.some((bound) => isSameExact(bound, x))) return exact
  for (let places = digits; ; places++) {
    const units = roundToUnits(x, { mode: "halfExpand", digits: places })
    const scale = 10n ** BigInt(places)
    const keepsSides = bounds.every((bound) => {
      const shown = units * bound.d - bound.n * scale
      const real = x.n * bound.d - bound.n * x.d
      return shown < 0n === real < 0n && shown > 0n === real > 0n
    })
    if (keepsSides) return formatScaled(units, places)
  }
}
