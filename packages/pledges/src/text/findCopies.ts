import { Exact, exactUnsafe } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { eachSimilarPair, type TokenSet } from "./internal/similarSets.ts"
import { shinglesOf } from "./shingles.ts"

/** When a text counts as a copy of another, and how many of those it copies are named. */
export const CopyRules = Schema.Struct({
  threshold: Exact.check(
    Schema.makeFilter((share: Exact) => share.n > 0n && share.n <= share.d, {
      expected: "a share above 0 and at most 1"
    })
  ),
  nearest: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 }))
})
export interface CopyRules extends Schema.Schema.Type<typeof CopyRules> {}

/** Six tenths of the shingles in common are a copy; three of the texts copied are named. */
export const defaultCopyRules: CopyRules = { threshold: exactUnsafe("0.6"), nearest: 3 }

/** A text to be compared, and the id by which it is told. */
export interface PledgeText {
  readonly id: string
  readonly text: string
}

/** A text that another one is like: of all the shingles that the two have in total, so many are shared (Jaccard). */
export interface Copy {
  readonly of: string
  readonly among: "current" | "earlier"
  readonly shared: number
  readonly total: number
}

/** A text that is like others: how many they are, and the nearest of them, the most similar first. */
export interface CopiedText {
  readonly id: string
  readonly copies: number
  readonly nearest: ReadonlyArray<Copy>
}

/** Texts with the same shingles. */
interface Group {
  readonly tokens: TokenSet
  readonly current: Array<string>
  readonly earlier: Array<string>
  copies: number
  near: Array<Copy>
}

/** Orders as people do: by code unit, the same on every machine. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareCopies = (a: Copy, b: Copy): number =>
  b.shared * a.total - a.shared * b.total || compareText(a.among, b.among) || compareText(a.of, b.of)

const membersOf = (group: Group, shared: number, total: number, most: number): ReadonlyArray<Copy> => [
  ...group.current.slice(0, most).map((of) => ({ of, among: "current" as const, shared, total })),
  ...group.earlier.slice(0, most).map((of) => ({ of, among: "earlier" as const, shared, total }))
]

/** Gives each shingle a number, the rarest the lowest. */
const rankedShingles = (sets: ReadonlyArray<ReadonlySet<number>>): ReadonlyMap<number, number> => {
  const frequency = new Map<number, number>()
  for (const set of sets) for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1)
  const rarest = [...frequency].sort(([a, m], [b, n]) => m - n || a - b)
  return new Map(rarest.map(([shingle], rank) => [shingle, rank]))
}

const groupsOf = (
  texts: ReadonlyArray<PledgeText>,
  sets: ReadonlyArray<ReadonlySet<number>>,
  currentCount: number,
  ranks: ReadonlyMap<number, number>
): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>()
  texts.forEach(({ id }, i) => {
    const tokens = Int32Array.from(sets[i] ?? [], (shingle) => ranks.get(shingle) ?? 0).sort()
    if (tokens.length === 0) return
    const key = tokens.join()
    const group = groups.get(key) ?? { tokens, current: [], earlier: [], copies: 0, near: [] }
    group[i < currentCount ? "current" : "earlier"].push(id)
    groups.set(key, group)
  })
  for (const { current, earlier } of groups.values()) {
    current.sort(compareText)
    earlier.sort(compareText)
  }
  return [...groups.values()].sort((a, b) => a.tokens.length - b.tokens.length)
}

/**
 * Finds the texts that are copies of each other, or of earlier ones, with at most some words changed (雷同).
 *
 * **Details**
 *
 * Two texts are compared by their shingles ({@link shinglesOf}): the similarity is the number that they share over the number that they have in total, an exact
 * share. No pair that reaches the threshold is missed. Every text is told that is like another, in the order given; `copies` counts all that it is like, `nearest` names the most
 * similar: equal ones in the order of colleagues before earlier texts, then of ids. Texts without a letter or digit are like nothing. The ids of current texts differ; earlier
 * texts may have the ids of current ones.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { findCopies } from "@zhengyou/pledges"
 *
 * const rules = { threshold: exactUnsafe("0.8"), nearest: 3 }
 * const texts = [{ id: "p7", text: "6月底前走访学生宿舍12间，走访记录在支部公示栏公布。" }]
 * const lastYear = [{ id: "p3", text: "五月底前走访学生宿舍20间，走访记录在支部公示栏公布。" }]
 * findCopies(texts, lastYear, rules) // => [{ id: "p7", copies: 1, nearest: [{ of: "p3", among: "earlier", shared: 22, total: 22 }] }]
 * ```
 */
export const findCopies = (
  texts: ReadonlyArray<PledgeText>,
  earlier: ReadonlyArray<PledgeText>,
  { threshold, nearest }: CopyRules
): ReadonlyArray<CopiedText> => {
  const all = [...texts, ...earlier]
  const sets = all.map(({ text }) => shinglesOf(text))
  const ranks = rankedShingles(sets)
  const groups = groupsOf(all, sets, texts.length, ranks)
  // One more than is named, since a text itself is not among its copies.
  const kept = nearest + 1
  const meet = (group: Group, other: Group, shared: number) => {
    const total = group.tokens.length + other.tokens.length - shared
    group.copies += other.current.length + other.earlier.length
    group.near.push(...membersOf(other, shared, total, kept))
    if (group.near.length > 8 * kept) group.near = group.near.sort(compareCopies).slice(0, kept)
  }
  for (const group of groups) meet(group, group, group.tokens.length)
  eachSimilarPair(
    groups.map(({ tokens }) => tokens),
    (at) => groups[at]?.current.length === 0,
    ranks.size,
    threshold,
    (at, met, shared) => {
      const [a, b] = [groups[at], groups[met]]
      if (a === undefined || b === undefined) return
      meet(a, b, shared)
      meet(b, a, shared)
    }
  )
  const found = new Map<string, CopiedText>()
  for (const group of groups) {
    const near = group.near.sort(compareCopies)
    if (group.copies > 1)
      for (const id of group.current) {
        const self = near.findIndex((copy) => copy.among === "current" && copy.of === id)
        const others = self < 0 ? near : near.toSpliced(self, 1)
        found.set(id, { id, copies: group.copies - 1, nearest: others.slice(0, nearest) })
      }
  }
  return texts.flatMap(({ id }) => found.get(id) ?? [])
}
