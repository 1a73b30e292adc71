import * as Result from "effect/Result"
import { NotEstimable } from "./errors.ts"
import { closingCycle, type Entry } from "./internal/closingCycle.ts"

/** A table of counts to be published with the totals of its rows and columns: rows are units, columns groups. */
export type CountTable = ReadonlyArray<ReadonlyArray<number>>

/** A published table: the counts, or nothing where they are withheld (不公布). */
export interface PublishedTable {
  readonly cells: ReadonlyArray<ReadonlyArray<number | undefined>>
  readonly rowTotals: ReadonlyArray<number | undefined>
  readonly columnTotals: ReadonlyArray<number | undefined>
  readonly total: number | undefined
}

/** What must be withheld: counts from one to fewer than `minimum`, and cells that an earlier release withheld. */
export interface Withholding {
  readonly minimum: number
  readonly earlier?: ReadonlyArray<{ readonly row: number; readonly column: number }>
}

/**
 * A table without its small counts, nor anything that would let them be computed back from totals (小样本保护).
 *
 * **Details**
 *
 * Beside a small count others are withheld, the smallest that do, until every withheld count could be another with all that is published the same;
 * totals only where cells do not suffice. A reader is taken to know that a withheld count is at least one, so noughts are published. Counts that an
 * earlier release withheld stay withheld where they are not nought, so that two releases cannot be subtracted to find them.
 *
 * **Refusals**
 *
 * `NotEstimable` for rows of different lengths and for what are no counts.
 *
 * @example
 * ```ts
 * import { withhold } from "@zhengyou/satisfaction"
 * import { Result } from "effect"
 *
 * const { cells, rowTotals } = Result.getOrThrow(withhold([[3, 40], [20, 50], [30, 60]], { minimum: 5 }))
 * cells // => [[undefined, undefined], [undefined, undefined], [30, 60]]
 * rowTotals // => [43, 70, 90]
 * ```
 */
export const withhold = (table: CountTable, what: Withholding): Result.Result<PublishedTable, NotEstimable> => {
  const columns = table[0]?.length ?? 0
  const isTable = table.every((row) => row.length === columns && row.every((n) => Number.isSafeInteger(n) && n >= 0))
  if (!isTable || columns === 0) return Result.fail(new NotEstimable({ reason: "notACount" }))
  const [rows, all] = [table.length, entriesOf(table, columns)]
  const earlier = new Set(what.earlier?.map(({ row, column }) => row * columns + column))
  const primary = all.flatMap((entry, i) => {
    const isSmall = entry.value > 0 && entry.value < what.minimum
    const wasWithheld = !entry.isTotal && earlier.has(entry.row * columns + entry.column)
    return entry.value > 0 && (isSmall || wasWithheld) ? [i] : []
  })
  const withheld = new Set(primary)
  for (const i of primary) {
    const costed = all.map((entry, k) => (withheld.has(k) ? { ...entry, cost: 0 } : entry))
    const usable = costed.map((entry) => ({
      ...entry,
      cost: entry.value === 0 ? Number.POSITIVE_INFINITY : entry.cost
    }))
    for (const k of closingCycle(usable, rows + 1, columns + 1, i) ?? all.keys()) withheld.add(k)
  }
  const shown = new Map(
    all.map((entry, i) => [`${entry.row} ${entry.column}`, withheld.has(i) ? undefined : entry.value])
  )
  const at = (row: number, column: number) => shown.get(`${row} ${column}`)
  return Result.succeed({
    cells: table.map((row, r) => row.map((_, c) => at(r, c))),
    rowTotals: table.map((_, r) => at(r, columns)),
    columnTotals: Array.from({ length: columns }, (_, c) => at(rows, c)),
    total: at(rows, columns)
  })
}

/** The cells and totals of a table; a total costs more than all cells together. */
const entriesOf = (table: CountTable, columns: number): ReadonlyArray<Entry> => {
  const rowTotals = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columnTotals = Array.from({ length: columns }, (_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  const total = rowTotals.reduce((a, b) => a + b, 0)
  const dear = total * 2 + 1
  return [
    ...table.flatMap((row, r) => row.map((value, c) => ({ row: r, column: c, value, isTotal: false, cost: value }))),
    ...rowTotals.map((value, r) => ({ row: r, column: columns, value, isTotal: true, cost: dear })),
    ...columnTotals.map((value, c) => ({ row: table.length, column: c, value, isTotal: true, cost: dear })),
    { row: table.length, column: columns, value: total, isTotal: false, cost: dear }
  ]
}
