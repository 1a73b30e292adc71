import { objectDigits } from "./readyPanels.ts"

const unit = 10 ** objectDigits
const largest = BigInt(unit)

/** How many units a fraction of one is, by its denominator; 0 where that is no whole number. */
const unitsOf = Float64Array.from({ length: unit + 1 }, (_, d) => (d > 0 && unit % d === 0 ? unit / d : 0))

/** Where the low half of a 64-bit number stands among its two. */
const low = 1 - (new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 1)

/** Room for a fraction's numerator and denominator: a bigint that is stored has a low half that is a number without a conversion. */
export interface Halves {
  readonly bits: BigUint64Array
  readonly halves: Uint32Array
}

export const emptyHalves = (): Halves => {
  const bits = new BigUint64Array(2)
  return { bits, halves: new Uint32Array(bits.buffer) }
}

/** How many units of `10 ** -objectDigits` a fraction is; -1 where that is no whole number, or negative. */
export const unitsIn = (n: bigint, d: bigint, { bits, halves }: Halves): number => {
  if (n < 0n || d <= 0n || d > largest) return -1
  bits[0] = n
  bits[1] = d
  const each = unitsOf[halves[2 + low] as number] as number
  if (each === 0) return -1
  return (n < 0x1_0000_0000n ? (halves[low] as number) : Number(n)) * each
}
