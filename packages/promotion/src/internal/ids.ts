import { type Ladder, levelRank, type Named } from "@zhengyou/core"

/** The ids of a list. */
export const knownIds = (list: ReadonlyArray<{ readonly id: string }>): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

/** Tells where a key stood first; nothing for a key that comes for the first time. */
export const seenBefore = () => {
  const seen = new Map<string, number>()
  return (key: string, place: number): number | undefined => {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, place)
    return first
  }
}

/** A level of a ladder with its name; a level that the ladder lacks goes by its id. */
export const levelNamed = (ladder: Ladder, id: string): Named => {
  const { name } = ladder[levelRank(ladder, id)] ?? { name: id }
  return { id, name }
}
