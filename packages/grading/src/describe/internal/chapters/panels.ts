import { dividedByUnsafe, type Exact, formatExact, sum } from "@zhengyou/core"
import { allCriteria, type MissingPolicy } from "../../../Criterion.ts"
import { type Panel, scores } from "../../../Panel.ts"
import { countText, shareText } from "../figures.ts"
import { namesOf, quoted } from "../names.ts"
import { type Clause, listed, type Telling } from "../Telling.ts"
import { aggregatorText } from "./aggregator.ts"

type Missing = Record<MissingPolicy, string>

const few = (what: string, n: number): string => (n === 1 ? `没有${what}` : `${what}不足${countText(n, "zh-CN")}份`)

const fewer = (what: string, n: number): string =>
  n === 1 ? `no ${what}` : `fewer than ${countText(n, "en")} ${what}s`

const words = {
  "zh-CN": {
    weights: "评价主体及其权重如下",
    weight: (name: string, weight: string, share: string | undefined) =>
      `${name}的权重为 ${weight}${share === undefined ? "" : `，占 ${share}`}`,
    noWeight: (name: string) => `${name}的权重为 0，只作参考，不计入得分`,
    shares: "评价主体所评指标不尽相同的，每项指标按评该项的主体的权重分配，各占的比例如下",
    share: (name: string, share: string) => `${name}占 ${share}`,
    criteria: "每项指标的得分，是评该项的各评价主体得分按权重的加权平均；总分是各项指标得分之和",
    criteriaWeighted: "每项指标的得分，是评该项的各评价主体得分按权重的加权平均；总分是各项指标得分乘以权重之和",
    panels: (full: string) =>
      `各评价主体先以其所评指标得分占满分的比例，各自折算出满分 ${full} 分的总分；总分是各评价主体总分按权重的加权平均`,
    panel: (name: string) => `${name}按下列规定评分`,
    scoresAll: "对全部指标逐项评分",
    scores: (names: string) => `只对${names}逐项评分`,
    perSheet: "，先算出每份评分表的总分，再以这些总分作为评分：",
    perCriterion: "，每项",
    ofGroups: (groups: string, missing: string) =>
      `评委分为${groups}，各组先按上述办法分别汇总，再按组的权重加权平均；${missing}`,
    group: (name: string, weight: string, share: string) => `${name}（权重 ${weight}，占 ${share}）`,
    groupMissing: {
      block: "某一组没有评分的，视为该主体缺评",
      zero: "某一组没有评分的，该组按 0 分计",
      exclude: "某一组没有评分的，该组不计，其权重由其余各组按比例分担"
    } as Missing,
    few: {
      criteria: (n: number) => `某项指标${few("评分", n)}的，视为该主体对该项缺评`,
      panels: (n: number) =>
        n === 1
          ? "没有有效评分表的，视为该主体缺评"
          : `${few("有效评分表", n)}的，视为该主体缺评；某项指标${few("评分", n)}的，视为该项没有评分`,
      sheets: (n: number) => `${few("能算出总分的有效评分表", n)}的，视为该主体缺评`
    },
    semicolon: "；",
    missing: {
      block: "缺评的，该单位暂不定级，待补齐后再定",
      zero: "缺评的，按 0 分计",
      exclude: "缺评的，不计该主体，其权重由其余主体按比例分担"
    } as Missing,
    recuse: "评委属于被评单位的应当回避，其评分表不计",
    voids: {
      allEqual: "评两项以上指标、各项得分占满分的比例全都相同的评分表作废",
      allFull: "评两项以上指标、各项全都给满分的评分表作废"
    }
  },
  en: {
    weights: "The panels and their weights are these",
    weight: (name: string, weight: string, share: string | undefined) =>
      `${name} with weight ${weight}${share === undefined ? "" : `, a share of ${share}`}`,
    noWeight: (name: string) => `${name} with weight 0, shown for information and not counted`,
    shares:
      "Not every panel scores every criterion: on each criterion the weights of the panels that score it are shared out so",
    share: (name: string, share: string) => `${name} ${share}`,
    criteria:
      "The score of a criterion is the mean of its panels' scores by their weights, and the total is the sum of the criteria's scores",
    criteriaWeighted:
      "The score of a criterion is the mean of its panels' scores by their weights, and the total is the sum of the criteria's scores, each multiplied by its weight",
    panels: (full: string) =>
      `Each panel first makes a total out of ${full} of its own, as its share of the points of the criteria that it scores; the total is the mean of the panels' totals by their weights`,
    panel: (name: string) => `The panel ${name} scores as follows`,
    scoresAll: "it scores every criterion",
    scores: (names: string) => `it scores only ${names}`,
    perSheet: "; each sheet makes a total first, and the panel's total is made of those as its scores: ",
    perCriterion: "; its score of each is worked out as follows: ",
    ofGroups: (groups: string, missing: string) =>
      `its raters stand in groups: ${groups}; each group is taken by itself in that way, and the groups are averaged by their weights; ${missing}`,
    group: (name: string, weight: string, share: string) => `${name} (weight ${weight}, a share of ${share})`,
    groupMissing: {
      block: "where a group has no score, the panel counts as missing",
      zero: "a group without a score counts as 0",
      exclude: "a group without a score is left out, and the others share its weight in proportion"
    } as Missing,
    few: {
      criteria: (n: number) => `with ${fewer("score", n)} on a criterion, the panel counts as missing there`,
      panels: (n: number) =>
        n === 1
          ? "with no valid sheet, the panel counts as missing"
          : `with ${fewer("valid sheet", n)}, the panel counts as missing; with ${fewer("score", n)} on a criterion, the criterion counts as not scored`,
      sheets: (n: number) => `with ${fewer("valid sheet", n)} that can make a total, the panel counts as missing`
    },
    semicolon: "; ",
    missing: {
      block: "where it is missing, the unit is not graded until it has scored",
      zero: "where it is missing, it counts as 0",
      exclude: "where it is missing, it is left out, and the other panels share its weight in proportion"
    } as Missing,
    recuse: "raters who belong to the unit must stand aside: their sheets on it do not count",
    voids: {
      allEqual: "a sheet on two criteria or more that gives every one the same share of its maximum is void",
      allFull: "a sheet on two criteria or more that gives the maximum everywhere is void"
    }
  }
}

