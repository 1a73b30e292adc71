import { type Catalogue, render } from "../Catalogue.ts"
import type { FactType } from "../Fact.ts"
import { type Fault, formatPath, type InputProblem } from "../Fault.ts"
import type { CoreMessage } from "./messages.ts"
import { valueTextZhCN } from "./zh-CN/values.ts"

const kinds: Record<FactType, string> = { number: "数", flag: "是非", level: "等级", date: "日期", text: "文字" }

const listed = (faults: ReadonlyArray<Fault<InputProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(coreTextZhCN, problem)}`.trim()).join("；")

/** The Chinese texts of core's own messages. */
export const coreTextZhCN: Catalogue<CoreMessage> = {
  ...valueTextZhCN,
  Missing: () => "缺少此项，请补上",
  Unexpected: () => "此处没有这一项，请删去或改正名称",
  NotJson: ({ line, column }) => `第 ${line} 行第 ${column} 列起不是 JSON，请改正`,
  DuplicateKey: ({ key }) => `同一对象中“${key}”出现两次，请只留一个`,
  ForbiddenKey: ({ key }) => `不允许使用“${key}”作名称，请换一个`,
  LoneSurrogate: () => "含有残缺的字符，请重新输入",
  NotPlain: ({ found }) => `不是普通数据（${found}），只能是文字、数字、true、false、列表或对象`,
  TooDeep: ({ limit }) => `嵌套超过 ${limit} 层，请展平`,
  TooLarge: ({ limit }) => `超过 ${limit} 个值，请拆分`,
  UnknownFact: ({ fact, known }) =>
    `没有名为“${fact}”的事实，${known.length === 0 ? "请先声明" : `可用的有：${known.join("、")}`}`,
  ValueDoesNotFit: ({ fact, type, found }) =>
    `事实“${fact}”是${kinds[type]}，不能与 ${found} 比较，请给出${kinds[type]}，用 in 时给出列表`,
  OperatorDoesNotFit: ({ op, type, allowed }) => `${kinds[type]}不能用“${op}”比较，可用：${allowed.join(" ")}`,
  Unreadable: () => "其数据不是 JSON，请用备份恢复",
  NewerSchema: ({ found, known }) => `其格式为第 ${found} 版，本软件只认得到第 ${known} 版，请升级软件`,
  WrongShape: ({ faults }) => listed(faults)
}
