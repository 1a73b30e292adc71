import { compareExact } from "@zhengyou/core"
import type { GradingInputs, Quota, RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { GradingCase, GradingLaw, GradingSetting } from "../GradingLaw.ts"
import { referenceGroups } from "../reference/quotas.ts"
import { alone, anyRounds, breach, firstRaised, graded, outcomeOf, pick, summaryOf } from "./support.ts"

const rounds = (setting: GradingSetting): fc.Arbitrary<GradingCase> => anyRounds(setting, 7).map(alone)

/** Equals are treated alike. */
export const tiesAlike: GradingLaw = {
  id: "ties-alike",
  about: "engine",
  says: say(
    "总分相同、没有破并列规则也不抽签的，限额以后去向相同",
    "units with the same total, that no rule and no lot tells apart, end alike after the quotas"
  ),
  witness: {
    bug: say("截线中间的并列没有报告出来", "ties in the middle of the cut are not reported"),
    source: "martinlackner/apportionment#6"
  },
  unless: ({ book }) => {
    const quotas = book.quotas.filter(({ force }) => force === "hard")
    if (quotas.length === 0) return say("没有硬性限额", "there are no hard quotas")
    return quotas.some(({ ties, tieBreak }) => ties === "lots" || (tieBreak ?? []).length > 0)
      ? say("并列由破并列规则或抽签决定", "ties are told apart by facts or by lots")
      : undefined
  },
  cases: rounds,
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      const [quota] = setting.book.quotas
      if (quota === undefined) return undefined
      const standings = new Map(
        referenceGroups(setting.book, one.inputs, { ...quota, within: "unit.type" }).flatMap((group) => [
          ...group.standings
        ])
      )
      const key = (unit: GradingInputs["units"][number]): string | undefined => {
        const standing = standings.get(unit.id)
        if (standing?.tag !== "Placed" || standing.decided === undefined) return undefined
        return JSON.stringify([
          unit.type,
          unit.parent,
          standing.level,
          String(standing.decided.n),
          String(standing.decided.d)
        ])
      }
      const first = new Map<string, string>()
      for (const unit of one.inputs.units) {
        const own = key(unit)
        if (own === undefined) continue
        const twin = first.get(own)
        if (twin === undefined) first.set(own, unit.id)
        else {
          const [expected, found] = [twin, unit.id].map((id) => summaryOf(outcomeOf(grading, id)))
          if (expected !== found)
            return breach(unit.id, say(`与 ${twin} 一样：${expected}`, `as ${twin}: ${expected}`), found ?? "–")
        }
      }
      return undefined
    })
}

const countedCaps = (book: RuleBook) =>
  book.quotas.flatMap((quota, i) => (quota.kind === "cap" && "count" in quota.seats ? [i] : []))

/** One seat more harms nobody. */
export const moreSeats: GradingLaw = {
  id: "more-seats",
  about: "engine",
  says: say("名额增加一个，谁的等级也不会更低", "one seat more lowers nobody's level"),
  witness: {
    bug: say(
      "名额总数增加，某一方反而减少（亚拉巴马悖论）",
      "more seats in all and fewer for one of the parties (the Alabama paradox)"
    ),
    source: "kiesraad/abacus#1357"
  },
  unless: ({ book }) =>
    countedCaps(book).length === 0 ? say("没有按个数设的名额上限", "no cap is a number of seats") : undefined,
  cases: (setting) =>
    fc.tuple(anyRounds(setting, 7), fc.nat(10)).map(([inputs, which]) => {
      const { book } = setting
      const at = pick(countedCaps(book), which)
      const level = at === undefined ? "" : (book.quotas[at]?.level ?? "")
      const quotas = book.quotas.map((quota, i) =>
        i === at && "count" in quota.seats ? { ...quota, seats: { count: quota.seats.count + 1 } } : quota
      )
      return {
        inputs,
        varied: { change: say(`${level} 多一个名额`, `one seat more for ${level}`), book: { ...book, quotas } }
      }
    }),
  examine: (setting, one) => graded(setting, one, (first, second) => firstRaised(setting.book, second, first))
}

/** Who may not be graded takes nobody's seat and nobody's rank. */
export const ineligibleAside: GradingLaw = {
  id: "ineligible-aside",
  about: "engine",
  says: say(
    "没有参评资格的单位在不在名册上，别的单位的等级和名次都不变",
    "units that may not be graded change nobody's level or rank, whether they are on the roster or not"
  ),
  witness: {
    bug: say("弃权的被算进了百分比的基数", "abstentions are counted into the base of the percentage"),
    source: "evaera/Votum#19"
  },
  unless: ({ book }) => {
    if (book.eligibility.length === 0) return say("办法没有参评资格", "the book has no rule of eligibility")
    return book.quotas.some(({ seats }) => "of" in seats && seats.of === "all")
      ? say("有的名额以全部单位为基数", "a quota is a share of all units")
      : undefined
  },
  cases: (setting) =>
    anyRounds(setting, 7).map((inputs) => {
      const [quota] = setting.book.quotas
      const base: Quota = quota ?? { kind: "cap", level: "", seats: { count: 0 }, force: "soft", ties: "exclude" }
      const standings = new Map(referenceGroups(setting.book, inputs, base).flatMap((group) => [...group.standings]))
      const isIn = (unit: string) => standings.get(unit)?.eligible === true
      const kept = <A extends { readonly unit: string }>(list: ReadonlyArray<A>) =>
        list.filter(({ unit }) => isIn(unit))
      return {
        inputs,
        varied: {
          change: say("去掉没有参评资格的单位", "without the units that may not be graded"),
          inputs: {
            ...inputs,
            units: inputs.units.filter(({ id }) => isIn(id)),
            sheets: kept(inputs.sheets),
            facts: kept(inputs.facts),
            awards: kept(inputs.awards ?? [])
          }
        }
      }
    }),
  examine: (setting, one) =>
    graded(setting, one, (first, second) => {
      for (const outcome of second.outcomes) {
        const [expected, found] = [first, second].map((grading) => {
          const own = outcomeOf(grading, outcome.unit)
          return `${summaryOf(own)}${own?._tag === "Graded" ? ` #${own.rank}` : ""}`
        })
        if (expected !== found) return breach(outcome.unit, expected ?? "", found ?? "")
      }
      return undefined
    })
}

/** Ranks count those above. */
export const ranks: GradingLaw = {
  id: "ranks",
  about: "engine",
  says: say(
    "名次等于总分更高的单位数加一（或不同总分数加一），总分相同名次相同",
    "a rank is one more than the units with a higher total, or than the higher totals, and equal totals share it"
  ),
  witness: {
    bug: say("并列时各视图名次不同", "views number ties differently"),
    source: "School-of-Company/Gwangju-talent-festival-Server-V2#203"
  },
  unless: () => undefined,
  cases: rounds,
  examine: (setting, one) =>
    graded(setting, one, (grading) => {
      const all = grading.outcomes.flatMap((outcome) => (outcome._tag === "Graded" ? [outcome] : []))
      for (const own of all) {
        const above = all.filter(({ total }) => compareExact(total.decided, own.total.decided) > 0)
        const totals = new Set(above.map(({ total }) => `${total.decided.n}/${total.decided.d}`))
        const expected = 1 + (setting.book.ranking === "dense" ? totals.size : above.length)
        if (own.rank !== expected) return breach(own.unit, `#${expected}`, `#${own.rank}`)
      }
      return undefined
    })
}
