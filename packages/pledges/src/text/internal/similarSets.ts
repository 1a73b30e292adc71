import type { Exact } from "@zhengyou/core"

/** A set of tokens, ascending, the rarest token of all first. */
export type TokenSet = Int32Array

const ceilingOf = (n: bigint, d: bigint): number => Number((n + d - 1n) / d)

/** How many tokens two sets share; less than `needed` as soon as it is certain that they share fewer. */
const sharedTokens = (a: TokenSet, b: TokenSet, needed: number): number => {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    if (shared + Math.min(a.length - i, b.length - j) < needed) return shared
    const [x = 0, y = 0] = [a[i], b[j]]
    if (x === y) shared += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return shared
}

/** For a token, the sets that have it in their prefix, and where. */
interface Posting {
  readonly sets: Array<number>
  readonly positions: Array<number>
  head: number
}

const postingsFor = (tokens: number) => {
  const postings: Array<Posting | undefined> = new Array(tokens)
  return {
    at: (token: number): Posting | undefined => postings[token],
    add: (token: number, set: number, position: number): void => {
      const posting = postings[token]
      if (posting === undefined) postings[token] = { sets: [set], positions: [position], head: 0 }
      else {
        posting.sets.push(set)
        posting.positions.push(position)
      }
    }
  }
}

/**
 * Calls back for every pair of sets whose Jaccard similarity is at least the threshold, except where both are `isPassive`.
 *
 * **Details**
 *
 * Exact: sets whose similarity reaches the threshold must share a token among the rarest of each, so only those are looked up (prefix filter); pairs whose
 * sizes, or whose places of the shared token, rule the threshold out are dropped; the others are counted. The sets are given in ascending order of size.
 */
export const eachSimilarPair = (
  sets: ReadonlyArray<TokenSet>,
  isPassive: (set: number) => boolean,
  tokens: number,
  threshold: Exact,
  found: (a: number, b: number, shared: number) => void
): void => {
  const { n, d } = threshold
  const needed = new Int32Array(2 * (sets.at(-1)?.length ?? 0) + 1)
  const neededFor = (sizes: number): number => {
    const known = needed[sizes] ?? 0
    if (known > 0) return known
    const computed = ceilingOf(n * BigInt(sizes), n + d)
    needed[sizes] = computed
    return computed
  }
  const active = postingsFor(tokens)
  const passive = postingsFor(tokens)
  const seen = new Int32Array(sets.length)
  const touched: Array<number> = []

  const look = (set: TokenSet, postings: ReturnType<typeof postingsFor>, smallest: number): void => {
    for (let i = 0; i <= set.length - smallest; i++) {
      const posting = postings.at(set[i] ?? 0)
      if (posting === undefined) continue
      while ((sets[posting.sets[posting.head] ?? -1]?.length ?? smallest) < smallest) posting.head += 1
      for (let k = posting.head; k < posting.sets.length; k++) {
        const other = posting.sets[k] ?? 0
        const count = seen[other] ?? 0
        if (count < 0) continue
        if (count === 0) touched.push(other)
        const size = sets[other]?.length ?? 0
        const most = count + 1 + Math.min(set.length - i, size - (posting.positions[k] ?? 0)) - 1
        seen[other] = most < neededFor(set.length + size) ? -1 : count + 1
      }
    }
  }

  sets.forEach((set, at) => {
    if (set.length === 0) return
    const smallest = ceilingOf(n * BigInt(set.length), d)
    look(set, active, smallest)
    if (!isPassive(at)) look(set, passive, smallest)
    for (const other of touched) {
      const candidate = sets[other]
      if (candidate !== undefined && (seen[other] ?? 0) > 0) {
        const least = neededFor(set.length + candidate.length)
        const shared = sharedTokens(set, candidate, least)
        if (shared >= least) found(at, other, shared)
      }
      seen[other] = 0
    }
    touched.length = 0
    const own = isPassive(at) ? passive : active
    const kept = set.length - neededFor(2 * set.length) + 1
    for (let i = 0; i < kept; i++) own.add(set[i] ?? 0, at, i)
  })
}
