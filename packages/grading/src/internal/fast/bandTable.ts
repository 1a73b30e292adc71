/** The level of a cell that a bound falls into, where a total alone says whether it reaches it: below `open`, above every level. */
export const mixed = 32_765

/** The level of a total that reaches no band, and the ceiling of a row that gates take off the ladder. */
export const open = 32_766

/**
 * The bands of a book as a table: a total's cell mostly has the level already, without a comparison.
 *
 * **Details**
 *
 * The cell of a total is the whole part of `total * factor`. That never falls as totals rise, however it is rounded, so all totals of a cell below
 * that of a bound are below the bound, and all of one above it are above it.
 */
export interface BandTable {
  readonly cells: Int16Array
  readonly factor: number
  /** The level by comparisons, or `open`. */
  readonly rankOf: (total: number) => number
}

const size = 1024

/** Makes the table for totals from 0 to `greatest`; `bounds` fall and are whole numbers or infinite, `ranks` are the levels from each of them on. */
export const bandTable = (bounds: ReadonlyArray<number>, ranks: ReadonlyArray<number>, greatest: number): BandTable => {
  const factor = (size - 1) / Math.max(1, greatest)
  // What every total reaches is before the first cell, and what none reaches behind the last.
  const cellOf = (bound: number) => (bound <= 0 ? -1 : bound > greatest ? size : Math.trunc(bound * factor))
  const edges = bounds.map(cellOf)
  const cells = new Int16Array(size).fill(open)
  for (const [band, edge] of [...edges.entries()].reverse()) cells.fill(ranks[band] ?? open, edge + 1)
  // NaN goes to the first cell.
  for (const edge of [0, ...edges]) if (edge >= 0 && edge < size) cells[edge] = mixed
  const rankOf = (total: number) => ranks[bounds.findIndex((bound) => total >= bound)] ?? open
  return { cells, factor, rankOf }
}
