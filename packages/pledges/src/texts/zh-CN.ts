import { type Catalogue, coreTextZhCN } from "@zhengyou/core"
import type { EvaluationPart } from "../evaluation/EvaluationRules.ts"
import type { PledgeCommandName } from "../lifecycle/errors.ts"
import type { Channel, PledgePhase } from "../lifecycle/Fulfilment.ts"
import type { Visibility } from "../Pledge.ts"
import type { Principle } from "../policy/checks.ts"
import { textFindingZhCN } from "../text/texts/zh-CN.ts"
import { structureFindingZhCN } from "./findings.zh-CN.ts"
import type { PledgesMessage } from "./messages.ts"

const principles: Record<Principle, string> = {
  advanced: "先进性",
  targeted: "针对性",
  feasible: "可行性",
  effective: "实效性"
}

const phases: Record<PledgePhase, string> = {
  none: "未提诺",
  drafted: "已提诺",
  submitted: "待审诺",
  returned: "已退回",
  passed: "已审诺",
  approved: "已定诺",
  published: "践诺中",
  reported: "已报结",
  verified: "已核验",
  evaluated: "已评诺",
  withdrawn: "已撤回"
}

const commands: Record<PledgeCommandName, string> = {
  DraftPledge: "提诺",
  RevisePledge: "修改",
  SubmitPledge: "提交审诺",
  ReturnPledge: "退回",
  PassPledge: "审诺通过",
  ApprovePledge: "定诺",
  PublishPledge: "示诺",
  RecordProgress: "登记进展",
  InspectPledge: "督导检查",
  ProposeAmendment: "申请变更",
  AcceptAmendment: "同意变更",
  RejectAmendment: "不同意变更",
  RecomputeDeadline: "重算时限",
  ReportPledge: "报结",
  SendBackReport: "退回报结",
  ExplainPledge: "公开说明",
  VerifyPledge: "核验",
  EvaluatePledge: "评诺",
  WithdrawPledge: "撤回"
}

const channels: Record<Channel, string> = {
  website: "上网",
  board: "公示栏",
  document: "文件",
  meeting: "会议",
  oral: "口头"
}

const visibilities: Record<Visibility["_tag"], string> = {
  Public: "公开",
  OralOnly: "只口头承诺",
  ByReceivingOrganisation: "由接收组织公开"
}

const parts: Record<EvaluationPart, string> = { self: "自评", inspection: "督导检查", public: "群众评议" }

/** The descriptions of allowed values that the schemas of pledges give, in Chinese. */
const allowedZhCN: Readonly<Record<string, string>> = {
  "a text of 1 to 20000 characters": "1 至 20000 个字符的文字",
  "a branch or unit that counts its own pledges": "由自己计入承诺的支部或单位（id 与 unit 相同）",
  "a share above 0 and below 1": "大于 0 小于 1 的比例",
  "a share above 0 and at most 1": "大于 0、不超过 1 的比例",
  "a word or phrase of 1 to 40 characters": "1 至 40 个字符的词语",
  "Public, OralOnly with why, or ByReceivingOrganisation": "Public、OralOnly（附 why）或 ByReceivingOrganisation",
  "Fulfilled, PartlyFulfilled with a share, or NotFulfilled": "Fulfilled、PartlyFulfilled（附 share）或 NotFulfilled"
}

