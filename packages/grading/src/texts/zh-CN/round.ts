import type { Catalogue } from "@zhengyou/core"
import type { RoundProblem, RoundRefusal } from "../../round/errors.ts"
import { inputTextZhCN } from "./inputs.ts"
import { list } from "./words.ts"

const phases = {
  planned: "已计划",
  open: "评分中",
  sealed: "已封存",
  graded: "已定级",
  onNotice: "公示中",
  confirmed: "已确认",
  none: "未计划"
}

const commands = {
  PlanRound: "计划评定",
  OpenRound: "开始评分",
  SubmitSheets: "提交评分表",
  ReplaceSheet: "替换评分表",
  WithdrawSheet: "撤回评分表",
  RecordFacts: "登记事实",
  RecordAwards: "登记加减分",
  SealRound: "封存",
  GradeRound: "定级",
  AmendRound: "更正",
  PublishNotice: "公示",
  ConfirmRound: "确认"
}

export const roundTextZhCN: Catalogue<RoundProblem | RoundRefusal> = {
  ...inputTextZhCN,
  RoundInWrongPhase: ({ command, phase, allowed }) =>
    `本轮${phases[phase]}，不能${commands[command]}：须为${allowed.map((one) => phases[one]).join("或")}`,
  RoundInputsRefused: ({ faults }) => `有 ${faults.length} 处错误，未作任何记录`,
  AlreadySubmitted: ({ unit, panel, rater }) => `“${panel}”的“${rater}”已给“${unit}”评分，请替换原表，或先撤回`,
  AssignedTwice: ({ panel, rater, first }) =>
    `“${rater}”在 plan.assignments[${first}] 已分派到“${panel}”，请把负责的单位合在一处`,
  NotAssigned: ({ unit, panel, rater }) => `“${rater}”未被指定代表“${panel}”给“${unit}”评分`,
  NoSuchSheet: ({ unit, panel, rater }) => `“${panel}”的“${rater}”对“${unit}”没有评分表，请指明已提交的评分表`,
  OutcomesNotSettled: ({ units }) => `这些单位的结果未定：${list(units)}；请先更正所缺内容`,
  NoticeNotOver: ({ until, today }) => `公示至 ${until} 止，今天是 ${today}，请待公示期满`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `公示止于 ${until}，早于开始之日 ${from}`,
  NothingToAmend: () => "更正未指明任何评分表、事实或加减分，请指明更正或撤回的内容"
}
