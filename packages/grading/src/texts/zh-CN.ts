import { type Catalogue, coreTextZhCN, formatBeside, formatExact, type Named, textIn } from "@zhengyou/core"
import { besideEach } from "../internal/besideEach.ts"
import { citedText } from "../internal/citedText.ts"
import type { GradingMessage } from "./messages.ts"

const name = (named: Named): string => textIn(named.name, "zh-CN")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join("、") + (known.length > 10 ? " 等" : "")

const counts = { block: "暂不定级", zero: "按 0 分计", exclude: "不计入" }

const kinds = { number: "数", flag: "是非", level: "等级", date: "日期", text: "文字" }

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
  SealRound: "封存",
  GradeRound: "定级",
  AmendRound: "更正",
  PublishNotice: "公示",
  ConfirmRound: "确认"
}

/** The descriptions of allowed values that grading's schemas give, in Chinese. */
const allowed: Readonly<Record<string, string>> = {
  "a number of at least 0": "不小于 0 的数",
  "a number above 0": "大于 0 的数",
  "a number with fewer digits": "位数较少的数",
  "a share from 0 to 1": "0 至 1 之间的比例",
  "a whole number from 0 to 100000": "0 至 100000 的整数",
  "a whole number from 1 to 100000": "1 至 100000 的整数",
  "a whole number from 0 to 1000000": "0 至 1000000 的整数",
  "a sound rule book": "无误的评定办法",
  "{count} or {share, of, rounding}": "{count} 或 {share, of, rounding}",
  "{atMost: level} or {notGraded: true}": "{atMost: 等级} 或 {notGraded: true}",
  "{method: mean} or {method: trimmedMean, …}": "{method: mean} 或 {method: trimmedMean, …}"
}