/** The Chinese texts of pledges' findings, faults and refusals. */
export const pledgesTextZhCN: Catalogue<PledgesMessage> = {
  ...coreTextZhCN,
  ...textFindingZhCN,
  ...structureFindingZhCN,
  NotAllowed: ({ expected, found }) => {
    const own = allowedZhCN[expected]
    return own === undefined ? coreTextZhCN.NotAllowed({ expected, found }) : `现为 ${found}，应为${own}`
  },
  PolicyInvalid: ({ faults }) => `承诺工作办法有 ${faults.length} 处错误`,
  IdTwice: ({ id }) => `编号“${id}”用了两次，请换一个`,
  NameReserved: ({ id }) => `“${id}”以 pledge. 开头，系统已有，请换一个名称`,
  CycleEndsFirst: ({ from, until }) => `${until} 结束，早于 ${from} 开始，请改正日期`,
  PublishByOutsideCycle: ({ publishBy, from, until }) =>
    `公开截止日 ${publishBy} 不在周期 ${from} 至 ${until} 之内，请改正日期`,
  CheckTwice: ({ check, first }) => `检查项 ${check} 已列在${principles[first]}之下，请只留一处`,
  FieldTwice: ({ field }) => `必填项 ${field} 写了两次，请只留一次`,
  LengthsReversed: ({ minimum, maximum }) => `最少 ${minimum} 字，却最多 ${maximum} 字，请改正`,
  WeightNegative: ({ part, weight }) => `${parts[part]}的权重为 ${weight}，不能小于 0，请改正`,
  WeightsAllNought: () => "各部分的权重全为 0，无法计分，请至少给一个正数",
  BandsNotDescending: ({ level, from, above }) =>
    `“${level}”自 ${from} 分起，不低于上一等次的 ${above} 分，请从高到低排列`,
  LowestBandAboveNought: ({ level, from }) => `最低等次“${level}”自 ${from} 分起，更低的分数没有等次，请改为 0`,
  BandBeyondFull: ({ level, from, full }) => `“${level}”自 ${from} 分起，超过满分 ${full}，请改正`,
  FullNotPositive: ({ full }) => `满分为 ${full}，应大于 0，请改正`,
  PledgeInWrongPhase: ({ pledge, command, phase, allowed }) =>
    `承诺“${pledge}”${phases[phase]}，不能${commands[command]}：须为${allowed.map((one) => phases[one]).join("或")}`,
  OtherPledge: ({ of, opened, given }) =>
    `这里是${of === "pledge" ? "承诺" : "承诺人"}“${opened}”，不是“${given}”，请给出原来的`,
  JudgesOwnPledge: ({ pledge, by, command }) =>
    `“${by}”是承诺“${pledge}”的承诺人、责任人或经办人，不能${commands[command]}，请由他人办理`,
  FindingsOutstanding: ({ pledge, findings }) =>
    `承诺“${pledge}”还有 ${findings.length} 处必须修改，不能通过，请退回修改`,
  NoDeadline: ({ pledge }) => `承诺“${pledge}”没有完成时限，请先写明`,
  DeadlineHasPassed: ({ pledge, due, today }) => `承诺“${pledge}”的时限 ${due} 已过，今天是 ${today}，请另定时限`,
  ChannelNotAllowed: ({ pledge, visibility, channel, allowed }) =>
    `承诺“${pledge}”${visibilities[visibility._tag]}，不能用${channels[channel]}方式，可用：${allowed.map((one) => channels[one]).join("、")}`,
  AmendmentWaits: ({ pledge }) => `承诺“${pledge}”已有一项变更申请待答复，请先答复`,
  AmendmentUnanswered: ({ pledge }) =>
    `承诺“${pledge}”有一项变更申请待答复，不能核验：请先答复；已报结的，驳回变更，或退回报结后再同意变更`,
  NoAmendment: ({ pledge }) => `承诺“${pledge}”没有待答复的变更申请，请先申请变更`,
  EvidenceMissing: ({ pledge }) => `承诺“${pledge}”没有附佐证的报结，不能认定兑现，请先报结`,
  DeadlineStillRuns: ({ pledge, due, today }) =>
    `承诺“${pledge}”的时限是 ${due}，今天是 ${today}，期满以前不能认定未兑现，请待期满`,
  ExplanationMissing: ({ pledge }) => `承诺“${pledge}”未兑现的原因没有向群众公开说明，不能免责，请先公开说明`,
  EvaluationRefused: ({ faults }) => `评分数据有 ${faults.length} 处错误`,
  ScoreMissing: ({ part }) => `缺${parts[part]}的分数，请补上`,
  ScoreOutOfRange: ({ score, full }) => `分数为 ${score}，应在 0 至 ${full} 之间`,
  NoWeightLeft: () => "没有一部分有权重，无法计分，请至少给一个正数",
  PartWeightNegative: ({ id, weight }) => `“${id}”的权重为 ${weight}，不能小于 0，请改正`,
  PartTwice: ({ id }) => `“${id}”出现两次，请只留一个`,
  NestedTooDeep: ({ limit }) => `层次超过 ${limit} 层，请减少层次`,
  InspectionRefused: ({ faults }) => `督导检查记录有 ${faults.length} 处错误`,
  RoundEndsFirst: ({ from, until }) => `${until} 结束，早于 ${from} 开始，请改正日期`,
  UnitNotOnRoster: ({ unit }) => `名册中没有单位“${unit}”，请改正或补上该单位`,
  UnitTwice: ({ unit }) => `单位“${unit}”写了两次，请只写一次`,
  UnitNotInRound: ({ unit }) => `单位“${unit}”不在本轮督导之列，请改正或列入`,
  VisitOutsideRound: ({ unit, on, from, until }) =>
    `${on} 检查“${unit}”，不在本轮 ${from} 至 ${until} 之内，请改正日期`,
  InspectsItself: ({ unit }) => `单位“${unit}”不能检查自己，请由他人检查`,
  FindingTwice: ({ finding }) => `编号“${finding}”已用于另一处发现，请换一个`
}