const shareOf = (weight: Exact, weights: ReadonlyArray<Exact>): string =>
  shareText(dividedByUnsafe(weight, sum(weights)))

const panelClause = (panel: Panel, telling: Telling): Clause => {
  const { book, language } = telling
  const own = words[language]
  const named = (ids: ReadonlyArray<string>) =>
    listed(
      ids.map((id) => quoted(telling.criterion(id), language)),
      telling
    )
  const tooFew =
    book.combine === "criteria" ? own.few.criteria : panel.per === "sheet" ? own.few.sheets : own.few.panels
  const { groups } = panel
  const groupName = namesOf(groups ?? [], language)
  const weights = (groups ?? []).map(({ weight }) => weight)
  const inGroups = groups && [
    own.ofGroups(
      listed(
        groups.map(({ id, weight }) =>
          own.group(quoted(groupName(id), language), formatExact(weight), shareOf(weight, weights))
        ),
        telling
      ),
      own.groupMissing[panel.missing]
    )
  ]
  return {
    text: own.panel(quoted(telling.panel(panel.id), language)),
    items: [
      (panel.criteria === undefined ? own.scoresAll : own.scores(named(panel.criteria))) +
        (panel.per === "sheet" ? own.perSheet : own.perCriterion) +
        aggregatorText(panel.aggregate, language),
      ...(inGroups ?? []),
      ...(panel.recuse === undefined ? [] : [own.recuse]),
      ...[...new Set(panel.voids ?? [])].map((rule) => own.voids[rule]),
      tooFew(panel.minimumRaters) + own.semicolon + own.missing[panel.missing]
    ].map((text) => ({ text }))
  }
}

/** Which panels score a criterion, and with what share each: criteria with the same panels stand together. */
const shareItems = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const own = words[language]
  const together = new Map<string, Array<string>>()
  for (const { id } of allCriteria(book.criteria)) {
    const counting = book.panels.filter((panel) => scores(panel, id) && panel.weight.n > 0n)
    const weights = counting.map(({ weight }) => weight)
    const shares = counting.map((panel) =>
      own.share(quoted(telling.panel(panel.id), language), shareOf(panel.weight, weights))
    )
    const key = listed(shares, telling)
    const name = quoted(telling.criterion(id), language)
    const names = together.get(key)
    if (names === undefined) together.set(key, [name])
    else names.push(name)
  }
  const colon = language === "en" ? ": " : "："
  return [...together].map(([shares, names]) => ({ text: listed(names, telling) + colon + shares }))
}

/** Who scores, with what weight, and how the scores of a panel become one. */
export const panelArticles = (telling: Telling, weighted: boolean): ReadonlyArray<Clause> => {
  const { book, language, panel: nameOf } = telling
  const own = words[language]
  const weights = book.panels.map(({ weight }) => weight)
  const isUneven = book.combine === "criteria" && book.panels.some(({ criteria }) => criteria !== undefined)
  const items = book.panels.map(({ id, weight }): Clause => {
    const name = quoted(nameOf(id), language)
    if (weight.n === 0n) return { text: own.noWeight(name) }
    return { text: own.weight(name, formatExact(weight), isUneven ? undefined : shareOf(weight, weights)) }
  })
  const combined =
    book.combine === "panels" ? own.panels(formatExact(book.fullMarks)) : weighted ? own.criteriaWeighted : own.criteria
  return [
    { text: own.weights, items },
    ...(isUneven ? [{ text: own.shares, items: shareItems(telling) }] : []),
    ...book.panels.map((panel) => panelClause(panel, telling)),
    { text: combined }
  ]
}
