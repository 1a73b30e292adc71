/**
 * Puts points that would cover each other on a line into lanes, lowest first.
 *
 * **Details**
 *
 * Positions stand in ascending order; the answer gives each one's lane, counted from 0. Points of one lane are at least
 * `gap` apart.
 */
export const lanesOf = (positions: ReadonlyArray<number>, gap: number): ReadonlyArray<number> => {
  const last: Array<number> = []
  return positions.map((position) => {
    const free = last.findIndex((taken) => taken + gap <= position)
    const lane = free === -1 ? last.length : free
    last[lane] = position
    return lane
  })
}
