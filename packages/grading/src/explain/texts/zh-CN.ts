import {
  type Catalogue,
  citedText,
  type Exact,
  formatExact,
  isSameExact,
  type Named,
  render,
  textIn
} from "@zhengyou/core"
import { reasonTextZhCN } from "../../texts/zh-CN/reasons.ts"
import type { Fate, QuotaPosition } from "../ExplanationStep.ts"
import { figureText } from "../internal/figureText.ts"
import type { ExplanationMessage } from "./messages.ts"

const name = (named: Named): string => textIn(named.name, "zh-CN")

const fates: Record<Fate, string> = {
  counted: "",
  trimmed: "，按汇总方法不计",
  recused: "，评委属本单位，回避不计",
  void: "，评分表作废，不计",
  outside: "，此项不适用于本单位，不计",
  idle: "，未采用"
}

const outcomes = { Graded: "", Recognised: "", NotGraded: "不定级", Blocked: "缺材料", Undetermined: "规则未定" }
const kinds = { eligibility: "参评资格", recognition: "直接认定", gate: "门槛" }
const counts = { block: "暂不定级", zero: "按 0 分计", exclude: "不计入" }

const missingText = (missing: keyof typeof counts | undefined): string =>
  missing === undefined ? "" : `，缺项${counts[missing]}`

const scoreText = (score: Parameters<typeof figureText>[0] | undefined): string =>
  score === undefined ? "无得分" : `${figureText(score)} 分`

const raterText = ({ rater, raterUnit, group }: { rater: string; raterUnit?: string; group?: string }): string => {
  const of = [raterUnit, group].filter((part) => part !== undefined)
  return of.length === 0 ? rater : `${rater}（${of.join("、")}）`
}

const positionText = ({ total, facts }: QuotaPosition, bounds: ReadonlyArray<Exact>): string => {
  const broken = facts.map(({ fact, found }) => `${fact} ${found?._tag === "Number" ? figureText(found.value) : "–"}`)
  return [total === undefined ? "直接认定" : `${figureText(total, bounds)} 分`, ...broken].join("、")
}

