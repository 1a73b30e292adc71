import { compareExact, parseExact } from "@zhengyou/core"
import { bandOf, decidingReason, type RuleBook } from "@zhengyou/grading"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { GradingLaw } from "../GradingLaw.ts"
import { referenceStanding } from "../reference/standing.ts"
import { alone, always, anyRounds, breach, figure, graded, levelOf, outcomeOf, withoutQuotas } from "./support.ts"

/** Totals come out as the words of the book say, computed a second time, slowly and by other code. */
export const totalByDefinition: GradingLaw = {
  id: "total-by-definition",
  about: "engine",
  says: say("总分与按办法逐步手算的分数完全相等", "the total is the very number that the rules come to by hand"),
  witness: {
    bug: say(
      "权重 0.14 的 50 分显示为 6.999999：浮点累加",
      "0.14 of 50 shows as 6.999999: sums of floating point numbers"
    ),
    source: "instructure/canvas-lms#940"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      for (const unit of one.inputs.units) {
        const standing = referenceStanding(setting.book, one.inputs, unit)
        const outcome = outcomeOf(grading, unit.id)
        const total = outcome !== undefined && "total" in outcome ? outcome.total : undefined
        const [exact, decided] =
          standing.tag === "Blocked" || standing.tag === "NotGraded" ? [] : [standing.exact, standing.decided]
        if (figure(exact) !== figure(total?.exact)) return breach(unit.id, figure(exact), figure(total?.exact))
        if (figure(decided) !== figure(total?.decided)) return breach(unit.id, figure(decided), figure(total?.decided))
      }
      return undefined
    })
}

/** Before quotas, every unit ends where the words of the book put it. */
export const levelByDefinition: GradingLaw = {
  id: "level-by-definition",
  about: "engine",
  says: say(
    "限额之前，参评资格、直接认定、分数段和门槛逐条对照，结果一致",
    "before quotas, eligibility, recognition, bands and gates put every unit where their words do"
  ),
  witness: {
    bug: say(
      "1.33 的界限被改写成 1.3301 才让边界用例通过",
      "a threshold of 1.33 was made 1.3301 so that a case on the boundary passes"
    ),
    source: "PolicyEngine/policyengine-us#8251"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (grading) => {
        for (const unit of one.inputs.units) {
          const standing = referenceStanding(setting.book, one.inputs, unit)
          const expected = standing.level ?? standing.tag
          const found = levelOf(outcomeOf(grading, unit.id))
          if (expected !== found) return breach(unit.id, expected, found)
        }
        return undefined
      },
      withoutQuotas
    )
}

/** Where no gate lowers, the band is the level. */
const withoutGates = (book: RuleBook): RuleBook => ({ ...book, gates: [] })

/** A total exactly on a bound has the bound's level; one step below has not. */
export const boundIncluded: GradingLaw = {
  id: "bound-included",
  about: "engine",
  says: say(
    "恰好在分数线上的总分达到该等级，差一步的达不到",
    "a total exactly on a band's bound has its level, and one step below has not"
  ),
  witness: {
    bug: say("91 % 显示为 4 分而不是 5 分", "91 % shows as a 4 instead of a 5"),
    source: "moodle/moodle#215"
  },
  unless: ({ boundaries }) =>
    boundaries.some(({ kind, hits }) => (kind === "band" || kind === "roundingEdge") && hits.length > 0)
      ? undefined
      : say("没有一条分数线能用构造的评分恰好达到", "no bound of a band could be hit by marks that were constructed"),
  cases: ({ boundaries }) =>
    fc.constantFrom(
      ...boundaries
        .filter(({ kind }) => kind === "band" || kind === "roundingEdge")
        .flatMap(({ hits }) => hits.map(({ inputs, unit }) => ({ inputs, unit })))
    ),
  examine: (setting, one) =>
    graded(
      setting,
      one,
      (grading) => {
        const unit = one.inputs.units.find(({ id }) => id === one.unit)
        if (unit === undefined) return undefined
        const { bandLevel } = referenceStanding(withoutGates(setting.book), one.inputs, unit)
        const outcome = outcomeOf(grading, unit.id)
        const inBand = outcome?.reasons.find((reason) => reason._tag === "InBand")
        const found = inBand?._tag === "InBand" ? inBand.level.id : undefined
        return found === bandLevel ? undefined : breach(unit.id, bandLevel ?? "–", found ?? levelOf(outcome))
      },
      (book) => withoutGates(withoutQuotas(book))
    )
}

