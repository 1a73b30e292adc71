import { type Catalogue, formatExact, isSameExact, one, textIn } from "@zhengyou/core"
import type { Panel } from "@zhengyou/grading"
import type { LevelShare, ReportMessage, Unplaced } from "./messages.ts"

const unplacedNames: Readonly<Record<Unplaced, string>> = {
  NotGraded: "不定级",
  Blocked: "缺材料",
  Undetermined: "规则未定"
}

const unplacedTags: ReadonlyArray<Unplaced> = ["NotGraded", "Blocked", "Undetermined"]

const levelText = ({ level, units, share }: LevelShare): string =>
  `${textIn(level.name, "zh-CN")} ${units} 个（${share}）`

const unplacedText = (unplaced: Readonly<Record<Unplaced, number>>): string =>
  unplacedTags.flatMap((tag) => (unplaced[tag] === 0 ? [] : [`${unplacedNames[tag]} ${unplaced[tag]} 个`])).join("、")

const nonZero = (counts: ReadonlyArray<readonly [number, string]>): string =>
  counts.flatMap(([count, what]) => (count === 0 ? [] : [`${what} ${count} 个`])).join("，")

const methods = { mean: "平均", median: "中位数", min: "最低", max: "最高" }

const voids = { allEqual: "各项得分率相同", allFull: "各项满分" }

const aggregated = (aggregate: Panel["aggregate"]): string => {
  if (!("onlyAbove" in aggregate)) return methods[aggregate.method]
  const drops =
    aggregate.method === "trimmedMean"
      ? `${aggregate.dropHighest} 个最高、${aggregate.dropLowest} 个最低`
      : `最高、最低各 ${formatExact(aggregate.share)} `
  return `多于 ${aggregate.onlyAbove} 人时去掉${aggregate.method === "trimmedMean" ? " " : ""}${drops}后平均`
}

const howAggregated = ({ aggregate, per, groups, recuse, voids: kinds = [] }: Panel): string =>
  [
    `${per === "sheet" ? "每份评分表先各自合计；" : ""}${aggregated(aggregate)}`,
    ...(groups === undefined
      ? []
      : [
          `分组加权（${groups.map(({ name, weight }) => `${textIn(name, "zh-CN")} ${formatExact(weight)}`).join("、")}）`
        ]),
    ...(recuse === undefined ? [] : ["本单位人员回避"]),
    ...kinds.map((kind) => `${voids[kind]}的评分表作废`)
  ].join("；")

/**
 * The Chinese texts of a report.
 *
 * @example
 * ```ts
 * import { render } from "@zhengyou/core"
 * import { reportTextZhCN } from "@zhengyou/report"
 *
 * render(reportTextZhCN, { _tag: "CountAndShare", units: 12, share: "32.4%" }) // => "12 个，32.4%"
 * ```
 */
