import type { CalendarDate, Named } from "@zhengyou/core"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import {
  isId,
  optionalDay,
  optionalName,
  present,
  requiredAnyId,
  requiredDay,
  requiredId,
  requiredName,
  requiredText,
  uniqueRows
} from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { type Matcher, matcher, nameKey, shown } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf } from "./internal/reader.ts"
import type { Row, Table } from "./Table.ts"

/** How far a unit is with a problem. */
type Status = "opened" | "planned" | "inProgress" | "submitted" | "closed"

/** A line of a ledger of problems as it stands, and the row of the table that states it. */
export interface ProblemRow {
  readonly problem: string
  readonly unit: string
  readonly title: string
  readonly kind?: "common" | "individual"
  readonly opened: CalendarDate
  readonly reopened?: CalendarDate
  readonly status: Status
  readonly plan?: {
    readonly cause: string
    readonly measures: readonly [string, ...ReadonlyArray<string>]
    readonly owner: string
    readonly due: CalendarDate
  }
  readonly closed?: CalendarDate
  readonly verifier?: string
  readonly row: number
}

const layout: Layout = {
  required: ["problem", "unit", "title", "opened", "cause", "measures", "owner", "due", "status"],
  optional: ["kind", "reopened", "closedOn", "verifier"],
  hasItems: false,
  passedOver: [
    "现等级",
    "目标等级",
    "联系领导",
    "帮扶人",
    "启动日期",
    "开始日期",
    "进展记录",
    "进展",
    "佐证",
    "满意率",
    "审批文号"
  ]
}

const both = (zh: string, en: string): Named["name"] => ({ "zh-CN": zh, en })

const statuses: ReadonlyArray<Named & { readonly id: Status | "reopened" }> = [
  { id: "opened", name: both("未启动", "opened") },
  { id: "planned", name: both("已定方案", "planned") },
  { id: "inProgress", name: both("整改中", "in progress") },
  { id: "submitted", name: both("待验收", "submitted") },
  { id: "closed", name: both("已销号", "closed") },
  { id: "reopened", name: both("反弹重开", "reopened") }
]

const kinds: ReadonlyArray<Named & { readonly id: "common" | "individual" }> = [
  { id: "common", name: both("共性", "common") },
  { id: "individual", name: both("个性", "individual") }
]

/** What finds the units, states and kinds that cells name. */
interface Names {
  readonly units: Matcher
  readonly statuses: Matcher
  readonly kinds: Matcher
}

const statusOf = (row: Row, header: Header, names: Names, faults: Faults) => {
  const id = requiredId(row, header, "status", names.statuses, faults)
  return statuses.find((one) => one.id === id)?.id
}

const kindOf = (row: Row, header: Header, names: Names, faults: Faults) => {
  const text = optionalName(row, header, "kind", faults)
  if (text === undefined) return undefined
  const found = names.kinds(text.replace(/问题$/, ""))
  if (!("id" in found)) faults.add(found.problem, row.number, header.at.get("kind"))
  return "id" in found ? kinds.find(({ id }) => id === found.id)?.id : undefined
}

/** A person's name in the form in which names are compared, so that nobody verifies their own work by a blank. */
const personOf = (
  row: Row,
  header: Header,
  column: "owner" | "verifier",
  text: string | undefined,
  faults: Faults
): string | undefined => {
  const name = text === undefined ? undefined : nameKey(text)
  if (name === undefined || isId(name)) return name
  faults.add({ _tag: "NotAnIdentifier", found: shown(text ?? "") }, row.number, header.at.get(column))
  return undefined
}

const verifierOf = (row: Row, header: Header, faults: Faults): string | undefined =>
  personOf(row, header, "verifier", optionalName(row, header, "verifier", faults), faults)

