import { type CalendarDate, Id, Text } from "@zhengyou/core"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { normalizeCell } from "../Cell.ts"
import type { Column } from "../errors.ts"
import type { Row } from "../Table.ts"
import type { Header } from "./header.ts"
import { type Matcher, shown } from "./names.ts"
import { type Faults, isBlank, soundCell } from "./reader.ts"
import { readDay, readIdentifier } from "./values.ts"

/** The text of a cell that must name something; a blank or damaged one is a fault. */
export const requiredName = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  const at = header.at.get(column) ?? -1
  const cell = soundCell(row, at, true, faults)
  if (cell === undefined) return undefined
  if (isBlank(cell)) {
    faults.add({ _tag: "Blank" }, row.number, at)
    return undefined
  }
  const text = readIdentifier(cell)
  if (Result.isSuccess(text)) return text.success
  faults.add(text.failure, row.number, at)
  return undefined
}

/** The id of what a cell must name, one of those allowed; any text where there is no list of them. */
export const requiredId = (
  row: Row,
  header: Header,
  column: Column,
  match: Matcher | undefined,
  faults: Faults
): string | undefined => {
  const text = requiredName(row, header, column, faults)
  if (text === undefined || match === undefined) return text
  const found = match(text)
  if ("id" in found) return found.id
  faults.add(found.problem, row.number, header.at.get(column))
  return undefined
}

/** The text of a cell that may be left out, as where the table has no such column. */
export const optionalName = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  const at = header.at.get(column)
  const cell = at === undefined ? undefined : soundCell(row, at, true, faults)
  if (at === undefined || cell === undefined || Option.isNone(normalizeCell(cell.text))) return undefined
  return orFault(readIdentifier(cell), row.number, at, faults)
}

/** Remembers where each key came first, and finds fault with the second. */
export const uniqueRows = (columns: ReadonlyArray<Column>, faults: Faults) => {
  const firstRows = new Map<string, number>()
  return (key: ReadonlyArray<string>, row: number): boolean => {
    const text = JSON.stringify(key)
    const first = firstRows.get(text)
    if (first === undefined) firstRows.set(text, row)
    else faults.add({ _tag: "Duplicate", columns, rows: [first, row] }, row)
    return first === undefined
  }
}

/** Tells of a reading that failed. */
export const orFault = <A, E extends Parameters<Faults["add"]>[0]>(
  reading: Result.Result<A, E>,
  row: number,
  column: number,
  faults: Faults
): A | undefined => {
  if (Result.isSuccess(reading)) return reading.success
  faults.add(reading.failure, row, column)
  return undefined
}

/** Whether a text can be an id. */
export const isId = Schema.is(Id)

/** An id that may be left out, as it was written. */
export const optionalId = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  const text = optionalName(row, header, column, faults)
  if (text === undefined || isId(text)) return text
  faults.add({ _tag: "NotAnIdentifier", found: shown(text) }, row.number, header.at.get(column))
  return undefined
}

/** A day that may be left out. */
export const optionalDay = (row: Row, header: Header, column: Column, faults: Faults): CalendarDate | undefined => {
  const at = header.at.get(column)
  const cell = at === undefined ? undefined : soundCell(row, at, true, faults)
  if (at === undefined || cell === undefined) return undefined
  const day = orFault(readDay(cell), row.number, at, faults)
  return day === undefined ? undefined : Option.getOrUndefined(day)
}

const isText = Schema.is(Text)

/** A text for people that must be there, no longer than such texts may be. */
export const requiredText = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  const text = requiredName(row, header, column, faults)
  if (text === undefined || isText(text)) return text
  faults.add({ _tag: "TooLarge", measure: "characters", limit: 2000 }, row.number, header.at.get(column))
  return undefined
}

/** An id that must be there, of anything. */
export const requiredAnyId = (row: Row, header: Header, column: Column, faults: Faults): string | undefined => {
  const text = requiredName(row, header, column, faults)
  if (text === undefined || isId(text)) return text
  faults.add({ _tag: "NotAnIdentifier", found: shown(text) }, row.number, header.at.get(column))
  return undefined
}

/** A day that must be there: a blank cell or one that says that there is none is a fault. */
export const requiredDay = (row: Row, header: Header, column: Column, faults: Faults): CalendarDate | undefined => {
  const at = header.at.get(column) ?? -1
  const cell = soundCell(row, at, true, faults)
  if (cell === undefined) return undefined
  const day = orFault(readDay(cell), row.number, at, faults)
  if (day === undefined || Option.isSome(day)) return Option.getOrUndefined(day ?? Option.none())
  faults.add(isBlank(cell) ? { _tag: "Blank" } : { _tag: "NotADay", found: shown(cell.text) }, row.number, at)
  return undefined
}

/** A record with one key, or without it where there is no value. */
export const present = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // The key is there exactly when the value is, which a computed key cannot tell the compiler.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
