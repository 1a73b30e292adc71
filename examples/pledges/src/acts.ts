import { type CalendarDate, dateUnsafe, exactUnsafe } from "@zhengyou/core"
import type { Fulfilment, PledgeCommand } from "@zhengyou/pledges"

/** Something that somebody did about a pledge on a day. */
export interface Act {
  readonly on: CalendarDate
  readonly pledge: string
  readonly command: PledgeCommand
}

const act = (on: string, pledge: string, command: PledgeCommand): Act => ({ on: dateUnsafe(on), pledge, command })

const progress = (on: string, pledge: string, note: string, evidence: string): Act =>
  act(on, pledge, { _tag: "RecordProgress", by: `${pledge}-clerk`, note, evidence: [evidence] })

const report = (on: string, pledge: string, ...[first, ...rest]: readonly [string, ...ReadonlyArray<string>]): Act =>
  act(on, pledge, { _tag: "ReportPledge", by: `${pledge}-clerk`, evidence: [first, ...rest] })

const inspect = (on: string, pledge: string, round: string, finding: string): Act =>
  act(on, pledge, { _tag: "InspectPledge", by: "inspectors", round, finding })

const explain = (on: string, pledge: string, explanation: string): Act =>
  act(on, pledge, { _tag: "ExplainPledge", by: `${pledge}-clerk`, explanation })

/** What was done between publication and the end of the year; who acts is named by a role. */
export const acts: ReadonlyArray<Act> = [
  progress("2012-05-04", "p01", "与制证单位约定每日取件", "4月办结登记：平均 2.6 个工作日"),
  inspect("2012-05-16", "p01", "第一轮督导", "登记簿逐笔可查"),
  inspect("2012-05-16", "p04", "第一轮督导", "材料已到，暑期施工计划已定"),
  act("2012-05-21", "p11", { _tag: "WithdrawPledge", by: "p11-clerk", why: "本人调离，改由维修班承担" }),
  report("2012-06-28", "p01", "6月办结登记：平均 1.9 个工作日", "学生会查阅记录，6月27日"),
  report("2012-06-28", "p07", "走访记录 20 份"),
  report("2012-07-06", "p05", "刷卡人数周报 8 期", "读者委员会抽查记录 3 次：两晚提前 20 分钟闭馆"),
  report("2012-07-31", "p02", "7月叫号系统统计：一次办结率 88%"),
  report("2012-08-30", "p10", "分馆系统统计：编目 304 种"),
  report("2012-10-29", "p08", "教务员核对的签到 24 次，3 人补考通过"),
  inspect("2012-10-31", "p06", "第二轮督导", "已落实 41 人，进度落后"),
  report("2012-11-28", "p04", "基建处验收单 3 份", "水压测试记录"),
  explain("2012-12-05", "p06", "联系单位不足，只落实 52 人，余下 8 人转入下一年继续帮扶"),
  report("2012-12-27", "p03", "报修平台统计：四季度平均 31.4 小时"),
  report("2012-12-27", "p09", "支部会议记录 12 次"),
  explain("2012-12-28", "p12", "新挂号系统两次招标流标，候诊时间降到 71 分钟，系统 2013 年 3 月上线")
]

/** The amendment of the year: a later deadline for the third building, asked for before the first one had passed. */
export const amendment = {
  pledge: "p04",
  proposed: dateUnsafe("2012-09-20"),
  accepted: dateUnsafe("2012-09-24"),
  due: dateUnsafe("2012-11-30"),
  why: "暑期连雨，第三栋停工 19 天，竣工推迟"
}

/** What the verifiers found, and the scores of self, inspection and the public. */
export const judgements: ReadonlyArray<
  readonly [
    pledge: string,
    Fulfilment,
    note: string,
    scores: readonly [self: string, inspection: string, everybody: string]
  ]
> = [
  ["p01", { _tag: "Fulfilled" }, "登记簿与学生会记录一致", ["98", "96", "95"]],
  ["p02", { _tag: "PartlyFulfilled", share: exactUnsafe("3/4") }, "由 82% 到 88%，目标 90%", ["95", "94.5", "94.5"]],
  ["p03", { _tag: "Fulfilled" }, "平台统计属实", ["97", "95", "96"]],
  ["p04", { _tag: "Fulfilled" }, "验收单齐全，按变更后的时限", ["95", "95", "95"]],
  ["p05", { _tag: "Fulfilled" }, "个别晚上闭馆提前", ["80", "80", "80"]],
  ["p06", { _tag: "NotFulfilled", excused: false }, "未按期报结", ["79.9", "79.9", "79.9"]],
  ["p07", { _tag: "Fulfilled" }, "记录齐全", ["96", "96", "96"]],
  ["p08", { _tag: "Fulfilled" }, "签到与成绩属实", ["97", "96", "97"]],
  ["p09", { _tag: "Fulfilled" }, "会议记录属实", ["98", "98", "98"]],
  ["p10", { _tag: "Fulfilled" }, "分馆复函属实", ["96", "95", "96"]],
  ["p12", { _tag: "NotFulfilled", excused: true }, "招标流标非本支部所致，已公开说明", ["85", "82", "80"]]
]
