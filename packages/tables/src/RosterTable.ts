import type { Named, Unit } from "@zhengyou/core"
import type * as Result from "effect/Result"
import type { Column, TableFaults } from "./errors.ts"
import { isId, optionalDay, optionalId, present, requiredName, requiredText, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { type Matcher, matcher, shown } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf } from "./internal/reader.ts"
import type { Row, Table } from "./Table.ts"

const layout: Layout = {
  required: ["id", "name"],
  optional: ["type", "parent", "founded", "closed", "mergedInto"],
  hasItems: false
}

/** The id of another unit of the roster that a cell names; where none must be found, the text itself is kept. */
const related = (
  row: Row,
  header: Header,
  column: Column,
  units: Matcher,
  isRequired: boolean,
  faults: Faults
): string | undefined => {
  const text = optionalId(row, header, column, faults)
  const found = text === undefined ? undefined : units(text)
  if (found === undefined || "id" in found) return found?.id
  if (!isRequired && found.problem._tag === "UnknownName") return text
  faults.add(found.problem, row.number, header.at.get(column))
  return undefined
}

const identityOf = (row: Row, header: Header, faults: Faults): Partial<Named> => {
  const id = requiredName(row, header, "id", faults)
  const name = requiredText(row, header, "name", faults)
  if (id === undefined || isId(id)) return { ...present("id", id), ...present("name", name) }
  faults.add({ _tag: "NotAnIdentifier", found: shown(id) }, row.number, header.at.get("id"))
  return present("name", name)
}

const isNamed = (unit: Partial<Named>): unit is Named => unit.id !== undefined && unit.name !== undefined

/** Reads every record to its end, also where its id or name is at fault, so that all faults are told. */
const unitsOf = (table: Table, header: Header, faults: Faults): ReadonlyArray<Unit> => {
  const isNew = uniqueRows(["id"], faults)
  const records = recordsOf(table, header.row, header.at.get("id") ?? -1, () => false, faults)
  const identities = records.map((row) => ({ row, identity: identityOf(row, header, faults) }))
  const known = identities.filter(({ row, identity: { id } }) => id === undefined || isNew([id], row.number))
  const units = matcher("unit", known.map(({ identity }) => identity).filter(isNamed))
  return identities.flatMap(({ row, identity }) => {
    const details = {
      ...present("type", optionalId(row, header, "type", faults)),
      ...present("parent", related(row, header, "parent", units, false, faults)),
      ...present("founded", optionalDay(row, header, "founded", faults)),
      ...present("closed", optionalDay(row, header, "closed", faults)),
      ...present("mergedInto", related(row, header, "mergedInto", units, true, faults))
    }
    return isNamed(identity) ? [{ ...identity, ...details }] : []
  })
}

/**
 * Reads the units of a roster (名册).
 *
 * **Details**
 *
 * Columns 编号 and 名称, and where there are any 类型、上级、成立日期、撤销日期、并入. 上级 and 并入 may name a unit of the roster by id or
 * name; a 上级 that the roster does not have is kept as it is written. Ids stay text: leading zeros and eighteen digits survive.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an id that comes twice, an id that a spreadsheet program has damaged
 * (`6.11E+15`), a day that does not exist, a 并入 that is not in the roster.
 *
 * @example
 * ```ts
 * import { readRoster, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("编号,名称,成立日期\n001,机关第一支部,2011年4月2日\n")
 * const read = readTable(bytes, { file: "roster.csv", kind: "csv" }).pipe(Result.flatMap(readRoster))
 * Result.getOrThrow(read)[0]?.id // => "001"
 * Result.getOrThrow(read)[0]?.founded // => "2011-04-02"
 * ```
 */
export const readRoster = (table: Table): Result.Result<ReadonlyArray<Unit>, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("unit", []) }, "unit", faults)
  const units = header === undefined ? [] : unitsOf(table, header, faults)
  return faults.orElse(() => units)
}
