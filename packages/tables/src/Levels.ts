import type { CalendarDate, Named } from "@zhengyou/core"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { requiredAnyId, requiredDay, requiredId, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { saysNotGraded } from "./internal/levels.ts"
import { type Matcher, matcher } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf } from "./internal/reader.ts"
import type { Row, Table } from "./Table.ts"

/** A level of a unit from a day on, none where it is not graded from then on, and the row of the table that states it. */
export interface LevelRow {
  readonly unit: string
  readonly level?: string
  readonly on: CalendarDate
  readonly row: number
}

const layout: Layout = { required: ["unit", "level", "since"], optional: [], hasItems: false }

/** The level of a row as `[level]`, as `[]` where the row says that there is none, and as nothing where it is at fault. */
const levelOf = (row: Row, header: Header, levels: Matcher, faults: Faults): ReadonlyArray<string> | undefined => {
  if (saysNotGraded(row.cells[header.at.get("level") ?? -1]?.text ?? "")) return []
  const level = requiredId(row, header, "level", levels, faults)
  return level === undefined ? undefined : [level]
}

/**
 * Reads levels in force by date (等级表).
 *
 * **Details**
 *
 * Columns 单位、等级、生效日期, one row for each level that a unit was given; several rows of one unit are its history. 不定级 or a dash says that the unit
 * has no level from that day on; a blank cell does not. Without `units` every text is a unit's id.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them a level that the ladder does not have, a unit that has two levels from the same day.
 *
 * @example
 * ```ts
 * import { readLevels, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,等级,生效日期\n一支部,良好,2012-04-12\n二支部,不定级,2012-04-12\n")
 * const levels = [{ id: "good", name: "良好" }]
 * const read = readTable(bytes, { file: "levels.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readLevels(table, { levels }))
 * )
 * Result.getOrThrow(read)[0] // => { unit: "一支部", level: "good", on: "2012-04-12", row: 2 }
 * Result.getOrThrow(read)[1]?.level // => undefined
 * ```
 */
export const readLevels = (
  table: Table,
  names: { readonly levels: ReadonlyArray<Named>; readonly units?: ReadonlyArray<Named> }
): Result.Result<ReadonlyArray<LevelRow>, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("unit", []) }, "unit", faults)
  if (header === undefined) return faults.orElse(() => [])
  const units = names.units === undefined ? undefined : matcher("unit", names.units)
  const isUnit = matcher("unit", names.units ?? [])
  const levels = matcher("level", names.levels)
  const isNew = uniqueRows(["unit", "since"], faults)
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in isUnit(text), faults)
  const rows = records.flatMap((row): ReadonlyArray<LevelRow> => {
    const unit =
      units === undefined ? requiredAnyId(row, header, "unit", faults) : requiredId(row, header, "unit", units, faults)
    const level = levelOf(row, header, levels, faults)
    const on = requiredDay(row, header, "since", faults)
    if (unit === undefined || level === undefined || on === undefined || !isNew([unit, on], row.number)) return []
    return [{ unit, ...(level[0] === undefined ? {} : { level: level[0] }), on, row: row.number }]
  })
  return faults.orElse(() => rows)
}
