import {
  type Catalogue,
  citedText,
  coreTextZhCN,
  type Exact,
  formatBeside,
  formatExact,
  isSameExact,
  type Named,
  render,
  textIn
} from "@zhengyou/core"
import type { ComesTo } from "../answers/Fragile.ts"
import { ownAndLast } from "../internal/besideEach.ts"
import type { AllowedMarks, Mark } from "../Scoring.ts"
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
  RecordAwards: "登记加减分",
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
  "a share below 1/2": "小于 1/2 的比例",
  "a number or a label": "数或档名",
  "a criterion, or a heading with items": "指标，或带 items 的上级指标",
  "{kind: points | deduct | anchors | letters | count | place | rate | outOf, …}":
    "{kind: points | deduct | anchors | letters | count | place | rate | outOf, …}",
  "{total: true} or {criterion: id}": "{total: true} 或 {criterion: 指标}",
  "a sound rule book": "无误的评定办法",
  "{count} or {share, of, rounding}": "{count} 或 {share, of, rounding}",
  "{atMost: level}, {notAbove: fact} or {notGraded: true}": "{atMost: 等级}、{notAbove: 事实} 或 {notGraded: true}",
  "{method: mean | median | min | max | trimmedMean | trimmedShare, …}":
    "{method: mean | median | min | max | trimmedMean | trimmedShare, …}"
}

/** The recognised have no total. */
const withTotal = (total: Exact | undefined): string =>
  total === undefined ? "" : `以 ${formatBeside(total, [], 2)} 分`

const results = {
  Graded: "已定级",
  Recognised: "直接认定",
  NotGraded: "不定级",
  Blocked: "缺材料",
  Undetermined: "规则未定"
}

const resultText = ({ outcome, level }: ComesTo): string => (level === undefined ? results[outcome] : name(level))

const markText = (mark: Mark): string => (typeof mark === "string" ? mark : formatExact(mark))

