import { type Exact, formatExact } from "@zhengyou/core"
import * as Result from "effect/Result"
import { strToU8, zipSync } from "fflate"
import type { TableFault, TableFaults, TableProblem } from "./errors.ts"
import { columnIndex, columnLetters } from "./internal/cells.ts"
import { shown } from "./internal/names.ts"
import {
  contentTypes,
  packageRelations,
  sheetXml,
  stylesXml,
  workbookRelations,
  workbookXml
} from "./internal/parts.ts"
import { tableLimits } from "./Table.ts"

/** What a cell is written from: a text, which stays one, or a number. */
export type CellValue = string | Exact

/**
 * One sheet to write.
 *
 * **Details**
 *
 * `textColumns` are letters of columns whose blank cells too are text, so that what somebody types there later keeps its zeros.
 */
export interface SheetContent {
  readonly name: string
  readonly rows: ReadonlyArray<ReadonlyArray<CellValue>>
  readonly textColumns?: ReadonlyArray<string>
}

const badName = /[\\/?*[\]:\p{Cc}]|^'|'$/u

const problemsOfName = (name: string, others: ReadonlyArray<string>): ReadonlyArray<TableProblem> => {
  const isDoubled = others.filter((other) => other.toLowerCase() === name.toLowerCase()).length > 1
  const isBad = name.trim() === "" || name.length > 31 || badName.test(name) || !name.isWellFormed() || isDoubled
  return isBad ? [{ _tag: "BadSheetName", found: shown(name) }] : []
}

const faultsOf = (file: string, sheets: ReadonlyArray<SheetContent>): ReadonlyArray<TableFault> => {
  const limit = (measure: "rows" | "columns" | "characters"): TableProblem => ({
    _tag: "TooLarge",
    measure,
    limit: tableLimits[measure]
  })
  const names = sheets.map((sheet) => sheet.name)
  return sheets.flatMap(({ name, rows }) => {
    const at = { file, sheet: name }
    const long = rows.flatMap((row, index) => [
      ...(row.length > tableLimits.columns ? [{ ...at, row: index + 1, problem: limit("columns") }] : []),
      ...row.flatMap((cell, column) =>
        typeof cell === "string" && cell.length > tableLimits.characters
          ? [{ ...at, row: index + 1, column: columnLetters(column), problem: limit("characters") }]
          : []
      )
    ])
    const high = rows.length > tableLimits.rows ? [{ ...at, problem: limit("rows") }] : []
    return [...problemsOfName(name, names).map((problem) => ({ ...at, problem })), ...high, ...long]
  })
}

/** A number is written as one where a spreadsheet program keeps all its digits, and as text where it would not. */
const textOrNumber = (value: CellValue): { readonly text: string; readonly isNumber: boolean } => {
  if (typeof value === "string") return { text: value, isNumber: false }
  const text = formatExact(value)
  const digits = text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "")
  return { text, isNumber: !text.includes("/") && digits.length <= 15 && text.length <= 300 }
}

/**
 * Writes sheets as an xlsx file: the same input gives the same bytes, wherever and whenever it is written.
 *
 * **Details**
 *
 * Every text is a text cell of number format `@`, so that ids keep leading zeros and eighteen digits, and nothing is ever a
 * formula. Numbers that a spreadsheet program can hold exactly (15 significant digits) are number cells. {@link readTable} gives
 * every well-formed text back as it was.
 *
 * **Refusals**
 *
 * A sheet name that spreadsheet programs refuse or that comes twice, no sheet at all, a text over the limits of {@link tableLimits}.
 *
 * @example
 * ```ts
 * import { readTable, writeXlsx } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const rows = [["编号", "得分"], ["001", { n: 179n, d: 2n }]]
 * const bytes = Result.getOrThrow(writeXlsx([{ name: "评分", rows, textColumns: ["A"] }], "scores.xlsx"))
 * const table = Result.getOrThrow(readTable(bytes, { file: "scores.xlsx", kind: "xlsx" }))
 * table.rows[1]?.cells.map((cell) => cell.text) // => ["001", "89.5"]
 * ```
 */
export const writeXlsx = (
  sheets: ReadonlyArray<SheetContent>,
  file: string
): Result.Result<Uint8Array, TableFaults> => {
  const [first, ...rest] =
    sheets.length === 0 ? [{ file, problem: { _tag: "EmptyTable" } } as const] : faultsOf(file, sheets)
  if (first !== undefined) return Result.fail([first, ...rest])
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(contentTypes(sheets.length)),
    "_rels/.rels": strToU8(packageRelations),
    "xl/workbook.xml": strToU8(workbookXml(sheets.map((sheet) => sheet.name))),
    "xl/_rels/workbook.xml.rels": strToU8(workbookRelations(sheets.length)),
    "xl/styles.xml": strToU8(stylesXml)
  }
  sheets.forEach(({ rows, textColumns = [] }, index) => {
    const xml = sheetXml(
      rows.map((row) => row.map(textOrNumber)),
      textColumns.map(columnIndex)
    )
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(xml)
  })
  // The earliest time that the format knows, in whatever time zone: an archive with the time of writing would never be the same twice.
  return Result.succeed(zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1, 12) }))
}