export const reportTextZhCN: Catalogue<ReportMessage> = {
  Report: () => "评定结果报告",
  ExplanationOf: () => "定级说明",
  Distribution: () => "等级分布",
  Totals: () => "总分分布",
  Units: () => "各单位结果",
  Rules: () => "计分规则",
  Quotas: () => "比例限额",
  Completeness: () => "评分完整性",
  Comparisons: () => "换一种办法会怎样",
  Receipt: () => "凭据",
  ReasonsInOrder: () => "理由（按评定次序，最后一条起决定作用）",
  Working: () => "计算过程",
  UnitId: () => "单位标识",
  Unit: () => "单位",
  Level: () => "等级",
  Total: () => "总分",
  ExactTotal: () => "精确总分",
  DecidedTotal: () => "定级总分",
  Rank: () => "名次",
  DecidingReason: () => "决定理由",
  AllReasons: () => "全部理由",
  Count: () => "单位数",
  Share: () => "占比",
  Criterion: () => "指标",
  Score: () => "得分",
  Panel: () => "评价主体",
  Rater: () => "评分人",
  Weight: () => "权重",
  Step: () => "步骤",
  Figure: () => "数值",
  ComesTo: () => "所得",
  Aggregation: () => "汇总方法",
  MinimumRaters: () => "最少评分人数",
  Threshold: () => "分数线",
  JustAbove: () => "线上最近",
  JustBelow: () => "线下最近",
  Seats: () => "名额",
  Candidates: () => "候选",
  Kept: () => "保留",
  QuotaKind: () => "限额",
  Group: () => "范围",
  IsMet: () => "是否达到",
  Reserve: () => "递补顺序",
  PanelTotal: () => "主体合计",
  ThisGrading: () => "本次",
  OtherGrading: () => "该办法",
  Why: () => "该办法下的理由",
  Outstanding: () => "尚缺评分",
  Semantics: () => "语义版本",
  RulesHash: () => "评定办法",
  InputsHash: () => "输入",
  ResultHash: () => "结果",
  NotGraded: () => unplacedNames.NotGraded,
  Blocked: () => unplacedNames.Blocked,
  Undetermined: () => unplacedNames.Undetermined,
  Nobody: () => "无",
  AllCriteria: () => "全部指标",
  AllUnits: () => "全部单位",
  Cap: () => "上限",
  Floor: () => "下限",
  Yes: () => "是",
  No: () => "否",
  PanelsFirst: () => "各评价主体先各自合计，再按权重汇总。",
  AnyRater: () => "未指定",
  NoScore: () => "缺",
  ReadTotals: () => "每点为一个单位，竖线为各等级的分数线；点的颜色为最终等级。",
  ReadUnits: () => "点开一行，可见全部理由和计算过程。",
  HowToCheck: () =>
    "核对方法：用同一语义版本，以同一评定办法和同一输入重新评定，三个散列应逐字相同。散列为规范 JSON（RFC 8785）的 SHA-256。",
  BookUsed: ({ title, id, version }) => `评定办法：${textIn(title, "zh-CN")}（${id}，版本 ${version}）`,
  PreparedOn: ({ day }) => `制表日期：${day}`,
  Summary: ({ all, graded, levels, unplaced }) => {
    const rest = unplacedText(unplaced)
    const placed = graded === 0 ? "均未定级" : `已定级 ${graded} 个：${levels.map(levelText).join("、")}`
    return `共 ${all} 个单位，${placed}${rest === "" ? "" : `；另有${rest}`}。`
  },
  CountAndShare: ({ units, share }) => `${units} 个，${share}`,
  UnplacedCounts: ({ unplaced }) => {
    const rest = unplacedText(unplaced)
    return rest === "" ? "各单位均已定级" : `未定级：${rest}（不计入占比）`
  },
  LevelFrom: ({ level, from }) => `${textIn(level, "zh-CN")} ≥ ${formatExact(from)}`,
  AndOthers: ({ others }) => `等 ${others + 1} 个`,
  PanelRaters: ({ scored, counted }) => (scored === counted ? `${scored} 人` : `${scored} 人计 ${counted}`),
  PanelWeight: ({ weight }) => `权重 ${formatExact(weight)}`,
  OutOf: ({ maximum, weight }) =>
    `满分 ${formatExact(maximum)}${isSameExact(weight, one) ? "" : `，权重 ${formatExact(weight)}`}`,
  Scaled: ({ earned, possible, to }) =>
    `各项得分按权重合计 ${formatExact(earned)}，可得 ${formatExact(possible)}，折算为 ${formatExact(to)} 分制`,
  HowAggregated: ({ panel }) => howAggregated(panel),
  DecidedOn: ({ on, digits }) =>
    on === "exact" ? "以精确总分定级，不取整。" : `以取整到 ${digits} 位小数的总分定级。`,
  Collected: ({ sheets, outstanding }) =>
    outstanding === 0 ? `已收评分表 ${sheets} 份，应评的均已评。` : `已收评分表 ${sheets} 份，尚缺 ${outstanding} 处：`,
  Changes: ({ changed, fell, rose }) =>
    changed === 0
      ? "没有单位的结果不同。"
      : `${changed} 个单位的结果不同：${nonZero([
          [fell, "下降"],
          [rose, "上升"],
          [changed - fell - rose, "其他"]
        ])}。`,
  QuotaOf: ({ level, group, quota: { kind, seats, candidates, kept, isMet } }) => {
    const where = group === undefined ? "" : `${textIn(group, "zh-CN")}：`
    const limit = kind === "cap" ? `限 ${seats} 个` : `及以下不少于 ${seats} 个`
    const who = kind === "cap" ? "候选" : "其上"
    return `${where}${textIn(level, "zh-CN")}${limit}：${who} ${candidates} 个，保留 ${kept} 个${isMet ? "" : "，未达到"}。`
  }
}
