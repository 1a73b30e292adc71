/** A place in a text that something is about, by its number. */
export interface Place {
  readonly number: number
  readonly from: number
  readonly to: number
}

/** A stretch of a text, with the numbers of the places that it lies in and of those that end with it. */
export interface Stretch {
  readonly text: string
  readonly within: ReadonlyArray<number>
  readonly ending: ReadonlyArray<number>
}

/**
 * Cuts a text where places begin and end, so that places may overlap; the stretches together are the text.
 *
 * A place that is empty, or beyond the text, is nowhere.
 */
export const stretchesOf = (text: string, places: ReadonlyArray<Place>): ReadonlyArray<Stretch> => {
  const known = places.filter(({ from, to }) => 0 <= from && from < to && to <= text.length)
  const starts = new Map<number, Array<Place>>()
  for (const place of known) starts.set(place.from, [...(starts.get(place.from) ?? []), place])
  const cuts = [...new Set([0, text.length, ...known.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b)
  const stretches: Array<Stretch> = []
  let open: ReadonlyArray<Place> = []
  for (const [i, from] of cuts.entries()) {
    const to = cuts[i + 1]
    if (to === undefined) break
    open = [...open.filter((place) => place.to > from), ...(starts.get(from) ?? [])]
    stretches.push({
      text: text.slice(from, to),
      within: open.map(({ number }) => number),
      ending: open.filter((place) => place.to === to).map(({ number }) => number)
    })
  }
  return stretches
}