/** The measures of a row, set apart by semicolons or lines; separators alone say nothing. */
const measuresOf = (row: Row, header: Header, faults: Faults) => {
  const text = requiredName(row, header, "measures", faults)
  if (text === undefined) return undefined
  const [first, ...rest] = text
    .split(/[;；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
  if (first !== undefined) return [first, ...rest] as const
  faults.add({ _tag: "Blank" }, row.number, header.at.get("measures"))
  return undefined
}

/** What a row says of the plan: all of it where the state asks for one, and nothing before. */
const planOf = (row: Row, header: Header, status: string | undefined, faults: Faults): ProblemRow["plan"] => {
  if (status === undefined || status === "opened" || status === "reopened") return undefined
  const cause = requiredName(row, header, "cause", faults)
  const measures = measuresOf(row, header, faults)
  const owner = personOf(row, header, "owner", requiredName(row, header, "owner", faults), faults)
  const due = requiredDay(row, header, "due", faults)
  if (cause === undefined || measures === undefined || owner === undefined || due === undefined) return undefined
  return { cause, measures, owner, due }
}

/** A line that came back has to say when, in a column of its own. */
const reopenedOf = (row: Row, header: Header, status: string | undefined, faults: Faults) => {
  if (status !== "reopened") return optionalDay(row, header, "reopened", faults)
  if (header.at.has("reopened")) return requiredDay(row, header, "reopened", faults)
  faults.add({ _tag: "NoHeader", missing: ["reopened"], items: [] }, row.number)
  return undefined
}

const rowOf = (row: Row, header: Header, names: Names, faults: Faults) => {
  const status = statusOf(row, header, names, faults)
  const isClosed = status === "closed"
  return {
    problem: requiredAnyId(row, header, "problem", faults),
    unit: requiredId(row, header, "unit", names.units, faults),
    title: requiredText(row, header, "title", faults),
    opened: requiredDay(row, header, "opened", faults),
    status: status === "reopened" ? ("opened" as const) : status,
    more: {
      ...present("kind", kindOf(row, header, names, faults)),
      ...present("reopened", reopenedOf(row, header, status, faults)),
      ...present("plan", planOf(row, header, status, faults)),
      ...present("closed", isClosed ? optionalDay(row, header, "closedOn", faults) : undefined),
      ...present("verifier", isClosed ? verifierOf(row, header, faults) : undefined)
    }
  }
}

/**
 * Reads a ledger of problems (整改台账).
 *
 * **Details**
 *
 * Columns 编号、单位、问题、发现日期、成因、整改措施、责任人、完成时限、状态, and where there are any 性质、反弹日期、销号日期、验收人; one row for each problem in
 * each unit. A problem common to several units has a row in each under one 编号. 状态 is 未启动、已定方案、整改中、待验收、已销号 or 反弹重开. Measures are set apart
 * by semicolons or lines. 现等级、目标等级、联系领导、帮扶人、启动日期、进展、佐证、满意率 and 审批文号 are for people and passed over.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown unit or state, a plan that a state asks for and that is not there, a problem that a unit has twice.
 *
 * @example
 * ```ts
 * import { readProblems, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const text = "编号,单位,问题,发现日期,成因,整改措施,责任人,完成时限,状态\n1,一支部,缺委员,2012-04-16,换届,补选；报批,支部书记,2012-06-30,整改中\n"
 * const units = [{ id: "z01", name: "一支部" }]
 * const read = readTable(new TextEncoder().encode(text), { file: "ledger.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) => readProblems(table, { units }))
 * )
 * Result.getOrThrow(read)[0]?.status // => "inProgress"
 * Result.getOrThrow(read)[0]?.plan?.measures // => ["补选", "报批"]
 * ```
 */
export const readProblems = (
  table: Table,
  names: { readonly units: ReadonlyArray<Named> }
): Result.Result<ReadonlyArray<ProblemRow>, TableFaults> => {
  const faults = collectFaults(table)
  const header = findHeader(table, [layout], { entries: [], match: matcher("unit", []) }, "unit", faults)
  if (header === undefined) return faults.orElse(() => [])
  const known = {
    units: matcher("unit", names.units),
    statuses: matcher("status", statuses),
    kinds: matcher("kind", kinds)
  }
  const isNew = uniqueRows(["problem", "unit"], faults)
  const records = recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in known.units(text), faults)
  const rows = records.flatMap((row): ReadonlyArray<ProblemRow> => {
    const { problem, unit, title, opened, status, more } = rowOf(row, header, known, faults)
    if (problem === undefined || unit === undefined || title === undefined) return []
    if (opened === undefined || status === undefined || !isNew([problem, unit], row.number)) return []
    return [{ problem, unit, title, opened, status, ...more, row: row.number }]
  })
  return faults.orElse(() => rows)
}
