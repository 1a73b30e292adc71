import type { Named } from "@zhengyou/core"
import type { Column } from "../errors.ts"
import type { Row, Table } from "../Table.ts"
import { columnLetters } from "./cells.ts"
import { headerKey, type Matcher, shown, shownNames } from "./names.ts"
import { type Faults, isBlank } from "./reader.ts"

/** The headers by which each column is known, in Chinese and English. */
const aliases: Readonly<Record<Column, ReadonlyArray<string>>> = {
  unit: ["单位", "单位名称", "支部", "支部名称", "部门", "部门名称", "unit"],
  panel: ["评价主体", "评委组", "评分主体", "panel"],
  rater: ["评委", "评分人", "rater"],
  criterion: ["指标", "项目", "criterion"],
  score: ["分数", "得分", "评分", "score"],
  raterUnit: ["评委单位", "评分人单位", "raterunit"],
  group: ["分组", "评委组别", "group"],
  adjustment: ["加减分项", "adjustment"],
  item: ["事项", "item"],
  points: ["分值", "points"],
  fact: ["事实", "指标", "fact"],
  value: ["值", "数值", "value"],
  id: ["编号", "单位编号", "id"],
  name: ["名称", "单位名称", "支部名称", "name"],
  type: ["类型", "type"],
  parent: ["上级", "parent"],
  founded: ["成立日期", "founded"],
  closed: ["撤销日期", "closed"],
  mergedInto: ["并入", "mergedinto"],
  level: ["等级", "level"],
  since: ["生效日期", "定级日期", "起始日期", "since"],
  from: ["现等级", "原等级", "from"],
  target: ["申请等级", "目标等级", "target"],
  applied: ["申请日期", "applied"],
  assessed: ["复评等级", "assessed"],
  decided: ["决定日期", "评审日期", "decided"],
  inForce: ["生效日期", "inforce"],
  problem: ["编号", "问题编号", "problem"],
  title: ["问题", "存在问题", "问题内容", "title"],
  kind: ["性质", "问题性质", "kind"],
  opened: ["发现日期", "立项日期", "opened"],
  cause: ["成因", "原因", "cause"],
  measures: ["整改措施", "措施", "measures"],
  owner: ["责任人", "owner"],
  due: ["完成时限", "整改期限", "期限", "due"],
  status: ["状态", "整改状态", "status"],
  reopened: ["反弹日期", "reopened"],
  closedOn: ["销号日期", "验收日期", "closedon"],
  verifier: ["验收人", "verifier"],
  voters: ["群体", "测评群体", "评价群体", "group", "voters"],
  question: ["题目", "问题", "评议项目", "question"],
  choice: ["选项", "答案", "choice"],
  count: ["票数", "得票", "count"],
  token: ["凭证", "票号", "token"],
  pledge: ["编号", "承诺编号", "pledge"],
  pledgerKind: ["承诺主体", "主体", "pledgerkind"],
  pledger: ["承诺人", "姓名", "pledger"],
  pledgerId: ["工号", "学号", "承诺人编号", "pledgerid"],
  category: ["类别", "承诺类别", "category"],
  content: ["承诺内容", "承诺事项", "事项", "内容", "content"],
  indicator: ["指标", "量化指标", "indicator"],
  measureUnit: ["计量单位", "measureunit"],
  direction: ["方向", "direction"],
  baseline: ["基数", "baseline"],
  baselineSource: ["基数来源", "baselinesource"],
  goal: ["目标值", "量化目标", "目标", "goal"],
  verification: ["核验方式", "核验办法", "verification"],
  basis: ["依据", "群众意见", "basis"],
  urgentPosts: ["急难险重", "急难险重任务", "urgentposts"],
  visibility: ["公开范围", "visibility"],
  whyOral: ["口头原因", "whyoral"],
  organisation: ["接收组织", "organisation"],
  publishedOn: ["公开日期", "公示日期", "publishedon"]
}

/** Columns for people, which hold nothing that is read: remarks and running numbers. */
const ignored = new Set(["备注", "说明", "remark", "remarks", "note", "notes", "序号", "no", "no."])

