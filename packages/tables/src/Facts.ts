import type { Fact, FactDeclaration, FactType, FactValue, Named } from "@zhengyou/core"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { normalizeCell } from "./Cell.ts"
import type { TableFaults } from "./errors.ts"
import { orFault, requiredId, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { headerKey, type Matcher, matcher } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf, soundCell } from "./internal/reader.ts"
import { type Reading, readDay, readFlag, readIdentifier, readNumber } from "./internal/values.ts"
import type { Cell, Row, Table } from "./Table.ts"

/** What a table of facts may name. Without `units` every text is a unit's id; a fact of a level needs `levels`. */
export interface FactNames {
  readonly facts: ReadonlyArray<FactDeclaration>
  readonly units?: ReadonlyArray<Named>
  readonly levels?: ReadonlyArray<Named>
}

/** One fact about one unit, and the row of the table that states it. */
export interface FactRow extends Fact {
  readonly row: number
}

const long: Layout = { required: ["unit", "fact", "value"], optional: [], hasItems: false }
const wide: Layout = { required: ["unit"], optional: [], hasItems: true }

const tagged = <A, B>(reading: Reading<A>, make: (value: A) => B): Reading<B> => Result.map(reading, Option.map(make))

const readLevel = (cell: Cell, levels: Matcher): Reading<string> => {
  const text = normalizeCell(cell.text)
  if (Option.isNone(text)) return Result.succeed(Option.none())
  return Result.flatMap(readIdentifier(cell), (name): Reading<string> => {
    const found = levels(name)
    return "id" in found ? Result.succeed(Option.some(found.id)) : Result.fail(found.problem)
  })
}

const readText = (cell: Cell): Reading<string> => {
  const text = normalizeCell(cell.text)
  if (Option.isNone(text) || cell.kind !== "number") return Result.succeed(text)
  return Result.map(readIdentifier(cell), Option.some)
}

const readValue = (cell: Cell, type: FactType, levels: Matcher): Reading<FactValue> => {
  switch (type) {
    case "number":
      return tagged(readNumber(cell), (value) => ({ _tag: "Number", value }))
    case "flag":
      return tagged(readFlag(cell), (value) => ({ _tag: "Flag", value }))
    case "level":
      return tagged(readLevel(cell, levels), (value) => ({ _tag: "Level", value }))
    case "date":
      return tagged(readDay(cell), (value) => ({ _tag: "Date", value }))
    case "text":
      return tagged(readText(cell), (value) => ({ _tag: "Text", value }))
  }
}

const factsOf = (table: Table, header: Header, names: FactNames, faults: Faults): ReadonlyArray<FactRow> => {
  const units = names.units === undefined ? undefined : matcher("unit", names.units)
  const isUnit = matcher("unit", names.units ?? [])
  const facts = matcher("fact", names.facts)
  const levels = matcher("level", names.levels ?? [])
  const types = new Map(names.facts.map((fact) => [fact.id, fact.type]))
  const isLong = header.layout === long
  const isNew = uniqueRows(isLong ? ["unit", "fact"] : ["unit"], faults)
  const valueAt = (row: Row, fact: string, column: number): Option.Option<FactValue> => {
    const cell = soundCell(row, column, false, faults)
    const value = cell && orFault(readValue(cell, types.get(fact) ?? "text", levels), row.number, column, faults)
    return value ?? Option.none()
  }
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in isUnit(text), faults)
  return records.flatMap((row): ReadonlyArray<FactRow> => {
    const unit = requiredId(row, header, "unit", units, faults)
    const named = isLong ? requiredId(row, header, "fact", facts, faults) : undefined
    const columns: Iterable<readonly [string, number]> =
      named === undefined ? header.items : [[named, header.at.get("value") ?? -1]]
    const values = [...columns].map(([fact, column]) => [fact, valueAt(row, fact, column)] as const)
    if (unit === undefined || (isLong && named === undefined)) return []
    if (!isNew(named === undefined ? [unit] : [unit, named], row.number)) return []
    return values.flatMap(([fact, value]) =>
      Option.isSome(value) ? [{ unit, fact, value: value.value, row: row.number }] : []
    )
  })
}

/**
 * Reads facts about units from a table.
 *
 * **Details**
 *
 * One row for each unit with a column for each fact, or one row for each fact (columns 单位、事实、值). A number may be a decimal, a
 * fraction (`46/50`) or a percentage; a flag 是/否, ○/×, √, yes/no, true/false, 1/0; a level its id or name; a day `2012-03-07`,
 * `2012.3.7`, `2012年3月7日` or a cell that holds a day. A blank cell, 无 or a dash states no fact.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown column or name, a unit that comes twice, a value of another type.
 *
 * @example
 * ```ts
 * import { readFacts, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("支部,满意率,被问责\n一支部,46/50,否\n二支部,—,是\n")
 * const facts = [{ id: "rate", name: "满意率", type: "number" }, { id: "veto", name: "被问责", type: "flag" }] as const
 * const read = readTable(bytes, { file: "facts.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readFacts(table, { facts }))
 * )
 * Result.getOrThrow(read).facts.length // => 3
 * Result.getOrThrow(read).facts[0] // => { unit: "一支部", fact: "rate", value: { _tag: "Number", value: { n: 23n, d: 25n } }, row: 2 }
 * ```
 */
export const readFacts = (
  table: Table,
  names: FactNames
): Result.Result<{ readonly facts: ReadonlyArray<FactRow> }, TableFaults> => {
  const faults = collectFaults(table)
  const items = { entries: names.facts, match: matcher("fact", names.facts, headerKey) }
  const header = findHeader(table, [long, wide], items, "fact", faults)
  const facts = header === undefined ? [] : factsOf(table, header, names, faults)
  return faults.orElse(() => ({ facts }))
}
