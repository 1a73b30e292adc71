import type { CalendarDate, Named } from "@zhengyou/core"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { optionalDay, present, requiredDay, requiredId, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Layout } from "./internal/header.ts"
import { optionalLevel } from "./internal/levels.ts"
import { matcher } from "./internal/names.ts"
import { collectFaults, recordsOf } from "./internal/reader.ts"
import type { Table } from "./Table.ts"

/** An application of a unit for a level with what is known of the case, and the row of the table that states it. */
export interface ApplicationRow {
  readonly unit: string
  readonly from?: string
  readonly to: string
  readonly on: CalendarDate
  readonly assessed?: string
  readonly decided?: CalendarDate
  readonly inForce?: CalendarDate
  readonly row: number
}

const layout: Layout = {
  required: ["unit", "target", "applied"],
  optional: ["from", "assessed", "decided", "inForce"],
  hasItems: false,
  passedOver: ["申请人", "申请理由", "复评得分", "审批文号"]
}

/**
 * Reads applications for promotion or proposals of demotion (晋级申请汇总表).
 *
 * **Details**
 *
 * Columns 单位、申请等级、申请日期, and where there are any 现等级、复评等级、决定日期、生效日期. 申请人、申请理由、复评得分 and 审批文号 are for people and
 * passed over. An application without 决定日期 awaits its decision.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown unit or level, a day that does not exist, a unit that applies twice on one day.
 *
 * @example
 * ```ts
 * import { readApplications, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,申请等级,申请日期,决定日期\n一支部,先进,2012年10月8日,\n")
 * const names = { levels: [{ id: "A", name: "先进" }], units: [{ id: "z01", name: "一支部" }] }
 * const read = readTable(bytes, { file: "cases.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readApplications(table, names))
 * )
 * Result.getOrThrow(read) // => [{ unit: "z01", to: "A", on: "2012-10-08", row: 2 }]
 * ```
 */
export const readApplications = (
  table: Table,
  names: { readonly levels: ReadonlyArray<Named>; readonly units: ReadonlyArray<Named> }
): Result.Result<ReadonlyArray<ApplicationRow>, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("unit", []) }, "unit", faults)
  if (header === undefined) return faults.orElse(() => [])
  const [units, levels] = [matcher("unit", names.units), matcher("level", names.levels)]
  const isNew = uniqueRows(["unit", "applied"], faults)
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in units(text), faults)
  const rows = records.flatMap((row): ReadonlyArray<ApplicationRow> => {
    const unit = requiredId(row, header, "unit", units, faults)
    const to = requiredId(row, header, "target", levels, faults)
    const on = requiredDay(row, header, "applied", faults)
    const more = {
      ...present("from", optionalLevel(row, header, "from", levels, faults)),
      ...present("assessed", optionalLevel(row, header, "assessed", levels, faults)),
      ...present("decided", optionalDay(row, header, "decided", faults)),
      ...present("inForce", optionalDay(row, header, "inForce", faults))
    }
    if (unit === undefined || to === undefined || on === undefined || !isNew([unit, on], row.number)) return []
    return [{ unit, to, on, ...more, row: row.number }]
  })
  return faults.orElse(() => rows)
}
