import { formatExact } from "@zhengyou/core"
import type { GateEffect } from "../../../Gate.ts"
import { beforeDe, conditionClause } from "../conditionClause.ts"
import { lineIn, quoted } from "../names.ts"
import { type Clause, listed, type Telling } from "../Telling.ts"

const words = {
  "zh-CN": {
    bands: "按总分所在的分数段确定等级",
    band: (from: string, above: string | undefined, level: string) =>
      `${from} 分（含）以上${above === undefined ? "" : `、不足 ${above} 分`}的为${level}`,
    silent: (lowest: string) => `总分不足 ${lowest} 分的，本办法没有规定等级，其等级待定`,
    noBand: (levels: string) => `下列等级没有分数段，不能由总分直接得到：${levels}`,
    gates:
      "总分之外有下列情形的，按下列规定处理；有几项情形的，均适用，不定级优先，等级取其中最低的。门槛和否决情形只降低等级，不提高等级",
    gate: (name: string, condition: string, effect: string) => `${name}，即${beforeDe(condition)}的，${effect}`,
    atMost: (level: string) => `等级不高于${level}`,
    notAbove: (fact: string) => `等级不高于其${fact}；${fact}不明的，暂不定级`,
    notGraded: "不定级",
    ranking: {
      competition: "名次按总分由高到低排列，总分相同的名次并列，并列之后的名次相应空出（如 1、2、2、4）",
      dense: "名次按总分由高到低排列，总分相同的名次并列，并列之后的名次连续排列（如 1、2、2、3）"
    },
    unranked: "直接认定的单位没有总分，不排名次"
  },
  en: {
    bands: "The band in which the total lies gives the level",
    band: (from: string, above: string | undefined, level: string) =>
      `${from} points or more${above === undefined ? "" : `, but less than ${above}`}: ${level}`,
    silent: (lowest: string) =>
      `For a total below ${lowest} points this regulation states no level: the level stays undetermined`,
    noBand: (levels: string) => `These levels have no band, so that no total leads to them directly: ${levels}`,
    gates:
      "In the cases below the following applies beyond the points; where several hold, all apply: not being graded comes first, and otherwise the lowest level decides. These rules lower a level and never raise one",
    gate: (name: string, condition: string, effect: string) => `under ${name}, ${effect} where ${condition}`,
    atMost: (level: string) => `the level is at most ${level}`,
    notAbove: (fact: string) =>
      `the level is not above the unit's ${fact} (where ${fact} is not known, the unit is not graded until it is supplied)`,
    notGraded: "the unit is not graded",
    ranking: {
      competition:
        "Units are ranked by their totals, the highest first; equal totals share a rank, and the rank after them counts everybody above (1, 2, 2, 4)",
      dense:
        "Units are ranked by their totals, the highest first; equal totals share a rank, and the rank after them is the next number (1, 2, 2, 3)"
    },
    unranked: "Units that are recognised without scoring have no total and no rank"
  }
}

/** Which totals give which level. */
export const bandArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language, level } = telling
  const own = words[language]
  const items = book.bands.map((band, i) => {
    const above = book.bands[i - 1]
    return {
      text: own.band(formatExact(band.from), above && formatExact(above.from), quoted(level(band.level), language))
    }
  })
  const lowest = book.bands.at(-1)
  const banded = new Set(book.bands.map((band) => band.level))
  const bare = book.ladder.flatMap(({ id }) => (banded.has(id) ? [] : [quoted(level(id), language)]))
  return [
    { text: own.bands, items },
    ...(lowest !== undefined && lowest.from.n > 0n ? [{ text: own.silent(formatExact(lowest.from)) }] : []),
    ...(bare.length > 0 ? [{ text: own.noBand(listed(bare, telling)) }] : [])
  ]
}

const effectText = (then: GateEffect, { language, level, fact }: Telling): string => {
  const own = words[language]
  if ("atMost" in then) return own.atMost(quoted(level(then.atMost), language))
  return "notAbove" in then ? own.notAbove(quoted(fact(then.notAbove), language)) : own.notGraded
}

/** What happens beyond the points; nothing where the book has no gates. */
export const gateArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const own = words[language]
  const items = book.gates.map(({ name, when, then }): Clause => {
    const clause = conditionClause(when, telling)
    const gate = own.gate(quoted(lineIn(name, language), language), clause.text, effectText(then, telling))
    return { ...clause, text: gate }
  })
  return items.length === 0 ? [] : [{ text: own.gates, items }]
}

/** How units are ranked. */
export const rankingArticles = ({ book, language }: Telling): ReadonlyArray<Clause> => {
  const own = words[language]
  const unranked = book.recognitions.length > 0 ? [{ text: own.unranked }] : []
  return [{ text: own.ranking[book.ranking] }, ...unranked]
}
