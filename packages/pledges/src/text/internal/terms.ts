/** Where a term stands in a normal text. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** How far apart the two sides of an ellipsis in a term may stand, in characters. */
const gapLimit = 12

const stops = new Set(["。", "!", "?", ";", "\n", ",", ":"])

const endOfGapped = (text: string, from: number, parts: ReadonlyArray<string>): number | undefined => {
  let at = from
  for (const [i, part] of parts.entries()) {
    if (i === 0) {
      if (!text.startsWith(part, at)) return undefined
      at += part.length
      continue
    }
    let start = at
    while (start - at <= gapLimit && !text.startsWith(part, start)) {
      if (start >= text.length || stops.has(text.charAt(start))) return undefined
      start += 1
    }
    if (start - at > gapLimit) return undefined
    at = start + part.length
  }
  return at
}

/** Finds terms in a normal text: from left to right, the longest first, none over another. */
export type TermFinder = (text: string) => ReadonlyArray<Place>

/** Makes the finder of some terms, which are in normal form; an ellipsis in a term stands for up to twelve characters of the same clause. */
export const termFinder = (terms: ReadonlyArray<string>): TermFinder => {
  const byHead = new Map<string, Array<ReadonlyArray<string>>>()
  for (const term of terms) {
    const parts = term.split("…").filter((part) => part !== "")
    const head = parts[0]?.charAt(0)
    if (head === undefined) continue
    byHead.set(head, [...(byHead.get(head) ?? []), parts])
  }
  return (text) => {
    const places: Array<Place> = []
    for (let at = 0; at < text.length; ) {
      let end = at
      for (const parts of byHead.get(text.charAt(at)) ?? []) end = Math.max(end, endOfGapped(text, at, parts) ?? at)
      if (end > at) places.push({ from: at, to: end })
      at = Math.max(end, at + 1)
    }
    return places
  }
}

/** How many of some places, in ascending order and none over another, begin before a point. */
const countBefore = (places: ReadonlyArray<Place>, at: number): number => {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.from ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The first of some places that lies within a stretch. */
export const firstWithin = (places: ReadonlyArray<Place>, { from, to }: Place): Place | undefined => {
  const place = places[countBefore(places, from)]
  return place !== undefined && place.to <= to ? place : undefined
}

/** The last of some places that begins before a point. */
export const lastBefore = (places: ReadonlyArray<Place>, at: number): Place | undefined =>
  places[countBefore(places, at) - 1]

/** Whether one of some places has a character in common with a stretch. */
export const isOverlapped = (places: ReadonlyArray<Place>, { from, to }: Place): boolean =>
  (lastBefore(places, to)?.to ?? 0) > from
