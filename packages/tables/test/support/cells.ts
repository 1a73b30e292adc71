import type { Table } from "@zhengyou/tables"
import fc from "fast-check"

/** Texts that tables hold, and those that break them. */
const text = fc.oneof(
  fc.constantFrom(
    "",
    "001",
    "110101199003071234",
    "一支部",
    "张 三",
    "0.10",
    "-",
    "'",
    "''=",
    "=1+1",
    "-5",
    "'-5",
    "@x",
    " ",
    "\r",
    "\n",
    "\r\n"
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "_x0041_",
    "_x005F_x0041_",
    "\u0000",
    "\u0001",
    "\uFEFF",
    "\uFFFE",
    "\u0085",
    "]]>",
    "<a>&amp;",
    "a,b;c\td"
  ),
  fc.constantFrom('"', '""', 'a"b', '"a",', "\t=1", "＝1", "𠀀龘", "6.11E+15", "TRUE", "#REF!"),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("'", "=", "-", '"', ",", "\n", "\r", "_", "x", "0", "5", "F"), maxLength: 12 })
)

/** Rows of cells. */
export const cells = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

/** The cells that are not blank, each with its place: what a table that was written and read must keep. */
export const padded = (
  rows: Table | ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<readonly [string, string]> => {
  const numbered =
    "rows" in rows
      ? rows.rows.map((row) => [row.number, row.cells.map((cell) => cell.text)] as const)
      : rows.map((row, index) => [index + 1, row] as const)
  return numbered.flatMap(([number, texts]) =>
    texts.flatMap((each, column) => (each === "" ? [] : [[`${number}:${column}`, each] as const]))
  )
}
