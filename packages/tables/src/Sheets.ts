import type { Exact, Named } from "@zhengyou/core"
import * as Option from "effect/Option"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { optionalName, orFault, requiredId, requiredName, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { headerKey, matcher, nameKey, shown } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf, soundCell } from "./internal/reader.ts"
import { type Reading, readLabel, readScore } from "./internal/values.ts"
import type { Cell, Row, Table } from "./Table.ts"

/**
 * A criterion (指标) that sheets give scores for, and what its cells may hold.
 *
 * **Details**
 *
 * With `labels` a cell must hold one of them, such as `A` or `每季度一次`; without, a number from 0 to `maximum`, or to any where
 * that is left out.
 */
export interface CriterionNamed extends Named {
  readonly maximum?: Exact
  readonly labels?: ReadonlyArray<string>
}

/** A panel (评价主体) with its groups of raters; without `groups` any text is a group. */
export interface PanelNamed extends Named {
  readonly groups?: ReadonlyArray<Named>
}

/** What sheets may name. Without `units` every text is a unit's id. */
export interface SheetNames {
  readonly criteria: ReadonlyArray<CriterionNamed>
  readonly panels: ReadonlyArray<PanelNamed>
  readonly units?: ReadonlyArray<Named>
}

/**
 * The scores that one rater gave to one unit (评分表).
 *
 * **Details**
 *
 * A score is a number, or a label where the criterion is marked by label. `raterUnit` is the unit that the rater belongs to,
 * `group` the rater's group, where the table says so.
 * `absent` lists the criteria whose cell says that there is no score; a criterion that the table does not speak of is in neither.
 */
export interface ScoreSheet {
  readonly unit: string
  readonly panel: string
  readonly rater: string
  readonly raterUnit?: string
  readonly group?: string
  readonly scores: Readonly<Record<string, Exact | string>>
  readonly absent: ReadonlyArray<string>
  /** The row of the table where the sheet begins. */
  readonly row: number
}

/** What a table may say of a rater besides the name. */
interface Who {
  readonly raterUnit?: string
  readonly group?: string
}

interface Draft {
  readonly unit: string
  readonly panel: string
  readonly rater: string
  readonly row: number
  readonly who: Who
  readonly scores: Map<string, Exact | string>
  readonly absent: Array<string>
}

type Sheet = readonly [unit: string, panel: string, rater: string]

const long: Layout = {
  required: ["unit", "panel", "rater", "criterion", "score"],
  optional: ["raterUnit", "group"],
  hasItems: false
}
const wide: Layout = { required: ["unit", "panel", "rater"], optional: ["raterUnit", "group"], hasItems: true }

/** Reads what a row says of whose sheet it is. A rater whose name is written in two ways, as 张三 and 张　三, is one rater. */
const sheetReader = (header: Header, names: SheetNames, faults: Faults) => {
  const units = names.units === undefined ? undefined : matcher("unit", names.units)
  const panels = matcher("panel", names.panels)
  const raters = new Map<string, string>()
  return (row: Row): Sheet | undefined => {
    const unit = requiredId(row, header, "unit", units, faults)
    const panel = requiredId(row, header, "panel", panels, faults)
    const written = requiredName(row, header, "rater", faults)
    if (unit === undefined || panel === undefined || written === undefined) return undefined
    const key = nameKey(written)
    const rater = raters.get(key) ?? written
    raters.set(key, rater)
    return [unit, panel, rater]
  }
}

const readMark = (cell: Cell, { labels, maximum }: CriterionNamed): Reading<Exact | string> =>
  labels === undefined ? readScore(cell, maximum) : readLabel(cell, labels)

/** The scores of one row, by criterion; a cell at fault gives none. */
const scoresOf = (
  row: Row,
  columns: ReadonlyArray<readonly [criterion: CriterionNamed, column: number]>,
  faults: Faults
): ReadonlyArray<readonly [criterion: string, score: Option.Option<Exact | string>]> =>
  columns.flatMap(([criterion, column]) => {
    const cell = soundCell(row, column, false, faults)
    const score = cell && orFault(readMark(cell, criterion), row.number, column, faults)
    return score === undefined ? [] : [[criterion.id, score] as const]
  })

/** Reads what a row says of the rater besides the name; a unit is one of those given, or any text beside them. */
const whoReader = (header: Header, names: SheetNames, faults: Faults) => {
  const units = matcher("unit", names.units ?? [])
  const groups = new Map(names.panels.map(({ id, groups }) => [id, groups && matcher("group", groups)]))
  return (row: Row, panel: string | undefined): Who => {
    const written = optionalName(row, header, "raterUnit", faults)
    const found = written === undefined ? undefined : units(written)
    // Raters may come from units that are not graded, so an unknown name stands for itself.
    const raterUnit = found !== undefined && "id" in found ? found.id : written
    const named = optionalName(row, header, "group", faults)
    const match = panel === undefined || named === undefined ? undefined : groups.get(panel)?.(named)
    if (match !== undefined && "problem" in match) faults.add(match.problem, row.number, header.at.get("group"))
    const group = match !== undefined && "id" in match ? match.id : named
    return { ...(raterUnit === undefined ? {} : { raterUnit }), ...(group === undefined ? {} : { group }) }
  }
}

