import type { Exact, Named } from "@zhengyou/core"
import * as Option from "effect/Option"
import type * as Result from "effect/Result"
import type { TableFaults } from "./errors.ts"
import { orFault, requiredId, requiredName, uniqueRows } from "./internal/fields.ts"
import { findHeader, type Header, type Layout } from "./internal/header.ts"
import { headerKey, matcher, nameKey } from "./internal/names.ts"
import { collectFaults, type Faults, recordsOf, soundCell } from "./internal/reader.ts"
import { readScore } from "./internal/values.ts"
import type { Row, Table } from "./Table.ts"

/** A criterion (指标) that sheets give scores for, and the most that it can earn where that is known. */
export interface CriterionNamed extends Named {
  readonly maximum?: Exact
}

/** What sheets may name. Without `units` every text is a unit's id. */
export interface SheetNames {
  readonly criteria: ReadonlyArray<CriterionNamed>
  readonly panels: ReadonlyArray<Named>
  readonly units?: ReadonlyArray<Named>
}

/**
 * The scores that one rater gave to one unit (评分表).
 *
 * **Details**
 *
 * `absent` lists the criteria whose cell says that there is no score; a criterion that the table does not speak of is in neither.
 */
export interface ScoreSheet {
  readonly unit: string
  readonly panel: string
  readonly rater: string
  readonly scores: Readonly<Record<string, Exact>>
  readonly absent: ReadonlyArray<string>
  /** The row of the table where the sheet begins. */
  readonly row: number
}

interface Draft {
  readonly unit: string
  readonly panel: string
  readonly rater: string
  readonly row: number
  readonly scores: Map<string, Exact>
  readonly absent: Array<string>
}

type Sheet = readonly [unit: string, panel: string, rater: string]

const long: Layout = { required: ["unit", "panel", "rater", "criterion", "score"], optional: [], hasItems: false }
const wide: Layout = { required: ["unit", "panel", "rater"], optional: [], hasItems: true }

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

/** The scores of one row, by criterion; a cell at fault gives none. */
const scoresOf = (
  row: Row,
  columns: ReadonlyArray<readonly [criterion: CriterionNamed, column: number]>,
  faults: Faults
): ReadonlyArray<readonly [criterion: string, score: Option.Option<Exact>]> =>
  columns.flatMap(([criterion, column]) => {
    const cell = soundCell(row, column, false, faults)
    const score = cell && orFault(readScore(cell, criterion.maximum), row.number, column, faults)
    return score === undefined ? [] : [[criterion.id, score] as const]
  })

/** Reads the records of either layout; a row at fault is still read to its end, so that all its faults are told. */
const draftsOf = (table: Table, header: Header, names: SheetNames, faults: Faults): Iterable<Draft> => {
  const isUnit = matcher("unit", names.units ?? [])
  const sheetOf = sheetReader(header, names, faults)
  const criteria = new Map(names.criteria.map((criterion) => [criterion.id, criterion]))
  const criterionOf = (id: string): CriterionNamed => criteria.get(id) ?? { id, name: id }
  const match = matcher("criterion", names.criteria)
  const isLong = header.layout === long
  const isNew = uniqueRows(isLong ? ["unit", "panel", "rater", "criterion"] : ["unit", "panel", "rater"], faults)
  const drafts = new Map<string, Draft>()
  for (const row of recordsOf(table, header.row, header.at.get("unit") ?? -1, (text) => "id" in isUnit(text), faults)) {
    const sheet = sheetOf(row)
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
    const draft: Draft = drafts.get(key) ?? { unit, panel, rater, row: row.number, scores: new Map(), absent: [] }
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
 * name in either language. Columns 备注 and 序号 are passed over, and so are blank rows.
 *
 * **Refusals**
 *
 * Every fault with its row and column: among them an unknown column or name, a row that sums up (合计), the same score twice, a
 * score that is not a plain number from 0 to the maximum.
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
    sheets: [...drafts].map(({ scores, ...sheet }) => ({ ...sheet, scores: Object.fromEntries(scores) }))
  }))
}
