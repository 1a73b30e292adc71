import type { GradingInputs } from "@zhengyou/grading"
import { RuleBook as RuleBookCodec } from "@zhengyou/grading"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { plainly, say } from "../../internal/say.ts"
import { askedBy } from "../comparisons.ts"
import type { GradingLaw } from "../GradingLaw.ts"
import {
  alone,
  always,
  anyRounds,
  breach,
  completeRounds,
  figure,
  firstOtherwise,
  graded,
  levelOf,
  outcomeOf
} from "./support.ts"

/** A list turned round and moved on by some places: another order, the same things. */
const turned = <A>(list: ReadonlyArray<A>, by: number): ReadonlyArray<A> => {
  const way = by % 2 === 0 ? [...list] : list.toReversed()
  const at = way.length === 0 ? 0 : Math.floor(by / 2) % way.length
  return [...way.slice(at), ...way.slice(0, at)]
}

/** The order in which rows come in means nothing. */
export const rowOrder: GradingLaw = {
  id: "row-order",
  about: "engine",
  says: say(
    "单位、评分表、事实、加减分事项以任何次序输入，结果与凭据不变",
    "units, sheets, facts and awards may come in any order: outcomes and receipt are the same"
  ),
  witness: {
    bug: say(
      "浏览器与导出的成绩不同：排序时并列的次序不同",
      "browser and export disagree: their sorts break ties differently"
    ),
    source: "instructure/canvas-lms#166"
  },
  unless: always,
  cases: (setting) =>
    fc.tuple(anyRounds(setting, 5), fc.integer({ min: 1, max: 9 })).map(([inputs, by]) => ({
      inputs,
      varied: {
        change: say("换一个输入次序", "the rows in another order"),
        inputs: {
          ...inputs,
          units: turned(inputs.units, by),
          sheets: turned(inputs.sheets, by + 1),
          facts: turned(inputs.facts, by + 2),
          ...(inputs.awards === undefined ? {} : { awards: turned(inputs.awards, by + 3) })
        }
      }
    })),
  examine: (setting, one) =>
    graded(setting, one, (first, second) => {
      const otherwise = firstOtherwise(first, second, (outcome) =>
        outcome === undefined ? "–" : JSON.stringify(outcome, written)
      )
      if (otherwise !== undefined)
        return (
          firstOtherwise(first, second) ?? {
            ...otherwise,
            expected: say("同样的理由", "the same reasons"),
            found: say("别的理由", "other reasons")
          }
        )
      const [expected, found] = [JSON.stringify(first.receipt), JSON.stringify(second.receipt)]
      return expected === found ? undefined : { expected: plainly(expected), found: plainly(found) }
    })
}

const written = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value)

/** Names mean nothing: only what is known of a unit does. */
export const names: GradingLaw = {
  id: "names",
  about: "engine",
  says: say(
    "单位与评委改换编号，等级不变：并列不按名称或编号决定",
    "renaming units and raters changes no level: no tie is broken by a name"
  ),
  witness: {
    bug: say("余数总给名单上的第一个", "what is left over goes to the first in the list"),
    source: "dinerojs/dinero.js#776"
  },
  unless: ({ book }) => {
    const byId = askedBy(book).find(({ comparison }) => comparison.fact === "unit.id")
    if (byId !== undefined) return say(`规则 ${byId.rule} 问单位编号`, `the rule ${byId.rule} asks for the unit's id`)
    return book.quotas.some(({ ties }) => ties === "lots")
      ? say("并列时按种子抽签，签号出自单位编号", "ties are settled by lots, which are drawn from the units' ids")
      : undefined
  },
  cases: (setting) =>
    anyRounds(setting, 5).map((inputs) => ({
      inputs,
      varied: { change: say("编号倒过来重排", "ids given anew, in the opposite order"), inputs: renamed(inputs) }
    })),
  examine: (setting, one) => {
    const ids = newIds(one.inputs)
    return graded(setting, one, (first, second) =>
      firstOtherwise(first, second, undefined, (unit) => ids.get(unit) ?? unit)
    )
  }
}

const newIds = ({ units }: GradingInputs): ReadonlyMap<string, string> =>
  new Map(units.map(({ id }, i) => [id, `n${String(units.length - i).padStart(4, "0")}`]))

const renamed = (inputs: GradingInputs): GradingInputs => {
  const ids = newIds(inputs)
  const name = (id: string): string => ids.get(id) ?? id
  return {
    ...inputs,
    units: inputs.units.map((unit) => ({ ...unit, id: name(unit.id), name: name(unit.id) })),
    sheets: inputs.sheets.map((sheet) => ({
      ...sheet,
      unit: name(sheet.unit),
      rater: [...sheet.rater].toReversed().join(""),
      ...(sheet.raterUnit === undefined ? {} : { raterUnit: name(sheet.raterUnit) })
    })),
    facts: inputs.facts.map((fact) => ({ ...fact, unit: name(fact.unit) })),
    ...(inputs.awards === undefined
      ? {}
      : { awards: inputs.awards.map((award) => ({ ...award, unit: name(award.unit) })) })
  }
}

