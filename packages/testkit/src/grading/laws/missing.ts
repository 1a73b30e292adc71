import { compareExact, type Text, zero } from "@zhengyou/core"
import {
  type Criterion,
  type GradingInputs,
  leavesFor,
  type Outcome,
  type Panel,
  type RuleBook
} from "@zhengyou/grading"
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
  firstRaised,
  graded,
  levelOf,
  outcomeOf,
  pick,
  summaryOf,
  unlessVoids,
  withoutQuotas
} from "./support.ts"

const without = (inputs: GradingInputs, unit: string, criterion: string): GradingInputs => ({
  ...inputs,
  sheets: inputs.sheets.map((sheet) => {
    if (sheet.unit !== unit) return sheet
    const { [criterion]: _, ...scores } = sheet.scores
    return { ...sheet, scores }
  })
})

const nought = (inputs: GradingInputs, unit: string, criterion: string): GradingInputs => ({
  ...inputs,
  sheets: inputs.sheets.map((sheet) =>
    sheet.unit === unit && Object.hasOwn(sheet.scores, criterion)
      ? { ...sheet, scores: { ...sheet.scores, [criterion]: zero } }
      : sheet
  )
})

const panelsOf = (book: RuleBook, criterion: string): ReadonlyArray<Panel> =>
  book.panels.filter((panel) => panel.criteria === undefined || panel.criteria.includes(criterion))

/** What the book says an item without any marks counts as; nothing where its panels say different things. */
const meaningOf = (book: RuleBook, { id, missing }: Criterion): "block" | "zero" | "exclude" | undefined => {
  const says = panelsOf(book, id).map((panel) => panel.missing)
  if (says.includes("block")) return "block"
  if (says.every((own) => own === "zero")) return "zero"
  return says.every((own) => own === "exclude") ? missing : undefined
}

const hasNought = ({ scoring }: Criterion): boolean => scoring.kind === "points" || scoring.kind === "outOf"

const decisive = (book: RuleBook): ReadonlyArray<Criterion> =>
  criteriaOf(book).filter((criterion) => hasNought(criterion) && meaningOf(book, criterion) !== undefined)

/** What is wrong with a unit whose marks on one criterion are missing, beside the same unit with noughts there. */
const wrongWithout = (
  book: RuleBook,
  criterion: Criterion,
  isOnlyOne: boolean,
  missing: Outcome | undefined,
  zeroed: Outcome | undefined
): readonly [Text | string, string] | undefined => {
  const [left, noughts] = [exactOf(missing), exactOf(zeroed)]
  const meaning = meaningOf(book, criterion)
  if (noughts === undefined) return undefined
  if (meaning === "block" || (meaning === "exclude" && isOnlyOne))
    return missing?._tag === "Blocked" ? undefined : ["Blocked", summaryOf(missing)]
  if (left === undefined) return undefined
  if (meaning === "zero") return compareExact(left, noughts) === 0 ? undefined : [figure(noughts), figure(left)]
  const isSimple = book.adjustments.length === 0 && noughts.n > 0n
  const order = compareExact(left, noughts)
  if (order > 0 || (order === 0 && !isSimple)) return undefined
  return [say(`高于计零时的 ${figure(noughts)}`, `more than ${figure(noughts)}, which noughts come to`), figure(left)]
}

/** Missing means what the book says, which is nought only where it says so. */
export const missingIsNotZero: GradingLaw = {
  id: "missing-is-not-zero",
  about: "engine",
  says: say(
    "缺项按办法所说处理：等待、计零或剔除；只有写明计零才等于零分",
    "what is missing waits, is nought or is left out as the book says, and equals nought only where it says so"
  ),
  witness: {
    bug: say("不适用被记为 0 或 -1，混入平均数", "not applicable is coded 0 or -1 and leaks into means"),
    source: "HyphaApp/hypha#1244"
  },
  unless: (setting) => {
    const { book } = setting
    if (book.combine === "panels")
      return say(
        "各评价主体先各自汇总，缺项在主体内处理",
        "panels make totals of their own, and deal with what is missing themselves"
      )
    return (
      unlessVoids(setting) ??
      (decisive(book).length === 0
        ? say(
            "没有哪项指标能记零分而又写明缺项含义",
            "no criterion can be marked nought and says one thing about missing marks"
          )
        : undefined)
    )
  },
  cases: (setting) =>
    fc.tuple(completeRounds(setting, 2), fc.nat(50)).map(([inputs, which]) => {
      const unit = inputs.units[0]?.id ?? ""
      const id = pick(decisive(setting.book), which)?.id ?? ""
      return {
        inputs: nought(inputs, unit, id),
        unit,
        varied: {
          change: say(`${unit} 的 ${id} 没有评分，而不是零分`, `${unit} has no marks for ${id} instead of noughts`),
          inputs: without(inputs, unit, id)
        },
        about: id
      }
    }),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (zeroed, left) => {
        const unit = one.inputs.units.find(({ id }) => id === one.unit)
        const criterion = criteriaOf(setting.book).find(({ id }) => id === one.about)
        if (unit === undefined || criterion === undefined) return undefined
        const leaves = leavesFor(setting.book.criteria, unit.type)
        if (!leaves.some((leaf) => leaf.criterion.id === criterion.id)) return undefined
        const [found, beside] = [outcomeOf(left, unit.id), outcomeOf(zeroed, unit.id)]
        const wrong = wrongWithout(setting.book, criterion, leaves.length === 1, found, beside)
        return wrong === undefined ? undefined : breach(unit.id, ...wrong)
      },
      (book) => ({ ...withoutQuotas(book), gates: [] })
    )
}

