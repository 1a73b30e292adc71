import type { CalendarDate, Exact, Named } from "@zhengyou/core"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { isId, optionalDay, optionalName, present, requiredAnyId, requiredId, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { type Matcher, matcher, shown } from "./internal/names.ts"
import {
  basisOf,
  itemsOf,
  neededWords,
  optionalNamed,
  optionalWords,
  pledgerOf,
  targetOf,
  termOf,
  visibilityOf
} from "./internal/pledgeFields.ts"
import { collectFaults, type Faults, recordsOf } from "./internal/reader.ts"
import type { Row, Table } from "./Table.ts"

/** A pledge as a table states it, and the row that states it. */
export interface PledgeRow {
  readonly id: string
  readonly pledger: {
    readonly kind: "branch" | "unit" | "member"
    readonly id: string
    readonly name: Named["name"]
    readonly unit: string
  }
  readonly category?: string
  readonly content: string
  readonly measures: ReadonlyArray<string>
  readonly target?: {
    readonly indicator: string
    readonly unit: string
    readonly direction: "raise" | "lower" | "hold"
    readonly baseline?: { readonly value: Exact; readonly source?: string }
    readonly value?: Exact
  }
  readonly verification?: string
  readonly term?: { readonly on: CalendarDate }
  readonly owner?: string
  readonly basis: ReadonlyArray<{ readonly kind: "need" | "problem" | "feedback"; readonly id: string }>
  readonly urgentPosts: ReadonlyArray<string>
  readonly visibility:
    | { readonly _tag: "Public" }
    | { readonly _tag: "OralOnly"; readonly why: string }
    | { readonly _tag: "ByReceivingOrganisation"; readonly organisation: Named }
  readonly publishedOn?: CalendarDate
  readonly row: number
}

/** What a table of pledges may name: any unit where none are given, and categories for each kind of pledger. */
export interface PledgeNames {
  readonly units?: ReadonlyArray<Named>
  readonly categories: Readonly<Record<PledgeRow["pledger"]["kind"], ReadonlyArray<Named>>>
}

const layout: Layout = {
  required: ["pledge", "pledgerKind", "unit", "content"],
  optional: [
    "pledger",
    "pledgerId",
    "category",
    "measures",
    "indicator",
    "measureUnit",
    "direction",
    "baseline",
    "baselineSource",
    "goal",
    "verification",
    "due",
    "owner",
    "basis",
    "urgentPosts",
    "visibility",
    "whyOral",
    "organisation",
    "publishedOn"
  ],
  hasItems: false,
  passedOver: ["审核意见", "退回次数", "公示方式", "佐证", "践诺状态", "未兑现说明"]
}

/** A category by its name or id; one that is not known is kept as it was written, for the review to tell. */
const categoryOf = (row: Row, header: Header, match: Matcher | undefined, faults: Faults): string | undefined => {
  const text = optionalName(row, header, "category", faults)
  if (text === undefined) return undefined
  const found = match?.(text)
  if (found !== undefined && "id" in found) return found.id
  if (isId(text)) return text
  faults.add({ _tag: "NotAnIdentifier", found: shown(text) }, row.number, header.at.get("category"))
  return undefined
}

/** What finds the units and categories that cells name. */
interface Known {
  readonly units: Matcher | undefined
  readonly names: ReadonlyMap<string, Named>
  readonly categories: Readonly<Record<PledgeRow["pledger"]["kind"], Matcher>>
}

const rowOf = (row: Row, header: Header, known: Known, faults: Faults) => {
  const unit = requiredId(row, header, "unit", known.units, faults)
  const unitIsId = unit === undefined || isId(unit)
  if (!unitIsId) faults.add({ _tag: "NotAnIdentifier", found: shown(unit) }, row.number, header.at.get("unit"))
  const named = unit === undefined || !unitIsId ? undefined : (known.names.get(unit) ?? { id: unit, name: unit })
  const pledger = pledgerOf(row, header, named, faults)
  return {
    id: requiredAnyId(row, header, "pledge", faults),
    pledger,
    content: neededWords(row, header, "content", faults),
    visibility: visibilityOf(row, header, faults),
    more: {
      ...present(
        "category",
        categoryOf(row, header, pledger === undefined ? undefined : known.categories[pledger.kind], faults)
      ),
      measures: itemsOf(row, header, "measures", faults),
      ...present("target", targetOf(row, header, faults)),
      ...present("verification", optionalWords(row, header, "verification", faults)),
      ...present("term", termOf(row, header, faults)),
      ...present("owner", optionalNamed(row, header, "owner", faults)),
      basis: basisOf(row, header, faults),
      urgentPosts: itemsOf(row, header, "urgentPosts", faults),
      ...present("publishedOn", optionalDay(row, header, "publishedOn", faults))
    }
  }
}

/**
 * Reads a table of pledges (公开承诺表), a row for each.
 *
 * **Details**
 *
 * Columns 编号、承诺主体 (党支部、单位 or 党员)、单位 (of a member: the branch)、承诺内容, and where there are any 承诺人 and 工号 (of members)、类别、措施、指标、
 * 计量单位、方向 (提高、降低 or 保持)、基数、基数来源、目标值、核验方式、完成时限、责任人、依据 (`问题 P-12；意见 F-3`)、急难险重、公开范围 (公开、只口头承诺 or 由接收组织公开)、口头原因、接收组织、公开日期.
 * Measures, bases and tasks are set apart by semicolons or lines. A member without a 工号 is known by the name within the branch. What a draft lacks is for a review to tell:
 * only what cannot be read is a fault here. 审核意见、退回次数、公示方式、佐证、践诺状态 and 未兑现说明 are for people and passed over.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown unit, a figure without its indicator, a pledge that is oral only without a reason, an id that comes twice.
 *
 * @example
 * ```ts
 * import { readPledges, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const text = "编号,承诺主体,单位,承诺内容,完成时限,公开范围,口头原因\n1,党支部,一支部,6月底前走访宿舍20间。,2012-06-29,,\n2,党员,一支部,,,口头,年老体弱\n"
 * const names = { units: [{ id: "z01", name: "一支部" }], categories: { branch: [], unit: [], member: [] } }
 * const read = readTable(new TextEncoder().encode(text), { file: "pledges.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readPledges(table, names))
 * )
 * Result.isFailure(read) ? read.failure.map(({ row, problem }) => [row, problem._tag]) : []
 * // => [[3, "NoHeader"], [3, "Blank"]]
 * ```
 */
export const readPledges = (
  table: Table,
  { units, categories }: PledgeNames
): Result.Result<ReadonlyArray<PledgeRow>, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("unit", []) }, "unit", faults)
  if (header === undefined) return faults.orElse(() => [])
  const match = units === undefined ? undefined : matcher("unit", units)
  const known: Known = {
    units: match,
    names: new Map(units?.map((unit) => [unit.id, unit])),
    categories: {
      branch: matcher("kind", categories.branch),
      unit: matcher("kind", categories.unit),
      member: matcher("kind", categories.member)
    }
  }
  const isNew = uniqueRows(["pledge"], faults)
  const isUnit = (text: string) => match !== undefined && "id" in match(text)
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, isUnit, faults)
  const rows = records.flatMap((row): ReadonlyArray<PledgeRow> => {
    const { id, pledger, content, visibility, more } = rowOf(row, header, known, faults)
    if (id === undefined || !isNew([id], row.number)) return []
    if (pledger === undefined || content === undefined || visibility === undefined) return []
    return [{ id, pledger, content, visibility, ...more, row: row.number }]
  })
  return faults.orElse(() => rows)
}
