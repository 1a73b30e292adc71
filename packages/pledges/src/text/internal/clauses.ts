import type { Place } from "./terms.ts"

const sentenceEnds = new Set(["。", "!", "?", ";", "\n"])
const clauseEnds = new Set([...sentenceEnds, ",", ":"])

const split = (text: string, { from, to }: Place, ends: ReadonlySet<string>): ReadonlyArray<Place> => {
  const places: Array<Place> = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !ends.has(text.charAt(at))) continue
    // A colon between digits is in a time of day, a comma in a large number.
    if (at < to && !sentenceEnds.has(text.charAt(at)) && /^[0-9].[0-9]$/.test(text.slice(at - 1, at + 2))) continue
    if (at > start) places.push({ from: start, to: at })
    start = at + 1
  }
  return places
}

/** The sentences of a normal text. */
export const sentencesOf = (text: string): ReadonlyArray<Place> =>
  split(text, { from: 0, to: text.length }, sentenceEnds)

/** The clauses of a stretch of a normal text. */
export const clausesOf = (text: string, stretch: Place): ReadonlyArray<Place> => split(text, stretch, clauseEnds)
