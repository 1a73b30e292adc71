import type { Exact, Named } from "@zhengyou/core"
import * as Option from "effect/Option"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { orFault, requiredId, requiredName, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { matcher, shown } from "./internal/names.ts"
import { collectFaults, type Faults, isBlank, recordsOf, soundCell } from "./internal/reader.ts"
import { readScore } from "./internal/values.ts"
import type { Row, Table } from "./Table.ts"

/** What a table of bonuses and deductions may name. Without `units` every text is a unit's id. */
export interface AwardNames {
  readonly adjustments: ReadonlyArray<Named>
  readonly units?: ReadonlyArray<Named>
}

/** One entry of a bonus or a deduction, and the row of the table that states it. */
export interface AwardRow {
  readonly unit: string
  readonly adjustment: string
  readonly item: string
  readonly points: Exact
  readonly row: number
}

const layout: Layout = { required: ["unit", "adjustment", "item", "points"], optional: [], hasItems: false }

/** The points of a row: an entry without any says nothing, so a blank cell is a fault. */
const pointsOf = (row: Row, header: Header, faults: Faults): Exact | undefined => {
  const at = header.at.get("points") ?? -1
  const cell = soundCell(row, at, false, faults)
  const points = cell && orFault(readScore(cell, undefined), row.number, at, faults)
  if (cell === undefined || points === undefined) return undefined
  if (Option.isNone(points)) faults.add(isBlank(cell) ? { _tag: "Blank" } : notPoints(cell.text), row.number, at)
  return Option.getOrUndefined(points)
}

const notPoints = (text: string) => ({ _tag: "NotAScore", found: shown(text) }) as const

const awardsOf = (table: Table, header: Header, names: AwardNames, faults: Faults): ReadonlyArray<AwardRow> => {
  const units = names.units === undefined ? undefined : matcher("unit", names.units)
  const isUnit = matcher("unit", names.units ?? [])
  const adjustments = matcher("adjustment", names.adjustments)
  const isNew = uniqueRows(["unit", "adjustment", "item"], faults)
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in isUnit(text), faults)
  return records.flatMap((row): ReadonlyArray<AwardRow> => {
    const unit = requiredId(row, header, "unit", units, faults)
    const adjustment = requiredId(row, header, "adjustment", adjustments, faults)
    const item = requiredName(row, header, "item", faults)
    const points = pointsOf(row, header, faults)
    if (unit === undefined || adjustment === undefined || item === undefined) return []
    if (!isNew([unit, adjustment, item], row.number) || points === undefined) return []
    return [{ unit, adjustment, item, points, row: row.number }]
  })
}

/**
 * Reads bonuses and deductions (加减分) from a table.
 *
 * **Details**
 *
 * One row for each entry: columns 单位、加减分项、事项、分值. Points are never negative: the book says whether an adjustment is a
 * bonus or a deduction.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown unit or adjustment, points that are no plain number, the same
 * item twice.
 *
 * @example
 * ```ts
 * import { readAwards, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,加减分项,事项,分值\n一支部,表彰加分,市级先进集体,1.5\n")
 * const read = readTable(bytes, { file: "awards.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) =>
 *     readAwards(table, {
 *       adjustments: [{ id: "honours", name: "表彰加分" }],
 *       units: [{ id: "z01", name: "一支部" }]
 *     })
 *   )
 * )
 * const award = Result.getOrThrow(read).awards[0]
 * award?.adjustment // => "honours"
 * award?.points // => { n: 3n, d: 2n }
 * ```
 */
export const readAwards = (
  table: Table,
  names: AwardNames
): Result.Result<{ readonly awards: ReadonlyArray<AwardRow> }, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("adjustment", []) }, "adjustment", faults)
  const awards = header === undefined ? [] : awardsOf(table, header, names, faults)
  return faults.orElse(() => ({ awards }))
}
