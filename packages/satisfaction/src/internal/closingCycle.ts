/** An entry of a table with its totals: an edge from its row to its column, whose flow the sums of rows and columns conserve. */
export interface Entry {
  readonly row: number
  readonly column: number
  readonly value: number
  /** Totals stand on the other side of the equation. */
  readonly isTotal: boolean
  readonly cost: number
}

/** Whether an entry's flow can be less by one: an inner cell stays at one or more, a total can always be more. */
const canSink = (entry: Entry): boolean => entry.isTotal || entry.value >= 2

const canRise = (entry: Entry): boolean => !entry.isTotal || entry.value >= 2

/**
 * The cheapest entries that must be withheld beside one entry, so that it could be one more, or one less, with all sums the same.
 *
 * Dijkstra's algorithm over rows and columns: from a column one leaves by an entry that sinks, from a row by one that rises.
 */
export const closingCycle = (
  entries: ReadonlyArray<Entry>,
  rows: number,
  columns: number,
  of: number
): ReadonlyArray<number> | undefined => {
  const entry = entries[of]
  if (entry === undefined) return undefined
  const tries = [
    ...(canRise(entry) ? [path(entries, rows, columns, of, rows + entry.column, entry.row)] : []),
    ...(canSink(entry) ? [path(entries, rows, columns, of, entry.row, rows + entry.column)] : [])
  ].filter((found) => found !== undefined)
  return tries.toSorted((a, b) => a.cost - b.cost)[0]?.used
}

const path = (
  entries: ReadonlyArray<Entry>,
  rows: number,
  columns: number,
  without: number,
  from: number,
  to: number
): { readonly cost: number; readonly used: ReadonlyArray<number> } | undefined => {
  const cost = new Array<number>(rows + columns).fill(Number.POSITIVE_INFINITY)
  const by = new Array<{ readonly entry: number; readonly node: number } | undefined>(rows + columns).fill(undefined)
  const done = new Set<number>()
  cost[from] = 0
  for (;;) {
    let node = -1
    for (let i = 0; i < rows + columns; i++) {
      if (!done.has(i) && (cost[i] ?? 0) < (node === -1 ? Number.POSITIVE_INFINITY : (cost[node] ?? 0))) node = i
    }
    if (node === -1) return undefined
    if (node === to) break
    done.add(node)
    entries.forEach((entry, e) => {
      if (e === without) return
      const [row, column] = [entry.row, rows + entry.column]
      const next =
        node < rows ? (row === node && canRise(entry) ? column : -1) : column === node && canSink(entry) ? row : -1
      const through = (cost[node] ?? 0) + entry.cost
      if (next === -1 || done.has(next) || through >= (cost[next] ?? 0)) return
      cost[next] = through
      by[next] = { entry: e, node }
    })
  }
  const used: Array<number> = []
  for (let at = by[to]; at !== undefined; at = by[at.node]) used.push(at.entry)
  return { cost: cost[to] ?? 0, used }
}
