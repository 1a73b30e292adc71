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
    mergedInto: "并入",
    level: "等级",
    since: "生效日期",
    from: "现等级",
    target: "申请等级",
    applied: "申请日期",
    assessed: "复评等级",
    decided: "决定日期",
    inForce: "生效日期",
    problem: "编号",
    title: "问题",
    kind: "性质",
    opened: "发现日期",
    cause: "成因",
    measures: "整改措施",
    owner: "责任人",
    due: "完成时限",
    status: "状态",
    reopened: "反弹日期",
    closedOn: "销号日期",
    verifier: "验收人",
    voters: "群体",
    question: "题目",
    choice: "选项",
    count: "票数",
    token: "凭证",
    pledge: "编号",
    pledgerKind: "承诺主体",
    pledger: "承诺人",
    pledgerId: "工号",
    category: "类别",
    content: "承诺内容",
    indicator: "指标",
    measureUnit: "计量单位",
    direction: "方向",
    baseline: "基数",
    baselineSource: "基数来源",
    goal: "目标值",
    verification: "核验方式",
    basis: "依据",
    urgentPosts: "急难险重",
    visibility: "公开范围",
    whyOral: "口头原因",
    organisation: "接收组织",
    publishedOn: "公开日期"
  },
  subjects: {
    unit: "单位",
    panel: "评价主体",
    criterion: "指标",
    fact: "事实",
    level: "等级",
    adjustment: "加减分项",
    group: "分组",
    kind: "性质",
    status: "状态",
    voters: "群体",
    question: "题目",
    choice: "选项",
    pledgerKind: "承诺主体",
    direction: "方向",
    visibility: "公开范围"
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
  NotACount: ({ found, maximum }) => `现为“${found}”，应为票数，即 0 至 ${maximum} 的整数`,
  MayNotRate: ({ voters, unit }) =>
    `群体“${textIn(voters.name, "zh-CN")}”不参评“${textIn(unit.name, "zh-CN")}”，请改正或删去`,
  FewerThanAnswers: ({ returned, answers }) => `收回 ${returned} 票，少于一道题的答案 ${answers} 份，请改正`,
  NotAFlag: ({ found }) => `现为“${found}”，应为是或否（也可填 √、×、yes、no、1、0）`,
  NotADay: ({ found }) => `现为“${found}”，应为日期，如 2012-03-07 或 2012年3月7日`,
  NotABasis: ({ found }) => `现为“${found}”，应写明是需求、问题还是意见，以及编号，如“问题 P-12”`,
  Duplicate: ({ columns, rows: [first, second] }) =>
    `第 ${first} 行与第 ${second} 行的${columnsText(columns)}相同，请只留一行`,
  MoreFaults: ({ count }) => `另有 ${count} 处错误未列出`
}

/** Where a fault stands, in Chinese. */
export const placeZhCN = (row: number | undefined, column: string | undefined, header: string | undefined): string =>
  `${row === undefined ? "" : ` 第 ${row} 行`}${column === undefined ? "" : ` ${column} 列`}${header === undefined ? "" : `（${header}）`}`
