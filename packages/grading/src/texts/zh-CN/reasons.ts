import { type Catalogue, citedText, type Exact, formatBeside, formatExact, isSameExact } from "@zhengyou/core"
import type { GradingReason } from "../../GradingReason.ts"
import { ownAndLast } from "../../internal/besideEach.ts"
import { name } from "./words.ts"

const counts = { block: "暂不定级", zero: "按 0 分计", exclude: "不计入" }

/** The recognised have no total. */
const withTotal = (total: Exact | undefined): string =>
  total === undefined ? "" : `以 ${formatBeside(total, [], 2)} 分`

export const reasonTextZhCN: Catalogue<GradingReason> = {
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
    `${tied} 个单位${withTotal(total)}并列于${name(level)}的 ${seats} 个名额分界处，${wantsLots ? "须抽签，请给出公布的签种" : "办法未规定先后"}`
}
