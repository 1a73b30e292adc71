import type { Exact } from "@zhengyou/core"

/** The nearest number to a fraction, up to the last bit. */
export const toNumber = ({ n, d }: Exact): number => {
  const size = Math.max(n.toString(2).length, d.toString(2).length)
  // Beyond a double's range both halves lose the same low bits, which are below the last bit of the quotient.
  const shift = BigInt(Math.max(0, size - 1000))
  return Number(n >> shift) / Number(d >> shift)
}
