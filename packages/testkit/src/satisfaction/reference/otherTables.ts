type Table<A> = ReadonlyArray<ReadonlyArray<A>>

/** A table with its totals as one: a column more for those of the rows, a row more for those of the columns. */
export const withTotals = <A>(
  cells: Table<A>,
  rowTotals: ReadonlyArray<A>,
  columnTotals: ReadonlyArray<A>,
  total: A
): Table<A> => [...cells.map((row, r) => [...row, ...rowTotals.slice(r, r + 1)]), [...columnTotals, total]]

/** Cells and the total of all stand on one side of the sums of rows and columns, totals of rows and columns on the other. */
const sideOf = (table: Table<unknown>, r: number, c: number): 1 | -1 =>
  (r === table.length - 1) === (c === (table[0]?.length ?? 0) - 1) ? 1 : -1

/**
 * Whether a withheld count can be found by who knows that withheld counts are at least one: it can, where it can be neither one more nor one less.
 *
 * **Details**
 *
 * Where one count changes by one, the sums of its row and its column are off, and another withheld count of the column must make up for it, which
 * sets its row off, and so on: the count is free where such a chain leads back to its own row.
 */
export const isGuessable = (
  counts: Table<number>,
  published: Table<number | undefined>,
  row: number,
  column: number
): boolean => {
  const isFree = (change: 1 | -1): boolean => {
    const countAt = (r: number, c: number): number => counts[r]?.[c] ?? 0
    if (change === -1 && countAt(row, column) < 2) return false
    /** By how much the sum of the first column is off. */
    const off = sideOf(counts, row, column) * change
    const hidden = published.flatMap((cells, r) =>
      cells.flatMap((cell, c) => (cell === undefined && !(r === row && c === column) ? [{ r, c }] : []))
    )
    const mayChange = (r: number, c: number, by: number): boolean => by * sideOf(counts, r, c) > 0 || countAt(r, c) >= 2
    const [rows, columns] = [new Set<number>(), new Set([column])]
    let reached = 0
    while (reached < rows.size + columns.size) {
      reached = rows.size + columns.size
      for (const { r, c } of hidden) {
        if (columns.has(c) && mayChange(r, c, -off)) rows.add(r)
        if (rows.has(r) && mayChange(r, c, off)) columns.add(c)
      }
    }
    return rows.has(row)
  }
  return !isFree(1) && !isFree(-1)
}