/** What decides, what is shown and what is told as the reason are one comparison. */
export const oneComparison: GradingLaw = {
  id: "one-comparison",
  about: "engine",
  says: say(
    "定级所看的总分、显示的总分和理由里的总分在每条分数线的同一侧",
    "the total that decides, the one that is shown and the one in the reason stand on the same side of every bound"
  ),
  witness: {
    bug: say(
      "提示“需要 90 %，你的得分是 90 %”却判为不及格：实为 89.66",
      "“you need 90 %, your score was 90 %” is told to somebody who failed with 89.66"
    ),
    source: "Automattic/sensei#943"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      for (const outcome of grading.outcomes) {
        if (!("total" in outcome)) continue
        const { shown, decided } = outcome.total
        const read = parseExact(shown)
        if (Result.isFailure(read)) return breach(outcome.unit, say("一个数", "a number"), shown)
        const [byShown, byDecided] = [read.success, decided].map((x) => bandOf(setting.book.bands, x)?.level ?? "–")
        if (byShown !== byDecided)
          return breach(outcome.unit, `${byDecided} (${figure(decided)})`, `${byShown} (${shown})`)
        const inBand = outcome.reasons.find((reason) => reason._tag === "InBand")
        if (inBand?._tag === "InBand" && inBand.level.id !== byDecided)
          return breach(outcome.unit, byDecided ?? "–", inBand.level.id)
      }
      return undefined
    })
}

/** Bands are total, disjoint and in order. */
export const bandsInOrder: GradingLaw = {
  id: "bands-in-order",
  about: "engine",
  says: say(
    "每个总分恰好落入一个分数段或在最低线以下；总分高的，分数段不低",
    "every total lies in exactly one band or below them all, and a higher total never in a lower band"
  ),
  witness: {
    bug: say("两处取舍不同，线上 83.5 分一页为 C、一页为 B", "83.5 on the line is a C on one page and a B on another"),
    source: "rnhurt/gradesheet#23"
  },
  unless: always,
  cases: (setting) => anyRounds(setting, 6).map(alone),
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      const placed = grading.outcomes.flatMap((outcome) => {
        if (!("total" in outcome)) return []
        const told = outcome.reasons.filter(({ _tag }) => _tag === "InBand" || _tag === "BelowBands")
        const level = told.flatMap((reason) => (reason._tag === "InBand" ? [reason.level.id] : []))[0]
        return [{ unit: outcome.unit, total: outcome.total.decided, told: told.length, level }]
      })
      const none = setting.book.ladder.length
      const placeOf = (level: string | undefined) =>
        level === undefined ? none : setting.book.ladder.findIndex(({ id }) => id === level)
      for (const own of placed) {
        if (own.told !== 1) return breach(own.unit, "1", String(own.told))
        const better = placed.find(
          (other) => compareExact(other.total, own.total) > 0 && placeOf(other.level) > placeOf(own.level)
        )
        if (better !== undefined)
          return breach(better.unit, say(`不低于 ${own.level}`, `no worse than ${own.level}`), better.level ?? "–")
      }
      return undefined
    })
}

/** The reasons of an outcome lead to it, step by step. */
export const reasonsLead: GradingLaw = {
  id: "reasons-lead",
  about: "engine",
  says: say(
    "理由一步接一步，最后一步就是结果；引用的事实与比较都属实",
    "reasons follow from each other, the last one is the result, and what they cite is true"
  ),
  witness: {
    bug: say("不说是哪一个条件没有满足", "nobody is told which condition failed"),
    source: "CacheControl/json-rules-engine#34"
  },
  unless: always,
  cases: (setting) => anyRounds(setting).map(alone),
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      for (const outcome of grading.outcomes) {
        const unit = one.inputs.units.find(({ id }) => id === outcome.unit)
        if (unit === undefined) return breach(outcome.unit, say("名册上的单位", "a unit of the roster"), outcome.unit)
        const { lookup } = referenceStanding(setting.book, one.inputs, unit)
        let so: string | undefined
        for (const reason of outcome.reasons) {
          if ("from" in reason && typeof reason.from === "object" && "id" in reason.from && reason.from.id !== so)
            return breach(outcome.unit, so ?? "–", reason.from.id)
          if (reason._tag === "InBand" || reason._tag === "Recognised") so = reason.level.id
          if ("to" in reason) so = reason.to.id
          for (const { fact, found } of "cited" in reason ? reason.cited : []) {
            const known = lookup(fact.id)
            if (JSON.stringify(known, written) !== JSON.stringify(found, written))
              return breach(
                outcome.unit,
                `${fact.id}: ${JSON.stringify(known, written)}`,
                `${fact.id}: ${JSON.stringify(found, written)}`
              )
          }
        }
        if ("level" in outcome && outcome.level !== so) return breach(outcome.unit, so ?? "–", outcome.level)
        const { _tag: last } = decidingReason(outcome)
        const fits = {
          Graded: ["InBand", "GateLowered", "GateFroze", "QuotaPushed", "KeptByTie"],
          Recognised: ["Recognised", "GateLowered", "GateFroze", "QuotaPushed", "KeptByTie"],
          NotGraded: ["NotEligible", "GateExcluded"],
          Blocked: ["PanelMissing", "CriterionMissing", "PanelTotalMissing", "FactMissing", "NothingToScore"],
          Undetermined: ["BelowBands", "TiedAtQuota"]
        }[outcome._tag]
        if (!fits.includes(last)) return breach(outcome.unit, fits.join(" | "), last)
      }
      return undefined
    })
}

const written = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value)
