import { trimCell } from "../Cell.ts"
import type { Column } from "../errors.ts"
import type { Row } from "../Table.ts"
import { optionalName } from "./fields.ts"
import type { Header } from "./header.ts"
import type { Matcher } from "./names.ts"
import type { Faults } from "./reader.ts"

/** The id of a level that a cell names; nothing where it is left out. */
export const optionalLevel = (
  row: Row,
  header: Header,
  column: Column,
  levels: Matcher,
  faults: Faults
): string | undefined => {
  const text = optionalName(row, header, column, faults)
  if (text === undefined) return undefined
  const found = levels(text)
  if ("id" in found) return found.id
  faults.add(found.problem, row.number, header.at.get(column))
  return undefined
}

const none = new Set(["不定级", "未定级", "notgraded", "无", "-", "--", "—", "——"])

/** Whether a cell says that a unit has no level, which a blank cell does not. */
export const saysNotGraded = (text: string): boolean =>
  none.has(trimCell(text.normalize("NFKC")).replace(/\s+/g, "").toLowerCase())
