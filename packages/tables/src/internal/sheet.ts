import type { Cell } from "../Table.ts"
import { blank, columnIndex, columnLetters, type Limits, tooLarge } from "./cells.ts"
import { dayOfSerial, isDayFormat, plainDecimal } from "./numbers.ts"
import { refuse } from "./Refused.ts"
import { textCollector, type Workbook } from "./workbook.ts"
import { readXml, unescaped } from "./xml.ts"
import type { Archive, Part } from "./zip.ts"

/** The corners of a merged range, rows from 1, columns from 0. */
interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The cells of a sheet by row number and then by place, before merged ranges are filled. */
export interface RawSheet {
  readonly rows: Map<number, Array<Cell>>
  readonly merges: ReadonlyArray<Merge>
}

const address = /^([A-Z]{1,3})([1-9]\d{0,6})$/
const damaged = (): never => refuse({ _tag: "Damaged" })

const placeOf = (reference: string): readonly [row: number, column: number] => {
  const [, letters, row] = address.exec(reference) ?? damaged()
  return [Number(row), columnIndex(letters ?? "")]
}

const mergeOf = (reference: string): Merge => {
  const [from = "", to = from] = reference.split(":")
  const [[top, left], [bottom, right]] = [placeOf(from), placeOf(to)]
  return { top, left, bottom, right }
}

interface RawCell {
  readonly type: string
  readonly style: number
  value: string
  formula: string | undefined
  inline: string
}

const numberCell = (raw: RawCell, workbook: Workbook): Cell => {
  const value = Number(raw.value)
  if (!Number.isFinite(value)) return damaged()
  const format = workbook.formats[raw.style] ?? "General"
  const day = isDayFormat(format) ? dayOfSerial(value, workbook.is1904) : undefined
  return day === undefined ? { text: plainDecimal(value), kind: "number", format } : { text: day, kind: "date" }
}

const cellOf = (raw: RawCell, workbook: Workbook): Cell => {
  switch (raw.type) {
    case "s":
      return { text: workbook.sharedTexts[Number(raw.value || "-1")] ?? damaged(), kind: "text" }
    case "inlineStr":
      return { text: raw.inline, kind: "text" }
    case "str":
      return { text: unescaped(raw.value), kind: "text" }
    case "b":
      return { text: raw.value === "1" || raw.value === "true" ? "TRUE" : "FALSE", kind: "boolean" }
    case "e":
      return { text: raw.value, kind: "error" }
    case "d":
      return { text: raw.value.replace(/T00:00:00(?:\.0+)?Z?$/, ""), kind: "date" }
    case "n":
      if (raw.value.trim() !== "") return numberCell(raw, workbook)
      return raw.formula === undefined ? blank : { text: `=${raw.formula}`, kind: "formula" }
    default:
      return damaged()
  }
}

/** Reads the cells of a sheet, in the order in which they must stand. */
export const readSheet = (archive: Archive, part: Part, workbook: Workbook, limits: Limits): RawSheet => {
  const rows = new Map<number, Array<Cell>>()
  const merges: Array<Merge> = []
  let [row, column, count] = [0, -1, 0]
  let raw: RawCell | undefined
  let within = ""

  const keep = (cell: Cell): void => {
    if (cell.text === "" && cell.kind === "text") return
    if (row > limits.rows) refuse(tooLarge("rows", limits))
    if (column >= limits.columns) refuse(tooLarge("columns", limits), { row })
    if (cell.text.length > limits.characters)
      refuse(tooLarge("characters", limits), { row, column: columnLetters(column) })
    const cells = rows.get(row) ?? []
    count += column + 1 - cells.length
    if (count > limits.cells) refuse(tooLarge("cells", limits))
    while (cells.length < column) cells.push(blank)
    cells.push(cell)
    rows.set(row, cells)
  }

  const openRow = (reference: string | undefined): void => {
    const next = reference === undefined ? row + 1 : Number(reference)
    // Rows and cells that come twice or in disorder would let two programs read two different tables.
    if (!(next > row)) damaged()
    ;[row, column] = [next, -1]
  }

  const openCell = ({ r, t = "n", s = "0" }: Readonly<Record<string, string>>): void => {
    const [at, next] = r === undefined ? [row, column + 1] : placeOf(r)
    if (at !== row || next <= column) damaged()
    column = next
    raw = { type: t, style: Number(s), value: "", formula: undefined, inline: "" }
  }

  const inline = textCollector((text) => {
    if (raw !== undefined) raw.inline = text
  })

  readXml(archive, part, {
    open: (name, attributes) => {
      inline.open(name, attributes)
      within = name
      if (name === "row") openRow(attributes["r"])
      else if (name === "c") openCell(attributes)
      else if (name === "f" && raw !== undefined) raw.formula = ""
      else if (name === "mergeCell") merges.push(mergeOf(attributes["ref"] ?? ""))
    },
    close: (name) => {
      inline.close(name)
      within = ""
      if (name !== "c" || raw === undefined) return
      keep(cellOf(raw, workbook))
      raw = undefined
    },
    text: (text) => {
      inline.text(text)
      if (raw === undefined) return
      if (within === "v") raw.value += text
      else if (within === "f") raw.formula = (raw.formula ?? "") + text
    }
  })
  return { rows, merges }
}
