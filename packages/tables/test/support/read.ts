import { formatTableFault, readTable, type Table, type TableFaults } from "@zhengyou/tables"
import { Result } from "effect"

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const csv = (text: string | Uint8Array, file = "scores.csv"): Result.Result<Table, TableFaults> =>
  readTable(typeof text === "string" ? bytesOf(text) : text, { file, kind: "csv" })

export const xlsx = (bytes: Uint8Array, sheet?: string): Result.Result<Table, TableFaults> =>
  readTable(bytes, { file: "scores.xlsx", kind: "xlsx", ...(sheet === undefined ? {} : { sheet }) })

/** The texts of the cells, row by row. */
export const gridOf = (table: Table): ReadonlyArray<ReadonlyArray<string>> =>
  table.rows.map((row) => row.cells.map((cell) => cell.text))

/** The faults as a clerk reads them; none for a table that could be read. */
export const faultsOf = <A>(result: Result.Result<A, TableFaults>): ReadonlyArray<string> =>
  Result.isSuccess(result) ? [] : result.failure.map((fault) => formatTableFault(fault, "zh-CN"))

/** The tags of the problems found, in order. */
export const tagsOf = <A>(result: Result.Result<A, TableFaults>): ReadonlyArray<string> =>
  Result.isSuccess(result) ? [] : result.failure.map((fault) => fault.problem._tag)
