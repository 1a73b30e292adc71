import { type Catalogue, citedText, coreTextZhCN, deadlineText, formatExact, type Named, textIn } from "@zhengyou/core"
import type { CaseCommandName, CasePhase } from "../cases/errors.ts"
import type { EntryCommand } from "../ledger/errors.ts"
import type { EntryStatus } from "../ledger/Problem.ts"
import type { PromotionMessage } from "./messages.ts"

const name = (named: Pick<Named, "name">): string => textIn(named.name, "zh-CN")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join("、") + (known.length > 10 ? " 等" : "")

const level = (id: string | undefined): string => (id === undefined ? "不定级" : `“${id}”`)

const statuses: Record<EntryStatus, string> = {
  opened: "未启动",
  planned: "已定方案",
  inProgress: "整改中",
  submitted: "待验收",
  closed: "已销号"
}

const entryCommands: Record<EntryCommand, string> = {
  PlanRectification: "制定整改方案",
  StartRectification: "启动整改",
  RecordProgress: "登记进展",
  SubmitRectification: "提请验收",
  CloseRectification: "销号",
  SendBackRectification: "退回",
  ReopenProblem: "重新立项"
}

const phases: Record<CasePhase, string> = {
  none: "未申请",
  applied: "已申请",
  admitted: "已受理",
  refused: "不予受理",
  reassessed: "已复评",
  granted: "已同意",
  declined: "未同意",
  onNotice: "公示中",
  suspended: "因异议中止",
  inForce: "已生效",
  withdrawn: "已撤回"
}

const caseCommands: Record<CaseCommandName, string> = {
  Apply: "申请",
  ExamineApplication: "审核申请",
  Reassess: "复评",
  Decide: "决定",
  PublishNotice: "公示",
  Object: "提出异议",
  ResolveObjection: "处理异议",
  PutInForce: "生效",
  Withdraw: "撤回"
}

const lineFields = { title: "问题", kind: "性质", opened: "发现日期" }

const judges = { applicant: "是申请人", objector: "是提出异议的人", decider: "作出了被异议的决定" }

/** The descriptions of allowed values that promotion's schemas give, in Chinese. */
const allowedZhCN: Readonly<Record<string, string>> = {
  'a whole number from 1 to 100, or "any"': "1 至 100 的整数，或 any",
  "a whole number from 1 to 1200": "1 至 1200 的整数"
}

