import { compareExact, type Exact, type FactValue } from "@zhengyou/core"
import { type GradingInputs, isAllowed, type Mark, type RuleBook, type Sheet, scoreOf } from "@zhengyou/grading"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { GradingCase, GradingLaw, GradingSetting } from "../GradingLaw.ts"
import { factValuesFor } from "../generators/facts.ts"
import { marksFor } from "../generators/marks.ts"
import { holds } from "../reference/facts.ts"
import { readNumber, referenceStanding } from "../reference/standing.ts"
import {
  anyRounds,
  breach,
  criteriaOf,
  firstRaised,
  graded,
  levelOf,
  outcomeOf,
  pick,
  rankOf,
  summaryOf,
  unlessVoids,
  withoutQuotas
} from "./support.ts"

const worth = (book: RuleBook, criterion: string, mark: Mark): Exact | undefined => {
  const found = criteriaOf(book).find(({ id }) => id === criterion)
  return found && scoreOf(found, mark)
}

/** The sheets with one mark put in the place of another. */
const remarked = (inputs: GradingInputs, sheet: Sheet, criterion: string, mark: Mark): GradingInputs => ({
  ...inputs,
  sheets: inputs.sheets.map((own) => (own === sheet ? { ...own, scores: { ...own.scores, [criterion]: mark } } : own))
})

/** A round, and the same round with one mark that is worth at least as much in the place of another. */
const raisedMarks = ({ book }: GradingSetting, inputs: GradingInputs): fc.Arbitrary<GradingCase> => {
  const marks = inputs.sheets.flatMap((sheet) => Object.keys(sheet.scores).map((criterion) => ({ sheet, criterion })))
  if (marks.length === 0) return fc.constant({ inputs })
  return fc.nat(marks.length - 1).chain((at): fc.Arbitrary<GradingCase> => {
    const { sheet, criterion: id } = marks[at] ?? { sheet: undefined, criterion: "" }
    const criterion = criteriaOf(book).find((own) => own.id === id)
    const now = sheet?.scores[id]
    if (sheet === undefined || criterion === undefined || now === undefined) return fc.constant({ inputs })
    return marksFor(criterion).map((mark) => {
      const [a, b] = [worth(book, id, now), worth(book, id, mark)]
      const isHigher = a !== undefined && b !== undefined && isAllowed(criterion, mark) && compareExact(b, a) > 0
      // The lower of two marks stands first, whichever was drawn first.
      const [low, high] = isHigher ? [now, mark] : [mark, now]
      const text = (x: Mark): string => (typeof x === "string" ? x : `${x.n}${x.d === 1n ? "" : `/${x.d}`}`)
      return {
        inputs: remarked(inputs, sheet, id, low),
        unit: sheet.unit,
        varied: {
          change: say(
            `${sheet.unit} 的 ${id}（${sheet.panel}，${sheet.rater}）由 ${text(low)} 提高到 ${text(high)}`,
            `${id} of ${sheet.unit} (${sheet.panel}, ${sheet.rater}) raised from ${text(low)} to ${text(high)}`
          ),
          inputs: remarked(inputs, sheet, id, high)
        }
      }
    })
  })
}

const loweredBy = (setting: GradingSetting, one: GradingCase) =>
  graded(
    setting,
    one,
    (first, second) => {
      const unit = one.unit ?? ""
      const [low, high] = [outcomeOf(first, unit), outcomeOf(second, unit)]
      const [before, after] = [rankOf(setting.book, low), rankOf(setting.book, high)]
      // Who had a level keeps one; who waits or is out is in no order with those that have one.
      if (before === undefined || high?._tag === "Blocked") return undefined
      if (after !== undefined && after <= before) return undefined
      return breach(unit, say(`不低于 ${summaryOf(low)}`, `no worse than ${summaryOf(low)}`), summaryOf(high))
    },
    withoutQuotas
  )

/** A higher score never lowers the level. */
export const monotone: GradingLaw = {
  id: "monotone",
  about: "book",
  says: say("限额之前，任何一个评分提高，等级不会降低", "before quotas, raising one mark never lowers the level"),
  witness: {
    bug: say(
      "一次测验由 2 分提高到 3 分，总评由 46.2 % 降为 7.9 %",
      "raising a quiz from 2 to 3 points drops the result from 46.2 % to 7.9 %"
    ),
    source: "instructure/canvas-lms#2299"
  },
  unless: unlessVoids,
  cases: (setting) => anyRounds(setting, 1).chain((inputs) => raisedMarks(setting, inputs)),
  examine: loweredBy
}

