import Papa from "papaparse"
import { faultLimit } from "../errors.ts"
import type { Row } from "../Table.ts"
import { blank, columnLetters, kindOf, type Limits, tooLarge } from "./cells.ts"
import { unguarded } from "./guard.ts"
import { type Located, refuse, refuseAll } from "./Refused.ts"

const decodeAs = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const textOf = (bytes: Uint8Array): string => {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : undefined
  const text = marked === undefined ? (decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes)) : decodeAs(marked, bytes)
  return text ?? refuse({ _tag: "UnknownEncoding" })
}

const separatorOf = (text: string): string => {
  const head = text.slice(0, 4000).replace(/"[^"]*(?:"|$)/g, "")
  return [",", "\t", ";"].find((separator) => head.includes(separator)) ?? ","
}

/** Counts before anything is split, so that a file of separators alone is refused cheaply. */
const vetCount = (text: string, separator: string, limits: Limits): void => {
  let count = 0
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) count += 1
  if (count > limits.cells) refuse(tooLarge("cells", limits))
}

const vetRow = (cells: ReadonlyArray<string>, row: number, limits: Limits): ReadonlyArray<Located> =>
  cells.length > limits.columns
    ? [{ row, problem: tooLarge("columns", limits) }]
    : cells.flatMap((text, index) =>
        text.length > limits.characters
          ? [{ row, column: columnLetters(index), problem: tooLarge("characters", limits) }]
          : []
      )

const trimEnd = (cells: ReadonlyArray<string>): ReadonlyArray<string> =>
  cells.slice(0, cells.findLastIndex((text) => text !== "") + 1)

/** The rows of a CSV file that are not blank. */
export const readCsv = (bytes: Uint8Array, limits: Limits): ReadonlyArray<Row> => {
  if (bytes.length > limits.bytes) refuse(tooLarge("bytes", limits))
  const kind = kindOf(bytes)
  if (kind !== "other") refuse({ _tag: "WrongKind", expected: "csv", found: kind })
  const text = textOf(bytes)
  const delimiter = separatorOf(text)
  vetCount(text, delimiter, limits)
  const { data, errors } = Papa.parse<ReadonlyArray<string>>(text, { delimiter, preview: limits.rows + 2 })
  // A file that ends with a line break has one row more, which is blank.
  if (data.length > limits.rows + 1 || (data[limits.rows] ?? []).some((cell) => cell !== ""))
    refuse(tooLarge("rows", limits))
  const broken = new Set(errors.filter((error) => error.type === "Quotes").map((error) => (error.row ?? 0) + 1))
  refuseAll([...broken].slice(0, faultLimit).map((row) => ({ row, problem: { _tag: "BrokenQuote" } })))
  refuseAll(data.flatMap((cells, index) => vetRow(cells, index + 1, limits)).slice(0, faultLimit))
  return data.flatMap((cells, index): ReadonlyArray<Row> => {
    const used = trimEnd(cells)
    const row = used.map((cell) => (cell === "" ? blank : { text: unguarded(cell), kind: "text" as const }))
    return used.length === 0 ? [] : [{ number: index + 1, cells: row }]
  })
}
