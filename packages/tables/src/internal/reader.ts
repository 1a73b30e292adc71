import * as Result from "effect/Result"
import { trimCell } from "../Cell.ts"
import { faultLimit, type TableFault, type TableFaults, type TableProblem } from "../errors.ts"
import type { Cell, Row, Table } from "../Table.ts"
import { blank, columnLetters } from "./cells.ts"
import { shown } from "./names.ts"

/** Collects the faults of one table while it is read. */
export interface Faults {
  readonly add: (problem: TableProblem, row?: number, column?: number) => void
  /** Says which text stands above each column, once the header is found. */
  readonly head: (header: Row) => void
  readonly isEmpty: () => boolean
  readonly orElse: <A>(value: () => A) => Result.Result<A, TableFaults>
}

/** Begins to collect the faults of a table. */
export const collectFaults = ({ file, sheet }: Table): Faults => {
  const listed: Array<TableFault> = []
  const at = { file, ...(sheet === undefined ? {} : { sheet }) }
  let count = 0
  let headers: ReadonlyArray<Cell> = []
  const placeOf = (column: number): Pick<TableFault, "column" | "header"> => {
    const header = shown(trimCell(headers[column]?.text ?? ""))
    return { column: columnLetters(column), ...(header === "" ? {} : { header }) }
  }
  return {
    add: (problem, row, column) => {
      count += 1
      if (listed.length >= faultLimit) return
      listed.push({
        ...at,
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : placeOf(column)),
        problem
      })
    },
    head: (header) => {
      headers = header.cells
    },
    isEmpty: () => count === 0,
    orElse: (value) => {
      const [first, ...rest] = listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
      if (first === undefined) return Result.succeed(value())
      const more: ReadonlyArray<TableFault> =
        count > faultLimit ? [{ ...at, problem: { _tag: "MoreFaults", count: count - faultLimit } }] : []
      return Result.fail([first, ...rest, ...more])
    }
  }
}

/** Whether a cell holds nothing that can be seen. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind === "text" && trimCell(cell.text) === "")

const rowOf = (mergedFrom: string): number => Number(mergedFrom.replace(/^[A-Z]+/, ""))

/** Whether a row only repeats the header, as the lower half of a header of two rows does. */
const repeatsHeader = (row: Row, header: Row): boolean =>
  row.cells.every((cell) => isBlank(cell) || (cell.mergedFrom !== undefined && rowOf(cell.mergedFrom) <= header.number))

const sums = [
  "合计",
  "总计",
  "小计",
  "共计",
  "总分",
  "平均",
  "平均分",
  "平均值",
  "均分",
  "total",
  "subtotal",
  "grandtotal",
  "sum",
  "average",
  "mean"
]
const remark = /^(?:备注|注|说明|remarks?|notes?)(?:[:：]|$)/

/** The text that makes a row a sum or a remark rather than a record: that of its unit, or else of its first cell. */
const summaryOf = (row: Row, unit: number, isUnit: (text: string) => boolean): string | undefined => {
  const cell = isBlank(row.cells[unit]) ? row.cells.find((each) => !isBlank(each)) : row.cells[unit]
  if (cell === undefined || cell.kind !== "text" || isUnit(cell.text)) return undefined
  const text = cell.text.slice(0, 200).normalize("NFKC").replace(/\s+/g, "").toLowerCase()
  return sums.includes(text.replace(/[:：]$/, "")) || remark.test(text) ? shown(cell.text) : undefined
}

/** The rows under the header that hold records; sums and remarks among them are faults. */
export const recordsOf = (
  table: Table,
  header: Row,
  unit: number,
  isUnit: (text: string) => boolean,
  faults: Faults
): ReadonlyArray<Row> => {
  const rows = table.rows.filter(
    (row) => row.number > header.number && !row.cells.every(isBlank) && !repeatsHeader(row, header)
  )
  const records = rows.filter((row) => {
    const found = summaryOf(row, unit, isUnit)
    if (found !== undefined) faults.add({ _tag: "SummaryRow", found }, row.number)
    return found === undefined
  })
  if (rows.length === 0) faults.add({ _tag: "EmptyTable" })
  vetNameless(records, header, faults)
  return records
}

/** Nothing is dropped silently: a value under no header is a fault, told once for each column. */
const vetNameless = (records: ReadonlyArray<Row>, header: Row, faults: Faults): void => {
  const told = new Set<number>()
  for (const row of records) {
    row.cells.forEach((cell, column) => {
      if (told.has(column) || isBlank(cell) || !isBlank(header.cells[column])) return
      told.add(column)
      faults.add({ _tag: "NamelessColumn", found: shown(cell.text) }, row.number, column)
    })
  }
}

/**
 * A cell that is fit to be read: a cell with an error or without its result is a fault and gives nothing.
 *
 * A merged cell speaks for the rows below it where it names something (`names`); a value is never read twice.
 */
export const soundCell = (row: Row, column: number, names: boolean, faults: Faults): Cell | undefined => {
  const cell = row.cells[column] ?? blank
  const from = cell.mergedFrom
  const spreads = from !== undefined && !(names && from.replace(/\d+$/, "") === columnLetters(column))
  const problem: TableProblem | undefined = spreads
    ? { _tag: "MergedCell", from }
    : cell.kind === "error"
      ? { _tag: "FormulaError", found: shown(cell.text) }
      : cell.kind === "formula"
        ? { _tag: "FormulaWithoutValue" }
        : undefined
  if (problem === undefined) return cell
  faults.add(problem, row.number, column)
  return undefined
}
