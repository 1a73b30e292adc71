import { dividedByUnsafe, type Exact, formatExact, isSameExact, one, times } from "@zhengyou/core"
import { allCriteria, type CriterionNode, isGroup, type MissingPolicy, typesNamed } from "../../../Criterion.ts"
import { countText } from "../figures.ts"
import { quoted } from "../names.ts"
import { type Clause, listed, type Telling } from "../Telling.ts"
import { scoringText } from "./scoring.ts"

type Missing = Record<MissingPolicy, string>

const words = {
  "zh-CN": {
    full: (n: string, full: string) => `指标共${n}项，满分合计 ${full} 分，各项指标及其计分方式如下`,
    heading: (name: string, max: string | undefined) => (max === undefined ? name : `${name}，满分 ${max} 分`),
    item: (name: string, max: string) => `${name}，满分 ${max} 分`,
    weight: (weight: string) => `权重 ${weight}`,
    counts: (most: string) => `乘以权重后最多计 ${most} 分`,
    onlyFor: (types: string) => `只适用于类型为${types}的单位`,
    comma: "，",
    weights: "写明权重的，得分乘以权重后计入总分；上级指标写明权重的，其下各项一并乘以该权重",
    rescale: (full: string) => `单位只适用部分指标的，以其所得分占所适用指标满分的比例，折算为满分 ${full} 分的得分`,
    noRescale: "各类单位所适用的指标，满分合计均相同，不再折算",
    convert: (full: string, to: string, ratio: string) =>
      `总分由满分 ${full} 分折算为满分 ${to} 分（乘以 ${ratio}），计入对总分的加分、扣分之前折算`,
    missingAll: (what: string) => `任何一项指标没有评分的，${what}`,
    missingOne: (what: string) => `没有评分的，${what}`,
    byCriteria: {
      block: "该单位暂不定级，待补齐后再定",
      zero: "该项按 0 分计",
      exclude: "该项不计，以其余指标的得分比例折算总分"
    } as Missing,
    byPanels: {
      block: "有关评价主体不得出总分，视为缺评；按评分表汇总的，该份评分表不计",
      zero: "该项按 0 分计入有关评价主体的总分",
      exclude: "该项不计，有关评价主体的总分以其余指标的得分比例折算"
    } as Missing
  },
  en: {
    full: (n: string, full: string) =>
      `There ${n === "one" ? "is one criterion" : `are ${n} criteria`}, ${full} points in all. Criteria and marking are these`,
    heading: (name: string, max: string | undefined) => (max === undefined ? name : `${name}, ${max} points in all`),
    item: (name: string, max: string) => `${name}, at most ${max} points`,
    weight: (weight: string) => `weight ${weight}`,
    counts: (most: string) => `at most ${most} points once weighted`,
    onlyFor: (types: string) => `only for units of type ${types}`,
    comma: ", ",
    weights:
      "Where a weight is stated, the score is multiplied by it in the total; the weight of a heading multiplies everything under it",
    rescale: (full: string) =>
      `Where only some criteria apply to a unit, its share of the points that those allow is converted to points out of ${full}`,
    noRescale: "The criteria that apply come to the same points for every type of unit, and nothing is converted",
    convert: (full: string, to: string, ratio: string) =>
      `Totals out of ${full} are converted to totals out of ${to} (multiplied by ${ratio}), before bonuses and deductions on the total are counted in`,
    missingAll: (what: string) => `Where a criterion has no score, ${what}`,
    missingOne: (what: string) => `without a score, ${what}`,
    byCriteria: {
      block: "the unit is not graded until it has one",
      zero: "it counts as 0",
      exclude: "it is left out, and the share earned of the other criteria is converted to the points in all"
    } as Missing,
    byPanels: {
      block: "the panel has no total and counts as missing; where sheets are aggregated, that sheet does not count",
      zero: "it counts as 0 in the total of that panel",
      exclude: "it is left out, and the panel's total is its share of the other criteria"
    } as Missing
  }
}

/** Whether some item or heading has a weight of its own. */
export const isWeighted = (nodes: ReadonlyArray<CriterionNode>): boolean =>
  nodes.some((node) => !isSameExact(node.weight, one) || (isGroup(node) && isWeighted(node.items)))

const nodeClause = (node: CriterionNode, above: Exact, telling: Telling, tellsMissing: boolean): Clause => {
  const { book, language, criterion } = telling
  const own = words[language]
  const factor = times(above, node.weight)
  const weight = !isSameExact(node.weight, one) ? [own.weight(formatExact(node.weight))] : []
  const types = listed(
    (node.onlyFor ?? []).map((type) => quoted(type, language)),
    telling
  )
  const only = node.onlyFor === undefined ? [] : [own.onlyFor(types)]
  if (isGroup(node)) {
    const head = own.heading(criterion(node.id), node.maximum && formatExact(node.maximum))
    const items = node.items.map((item) => nodeClause(item, factor, telling, tellsMissing))
    return { text: [head, ...weight, ...only].join(own.comma), items }
  }
  const most = factor.n === factor.d ? [] : [own.counts(formatExact(times(factor, node.maximum)))]
  const meaning = book.combine === "panels" ? own.byPanels : own.byCriteria
  const missing = tellsMissing ? [own.missingOne(meaning[node.missing])] : []
  const head = [own.item(criterion(node.id), formatExact(node.maximum)), ...weight, ...most, ...only].join(own.comma)
  const marking = [scoringText(node, language), ...missing].join(language === "en" ? "; " : "；")
  return { text: head + own.comma + marking }
}

/** The criteria, how they are marked, and what the marks come to. */
export const criteriaArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const own = words[language]
  const all = allCriteria(book.criteria)
  const [first, ...others] = all
  const same = others.every(({ missing }) => missing === first?.missing)
  const meaning = book.combine === "panels" ? own.byPanels : own.byCriteria
  const { fullMarks, convertTo, notApplicable } = book
  const full = formatExact(fullMarks)
  const applies =
    notApplicable === "rescale" ? own.rescale(full) : typesNamed(book.criteria).length > 0 ? own.noRescale : undefined
  const convert =
    convertTo && own.convert(full, formatExact(convertTo), formatExact(dividedByUnsafe(convertTo, fullMarks)))
  const missing = same && first !== undefined ? own.missingAll(meaning[first.missing]) : undefined
  return [
    {
      text: own.full(countText(all.length, language), full),
      items: book.criteria.map((node) => nodeClause(node, one, telling, !same))
    },
    ...[isWeighted(book.criteria) ? own.weights : undefined, missing, applies, convert].flatMap((text) =>
      text === undefined ? [] : [{ text }]
    )
  ]
}