/** The order of panels and criteria in the book means nothing. */
export const bookOrder: GradingLaw = {
  id: "book-order",
  about: "engine",
  says: say(
    "评价主体与指标在办法里换个次序，结果不变",
    "panels and criteria in another order in the book change nothing"
  ),
  witness: {
    bug: say("按位置而不是按编号配对指标", "criteria are matched by position, not by id"),
    source: "timschofield/webERP#918"
  },
  unless: ({ book }) =>
    book.panels.length + book.criteria.length > 2
      ? undefined
      : say("办法里只有一个评价主体和一项指标", "the book has one panel and one criterion only"),
  cases: (setting) =>
    anyRounds(setting).map((inputs) => {
      const { book } = setting
      const [panel, ...panels] = book.panels.toReversed()
      const [criterion, ...criteria] = book.criteria.toReversed()
      const change = say("评价主体与指标倒序", "panels and criteria in the opposite order")
      if (panel === undefined || criterion === undefined) return { inputs }
      return {
        inputs,
        varied: { change, book: { ...book, panels: [panel, ...panels], criteria: [criterion, ...criteria] } }
      }
    }),
  examine: (setting, one) => graded(setting, one, (first, second) => firstOtherwise(first, second))
}

/** A book that is saved and read again is the same book. */
export const saveAndLoad: GradingLaw = {
  id: "save-and-load",
  about: "engine",
  says: say(
    "办法保存再读入，再保存，文字不变，结果与凭据也不变",
    "a book saved, read and saved again is the same text and gives the same result"
  ),
  witness: {
    bug: say(
      "19.02 + 20.98 保存后，第二次保存说不足 100 %，数值漂移为 20.97",
      "19.02 + 20.98 are saved; the second save says not 100 %, and values drift to 20.97"
    ),
    source: "sakaiproject/sakai#2590"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) => {
    const text = JSON.stringify(Schema.encodeSync(RuleBookCodec)(setting.book))
    const read = setting.engine.parseRuleBook(JSON.parse(text))
    if (Result.isFailure(read))
      return { expected: say("读得回来", "a book that can be read"), found: say("被拒绝", "it was refused") }
    const again = JSON.stringify(Schema.encodeSync(RuleBookCodec)(read.success))
    if (again !== text) return { expected: plainly(text), found: plainly(again) }
    const varied = { change: say("保存再读入", "saved and read again"), book: read.success }
    return graded(setting, { ...one, varied }, (first, second) => {
      const [expected, found] = [JSON.stringify(first.receipt), JSON.stringify(second.receipt)]
      if (expected === found) return undefined
      return firstOtherwise(first, second) ?? { expected: plainly(expected), found: plainly(found) }
    })
  }
}

/** Grading again gives what was given. */
export const replay: GradingLaw = {
  id: "replay",
  about: "engine",
  says: say(
    "同样的办法和输入再评一次，凭据核对一致；改了输入，凭据就不符",
    "grading again confirms the receipt, and other inputs do not"
  ),
  witness: {
    bug: say("办法改过以后，旧案无法按当时的规则重算", "an old case cannot be run again by the rules of its day"),
    source: "hyperjumptech/grule-rule-engine#42"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) =>
    graded(setting, one, ({ receipt }) => {
      const tagOf = (inputs: GradingInputs): string => {
        const again = setting.engine.recompute(setting.book, inputs, receipt)
        return Result.isSuccess(again) ? again.success._tag : "refused"
      }
      if (tagOf(one.inputs) !== "Same") return { expected: plainly("Same"), found: plainly(tagOf(one.inputs)) }
      const more = { ...one.inputs, lotSeed: `${one.inputs.lotSeed ?? ""}+` }
      return tagOf(more) === "Differs" ? undefined : { expected: plainly("Differs"), found: plainly(tagOf(more)) }
    })
}

/** Before quotas a unit stands by itself. */
export const independence: GradingLaw = {
  id: "independence",
  about: "engine",
  says: say(
    "限额之前，一个单位的结果与别的单位无关",
    "before quotas, what a unit comes to does not depend on the others"
  ),
  witness: {
    bug: say("第二轮开始以后，第一轮的结果跟着变", "results of the first round change once the second has begun"),
    source: "ls1intum/Artemis#5033"
  },
  unless: always,
  cases: (setting) => completeRounds(setting).map(alone),
  examine: (setting, one) =>
    graded({ ...setting, book: { ...setting.book, quotas: [] } }, one, (together) => {
      for (const unit of one.inputs.units) {
        const own = <A extends { readonly unit: string }>(some: ReadonlyArray<A>) =>
          some.filter((it) => it.unit === unit.id)
        const { sheets, facts, awards = [] } = one.inputs
        const inputs = { ...one.inputs, units: [unit], sheets: own(sheets), facts: own(facts), awards: own(awards) }
        const by = setting.engine.grade({ ...setting.book, quotas: [] }, inputs)
        if (Result.isFailure(by)) return breach(unit.id, say("可评定", "gradable"), say("被拒绝", "refused"))
        const [expected, found] = [by.success, together].map((grading) => {
          const outcome = outcomeOf(grading, unit.id)
          return `${levelOf(outcome)} (${figure(outcome !== undefined && "total" in outcome ? outcome.total.exact : undefined)})`
        })
        if (expected !== found) return breach(unit.id, expected ?? "", found ?? "")
      }
      return undefined
    })
}