const marksText = (marks: AllowedMarks): string => {
  if (marks._tag === "Labels") return `${list(marks.labels)}之一`
  const whole = marks.whole ? "整数" : "数"
  return marks.to === undefined
    ? `不小于 ${formatExact(marks.from)} 的${whole}`
    : ` ${formatExact(marks.from)} 至 ${formatExact(marks.to)} 的${whole}`
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
  PanelTotalMissing: ({ panel, scored, needed, counts: meaning }) =>
    `${name(panel)}只有 ${scored} 份有效评分表（至少 ${needed} 份），${counts[meaning]}`,
  SheetsSetAside: ({ panel, recused, spoilt }) => {
    const parts = [...(recused > 0 ? [`回避 ${recused} 份`] : []), ...(spoilt > 0 ? [`作废 ${spoilt} 份`] : [])]
    return `${name(panel)}的评分表不计：${parts.join("、")}`
  },
  Adjusted: ({ adjustment, kind, given, counted }) => {
    const capped = isSameExact(given, counted) ? "" : `（申报 ${formatBeside(given, [], 2)}）`
    return `“${name(adjustment)}”${kind === "bonus" ? "加" : "减"} ${formatBeside(counted, [], 2)} 分${capped}`
  },
  Recognised: ({ rule, level, cited }) => `按“${name(rule)}”直接认定为${name(level)}（${citedText(cited, "zh-CN")}）`,
  NothingToScore: () => "办法中没有适用于此类单位的指标，请改正单位类型或办法",
  GateFroze: ({ gate, from, to, fact, cited }) =>
    `因“${name(gate)}”，不得高于${name(fact)}：由${name(from)}降为${name(to)}（${citedText(cited, "zh-CN")}）`,
  QuotaPushed: ({ kind, from, to, seats, candidates, place, total, lastKept, tied, byLot }) => {
    const limit =
      kind === "cap" ? `${name(from)}限 ${seats} 个，候选 ${candidates} 个` : `${name(to)}及以下不少于 ${seats} 个`
    const [own, last] = ownAndLast(total, lastKept)
    const cut = last === undefined ? "" : `，末位入围 ${last} 分`
    const tie = byLot && tied ? "，并列后抽签" : tied ? "，并列于分界处" : ""
    return `${limit}，${own === undefined ? "" : `以 ${own} 分`}列第 ${place}${tie}${cut}，顺延为${name(to)}`
  },
  KeptByTie: ({ level, seats, kept, total, byLot }) =>
    byLot
      ? `${withTotal(total)}并列于分界处，抽签保留${name(level)}（限 ${seats} 个）`
      : `${withTotal(total)}并列于分界处，保留${name(level)}（限 ${seats} 个，现 ${kept} 个）`,
  TiedAtQuota: ({ level, seats, tied, total, wantsLots }) =>
    `${tied} 个单位${withTotal(total)}并列于${name(level)}的 ${seats} 个名额分界处，${wantsLots ? "须抽签，请给出公布的签种" : "办法未规定先后"}`,
  PointsShort: ({ level, total, needed, strict, short, raises }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join("、")
    const more = strict ? "超过 " : ""
    return `距${name(level)}还差${more} ${formatExact(short)} 分：现 ${formatBeside(total, [needed], 2)}，须 ${formatExact(needed)}；最省分的办法：${how}`
  },
  OutOfReach: ({ level, total, needed }) =>
    `${name(level)}须 ${formatExact(needed)} 分，各项得满分也无法由 ${formatBeside(total, [needed], 2)} 达到`,
  NoBand: ({ level }) => `没有分数段可达到${name(level)}`,
  SeatsShort: ({ level, seats, place, short, lastKept }) => {
    const last = lastKept === undefined ? "" : `，末位入围 ${formatExact(lastKept)} 分`
    return `已达到${name(level)}的标准，但 ${seats} 个名额已满：列第 ${place}，差 ${short} 位${last}`
  },
  LiftTo: ({ level, needed, strict, short, raises, clear }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join("、")
    const more = strict ? "超过" : ""
    const first = clear.length === 0 ? "" : `；并须先解除${clear.map((gate) => `“${name(gate)}”`).join("、")}`
    return `总分${strict ? "超过" : "达到"} ${formatExact(needed)} 即为${name(level)}，须提高${more} ${formatExact(short)} 分：${how}${first}`
  },
  NoLift: ({ level, top, held, clear }) => {
    const why = held.map((one) => `；${render(gradingTextZhCN, one)}`).join("")
    const gates = clear.map((gate) => `“${name(gate)}”`).join("、")
    const without = clear.length === 0 ? "" : `；解除${gates}后，现有总分即可`
    return `总分提高到余地用尽的 ${formatExact(top)} 分也达不到${name(level)}${why}${without}`
  },
  MarkFlips: ({ panel, rater, criterion, from, to, result }) =>
    `${name(panel)}“${rater}”的${name(criterion)}由 ${markText(from)} 改为 ${markText(to)}，结果为${resultText(result)}`,
  SheetFlips: ({ panel, rater, result }) => `去掉${name(panel)}“${rater}”的评分表，结果为${resultText(result)}`,
  WeightFlips: ({ of, from, to, result }) =>
    `${name(of)}的权重由 ${formatExact(from)} 改为 ${formatExact(to)}，结果为${resultText(result)}`,
  DuplicateId: ({ id, first }) => `标识“${id}”已被 ${first} 使用，请换一个`,
  UnknownLevel: ({ level, known }) => `没有等级“${level}”，可用：${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `没有指标“${criterion}”，可用：${list(known)}`,
  MarksDiffer: ({ stated, computed, type }) =>
    `写明满分 ${stated}，而${type === undefined ? "" : `“${type}”类单位的`}各项满分按权重合计为 ${computed}，请改正其一`,
  Unscored: ({ criterion }) => `没有权重大于 0 的评价主体给“${criterion}”评分，请指定或删去该项`,
  TrimsTooMuch: ({ scores }) => `只有 ${scores} 个分数时会全部去掉，请提高 onlyAbove 或少去一些`,
  StepsNotLower: ({ from, above }) => `起点 ${from} 不低于前一档的起点 ${above}`,
  PointsAboveMaximum: ({ points, maximum }) => `得分 ${points} 超过该项满分 ${maximum}，请改正其一`,
  SheetsNeedPanels: () => "按评分表汇总须写明 combine: panels",
  AdjustsCriterion: ({ criterion }) => `各评价主体先各自合计时，“${criterion}”没有单独得分可以加减，请改为对总分`,
  NotANumberFact: ({ fact, known }) => `“${fact}”不是数值，不能用来区分并列，可用：${list(known)}`,
  NotALevelFact: ({ fact, known }) => `“${fact}”不是等级类事实，可用：${list(known)}`,
  NoTotalRounding: () => "以取整后的总分定级，须在 rounding.total 写明如何取整",
  BandOrder: ({ level }) => `“${level}”不低于前一分数段的等级，分数段应由高到低排列`,
  BandNotLower: ({ from, above }) => `起点 ${from} 不低于前一分数段的起点 ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `起点 ${from} 高于满分 ${fullMarks}，无人能达到`,
  FloorOnBest: ({ level }) => `“${level}”是最高等级，所有单位都在其及以下，请删去下限`,
  CapOnLowest: ({ level }) => `“${level}”是最低等级，无处可降，请删去限额`,
  ReservedName: ({ id }) => `“${id}”以 unit. 或 score. 开头，为系统保留，请换一个`,
  BoundsOfNoNumber: ({ fact }) => `“${fact}”不是数，不能规定上下限，请删去`,
  ValidityEndsFirst: ({ from, until }) => `${until} 失效，早于生效之日 ${from}`,
  FactOutOfRange: ({ fact, found, minimum, maximum }) =>
    `“${fact}”现为 ${found}，应${minimum === undefined ? "" : `不小于 ${minimum}`}${minimum === undefined || maximum === undefined ? "" : "且"}${maximum === undefined ? "" : `不大于 ${maximum}`}`,
  BookNotInForce: ({ asOf, from, until }) =>
    `办法自 ${from} 起${until === undefined ? "" : `至 ${until}`}有效，不适用于 ${asOf}，请用当时的办法`,
  UnitTwice: ({ unit, first }) => `单位“${unit}”与 units[${first}] 重复，请只留一个`,
  UnknownUnit: ({ unit }) => `没有单位“${unit}”，请改正，或先加入名册`,
  UnknownPanel: ({ panel, known }) => `没有评价主体“${panel}”，可用：${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) => `评价主体“${panel}”不评“${criterion}”，只评：${list(allowed)}`,
  MarkNotAllowed: ({ criterion, found, allowed: marks }) => `“${criterion}”现为 ${found}，应为${marksText(marks)}`,
  UnknownGroup: ({ group, panel, known }) =>
    `评价主体“${panel}”的评委须注明分组：${list(known)}${group === "" ? "" : `，现为“${group}”`}`,
  UnknownAdjustment: ({ adjustment, known }) => `没有加减分项“${adjustment}”，可用：${list(known)}`,
  AwardTwice: ({ unit, adjustment, item, first }) =>
    `“${unit}”在“${adjustment}”下的“${item}”与 awards[${first}] 重复，请只留一个`,
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
  AssignedTwice: ({ panel, rater, first }) =>
    `“${rater}”在 plan.assignments[${first}] 已分派到“${panel}”，请把负责的单位合在一处`,
  NotAssigned: ({ unit, panel, rater }) => `“${rater}”未被指定代表“${panel}”给“${unit}”评分`,
  NoSuchSheet: ({ unit, panel, rater }) => `“${panel}”的“${rater}”对“${unit}”没有评分表，请指明已提交的评分表`,
  OutcomesNotSettled: ({ units }) => `这些单位的结果未定：${list(units)}；请先更正所缺内容`,
  NoticeNotOver: ({ until, today }) => `公示至 ${until} 止，今天是 ${today}，请待公示期满`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `公示止于 ${until}，早于开始之日 ${from}`,
  NothingToAmend: () => "更正未指明任何评分表、事实或加减分，请指明更正或撤回的内容"
}
