import { type Catalogue, formatBeside, formatExact, type Named, textIn } from "@zhengyou/core"
import type { CheckMessage, Some } from "./messages.ts"

const name = (named: Named): string => `“${textIn(named.name, "zh-CN")}”`
const bare = (named: Named): string => textIn(named.name, "zh-CN")

const kinds = { cap: "上限", floor: "下限" }
const groups = { "unit.type": "单位类型", "unit.parent": "上级单位" }
const sets = { panels: "各评价主体", groups: "各分组" }
const outcomes = {
  graded: "已定级",
  recognised: "直接认定",
  "not-graded": "不定级",
  blocked: "缺材料",
  undetermined: "规则未定",
  refused: "输入被拒"
}

const some = <A>({ first, more }: Some<A>, text: (item: A) => string): string =>
  first.map(text).join("、") + (more > 0 ? `等 ${first.length + more} 项` : "")

const quota = ({ kind, level }: { readonly kind: keyof typeof kinds; readonly level: Named }): string =>
  `${name(level)}的${kinds[kind]}`

/** The Chinese texts of what proof-reading finds. */
export const checkTextZhCN: Catalogue<CheckMessage> = {
  BandGap: ({ lowest }) =>
    `最低分数段从 ${formatExact(lowest)} 分起，总分可能更低而无等级：请改为从 0 分起，或增加一段`,
  BandOutOfReach: ({ level, from, most }) =>
    `${name(level)}从 ${formatExact(from)} 分起，而总分最高只有 ${formatBeside(most, [from], 2)}：请降低分数线，或使分数够得着`,
  BandBelowAll: ({ level, least, above }) =>
    `总分最低也有 ${formatBeside(least, [], 2)}，已是${name(above)}：没有单位能按分数定为${name(level)}`,
  BandSkipped: ({ level, from, next, digits }) =>
    `保留 ${digits} 位小数后，没有总分落在 ${formatExact(from)} 以上、${formatExact(next)} 以下：没有单位能按分数定为${name(level)}`,
  LevelNeverGiven: ({ level }) => `没有分数段、直接认定、门槛或限额给出${name(level)}：请增加分数段，或去掉这一等级`,
  CriterionConstant: ({ criterion, score }) =>
    `${name(criterion)}无论怎样评都得 ${formatExact(score)} 分：它不影响任何总分`,
  CriterionNeverApplies: ({ criterion }) => `${name(criterion)}与其上级指标适用的单位类型不同：它不适用于任何单位`,
  VoidsIdle: ({ panel }) => `${name(panel)}只评一项指标，单独一个分数不会使评分表作废：请去掉这条规定`,
  TrimsNothing: ({ panel }) => `${name(panel)}规定去掉高低分，却一个也不去：请改用平均，或写明去掉几个`,
  AdjustmentCapped: ({ adjustment }) => `${name(adjustment)}的封顶使任何分值都不计入：请提高封顶，或去掉此项`,
  WeightsDoNotTotal: ({ of, total, whole, first, written, counts }) =>
    `${sets[of]}权重合计 ${formatExact(total)}，不是 ${formatExact(whole)}：${name(first)}写作 ${formatExact(written)}，实际占 ${formatExact(counts)}；三分之一请写 1/3`,
  GateNeverFires: ({ gate }) => `没有任何情形能使${name(gate)}成立：请改正条件`,
  GateAlwaysFires: ({ gate }) => `没有单位能通过${name(gate)}：请改正条件，或直接改分数段`,
  GateIdle: ({ gate }) => `${name(gate)}不会降低任何单位：凡符合条件的，等级本来就不更高`,
  GateShadowed: ({ gate, by }) => `凡${name(gate)}成立时，${name(by)}至少同样严：请去掉它，或改正其中之一`,
  NobodyEligible: ({ rules }) =>
    `没有单位能${rules.length > 1 ? "同时" : ""}符合${rules.map(name).join("和")}：谁也不能参评`,
  EligibilityIdle: ({ rule }) => `所有单位都符合${name(rule)}：它不限制任何单位`,
  RecognitionNeverApplies: ({ recognition }) => `${name(recognition)}不适用于任何参评单位，或总被前面的直接认定抢先`,
  RecognitionNeverKept: ({ recognition, level }) =>
    `凡按${name(recognition)}认定为${name(level)}的单位，都被门槛降低，或因没有评分而待定`,
  QuotaLeavesNobody: ({ kind, level }) =>
    kind === "cap"
      ? `${name(level)}的上限没有一个名额：参加评分的单位都不能定为${name(level)}`
      : `${name(level)}的下限要求所有单位：没有单位能高于${name(level)}`,
  QuotaIdle: (one) => `${quota(one)}${one.kind === "cap" ? "容得下所有单位" : "不要求任何单位"}：它不起作用`,
  QuotaShadowed: ({ by, ...one }) => `只要满足${quota(by)}，就满足${quota(one)}：后者不起作用`,
  FloorOverfillsCap: ({ level, units, floor, cap }) =>
    `${units} 个单位时，下限使 ${floor} 个单位降为${name(level)}，而其上限只有 ${cap} 个名额：其余单位连降两级`,
  TiesLeftOpen: (one) => `${quota(one)}处并列的单位等级未定：请写明谁先`,
  LotsNeedSeed: (one) => `${quota(one)}处并列由抽签决定：没有公布的签种就等级未定`,
  TiesExceedQuota: (one) => `${quota(one)}处并列的单位全部保留等级，限额可能被突破`,
  RoundingOnlyShows: ({ digits }) => `总分显示 ${digits} 位小数，但按精确分决定：看上去同分的单位可能名次不同`,
  GainsByMissing: ({ missing, with: badly, without }) =>
    `缺${name(missing)}的评分反而有利：缺评得 ${formatBeside(without, [badly], 2)}，此处得零分则为 ${formatBeside(badly, [without], 2)}`,
  UnscoredIsGraded: ({ level }) => `缺项按零分计，无人评分的单位也定为${name(level)}`,
  ExampleDisagrees: ({ example, unit }) =>
    `算例“${textIn(example, "zh-CN")}”${unit === undefined ? "的输入被拒" : `中“${unit}”的结果不同`}：请改正算例或办法`,
  NotDecided: ({ rule }) => `${name(rule)}一带的条件过大，未能判定：没有审读`,
  QuotaTakesRoster: ({ group, seats, units, ...one }) => {
    const where = group === undefined ? "" : `“${group}”`
    return one.kind === "cap"
      ? `名册中${where}有 ${units} 个单位，${quota(one)}没有一个名额：没有单位能定为${name(one.level)}`
      : `名册中${where}有 ${units} 个单位，${quota(one)}要求 ${seats} 个：没有单位能高于${name(one.level)}`
  },
  GroupUnstated: ({ within, units, ...one }) =>
    `${quota(one)}按${groups[within]}分别计算，名册中有 ${units} 个单位没有${groups[within]}：它们合在一起计算`,
  CriterionForNobody: ({ criterion }) => `${name(criterion)}不适用于名册中的任何单位`,
  NothingForUnit: ({ unit, type }) =>
    `没有指标适用于“${unit}”（${type === undefined ? "没有单位类型" : `类型“${type}”`}）：无法定级`,
  UnitShown: ({ unit, facts, marks, awards, outcome, level, total }) => {
    const known = some(facts, ({ fact, value }) => `${bare(fact)} ${value}`)
    const given = marks.map(({ by, marks: own }) => {
      const who = by === "all" ? "" : `${by.map(bare).join("、")}评 `
      return `${who}${some(own, ({ criterion, mark }) => `${bare(criterion)} ${mark}`)}`
    })
    const awarded = awards.map(({ adjustment, points }) => `${bare(adjustment)} ${formatExact(points)}`)
    const inputs = [...(known === "" ? [] : [known]), ...given, ...awarded].join("；")
    const result = [
      ...(total === undefined ? [] : [`总分 ${formatBeside(total, [], 2)}`]),
      level === undefined ? outcomes[outcome] : bare(level)
    ]
    return `${unit}：${inputs === "" ? "什么也没有" : inputs} → ${result.join("，")}`
  },
  MoreUnits: ({ more }) => `……还有 ${more} 个单位`
}
