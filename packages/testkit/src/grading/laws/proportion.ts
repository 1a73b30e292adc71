import { compareExact, type Exact, exactUnsafe, minus, plus, times } from "@zhengyou/core"
import { type Criterion, type CriterionNode, isGroup, type RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import { askedBy } from "../comparisons.ts"
import type { GradingLaw } from "../GradingLaw.ts"
import {
  anyRounds,
  breach,
  completeRounds,
  criteriaOf,
  exactOf,
  figure,
  firstOtherwise,
  graded,
  outcomeOf,
  pick,
  withoutQuotas
} from "./support.ts"

/** Weights are shares of their sum. */
export const weightHomogeneity: GradingLaw = {
  id: "weight-homogeneity",
  about: "engine",
  says: say("所有评价主体的权重同乘一个数，结果不变", "all panel weights multiplied by one number change nothing"),
  witness: {
    bug: say(
      "权重小于 1 时一处校验忽略（97），另一处接受（100）",
      "weights below 1 are ignored by one validator (97) and accepted by another (100)"
    ),
    source: "frappe/erpnext#16534"
  },
  unless: () => undefined,
  cases: (setting) =>
    fc.tuple(anyRounds(setting), fc.constantFrom("2", "1/3", "100")).map(([inputs, by]) => ({
      inputs,
      varied: {
        change: say(`评价主体的权重都乘以 ${by}`, `all panel weights multiplied by ${by}`),
        book: {
          ...setting.book,
          panels: mapped(setting.book.panels, (panel) => ({ ...panel, weight: times(panel.weight, exactUnsafe(by)) }))
        }
      }
    })),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

const mapped = <A>([first, ...rest]: readonly [A, ...Array<A>], change: (one: A) => A): readonly [A, ...Array<A>] => [
  change(first),
  ...rest.map(change)
]

/** A panel without weight shows a claim and counts for nothing. */
export const zeroWeight: GradingLaw = {
  id: "zero-weight",
  about: "engine",
  says: say("权重为 0 的评价主体打什么分都不影响结果", "the marks of a panel whose weight is 0 change nothing"),
  witness: {
    bug: say("权重全为空时结果无定义", "all weights nil leave the result undefined"),
    source: "decidim/decidim#5026"
  },
  unless: ({ book }) => {
    const none = book.panels.filter(({ weight }) => weight.n === 0n)
    if (none.length === 0) return say("没有权重为 0 的评价主体", "no panel has weight 0")
    const ids = none.map(({ id }) => `score.panel.${id}`)
    const asked = [
      ...askedBy(book).map(({ comparison }) => comparison.fact),
      ...book.quotas.flatMap(({ tieBreak }) => tieBreak ?? [])
    ]
    const used = ids.find((id) => asked.includes(id))
    if (used !== undefined) return say(`规则要问 ${used}`, `a rule asks for ${used}`)
    return none.some(({ missing, voids }) => missing === "block" || (voids ?? []).length > 0)
      ? say(
          "这样的评价主体缺分或作废时会停止评定",
          "such a panel stops the grading where its sheets are missing or void"
        )
      : undefined
  },
  cases: (setting) =>
    anyRounds(setting).map((inputs) => {
      const none = new Set(setting.book.panels.flatMap(({ id, weight }) => (weight.n === 0n ? [id] : [])))
      return {
        inputs,
        varied: {
          change: say("去掉权重为 0 的评价主体的评分表", "without the sheets of panels whose weight is 0"),
          inputs: { ...inputs, sheets: inputs.sheets.filter(({ panel }) => !none.has(panel)) }
        }
      }
    }),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

/** The criteria whose scale can be changed and nothing but the scale. */
const scalable = (book: RuleBook): ReadonlyArray<Criterion> => {
  const asked = new Set(askedBy(book).map(({ comparison }) => comparison.fact))
  return criteriaOf(book).filter(
    ({ id, scoring }) =>
      (scoring.kind === "points" || scoring.kind === "outOf") &&
      !asked.has(`score.criterion.${id}`) &&
      !book.adjustments.some(({ on }) => "criterion" in on && on.criterion === id)
  )
}

const rescaled = (nodes: ReadonlyArray<CriterionNode>, id: string, by: Exact): ReadonlyArray<CriterionNode> =>
  nodes.map((node): CriterionNode => {
    if (isGroup(node)) return { ...node, items: rescaled(node.items, id, by) as typeof node.items }
    if (node.id !== id) return node
    if (node.scoring.kind === "outOf") return { ...node, scoring: { ...node.scoring, of: times(node.scoring.of, by) } }
    return { ...node, maximum: times(node.maximum, by), weight: times(node.weight, { n: by.d, d: by.n }) }
  })

/** 40 of 50 and 80 of 100 are the same evidence. */
export const scaleInvariance: GradingLaw = {
  id: "scale-invariance",
  about: "engine",
  says: say(
    "一项指标的满分与得分同乘一个数（权重同除），结果不变",
    "the same marks on another scale of a criterion change nothing"
  ),
  witness: {
    bug: say("去掉最低分时先去掉 40/50 而不是 50/200", "dropping the lowest drops 40/50 before 50/200"),
    source: "sakaiproject/sakai#2783"
  },
  unless: ({ book }) => {
    const { mark, panel, criterion } = book.rounding
    if (mark !== undefined || panel !== undefined || criterion !== undefined)
      return say("指标得分要取整，取整与满分有关", "scores of criteria are rounded, which depends on their scale")
    return scalable(book).length === 0
      ? say("没有直接计分且不被别处引用的指标", "no criterion takes marks as points and is asked for nowhere else")
      : undefined
  },
  cases: (setting) =>
    fc.tuple(anyRounds(setting), fc.nat(50), fc.constantFrom(2, 3, 100)).map(([inputs, which, factor]) => {
      const { book } = setting
      const id = pick(scalable(book), which)?.id ?? ""
      const by = exactUnsafe(factor)
      return {
        inputs,
        varied: {
          change: say(`指标 ${id} 的满分与得分乘以 ${factor}`, `maximum and marks of ${id} multiplied by ${factor}`),
          book: { ...book, criteria: rescaled(book.criteria, id, by) as RuleBook["criteria"] },
          inputs: {
            ...inputs,
            sheets: inputs.sheets.map((sheet) => {
              const mark = sheet.scores[id]
              return typeof mark !== "object" ? sheet : { ...sheet, scores: { ...sheet.scores, [id]: times(mark, by) } }
            })
          }
        }
      }
    }),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

const little: Exact = { n: 1n, d: 10n ** 9n }

/** A tiny change of a weight makes a tiny change of the total. */
export const continuity: GradingLaw = {
  id: "continuity",
  about: "engine",
  says: say(
    "权重变动十亿分之一，总分的变动不超过满分的十亿分之一",
    "a weight changed by a billionth changes the total by at most a billionth of the full marks"
  ),
  witness: {
    bug: say("父项的进度在子项权重略变时跳变", "a parent's progress jumps when the weight of a child changes a little"),
    source: "decidim/decidim#2952"
  },
  unless: ({ book }) => {
    if (book.rounding.criterion !== undefined)
      return say(
        "指标得分合并后要取整，取整处本来就会跳变",
        "criteria are rounded after panels are combined: rounding does jump"
      )
    return criteriaOf(book).some(({ scoring }) => scoring.kind === "count" && !scoring.capped)
      ? say("有不封顶的计次指标，满分不是上界", "a count without end has no full marks to measure by")
      : undefined
  },
  cases: (setting) =>
    fc.tuple(anyRounds(setting), fc.nat(20)).map(([inputs, which]) => {
      const panel = pick(setting.book.panels, which)?.id ?? ""
      return {
        inputs,
        varied: {
          change: say(`${panel} 的权重增加十亿分之一`, `the weight of ${panel} a billionth larger`),
          book: {
            ...setting.book,
            panels: mapped(setting.book.panels, (own) =>
              own.id === panel ? { ...own, weight: plus(own.weight, times(own.weight, little)) } : own
            )
          }
        }
      }
    }),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (first, second) => {
        const room = times(setting.book.convertTo ?? setting.book.fullMarks, little)
        for (const outcome of first.outcomes) {
          const [a, b] = [exactOf(outcome), exactOf(outcomeOf(second, outcome.unit))]
          if (a === undefined || b === undefined) continue
          const change = minus(a, b)
          if (compareExact(change.n < 0n ? { n: -change.n, d: change.d } : change, room) > 0)
            return breach(outcome.unit, `${figure(a)} ± ${figure(room)}`, figure(b))
        }
        return undefined
      },
      withoutQuotas
    )
}

/** A unit whose raters all agree comes to what they agree on. */
export const unanimity: GradingLaw = {
  id: "unanimity",
  about: "engine",
  says: say(
    "所有评委给每项满分，总分（加减分之前）就是满分",
    "where every rater gives full marks, the total before adjustments is the full marks"
  ),
  witness: {
    bug: say("去掉自评后得 3.33 而不是 5 分", "leaving self-appraisal out gives 3.33 instead of 5"),
    source: "frappe/hrms#2023"
  },
  unless: ({ book }) => {
    if (Object.keys(book.rounding).some((step) => step !== "total"))
      return say("中间步骤要取整", "steps before the total are rounded")
    if (book.panels.some(({ voids }) => (voids ?? []).length > 0))
      return say("全满分的评分表会作废", "sheets with full marks everywhere are void")
    return criteriaOf(book).every(({ scoring }) => scoring.kind === "points" || scoring.kind === "outOf")
      ? undefined
      : say("有的指标不是直接计分", "some criteria do not take marks as points")
  },
  cases: (setting) =>
    completeRounds(setting, 1).map((inputs) => ({
      inputs: {
        ...inputs,
        awards: [],
        sheets: inputs.sheets.map(({ raterUnit: _, ...sheet }) => ({
          ...sheet,
          scores: fullScores(setting.book, sheet.panel)
        }))
      }
    })),
  examine: (setting, one) =>
    graded(setting, one, ({ outcomes }) => {
      const top = setting.book.convertTo ?? setting.book.fullMarks
      for (const outcome of outcomes) {
        const total = exactOf(outcome)
        if (total !== undefined && compareExact(total, top) !== 0)
          return breach(outcome.unit, figure(top), figure(total))
      }
      return undefined
    })
}

const fullScores = (book: RuleBook, panelId: string) => {
  const panel = book.panels.find(({ id }) => id === panelId)
  return Object.fromEntries(
    criteriaOf(book)
      .filter(({ id }) => panel?.criteria === undefined || panel.criteria.includes(id))
      .map(({ id, maximum, scoring }) => [id, scoring.kind === "outOf" ? scoring.of : maximum])
  )
}
