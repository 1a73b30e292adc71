import { type Catalogue, citedText, type Named, textIn } from "@zhengyou/core"
import type { Basis } from "../Pledge.ts"
import type { RequiredField } from "../policy/checks.ts"
import type { StructureFinding } from "../review/Finding.ts"

const missing: Record<RequiredField, string> = {
  category: "没有写明类别，无法归口检查：请从规定的类别中选一个",
  measures: "没有写措施，看不出靠什么兑现：请写明要做的一两件具体的事",
  target: "没有量化目标，做到与否无从判断：请写明指标、计量单位、基数和目标值",
  number: "量化目标没有目标值，做到多少算兑现无从判断：请写一个数",
  baseline: "量化目标没有基数，有没有提高无从判断：请写明现在是多少、数据从哪里来",
  verification: "没有写如何核验，别人无法检查：请写明由谁确认、以什么为准",
  deadline: "没有完成时限，无从判断是否逾期：请写明何时以前完成",
  owner: "没有责任人，出了问题找不到人：请写明由谁负责",
  basis: "没有写依据，看不出回应了谁的需要：请写明所依据的群众意见、问题或需求",
  urgentPosts: "没有写急难险重任务：请写明承担哪一项"
}

const bases: Record<Basis["kind"], string> = { need: "需求", problem: "问题", feedback: "意见" }

const ways = { raise: "高", lower: "低", hold: "不同" }

const name = (named: Pick<Named, "name">): string => textIn(named.name, "zh-CN")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join("、") + (known.length > 10 ? " 等" : "")

/** The Chinese texts of what is found in the parts of a pledge: what, why, and what to write instead. */
export const structureFindingZhCN: Catalogue<StructureFinding> = {
  FieldMissing: ({ field }) => missing[field],
  TargetNotBetter: ({ indicator, direction, baseline, value }) =>
    `“${indicator}”的目标值 ${value} 不比基数 ${baseline} 更${ways[direction]}，等于没有承诺：请写一个比 ${baseline} 更${ways[direction]}的数`,
  TargetOnlyHolds: ({ indicator }) => `“${indicator}”只求保持现状，没有体现先进：请写明要提高或降低到多少`,
  CategoryUnknown: ({ category, known }) => `没有名为“${category}”的类别，可用：${list(known.map(name))}`,
  BasisUnknown: ({ kind, id }) => `依据的${bases[kind]}“${id}”没有记录在案：请改正编号，或先登记`,
  DeadlineOutsideCycle: ({ due, from, until }) =>
    `完成时限 ${due} 不在本周期 ${from} 至 ${until} 之内，本周期评不了：请改到 ${until} 以前，或分出本周期能完成的一步`,
  DeadlineOnRestDay: ({ due, before, after }) =>
    `完成时限 ${due} 不是工作日，当天无人验收：请改为 ${before} 或 ${after}`,
  TooManyOfPledger: ({ count, allowed }) =>
    `该承诺人共有 ${count} 项承诺，至多 ${allowed} 项：请保留最要紧的 ${allowed} 项`,
  TooManyOfOwner: ({ owner, count, allowed }) =>
    `“${owner}”同时负责 ${count} 项承诺，至多 ${allowed} 项：请把其余的交给别人`,
  BaselineUnsourced: ({ indicator }) => `“${indicator}”的基数没有来源，无法核对：请写明出自哪份记录或统计`,
  ContentTooShort: ({ length, minimum }) =>
    `内容只有 ${length} 字，少于 ${minimum} 字，说不清做什么：请写明做什么、对谁做、做到多少`,
  ContentTooLong: ({ length, maximum }) => `内容有 ${length} 字，超过 ${maximum} 字，公示时看不完：请只留承诺本身`,
  MeasureTooLong: ({ length, maximum }) => `该措施有 ${length} 字，超过 ${maximum} 字：请分成几条，每条一件事`,
  RuleNotMet: ({ rule, cited, suggestion }) =>
    `不符合“${name(rule)}”（${citedText(cited, "zh-CN")}）：${textIn(suggestion, "zh-CN")}`,
  RuleNotKnown: ({ rule, cited }) => `“${name(rule)}”无从判断（${citedText(cited, "zh-CN")}）：请补充未知的内容`
}