/** Not being scored never gives a better level than being scored. */
export const absenceNeverHelps: GradingLaw = {
  id: "absence-never-helps",
  about: "book",
  says: say(
    "限额之前，少一项评分或少一个评价主体，等级不会更高",
    "before quotas, a unit is never better off for not being scored on an item or by a panel"
  ),
  witness: {
    bug: say("评委打分不全的选手，折算后超过 120 %", "incomplete judges give more than 120 %"),
    source: "rdunlop/unicycling-registration#3157"
  },
  unless: unlessVoids,
  cases: (setting) =>
    fc.tuple(completeRounds(setting, 1), fc.nat(50)).map(([inputs, which]) => {
      const { book } = setting
      const unit = inputs.units[0]?.id ?? ""
      const criteria = criteriaOf(book)
      const criterion = criteria[which % (criteria.length + book.panels.length)]
      const panel = pick(book.panels, which)
      if (criterion !== undefined) {
        const change = say(`${unit} 的 ${criterion.id} 没有评分`, `${unit} has no marks for ${criterion.id}`)
        return { inputs, unit, varied: { change, inputs: without(inputs, unit, criterion.id) } }
      }
      return {
        inputs,
        unit,
        varied: {
          change: say(`${unit} 没有 ${panel?.id} 的评分表`, `${unit} has no sheets of ${panel?.id}`),
          inputs: {
            ...inputs,
            sheets: inputs.sheets.filter((sheet) => sheet.panel !== panel?.id || sheet.unit !== unit)
          }
        }
      }
    }),
  examine: (setting, one) =>
    graded(setting, one, (first, second) => firstRaised(setting.book, first, second), withoutQuotas)
}

/** The facts that may be unknown and then leave the question open. */
const openFacts = (book: RuleBook): ReadonlyArray<string> =>
  book.facts
    .map(({ id }) => id)
    .filter((id) => {
      const asked = askedBy(book).filter(({ comparison }) => comparison.fact === id)
      return asked.length > 0 && asked.every(({ comparison }) => comparison.ifUnknown === undefined)
    })

/** Knowing less never gives another level. */
export const unknownWaits: GradingLaw = {
  id: "unknown-waits",
  about: "engine",
  says: say(
    "限额之前，少知道一个事实，结果要么不变，要么等待材料，不会换成别的等级",
    "before quotas, knowing one fact less leaves the result as it is or waiting: it never gives another level"
  ),
  witness: {
    bug: say("规则引擎对缺失数据悄悄给出空值", "rule engines give a silent null where data is missing"),
    source: "dynamiq-ai/dynamiq#941"
  },
  unless: ({ book }) => {
    if (book.recognitions.length > 1)
      return say("直接认定不止一条，先到先得", "of several recognitions the first that is known to hold decides")
    return openFacts(book).length === 0
      ? say("没有未知时悬而未决的事实", "there is no fact whose absence leaves a question open")
      : undefined
  },
  cases: (setting) =>
    fc.tuple(anyRounds(setting), fc.nat(20)).map(([inputs, which]) => {
      const fact = pick(openFacts(setting.book), which) ?? ""
      return {
        inputs,
        varied: {
          change: say(`不知道 ${fact}`, `${fact} is not known`),
          inputs: { ...inputs, facts: inputs.facts.filter((own) => own.fact !== fact) }
        }
      }
    }),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (first, second) => {
        for (const outcome of first.outcomes) {
          const other = outcomeOf(second, outcome.unit)
          const [before, after] = [levelOf(outcome), levelOf(other)]
          if (after !== before && after !== "Blocked")
            return breach(outcome.unit, say(`${before} 或等待`, `${before} or Blocked`), after)
        }
        return undefined
      },
      withoutQuotas
    )
}