/** The Chinese texts of grading's reasons, faults and refusals. */
export const gradingTextZhCN: Catalogue<GradingMessage> = {
  ...coreTextZhCN,
  NotAllowed: ({ expected, found }) => {
    const own = allowed[expected]
    return own === undefined ? coreTextZhCN.NotAllowed({ expected, found }) : `现为 ${found}，应为${own}`
  },
  PanelMissing: ({ panel, criterion, scored, needed, counts: meaning }) =>
    `${name(panel)}对“${name(criterion)}”只有 ${scored} 份评分（至少 ${needed} 份），${counts[meaning]}`,
  CriterionMissing: ({ criterion, counts: meaning }) => `“${name(criterion)}”没有评分，${counts[meaning]}`,
  FactMissing: ({ rule, fact }) => `“${name(rule)}”要看“${name(fact)}”，但尚无此项，请补充`,
  NotEligible: ({ rule, cited }) => `不参评：不符合“${name(rule)}”（${citedText(cited, "zh-CN")}）`,
  InBand: ({ level, total, from, next }) => {
    const bounds = next === undefined ? [from] : [from, next.from]
    const above = next === undefined ? "" : `，低于${name(next.level)}线 ${formatExact(next.from)}`
    return `总分 ${formatBeside(total, bounds, 2)}，达到 ${formatExact(from)}${above}：${name(level)}`
  },
  BelowBands: ({ total, lowest }) =>
    `总分 ${formatBeside(total, [lowest], 2)} 低于最低分数段 ${formatExact(lowest)}，办法未规定等级`,
  GateLowered: ({ gate, from, to, cited }) =>
    `因“${name(gate)}”，由${name(from)}降为${name(to)}（${citedText(cited, "zh-CN")}）`,
  GateExcluded: ({ gate, cited }) => `因“${name(gate)}”不定级（${citedText(cited, "zh-CN")}）`,
  CapPushed: ({ from, to, seats, candidates, place, total, lastSeated, tied }) => {
    const [own, last] = lastSeated === undefined ? [formatBeside(total, [], 2)] : besideEach(total, lastSeated, 2)
    const cut = last === undefined ? "" : `，末位入围 ${last} 分`
    const tie = tied ? "，并列于分界处" : ""
    return `${name(from)}限 ${seats} 个，候选 ${candidates} 个，以 ${own} 分列第 ${place}${tie}${cut}，顺延为${name(to)}`
  },
  KeptByTie: ({ level, seats, kept, total }) =>
    `以 ${formatBeside(total, [], 2)} 分并列于分界处，保留${name(level)}（限 ${seats} 个，现 ${kept} 个）`,
  TiedAtCap: ({ level, seats, tied, total }) =>
    `${tied} 个单位以 ${formatBeside(total, [], 2)} 分并列于${name(level)}的 ${seats} 个名额分界处，办法未规定先后`,
  DuplicateId: ({ id, first }) => `标识“${id}”已被 ${first} 使用，请换一个`,
  UnknownLevel: ({ level, known }) => `没有等级“${level}”，可用：${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `没有指标“${criterion}”，可用：${list(known)}`,
  MarksDiffer: ({ stated, computed }) => `写明满分 ${stated}，而各项满分按权重合计为 ${computed}，请改正其一`,
  Unscored: ({ criterion }) => `没有权重大于 0 的评价主体给“${criterion}”评分，请指定或删去该项`,
  TrimsTooMuch: ({ drops, onlyAbove }) => `共去掉 ${drops} 个分数，onlyAbove 应不小于 ${drops}，现为 ${onlyAbove}`,
  NoTotalRounding: () => "以取整后的总分定级，须在 rounding.total 写明如何取整",
  BandOrder: ({ level }) => `“${level}”不低于前一分数段的等级，分数段应由高到低排列`,
  BandNotLower: ({ from, above }) => `起点 ${from} 不低于前一分数段的起点 ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `起点 ${from} 高于满分 ${fullMarks}，无人能达到`,
  CapOnLowest: ({ level }) => `“${level}”是最低等级，无处可降，请删去限额`,
  ReservedName: ({ id }) => `“${id}”以 unit. 或 score. 开头，为系统保留，请换一个`,
  UnitTwice: ({ unit, first }) => `单位“${unit}”与 units[${first}] 重复，请只留一个`,
  UnknownUnit: ({ unit }) => `没有单位“${unit}”，请改正，或先加入名册`,
  UnknownPanel: ({ panel, known }) => `没有评价主体“${panel}”，可用：${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) => `评价主体“${panel}”不评“${criterion}”，只评：${list(allowed)}`,
  ScoreOutOfRange: ({ criterion, found, maximum }) => `“${criterion}”现为 ${found}，应在 0 至 ${maximum} 之间`,
  SheetTwice: ({ unit, panel, rater, first }) =>
    `“${panel}”的“${rater}”对“${unit}”的评分与 sheets[${first}] 重复，请只留一份`,
  UndeclaredFact: ({ fact, known }) => `办法中没有事实“${fact}”，可用：${list(known)}`,
  FactOfOtherType: ({ fact, type, found }) => `“${fact}”应为${kinds[type]}，现为 ${found}`,
  UnknownLevelFact: ({ fact, found, known }) => `“${fact}”现为“${found}”，应为等级：${list(known)}`,
  FactTwice: ({ unit, fact, first }) => `“${unit}”的“${fact}”与 facts[${first}] 重复，请只留一个`,
  RuleBookInvalid: ({ faults }) => `评定办法有 ${faults.length} 处错误`,
  InputsInvalid: ({ faults }) => `评分表、事实或单位有 ${faults.length} 处错误`,
  RoundInWrongPhase: ({ command, phase, allowed }) =>
    `本轮${phases[phase]}，不能${commands[command]}：须为${allowed.map((one) => phases[one]).join("或")}`,
  RoundInputsRefused: ({ faults }) => `有 ${faults.length} 处错误，未作任何记录`,
  AlreadySubmitted: ({ unit, panel, rater }) => `“${panel}”的“${rater}”已给“${unit}”评分，请替换原表，或先撤回`,
  NotAssigned: ({ unit, panel, rater }) => `“${rater}”未被指定代表“${panel}”给“${unit}”评分`,
  NoSuchSheet: ({ unit, panel, rater }) => `“${panel}”的“${rater}”对“${unit}”没有评分表，请先提交`,
  OutcomesNotSettled: ({ units }) => `这些单位的结果未定：${list(units)}；请先更正所缺内容`,
  NoticeNotOver: ({ until, today }) => `公示至 ${until} 止，今天是 ${today}，请待公示期满`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `公示止于 ${until}，早于开始之日 ${from}`,
  NothingToAmend: () => "更正未指明任何评分表或事实，请指明更正内容"
}
