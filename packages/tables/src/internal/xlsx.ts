import type { Cell, Row } from "../Table.ts"
import { blank, columnLetters, kindOf, type Limits, tooLarge } from "./cells.ts"
import { refuse } from "./Refused.ts"
import { type RawSheet, readSheet } from "./sheet.ts"
import { readWorkbook, type SheetEntry, type Workbook } from "./workbook.ts"
import { openArchive } from "./zip.ts"

const chosen = (workbook: Workbook, wanted: string | undefined): SheetEntry => {
  const { sheets } = workbook
  const found = sheets.find((sheet) => (wanted === undefined ? !sheet.hidden : sheet.name === wanted))
  return (
    found ?? refuse({ _tag: "NoSheet", found: wanted ?? "", allowed: sheets.map((sheet) => sheet.name).slice(0, 10) })
  )
}

/** Repeats the content of merged ranges in each of their cells, marked with the cell that it comes from. */
const fillMerges = ({ rows, merges }: RawSheet, limits: Limits): void => {
  let width = 0
  for (const cells of rows.values()) width = Math.max(width, cells.length)
  const height = Math.max(0, ...[...rows.keys()].slice(-1))
  let count = 0
  for (const { top, left, bottom, right } of merges) {
    const cell = rows.get(top)?.[left]
    if (cell === undefined || cell === blank) continue
    const copy: Cell = { ...cell, mergedFrom: `${columnLetters(left)}${top}` }
    for (let row = top; row <= Math.min(bottom, height); row++) {
      const cells = rows.get(row)
      for (let column = left; column <= Math.min(right, width - 1); column++) {
        count += 1
        if (count > limits.cells) refuse(tooLarge("cells", limits))
        if (cells === undefined || (row === top && column === left)) continue
        while (cells.length < column) cells.push(blank)
        cells[column] = copy
      }
    }
  }
}

/** The rows of one sheet of an xlsx file that are not blank, and the sheet's name. */
export const readXlsx = (
  bytes: Uint8Array,
  wanted: string | undefined,
  limits: Limits
): { readonly sheet: string; readonly rows: ReadonlyArray<Row> } => {
  if (bytes.length > limits.bytes) refuse(tooLarge("bytes", limits))
  const kind = kindOf(bytes)
  if (kind !== "xlsx") refuse({ _tag: "WrongKind", expected: "xlsx", found: kind })
  const archive = openArchive(bytes, limits)
  const workbook = readWorkbook(archive)
  const entry = chosen(workbook, wanted)
  const raw = readSheet(archive, archive.parts.get(entry.path) ?? refuse({ _tag: "Damaged" }), workbook, limits)
  fillMerges(raw, limits)
  return { sheet: entry.name, rows: [...raw.rows].map(([number, cells]) => ({ number, cells })) }
}