/** One way to lay out a table: the columns that it must and may have, and whether each item has a column of its own. */
export interface Layout {
  readonly required: ReadonlyArray<Column>
  readonly optional: ReadonlyArray<Column>
  readonly hasItems: boolean
  /** Headers of columns of this table that are for people and hold nothing that is read. */
  readonly passedOver?: ReadonlyArray<string>
}

/** The things that may have a column of their own. */
export interface Items {
  readonly entries: ReadonlyArray<Named>
  readonly match: Matcher
}

/** Where the header stands and what each column holds; columns count from 0. */
export interface Header {
  readonly row: Row
  readonly layout: Layout
  readonly at: ReadonlyMap<Column, number>
  readonly items: ReadonlyMap<string, number>
}

const titleRows = 10

const columnsOf = (row: Row, layout: Layout): ReadonlyArray<Column | undefined> =>
  row.cells.map((cell) => {
    const key = headerKey(cell.text.slice(0, 200))
    return [...layout.required, ...layout.optional].find((column) => aliases[column].includes(key))
  })

const itemOf = (text: string, items: Items): string | undefined => {
  const match = items.match(text.slice(0, 2000))
  return "id" in match ? match.id : undefined
}

interface Candidate {
  readonly row: Row
  readonly layout: Layout
  readonly missing: ReadonlyArray<Column>
  readonly hits: number
}

const candidate = (row: Row, layout: Layout, items: Items, itemColumn: Column): Candidate => {
  const columns = columnsOf(row, layout)
  const missing = layout.required.filter((column) => !columns.includes(column))
  const lacksItems =
    layout.hasItems &&
    !row.cells.some((cell, at) => columns[at] === undefined && itemOf(cell.text, items) !== undefined)
  return {
    row,
    layout,
    missing: lacksItems ? [...missing, itemColumn] : missing,
    hits: layout.required.length - missing.length
  }
}

/** Reads the columns of the header that was found; each one that is unknown or comes twice is a fault. */
const columnsFound = (row: Row, layout: Layout, items: Items, faults: Faults): Header => {
  const at = new Map<Column, number>()
  const itemsAt = new Map<string, number>()
  const place = <K>(map: Map<K, number>, key: K, column: number): void => {
    const before = map.get(key)
    if (before === undefined) map.set(key, column)
    else faults.add({ _tag: "DoubleColumn", other: columnLetters(before) }, row.number, column)
  }
  const columns = columnsOf(row, layout)
  row.cells.forEach((cell, index) => {
    const column = columns[index]
    const item = layout.hasItems ? itemOf(cell.text, items) : undefined
    const key = headerKey(cell.text.slice(0, 200))
    const isPassedOver = ignored.has(key) || layout.passedOver?.includes(key) === true
    if (isBlank(cell) || (column === undefined && isPassedOver)) return
    if (column !== undefined) place(at, column, index)
    else if (item !== undefined) place(itemsAt, item, index)
    else {
      const known = {
        columns: [...layout.required, ...layout.optional],
        items: layout.hasItems ? items.entries.slice(0, shownNames) : []
      }
      faults.add({ _tag: "UnknownColumn", found: shown(cell.text), ...known }, row.number, index)
    }
  })
  return { row, layout, at, items: itemsAt }
}

/** Finds the header among the first rows, under whatever titles, and reads its columns; the layouts are tried in order. */
export const findHeader = (
  table: Table,
  layouts: ReadonlyArray<Layout>,
  items: Items,
  itemColumn: Column,
  faults: Faults
): Header | undefined => {
  const candidates = table.rows
    .filter((row) => row.number <= titleRows)
    .flatMap((row) => layouts.map((layout) => candidate(row, layout, items, itemColumn)))
  const found = candidates.find((each) => each.missing.length === 0)
  if (found === undefined) {
    const nearest = candidates.toSorted((a, b) => b.hits - a.hits || a.missing.length - b.missing.length)[0]
    if (table.rows.length === 0) faults.add({ _tag: "EmptyTable" })
    else {
      const missing = nearest?.missing ?? layouts[0]?.required ?? []
      faults.add({
        _tag: "NoHeader",
        missing,
        items: missing.includes(itemColumn) ? items.entries.slice(0, shownNames) : []
      })
    }
    return undefined
  }
  faults.head(found.row)
  return columnsFound(found.row, found.layout, items, faults)
}
