import { dividedBy, type Exact, formatExact, formatRounded, isSameExact, type Rounding, round } from "@zhengyou/core"
import * as Result from "effect/Result"

const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n })

/** A share in per cent with two decimal places; a dash where there is nothing to take a share of. */
export const percent = (part: number, of: number): string =>
  Result.match(dividedBy(whole(part * 100), whole(of)), {
    onFailure: () => "–",
    onSuccess: (share) => `${formatRounded(share, { mode: "halfExpand", digits: 2 })}%`
  })

const toPlaces = (digits: number): Rounding => ({ mode: "halfExpand", digits })

const mostPlaces = 4

/** A number to read: in full where it has up to four decimal places, otherwise about. */
const readable = (x: Exact): string =>
  isSameExact(round(x, toPlaces(mostPlaces)), x) ? formatExact(x) : `≈${formatRounded(x, toPlaces(mostPlaces))}`

/** The fewest decimal places that show all of some numbers in full, but no more than four. */
export const placesFor = (numbers: ReadonlyArray<Exact>): number => {
  const full = (digits: number) => numbers.every((x) => isSameExact(round(x, toPlaces(digits)), x))
  return Array.from({ length: mostPlaces }, (_, digits) => digits).find(full) ?? mostPlaces
}

/** A number with so many decimal places, marked where that is not the whole of it. */
export const withPlaces = (x: Exact, digits: number): string =>
  `${isSameExact(round(x, toPlaces(digits)), x) ? "" : "≈"}${formatRounded(x, toPlaces(digits))}`

/** A number in full, and about where its decimals are many or never end. */
export const inFull = (x: Exact): string =>
  readable(x) === formatExact(x) ? readable(x) : `${formatExact(x)} ${readable(x)}`

/** The nearest double, for drawing only: numerator and denominator may both be too large for one. */
export const forDrawing = (x: Exact): number => Number(formatRounded(x, { mode: "halfExpand", digits: 12 }))

/** A difference with its sign. */
export const signed = (x: Exact): string => {
  const text = readable(x)
  return x.n < 0n ? text.replace("-", "−") : text.startsWith("≈") ? `≈+${text.slice(1)}` : `+${text}`
}
