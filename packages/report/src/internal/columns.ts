import { max } from "d3-array"
import stringWidth from "string-width"
import { plain } from "./plain.ts"

/** A column of a text table: its heading and which side its cells stand on. */
export interface Column {
  readonly heading: string
  readonly align: "left" | "right"
}

const padded = (text: string, width: number, align: Column["align"]): string => {
  const room = " ".repeat(Math.max(0, width - stringWidth(text)))
  return align === "left" ? text + room : room + text
}

/** Lays out rows under headings, two spaces apart; a Chinese character takes the room of two letters. */
export const layOut = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<string> => {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(plain))
  const widths = columns.map((_, i) => max(lines, (cells) => stringWidth(cells[i] ?? "")) ?? 0)
  return lines.map((cells) =>
    columns
      .map(({ align }, i) => padded(cells[i] ?? "", widths[i] ?? 0, align))
      .join("  ")
      .trimEnd()
  )
}