/** Finds fault with a row that says otherwise of the rater than the sheet's first one. */
const sameWho = (draft: Draft, who: Who, row: Row, header: Header, faults: Faults): void => {
  for (const column of ["raterUnit", "group"] as const) {
    if (draft.who[column] === who[column]) continue
    const found = who[column] ?? ""
    faults.add({ _tag: "NotTheSame", found: shown(found), column, first: draft.row }, row.number, header.at.get(column))
  }
}

/** Reads the records of either layout; a row at fault is still read to its end, so that all its faults are told. */
const draftsOf = (table: Table, header: Header, names: SheetNames, faults: Faults): Iterable<Draft> => {
  const isUnit = matcher("unit", names.units ?? [])
  const sheetOf = sheetReader(header, names, faults)
  const whoOf = whoReader(header, names, faults)
  const criteria = new Map(names.criteria.map((criterion) => [criterion.id, criterion]))
  const criterionOf = (id: string): CriterionNamed => criteria.get(id) ?? { id, name: id }
  const match = matcher("criterion", names.criteria)
  const isLong = header.layout === long
  const isNew = uniqueRows(isLong ? ["unit", "panel", "rater", "criterion"] : ["unit", "panel", "rater"], faults)
  const drafts = new Map<string, Draft>()
  for (const row of recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in isUnit(text), faults)) {
    const sheet = sheetOf(row)
    const who = whoOf(row, sheet?.[1])
    const named = isLong ? requiredId(row, header, "criterion", match, faults) : undefined
    const columns = isLong ? [[named ?? "", header.at.get("score") ?? -1] as const] : [...header.items]
    const scores = scoresOf(
      row,
      columns.map(([id, column]) => [criterionOf(id), column]),
      faults
    )
    if (sheet === undefined || (isLong && named === undefined)) continue
    if (!isNew(named === undefined ? sheet : [...sheet, named], row.number)) continue
    const [unit, panel, rater] = sheet
    const key = JSON.stringify(sheet)
    const draft: Draft = drafts.get(key) ?? { unit, panel, rater, who, row: row.number, scores: new Map(), absent: [] }
    sameWho(draft, who, row, header, faults)
    drafts.set(key, draft)
    for (const [id, score] of scores) {
      if (Option.isSome(score)) draft.scores.set(id, score.value)
      else draft.absent.push(id)
    }
  }
  return drafts.values()
}

/**
 * Reads the score sheets of a table.
 *
 * **Details**
 *
 * One row for each score (columns 单位、评价主体、评委、指标、分数) or one row for each sheet (单位、评价主体、评委 and a column for each
 * criterion). The header may stand under title rows, within the first ten. Units, panels and criteria are named by id or by
 * name in either language. Columns 评委单位 and 分组 may say whose unit and group the rater is of. Columns 备注 and 序号 are passed over, and so are blank rows.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown column or name, a row that sums up (合计), the same score twice, a
 * score that is not a plain number from 0 to the maximum, or not one of the labels.
 *
 * @example
 * ```ts
 * import { readSheets, readTable } from "@zhengyou/tables"
 * import { Result } from "effect"
 *
 * const bytes = new TextEncoder().encode("单位,评价主体,评委,指标,分数\n一支部,专家,甲,履职,89.5\n一支部,专家,甲,创新,缺考\n")
 * const read = readTable(bytes, { file: "scores.csv", kind: "csv" }).pipe(
 *   Result.flatMap((table) =>
 *     readSheets(table, {
 *       criteria: [{ id: "duty", name: "履职" }, { id: "new", name: "创新" }],
 *       panels: [{ id: "experts", name: "专家" }],
 *       units: [{ id: "z01", name: "一支部" }]
 *     })
 *   )
 * )
 * const sheet = Result.getOrThrow(read).sheets[0]
 * sheet?.unit // => "z01"
 * sheet?.scores["duty"] // => { n: 179n, d: 2n }
 * sheet?.absent // => ["new"]
 * ```
 */
export const readSheets = (
  table: Table,
  names: SheetNames
): Result.Result<{ readonly sheets: ReadonlyArray<ScoreSheet> }, TableFaults> => {
  const faults = collectFaults(table)
  const items = { entries: names.criteria, match: matcher("criterion", names.criteria, headerKey) }
  const header = findHeader(table, [long, wide], items, "criterion", faults)
  const drafts = header === undefined ? [] : draftsOf(table, header, names, faults)
  return faults.orElse(() => ({
    sheets: [...drafts].map(({ scores, who, ...sheet }) => ({ ...sheet, ...who, scores: Object.fromEntries(scores) }))
  }))
}