/** The Chinese texts of the steps of an explanation. */
export const explanationTextZhCN: Catalogue<ExplanationMessage> = {
  ExplainedOutcome: ({ unit, outcome, level, shown, rank, why }) => {
    const result = level === undefined ? outcomes[outcome] : name(level)
    const points = shown === undefined ? "" : `，总分 ${shown}`
    const place = rank === undefined ? "" : `，第 ${rank} 名`
    return `${textIn(unit.name, "zh-CN")}：${result}${points}${place}。${render(reasonTextZhCN, why)}`
  },
  RuleAsked: ({ kind, rule, holds, cited, frozenBy, from, to }) => {
    const words = kind === "eligibility" ? ["符合", "不符合"] : ["成立", "不成立"]
    const verdict = holds === undefined ? "无从判断" : holds ? words[0] : words[1]
    const found = frozenBy?.found?._tag === "Level" ? `${name(frozenBy.fact)} ${frozenBy.found.value}` : undefined
    const facts = [citedText(cited, "zh-CN"), ...(found === undefined ? [] : [found])].join("；")
    const after =
      to === undefined || from?.id === to.id
        ? ""
        : from === undefined
          ? `：${name(to)}`
          : `：${name(from)} → ${name(to)}`
    return `${kinds[kind]}“${name(rule)}”${verdict}（${facts}）${after}`
  },
  TotalMade: ({ earned, possible, to, converted, exact, decided, shown = "", bounds }) => {
    if (earned === undefined || exact === undefined || decided === undefined || converted === undefined)
      return "总分：无"
    const share = isSameExact(possible, to)
      ? `${figureText(earned, bounds)} 分`
      : `${figureText(possible)} 分中得 ${figureText(earned, bounds)} 分，折合 ${figureText(to)} 分制为 ${figureText(converted, bounds)} 分`
    const adjusted = isSameExact(converted, exact) ? "" : `，加减分后 ${figureText(exact, bounds)} 分`
    const rounded = isSameExact(exact, decided) ? "" : `，取整后 ${shown} 分`
    return `总分：${share}${adjusted}${rounded}`
  },
  CriterionScored: ({ criterion, maximum, factor, mean, score, missing }) => {
    const rounded =
      mean === undefined || score === undefined || isSameExact(mean, score) ? "" : `（由 ${figureText(mean)} 得出）`
    return `${name(criterion)}：${scoreText(score)}${rounded}，满分 ${figureText(maximum)}，权重 ${formatExact(factor)}${missingText(missing)}`
  },
  PanelScored: ({ panel, weight, scored, counted, score, missing }) =>
    `${name(panel)}：${scoreText(score)}，${scored} 个评分计 ${counted} 个，权重 ${formatExact(weight)}${missingText(missing)}`,
  PanelTotalled: ({ panel, weight, scored, counted, score, missing }) =>
    `${name(panel)}总分：${scoreText(score)}，${scored} 份评分表计 ${counted} 份，权重 ${formatExact(weight)}${missingText(missing)}`,
  MarkGiven: ({ criterion, mark, score, fate, ...rater }) => {
    const label = typeof mark === "string" ? mark : figureText(mark)
    const worth = score === undefined || figureText(score) === label ? "" : `，计 ${figureText(score)} 分`
    const what = fate === "outside" ? `评“${name(criterion)}”` : ""
    return `${raterText(rater)}${what}：${label}${worth}${fates[fate]}`
  },
  SheetGiven: ({ total, fate, ...rater }) =>
    `${raterText(rater)}：${total === undefined ? "评分表" : `${figureText(total)} 分`}${fates[fate]}`,
  AdjustmentApplied: ({ adjustment, kind, given, counted, before, after }) => {
    const capped = isSameExact(given, counted) ? "" : `（申报 ${figureText(given)}）`
    const sign = kind === "bonus" ? "+" : "−"
    return `${name(adjustment)}：${figureText(before)} ${sign} ${figureText(counted)}${capped} = ${figureText(after)}`
  },
  AwardEntered: ({ item, points }) => `${item}：${figureText(points)} 分`,
  BandReached: ({ total, level, from, above }) => {
    const bounds = [...(from === undefined ? [] : [from]), ...(above === undefined ? [] : [above.from])]
    const below = above === undefined ? "" : ` < ${formatExact(above.from)}（${name(above.level)}）`
    const least = from === undefined ? "" : `${formatExact(from)} ≤ `
    return `分数段：${least}${figureText(total, bounds)}${below}：${level === undefined ? "低于各段" : name(level)}`
  },
  QuotaAsked: ({
    kind,
    soft,
    level,
    group,
    seats,
    candidates,
    place,
    own,
    lastKept,
    firstOut,
    tied,
    byLot,
    fate,
    from,
    to
  }) => {
    const bounds = [own, lastKept, firstOut].flatMap((one) => one?.total ?? [])
    const of = group === undefined || group === "" ? "" : `（${group}）`
    const limit = kind === "cap" ? `${name(level)}限额${of} ${seats} 个` : `${name(level)}及以下${of}不少于 ${seats} 个`
    const last = lastKept === undefined ? "" : `；末位入围 ${positionText(lastKept, bounds)}`
    const first = firstOut === undefined ? "" : `；首位未入围 ${positionText(firstOut, bounds)}`
    const tie = tied === 0 ? "" : `；${tied} 个并列于分界处${byLot ? "，抽签" : ""}`
    const result = soft
      ? "仅作提示"
      : fate === "open" || to === undefined
        ? "未定"
        : fate === "kept"
          ? `保留${name(from)}`
          : `${name(from)} → ${name(to)}`
    return `${limit}，候选 ${candidates} 个，列第 ${place}（${positionText(own, bounds)}）${last}${first}${tie}：${result}`
  }
}