/** The Chinese texts of promotion's reasons, faults and refusals. */
export const promotionTextZhCN: Catalogue<PromotionMessage> = {
  ...coreTextZhCN,
  NotAllowed: ({ expected, found }) => {
    const own = allowedZhCN[expected]
    return own === undefined ? coreTextZhCN.NotAllowed({ expected, found }) : `现为 ${found}，应为${own}`
  },
  UnknownUnit: ({ unit }) => `没有名为“${unit}”的单位，请改正或补上该单位`,
  SurveyedTwice: ({ unit, first }) => `“${unit}”已在 records[${first}] 调查过，请只留一份`,
  UnknownAspect: ({ aspect, known }) => `调查表没有“${aspect}”这一项，可用：${list(known)}`,
  AspectTwice: ({ aspect }) => `“${aspect}”出现两次，请只留一个`,
  AspectMissing: ({ unit, aspect }) => `“${unit}”缺“${name(aspect)}”的调查结论，请补上`,
  SurveyRefused: ({ faults }) => `调查记录有 ${faults.length} 处错误`,
  ProblemExists: ({ problem }) => `问题“${problem}”已经立项，请换一个编号`,
  ProblemUnitTwice: ({ unit }) => `单位“${unit}”写了两次，请只写一次`,
  NotOneUnit: ({ problem, units }) => `个性问题“${problem}”涉及 ${units} 个单位，请分别立项，或改为共性问题`,
  NotSeveralUnits: ({ problem }) => `共性问题“${problem}”只有一个单位，请写全单位，或改为个性问题`,
  LinesDiffer: ({ problem, field }) => `问题“${problem}”各行的${lineFields[field]}不同，请改成一样，或换一个编号`,
  PlanMissing: ({ problem, unit, status }) =>
    `“${unit}”的问题“${problem}”${statuses[status]}，却没有整改方案，请补上成因、措施、责任人和期限`,
  ClosingIncomplete: ({ problem, unit, lacks }) =>
    `“${unit}”的问题“${problem}”已销号，却没有${lacks === "closed" ? "销号日期" : "验收人"}，请补上`,
  LedgerLinesRefused: ({ faults }) => `整改台账有 ${faults.length} 处错误`,
  AfterAsOf: ({ day, asOf }) => `${day} 晚于截止日 ${asOf}，请改正日期或截止日`,
  InForceUndecided: ({ day }) => `写明 ${day} 生效，却没有决定日期，请补上`,
  PromotionInputsRefused: ({ faults }) => `晋级评审的材料有 ${faults.length} 处错误`,
  ProblemsRefused: ({ faults }) => `有 ${faults.length} 处错误，一个问题也没有立项`,
  NoSuchEntry: ({ problem, unit }) => `台账中没有“${unit}”的问题“${problem}”，请先立项`,
  EntryInWrongState: ({ problem, unit, command, status, allowed }) =>
    `“${unit}”的问题“${problem}”${statuses[status]}，不能${entryCommands[command]}：须为${allowed.map((one) => statuses[one]).join("或")}`,
  VerifiesOwnWork: ({ problem, unit, verifier, isOwner }) =>
    `“${verifier}”是“${unit}”问题“${problem}”的${isOwner ? "责任人" : "整改人"}，不能自己验收，请由他人验收`,
  DeadlineHasPassed: ({ problem, unit, due, today }) =>
    `“${unit}”问题“${problem}”的期限 ${due} 已过，今天是 ${today}，请另定期限`,
  UnitExists: ({ unit }) => `单位“${unit}”已经存在，请换一个编号`,
  UnitNotThere: ({ unit, on }) => `${on} 没有单位“${unit}”，请改正单位或日期`,
  NotOnLadder: ({ level: id, known }) => `没有名为“${id}”的等级，可用：${list(known)}`,
  NotInForce: ({ unit, from, inForce }) => `“${unit}”的现等级是${level(inForce)}，不能从“${from}”变动`,
  NotAfterLatest: ({ unit, on, latest }) => `“${unit}”最近一次变动在 ${latest}，${on} 不能再变动，请给出更晚的日期`,
  NoMove: ({ unit, level: id }) => `“${unit}”从“${id}”到“${id}”没有变动，请给出另一等级`,
  NamedTwice: ({ unit }) => `单位“${unit}”写了两次，请只写一次`,
  MergesIntoItself: ({ unit }) => `“${unit}”不能并入自己，请给出另一单位`,
  LevelsRefused: ({ faults }) => `有 ${faults.length} 处错误，等级册未作任何变动`,
  RegisterNotOpen: () => "等级册尚未建立，请先以等级序列和单位建册",
  RegisterIsOpen: () => "等级册已经建立，请登记单位或等级",
  ListedTwice: ({ unit }) => `“${unit}”列了两次，请只留一个`,
  LevelUnknown: ({ unit, level: id }) => `“${unit}”的等级“${id}”不在等级序列中，请改正`,
  NotThereBefore: ({ unit }) => `“${unit}”有变动，却不在期初名单中，请补入期初或列为新成立`,
  ThereBefore: ({ unit }) => `“${unit}”列为新成立，却已在期初名单中，请删去其一`,
  MoveNotFromInForce: ({ unit, from, inForce }) =>
    `“${unit}”写明由${level(from)}变动，期初却是${level(inForce)}，请改正`,
  ChangedTwice: ({ unit }) => `“${unit}”在期间内变动两次，请只留一次`,
  MissingAfter: ({ unit, level: id }) => `“${unit}”期末应为${level(id)}，名单中却没有，请补上或列为撤销`,
  UnaccountedFor: ({ unit, level: id }) => `“${unit}”期末为${level(id)}，却没有来由，请列为新成立`,
  LevelDiffers: ({ unit, expected, found }) =>
    `“${unit}”期末应为${level(expected)}，名单中为${level(found)}：缺一次变动，或有一处有误`,
  AccountsDoNotClose: ({ faults }) => `账目不平：有 ${faults.length} 个单位对不上`,
  DatesReversed: ({ from, to }) => `${to} 早于 ${from}，请把较早的日期写在前面`,
  MoreLeaveThanThere: ({ level: of, units, leaving }) =>
    `${name(of)}只有 ${units} 个单位，不能变动出 ${leaving} 个，请改正`,
  NoSuchLevel: ({ level: id, known }) => `没有名为“${id}”的等级，可用：${list(known)}`,
  IdTaken: ({ id }) => `编号“${id}”已用，请换一个`,
  LevelNotOnLadder: ({ level: id, known }) => `没有名为“${id}”的等级，可用：${list(known)}`,
  NameReserved: ({ id }) => `“${id}”以 unit.、level. 或 problems. 开头，系统已有，请换一个名称`,
  PeriodEndsFirst: ({ from, until }) => `${until} 结束，早于 ${from} 开始`,
  WindowOutsideCycle: ({ from, until }) => `超出周期 ${from} 至 ${until}，请放在周期之内`,
  GuardsLowest: ({ level: id }) => `“${id}”是最低等级，没有单位会晋升到此，请删去`,
  TargetOnBest: ({ level: id }) => `“${id}”是最高等级，无法再晋升，请删去该目标`,
  ShareOutOfRange: ({ share }) => `现为 ${share}，应为 0 至 1 之间的比例`,
  RulesInvalid: ({ faults }) => `晋级办法有 ${faults.length} 处错误`,
  NoLevel: () => "该单位不定级，没有可变动的等级，请先定级",
  HasLevelAlready: ({ level: of }) => `该单位已是${name(of)}`,
  StepsTooMany: ({ from, to, steps, allowed }) => `由${name(from)}到${name(to)}为 ${steps} 级，一次至多 ${allowed} 级`,
  OutsideWindow: ({ today, from, until }) => `申请受理时间为 ${from} 至 ${until}，${today} 不受理`,
  MovesUsedUp: ({ moves, allowed }) => `本周期已晋级 ${moves} 次，至多 ${allowed} 次`,
  Frozen: ({ demotedOn, until }) => `${demotedOn} 降级，${until} 以前不得晋级`,
  NotMet: ({ requirement, cited }) => `不符合“${name(requirement)}”（${citedText(cited, "zh-CN")}）`,
  NotKnown: ({ requirement, cited }) =>
    `“${name(requirement)}”无从判断（${citedText(cited, "zh-CN")}），请补充未知的事实`,
  NoDemotion: () => "办法没有降级的规定",
  NoGround: ({ grounds }) => `没有一种降级情形成立：${list(grounds.map(name))}`,
  CloseProblem: ({ title, entry }) => {
    const plan = entry.plans.at(-1)
    const due = plan === undefined ? "" : `，责任人 ${plan.owner}，期限 ${deadlineText(plan.deadline, "zh-CN")}`
    return `销号问题“${textIn(title, "zh-CN")}”（${statuses[entry.status]}${due}）`
  },
  GainPoints: ({ needed, strict, short, raises }) => {
    const more = strict ? "多于 " : " "
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join("、")
    return `提高${more}${formatExact(short)} 分，达到 ${formatExact(needed)}${how === "" ? "" : `：${how}`}`
  },
  ClimbInMoves: ({ levels, movesPerCycle, cycles }) =>
    `分 ${levels.length} 次晋级，每周期至多 ${movesPerCycle} 次，需 ${cycles} 个周期：${levels.map(name).join("，再到")}`,
  CaseInWrongPhase: ({ command, phase, allowed }) =>
    `本申请${phases[phase]}，不能${caseCommands[command]}：须为${allowed.map((one) => phases[one]).join("或")}`,
  NothingToApplyFor: ({ unit, to, inForce, known }) =>
    inForce === to
      ? `“${unit}”已是“${to}”，请申请另一等级`
      : inForce === undefined
        ? `“${unit}”不定级，不能申请“${to}”，请先定级`
        : `没有名为“${to}”的等级，可用：${list(known)}`,
  OtherCase: ({ of, opened, given }) =>
    `本申请的${of === "unit" ? "单位" : "办法"}是“${opened}”，不是“${given}”，请用立案时的`,
  JudgesOwnCase: ({ by, as }) => `“${by}”${judges[as]}，不能自己评判，请由他人办理`,
  AssessmentOffLadder: ({ level: id, known }) => `复评给出的“${id}”不是等级，可用：${list(known)}`,
  NotDecidable: ({ reasons }) => `有 ${reasons.length} 项条件无从判断，请先补充所需的事实`,
  NoLongerMet: ({ reasons }) => `同意时的条件有 ${reasons.length} 项不再符合，不能生效`,
  LevelChangedSince: ({ unit, from, inForce }) =>
    `“${unit}”申请时为“${from}”，现等级却是${level(inForce)}，请撤回后重新申请`,
  NoticeDatesWrong: ({ from, until, today }) =>
    `${today} 不能公示 ${from} 至 ${until}：须自今天或以后开始，且不早于开始之日结束`,
  NoticeStillRuns: ({ until, today }) => `公示至 ${until}，今天是 ${today}，请待期满`,
  ObjectionTooLate: ({ from, until, today }) => `异议须在公示期 ${from} 至 ${until} 内提出，${today} 不受理`
}
