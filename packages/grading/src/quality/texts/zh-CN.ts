import { type Catalogue, formatBeside, formatExact, minus, type Named, textIn, times } from "@zhengyou/core"
import type { QualityMessage } from "./messages.ts"

const name = (named: Named): string => `“${textIn(named.name, "zh-CN")}”`

const patterns = { full: "都给了满分", sameScore: "给分都相同", sameShare: "得分占满分的比例都相同" }

/** The Chinese texts of what the quality of panels says. */
export const qualityTextZhCN: Catalogue<QualityMessage> = {
  SelfAppraisalHigh: ({ unit, panel, self, others, gap, limit }) =>
    `“${unit}”：${name(panel)} ${formatBeside(self, [], 2)} 分，其他主体 ${formatBeside(others, [], 2)} 分，高出 ${formatBeside(gap, [limit], 2)} 分，超过限值 ${formatExact(limit)} 分`,
  RatersApart: ({ unit, panel, criterion, scored, lowest, highest, maximum, limit }) => {
    const allowed = times(limit, maximum)
    const spread = formatBeside(minus(highest, lowest), [allowed], 2)
    return `“${unit}”的${name(criterion)}：${name(panel)} ${scored} 份评分最低 ${formatExact(lowest)}、最高 ${formatExact(highest)}，相差 ${spread} 分，超过限值 ${formatExact(allowed)} 分`
  },
  StraightLined: ({ unit, panel, rater, scored, pattern }) =>
    `${name(panel)}的“${rater}”对“${unit}”的 ${scored} 项指标${patterns[pattern]}`,
  ScoresTooFine: ({ digits }) => `各项评分的公分母超过 ${digits} 位，请用小数填写评分`,
  Alone: ({ panel, rater }) => `“${rater}”所评的内容，${name(panel)}没有其他评委评过，无从比较`,
  NotComparable: ({ unit, panel }) => `“${unit}”：没有一项指标同时有${name(panel)}和其他有权重主体的评分`,
  NotShared: () => "没有一个单位由两名以上评委评分，看不出一致性",
  OneUnit: () => "只有一个单位由多名评委评分，至少要有两个单位才看得出一致性",
  NoVariation: () => "所有评分都相同，无法与偶然一致相区别",
  Incomplete: () => "并非每名评委都评了每个单位，此系数不适用，请看 alpha",
  UnitsAlike: () => "各单位的平均分都相同，没有可供评委取得一致的差别"
}
