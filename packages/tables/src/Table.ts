import * as Result from "effect/Result"
import type { TableFault, TableFaults } from "./errors.ts"
import { readCsv } from "./internal/csv.ts"
import { Refused } from "./internal/Refused.ts"
import { readXlsx } from "./internal/xlsx.ts"

/** What a file may hold at most; larger ones are refused, naming the limit, before they can exhaust the memory. */
export const tableLimits = {
  bytes: 50_000_000,
  unzipped: 200_000_000,
  rows: 100_000,
  columns: 500,
  cells: 2_000_000,
  characters: 32_767
} as const

/** What a cell holds in its file; every cell of a CSV file is `text`, and `formula` is one whose result was not stored. */
export type CellKind = "text" | "number" | "boolean" | "date" | "error" | "formula"

/**
 * One cell of a table.
 *
 * **Details**
 *
 * `text` of a number is its decimal to 15 significant digits, which is what a spreadsheet program shows of it: a typed 89.996
 * that the file stores as 89.995999999999995 is `89.996`. Of a day it is `YYYY-MM-DD`. A blank cell is a text of no characters.
 */
export interface Cell {
  readonly text: string
  readonly kind: CellKind
  /** The number format of a number, such as `0.00%` or `000000`. */
  readonly format?: string
  /** The cell that this one is merged into (合并单元格), such as `A3`, whose content it repeats. */
  readonly mergedFrom?: string
}

/** A row that is not blank: its number as a spreadsheet program shows it, and its cells from column A to the last that is used. */
export interface Row {
  readonly number: number
  readonly cells: ReadonlyArray<Cell>
}

/** One sheet of a file as it stands: title rows, header and all. */
export interface Table {
  readonly file: string
  /** The sheet of an xlsx file. */
  readonly sheet?: string
  readonly rows: ReadonlyArray<Row>
}

/** Which file is read, and which of its sheets: the first one that is not hidden unless named. */
export interface ReadOptions {
  readonly file: string
  readonly kind: "csv" | "xlsx"
  readonly sheet?: string
}

/**
 * Reads the bytes of a CSV or xlsx file into rows of cells.
 *
 * **Details**
 *
 * CSV is UTF-8 with or without a byte order mark, UTF-16 with one, and otherwise GB18030 (GBK), which Chinese spreadsheet
 * programs save. Its separator is a comma, or a tab or semicolon where the first lines have no comma.
 *
 * **Refusals**
 *
 * A file of another kind, a damaged file, one over {@link tableLimits}, a sheet that is not there.
 *
 * @example
 * ```ts
 * import { readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,分数\r\n001,89.5\r\n")
 * const table = Result.getOrThrow(readTable(bytes, { file: "scores.csv", kind: "csv" }))
 * table.rows[1]?.cells[0]?.text // => "001"
 * ```
 */
export const readTable = (bytes: Uint8Array, options: ReadOptions): Result.Result<Table, TableFaults> => {
  const { file, kind, sheet } = options
  return Result.try({
    try: (): Table =>
      kind === "csv" ? { file, rows: readCsv(bytes, tableLimits) } : { file, ...readXlsx(bytes, sheet, tableLimits) },
    catch: (error): TableFaults => {
      const at = { file, ...(sheet === undefined ? {} : { sheet }) }
      // Whatever else the parsers throw says that they could not make sense of the bytes.
      const [first, ...rest] = error instanceof Refused ? error.faults : [{ problem: { _tag: "Damaged" } } as const]
      return [{ ...at, ...first }, ...rest.map((fault): TableFault => ({ ...at, ...fault }))]
    }
  })
}
