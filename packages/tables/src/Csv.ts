import Papa from "papaparse"
import { withGuard } from "./internal/guard.ts"

/**
 * Writes rows as a CSV file that spreadsheet programs open rightly: UTF-8 with a byte order mark, lines ended by CR LF.
 *
 * **Details**
 *
 * A cell that a spreadsheet program would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break, and is not a
 * plain number or a dash) is written with an apostrophe in front; {@link readTable} takes it off again, so that every text comes
 * back as it was. Half a character (a lone surrogate) becomes U+FFFD.
 *
 * @example
 * ```ts
 * import { writeCsv } from "@zhengyou/tables"
 *
 * const text = new TextDecoder().decode(writeCsv([["编号", "说明"], ["001", "-1.5"], ["002", "=1+1"]]))
 * text // => "编号,说明\r\n001,-1.5\r\n002,'=1+1\r\n"
 * ```
 */
export const writeCsv = (rows: ReadonlyArray<ReadonlyArray<string>>): Uint8Array => {
  // Anything that a reader could take for a separator or a line break is quoted, whichever separator it looks for.
  const quoted = (text: unknown): boolean => typeof text === "string" && /["\t\r\n;,]|^\s|\s$/.test(text)
  const lines = rows.map((row) => `${Papa.unparse([row.map(withGuard)], { quotes: quoted })}\r\n`)
  return new TextEncoder().encode(`\uFEFF${lines.join("")}`)
}
