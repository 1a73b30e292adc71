import type { Exact } from "@zhengyou/core"

const binomials = (n: bigint): ReadonlyArray<bigint> => {
  const row = [1n]
  for (let k = 1n; k <= n; k++) row.push(((row.at(-1) ?? 1n) * (n - k + 1n)) / k)
  return row
}

/** The total of the ways that are no more probable than the way seen, over all ways. */
const tail = (ways: ReadonlyArray<bigint>, seen: number): Exact => {
  const limit = ways[seen] ?? 0n
  const all = ways.reduce((a, b) => a + b, 0n)
  return { n: ways.reduce((sum, way) => (way <= limit ? sum + way : sum), 0n), d: all }
}

/** Fisher's exact test of two shares, two-sided, as an exact fraction. */
export const fisherP = (x1: number, n1: number, x2: number, n2: number): Exact => {
  const [first, second] = [binomials(BigInt(n1)), binomials(BigInt(n2))]
  const low = Math.max(0, x1 + x2 - n2)
  const high = Math.min(n1, x1 + x2)
  const ways = Array.from(
    { length: high - low + 1 },
    (_, i) => (first[low + i] ?? 0n) * (second[x1 + x2 - low - i] ?? 0n)
  )
  return tail(ways, x1 - low)
}

/** McNemar's exact test: how probable so uneven a split of the changed is, two-sided. */
export const mcNemarP = (gained: number, lost: number): Exact => tail(binomials(BigInt(gained + lost)), gained)
