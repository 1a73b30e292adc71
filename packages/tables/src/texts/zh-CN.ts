import { type Catalogue, type Named, textIn } from "@zhengyou/core"
import type { Column, TableProblem } from "../errors.ts"
import type { Words } from "./messages.ts"

const words: Words = {
  columns: {
    unit: "单位",
    panel: "评价主体",
    rater: "评委",
    criterion: "指标",
    score: "分数",
    raterUnit: "评委单位",
    group: "分组",
    adjustment: "加减分项",
    item: "事项",
    points: "分值",
    fact: "事实",
    value: "值",
    id: "编号",
    name: "名称",
    type: "类型",
    parent: "上级",
    founded: "成立日期",
    closed: "撤销日期",
    mergedInto: "并入"
  },
  subjects: {
    unit: "单位",
    panel: "评价主体",
    criterion: "指标",
    fact: "事实",
    level: "等级",
    adjustment: "加减分项",
    group: "分组"
  },
  measures: {
    bytes: "字节",
    unzipped: "字节（解压后）",
    rows: "行",
    columns: "列",
    cells: "个单元格",
    characters: "个字符"
  }
}

const kinds = { csv: " CSV 文件", xlsx: " xlsx 文件", xls: "旧式 xls 或加密的文件", other: "别种文件" }

const columnsText = (columns: ReadonlyArray<Column>): string =>
  columns.map((column) => words.columns[column]).join("、")

const namesText = (names: ReadonlyArray<Named>): string =>
  names.map(({ id, name }) => (textIn(name, "zh-CN") === id ? id : `${textIn(name, "zh-CN")}（${id}）`)).join("、")

const rangeText = (maximum: string | undefined): string =>
  maximum === undefined ? "不小于 0 的数" : ` 0 至 ${maximum} 的数`

/** The Chinese texts of what can be wrong with a table. */
export const tablesTextZhCN: Catalogue<TableProblem> = {
  TooLarge: ({ measure, limit }) => `超过上限 ${limit} ${words.measures[measure]}，请拆分或删减`,
  WrongKind: ({ expected, found }) => `不是${kinds[expected]}，而是${kinds[found]}，请另存为${kinds[expected]}`,
  Damaged: () => "文件损坏或不完整，请用表格软件打开后重新保存",
  UnknownEncoding: () => "编码既不是 UTF-8，也不是 GB18030（GBK），请另存为 UTF-8 的 CSV 文件",
  BrokenQuote: () => "引号不成对，请改正引号或重新导出",
  NoSheet: ({ found, allowed }) =>
    found === "" ? "没有可见的工作表，请取消隐藏" : `没有名为“${found}”的工作表，现有：${allowed.join("、")}`,
  BadSheetName: ({ found }) => `“${found}”不能作工作表名：须为 1 至 31 个字符，不重复，不含 \\ / ? * [ ] :`,
  EmptyTable: () => "没有数据，请填写表头和至少一行",
  NoHeader: ({ missing, items }) =>
    `前 10 行内没有找到完整的表头，缺少：${columnsText(missing)}${items.length === 0 ? "" : `（也可以每项一列：${namesText(items)}）`}`,
  UnknownColumn: ({ found, columns, items }) =>
    `不认识“${found}”这一列，可以有：${columnsText(columns)}${items.length === 0 ? "" : `、${namesText(items)}`}、备注；请改名或删去此列`,
  DoubleColumn: ({ other }) => `与 ${other} 列重复，请只留一列`,
  NamelessColumn: ({ found }) => `此列有内容“${found}”而没有表头，请补上表头或清空此列`,
  SummaryRow: ({ found }) => `“${found}”不是单位的数据，请删去合计、平均、备注等行`,
  Blank: () => "此格空白，请填写",
  MergedCell: ({ from }) => `此格与 ${from} 合并，请取消合并后逐格填写`,
  FormulaError: ({ found }) => `公式出错（${found}），请改正公式或填写数值`,
  FormulaWithoutValue: () => "公式没有保存结果，请用表格软件打开后重新保存",
  DamagedIdentifier: ({ found }) => `“${found}”已不是原来的编号，请把此列设为文本格式后重新填写`,
  NotAnIdentifier: ({ found }) => `“${found}”不能作编号，应为 1 至 120 个字符，不含换行等控制字符`,
  UnknownName: ({ found, subject, allowed, count }) =>
    `没有名为“${found}”的${words.subjects[subject]}，应为：${namesText(allowed)}${count > allowed.length ? ` 等 ${count} 个` : ""}`,
  AmbiguousName: ({ found, matches }) => `“${found}”不止一个：${namesText(matches)}，请改填编号`,
  NotAScore: ({ found, maximum }) => `现为“${found}”，应为${rangeText(maximum)}`,
  NotABareScore: ({ found, maximum }) =>
    `现为“${found}”，应为${rangeText(maximum)}，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线`,
  OutOfRange: ({ found, maximum }) => `现为“${found}”，应为${rangeText(maximum)}`,
  NotALabel: ({ found, allowed, count }) =>
    `现为“${found}”，应为${allowed.join("、")}${count > allowed.length ? ` 等 ${count} 个` : ""}之一`,
  NotTheSame: ({ found, column, first }) =>
    `同一份评分表的${words.columns[column]}现为“${found}”，与第 ${first} 行不同，请改成一样`,
  NotANumber: ({ found }) => `现为“${found}”，应为数，如 92.5、46/50 或 92%`,
  NotAFlag: ({ found }) => `现为“${found}”，应为是或否（也可填 √、×、yes、no、1、0）`,
  NotADay: ({ found }) => `现为“${found}”，应为日期，如 2012-03-07 或 2012年3月7日`,
  Duplicate: ({ columns, rows: [first, second] }) =>
    `第 ${first} 行与第 ${second} 行的${columnsText(columns)}相同，请只留一行`,
  MoreFaults: ({ count }) => `另有 ${count} 处错误未列出`
}

/** Where a fault stands, in Chinese. */
export const placeZhCN = (row: number | undefined, column: string | undefined, header: string | undefined): string =>
  `${row === undefined ? "" : ` 第 ${row} 行`}${column === undefined ? "" : ` ${column} 列`}${header === undefined ? "" : `（${header}）`}`
