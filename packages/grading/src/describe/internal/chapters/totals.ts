import { formatExact } from "@zhengyou/core"
import type { Adjustment } from "../../../Adjustment.ts"
import { roundingText } from "../figures.ts"
import { namesOf, quoted } from "../names.ts"
import type { Clause, Telling } from "../Telling.ts"

const words = {
  "zh-CN": {
    adjustments: "加分、扣分按下列次序计入",
    adjustment: (name: string, bonus: boolean, on: string | undefined) =>
      `${name}：${bonus ? "加分" : "扣分"}，计入${on === undefined ? "总分" : `${on}的得分（乘以权重之前）`}`,
    cap: (cap: string) => `最多计 ${cap} 分`,
    noCap: "不设上限",
    highest: "同一单位有多条的，只计最高的一条",
    sum: "同一单位有多条的，累计计算",
    floor: "扣至 0 分为止",
    comma: "，",
    noRounding: "计算中不作任何取整",
    rounding: "计算中只在下列各步取整，其余各步均不取整",
    step: {
      mark: "每个评分换算成得分时，",
      panel: "各评价主体对每项指标的得分",
      criterion: "每项指标由各评价主体合成的得分",
      panelTotal: "各评价主体自己的总分",
      adjustment: "每项加分、扣分的合计",
      total: "总分"
    },
    idle: "本办法不设评价主体自己的总分，此项不起作用",
    exact: "分数段、名次和名额一律以取整之前的总分为准",
    shown: "分数段、名次和名额一律以取整之前的总分为准，取整后的总分只用于公布",
    rounded: "分数段、名次和名额一律以取整之后的总分为准"
  },
  en: {
    adjustments: "Bonuses and deductions are counted in, in this order",
    adjustment: (name: string, bonus: boolean, on: string | undefined) =>
      `${name}: a ${bonus ? "bonus" : "deduction"} on ${on === undefined ? "the total" : `the score of ${on}, before its weight`}`,
    cap: (cap: string) => `at most ${cap} points`,
    noCap: "without limit",
    highest: "of several entries of one unit only the highest counts",
    sum: "several entries of one unit are added up",
    floor: "never below 0 points",
    comma: ", ",
    noRounding: "Nothing is rounded in the calculation",
    rounding: "Figures are rounded at these steps and at no other",
    step: {
      mark: "each mark, once it is a score",
      panel: "a panel's score of a criterion",
      criterion: "a criterion's score, once its panels are combined",
      panelTotal: "a panel's own total",
      adjustment: "what each bonus or deduction comes to",
      total: "the total"
    },
    idle: "panels have no totals of their own here, so that this has no effect",
    exact: "Bands, ranks and quotas look at the total before any rounding of it",
    shown: "Bands, ranks and quotas look at the total before it is rounded; the rounded total is for publication only",
    rounded: "Bands, ranks and quotas look at the rounded total"
  }
}

const adjustmentClause = (adjustment: Adjustment, name: string, telling: Telling): Clause => {
  const { language, criterion } = telling
  const own = words[language]
  const { kind, on, cap, highestOnly } = adjustment
  const isBonus = kind === "bonus"
  const where = "criterion" in on ? quoted(criterion(on.criterion), language) : undefined
  const parts = [
    own.adjustment(quoted(name, language), isBonus, where),
    highestOnly === true ? own.highest : own.sum,
    ...(cap === undefined ? (isBonus ? [own.noCap] : []) : [own.cap(formatExact(cap))]),
    ...(isBonus ? [] : [own.floor])
  ]
  return { text: parts.join(own.comma) }
}

/** Bonuses and deductions; nothing where the book has none. */
export const adjustmentArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const nameOf = namesOf(book.adjustments, language)
  const items = book.adjustments.map((one) => adjustmentClause(one, nameOf(one.id), telling))
  return items.length === 0 ? [] : [{ text: words[language].adjustments, items }]
}

const stepsInOrder = ["mark", "panel", "criterion", "panelTotal", "adjustment", "total"] as const

/** Where figures are rounded and how, and which total decides. */
export const roundingArticles = ({ book, language }: Telling): ReadonlyArray<Clause> => {
  const own = words[language]
  const { rounding, decideOn, combine } = book
  const items = stepsInOrder.flatMap((step) => {
    const how = rounding[step]
    if (how === undefined) return []
    const colon = language === "en" ? ", " : ""
    const idle = step === "panelTotal" && combine === "criteria" ? own.comma + own.idle : ""
    return [{ text: own.step[step] + colon + roundingText(how, language) + idle }]
  })
  const decides = decideOn === "rounded" ? own.rounded : rounding.total === undefined ? own.exact : own.shown
  return [items.length === 0 ? { text: own.noRounding } : { text: own.rounding, items }, { text: decides }]
}
