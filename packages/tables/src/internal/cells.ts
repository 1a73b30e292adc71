import type { TableProblem } from "../errors.ts"
import type { Cell } from "../Table.ts"

/** What a file may hold at most. */
export interface Limits {
  readonly bytes: number
  readonly unzipped: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly characters: number
}

/** A cell that holds nothing. */
export const blank: Cell = { text: "", kind: "text" }

/** The fault of a file that is larger than a limit allows. */
export const tooLarge = (measure: keyof Limits, limits: Limits): TableProblem => ({
  _tag: "TooLarge",
  measure,
  limit: limits[measure]
})

/** The letters of a column that is counted from 0: A, B, … Z, AA. */
export const columnLetters = (index: number): string => {
  let letters = ""
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The index from 0 of a column's letters. */
export const columnIndex = (letters: string): number => {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** The kind of file that bytes begin like: by their first bytes, whatever the file is called. */
export const kindOf = (bytes: Uint8Array): "xlsx" | "xls" | "other" => {
  const [a, b, c, d] = bytes
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) return "xlsx"
  // The old binary format, and also any workbook that is encrypted with a password.
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? "xls" : "other"
}