const isHigherFact = (a: FactValue, b: FactValue): boolean =>
  a._tag === "Number" && b._tag === "Number" && compareExact(a.value, b.value) > 0

const withFact = (inputs: GradingInputs, unit: string, fact: string, value: FactValue): GradingInputs => ({
  ...inputs,
  facts: [...inputs.facts.filter((own) => own.unit !== unit || own.fact !== fact), { unit, fact, value }]
})

/** More of what is good never lowers the level. */
export const benefitsHelp: GradingLaw = {
  id: "benefits-help",
  about: "book",
  says: say(
    "限额之前，声明为越高越好的事实提高，等级不会降低，也不会失去等级",
    "before quotas, more of a fact of which more is declared better never lowers the level nor takes it away"
  ),
  witness: {
    bug: say("差值区间的正负号写反", "the signs of an interval of differences are swapped"),
    source: "AndriSignorell/DescTools#50"
  },
  unless: ({ book, benefits }) =>
    benefits.some((id) => book.facts.some((fact) => fact.id === id && fact.type === "number"))
      ? undefined
      : say("没有声明哪个事实越高越好（benefits）", "no fact is declared of which more is better (benefits)"),
  cases: (setting) => {
    const facts = setting.book.facts.filter(({ id, type }) => type === "number" && setting.benefits.includes(id))
    return fc.tuple(anyRounds(setting, 1), fc.nat(20)).chain(([inputs, which]): fc.Arbitrary<GradingCase> => {
      const fact = pick(facts, which)
      const values = fact && factValuesFor(setting.book, fact)
      const unit = inputs.units[0]?.id ?? ""
      if (fact === undefined || values === undefined) return fc.constant({ inputs })
      return fc.tuple(values, values).map(([one, other]) => {
        const [low, high] = isHigherFact(one, other) ? [other, one] : [one, other]
        const text = (x: FactValue) => (x._tag === "Number" ? `${Number(x.value.n) / Number(x.value.d)}` : "")
        return {
          inputs: withFact(inputs, unit, fact.id, low),
          unit,
          varied: {
            change: say(
              `${unit} 的 ${fact.id} 由 ${text(low)} 提高到 ${text(high)}`,
              `${fact.id} of ${unit} raised from ${text(low)} to ${text(high)}`
            ),
            inputs: withFact(inputs, unit, fact.id, high)
          }
        }
      })
    })
  },
  examine: loweredBy
}

/** A veto that holds is kept, whatever the points. */
export const vetoDominance: GradingLaw = {
  id: "veto-dominance",
  about: "engine",
  says: say(
    "一票否决成立时，任何总分都不能越过它；有门槛时的等级不高于没有门槛时",
    "no total gets past a gate that holds, and no unit is better off for there being gates"
  ),
  witness: {
    bug: say("守卫条件没有通过，却不说明也不拦住", "a guard that fails neither stops nor says why"),
    source: "dotnet-state-machine/stateless#56"
  },
  unless: ({ book }) => (book.gates.length === 0 ? say("办法没有门槛", "the book has no gates") : undefined),
  cases: (setting) =>
    anyRounds(setting).map((inputs) => ({
      inputs,
      varied: { change: say("加上门槛", "with the gates"), book: setting.book }
    })),
  examine: (setting, one) => {
    const { book } = setting
    const open = { ...setting, book: { ...book, gates: [] } }
    return graded(
      open,
      { ...one, varied: { change: say("加上门槛", "with the gates"), book } },
      (first, second) => {
        const raised = firstRaised(book, first, second)
        if (raised !== undefined) return raised
        for (const unit of one.inputs.units) {
          const { lookup } = referenceStanding(book, one.inputs, unit)
          const outcome = outcomeOf(second, unit.id)
          for (const { id, when, then } of book.gates) {
            const rank = rankOf(book, outcome)
            if (rank === undefined || holds(when, lookup, readNumber) !== true) continue
            const limit = "atMost" in then ? book.ladder.findIndex((level) => level.id === then.atMost) : 0
            if ("notGraded" in then || rank < limit)
              return breach(unit.id, say(`门槛 ${id} 成立`, `the gate ${id} holds`), levelOf(outcome))
          }
        }
        return undefined
      },
      withoutQuotas
    )
  }
}
