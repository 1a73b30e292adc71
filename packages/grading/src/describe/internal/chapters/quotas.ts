import { nextLevelDown } from "@zhengyou/core"
import type { Quota, Seats } from "../../../Quota.ts"
import { roundingText, shareText } from "../figures.ts"
import { quoted } from "../names.ts"
import { type Clause, listed, type Telling } from "../Telling.ts"

const words = {
  "zh-CN": {
    quotas: "各等级的比例和名额如下",
    cap: (level: string, seats: string) => `${level}的单位不得超过${seats}`,
    floor: (level: string, seats: string) => `${level}及以下的单位不得少于${seats}`,
    count: (n: number) => ` ${n} 个`,
    bases: { eligible: "符合参评资格的单位", graded: "得出等级的单位", all: "名册中全部单位" },
    share: (base: string, share: string, rounding: string) => `${base}总数的 ${share}，所得个数${rounding}`,
    within: {
      "unit.type": "按单位类型分别计算",
      "unit.parent": "按上级单位分别计算"
    },
    capHard: (down: string) => `超过的，总分低的单位顺延为${down}`,
    floorHard: (level: string) => `不足的，等级在${level}之上的单位中总分低的降为${level}，直至够数`,
    soft: "此为指导性要求，不符合的只作提示，不调整等级",
    tieBreak: (facts: string) => `总分相同的，依次比较${facts}，数值高的在前，没有该数值的在后`,
    tied: (compared: boolean) => (compared ? "比较后仍相同而处在分界处的" : "总分相同而处在分界处的"),
    ties: {
      cap: {
        exclude: "一并顺延，不占名额",
        include: "一并保留，单位数可以因此超过名额",
        lots: "以公布的签种抽签决定，没有签种的等级待定",
        undetermined: "本办法不作规定，其等级待定"
      },
      floor: {
        exclude: "一并降等，单位数可以因此多于所要求的",
        include: "一并保留，单位数可以因此少于所要求的",
        lots: "以公布的签种抽签决定，没有签种的等级待定",
        undetermined: "本办法不作规定，其等级待定"
      }
    },
    recognised: "适用比例和名额时，直接认定的单位排在有总分的单位之前",
    order:
      "先适用不得少于的要求，由低等级到高等级；再适用不得超过的要求，由高等级到低等级。顺延到下一等级的单位，计入该等级的名额"
  },
  en: {
    quotas: "The levels have these quotas",
    cap: (level: string, seats: string) => `${level} may be at most ${seats}`,
    floor: (level: string, seats: string) => `${level} or below must be at least ${seats}`,
    count: (n: number) => `${n} unit${n === 1 ? "" : "s"}`,
    bases: {
      eligible: "the units that may be graded",
      graded: "the units that have a level",
      all: "all units of the roster"
    },
    share: (base: string, share: string, rounding: string) => `${share} of ${base} (their number ${rounding})`,
    within: {
      "unit.type": "this is counted for each type of unit by itself",
      "unit.parent": "this is counted for each parent unit by itself"
    },
    capHard: (down: string) => `beyond that, the units with the lowest totals fall to ${down}`,
    floorHard: (level: string) =>
      `short of that, the units above ${level} with the lowest totals fall to ${level} until there are enough`,
    soft: "this is a guideline: missing it is reported, and no level is changed",
    tieBreak: (facts: string) =>
      `equal totals are compared by ${facts} in turn, the higher first and those without a figure last`,
    tied: (compared: boolean) =>
      compared ? "units that are still equal across the cut" : "units with equal totals across the cut",
    ties: {
      cap: {
        exclude: "all fall and take no seat",
        include: "all stay, though there may then be more than that",
        lots: "draw lots from the published seed; without a seed their level stays undetermined",
        undetermined: "are not settled by this regulation, and their level stays undetermined"
      },
      floor: {
        exclude: "all fall, though there may then be more than were asked for",
        include: "all stay, though there may then be fewer than were asked for",
        lots: "draw lots from the published seed; without a seed their level stays undetermined",
        undetermined: "are not settled by this regulation, and their level stays undetermined"
      }
    },
    recognised: "Under quotas, units that are recognised without scoring stand before those that have a total",
    order:
      "What there must be at least comes first, from the lowest level up; then what there may be at most, from the best level down. A unit that falls counts at the level that it falls to"
  }
}

const seatsText = (seats: Seats, { language }: Telling): string => {
  const own = words[language]
  if ("count" in seats) return own.count(seats.count)
  const rounding = roundingText({ mode: seats.rounding, digits: 0 }, language)
  return own.share(own.bases[seats.of], shareText(seats.share), rounding)
}

const quotaClause = (quota: Quota, telling: Telling): Clause => {
  const { book, language } = telling
  const own = words[language]
  const level = (id: string) => quoted(telling.level(id), language)
  const { kind, within, force, ties } = quota
  const tieBreak = quota.tieBreak ?? []
  const limit = own[kind](level(quota.level), seatsText(quota.seats, telling))
  const facts = listed(
    tieBreak.map((fact) => quoted(telling.fact(fact), language)),
    telling
  )
  const falls =
    kind === "cap"
      ? own.capHard(level(nextLevelDown(book.ladder, quota.level) ?? quota.level))
      : own.floorHard(level(quota.level))
  const tied = own.tied(tieBreak.length > 0) + (language === "en" ? " " : "，") + own.ties[kind][ties]
  const counted = within && own.within[within]
  const rest = force === "soft" ? [own.soft] : [falls, tieBreak.length > 0 ? own.tieBreak(facts) : undefined, tied]
  return { text: [limit, counted, ...rest].filter((part) => part !== undefined).join(language === "en" ? "; " : "；") }
}

/** How many units may or must have a level; nothing where the book has no quotas. */
export const quotaArticles = (telling: Telling): ReadonlyArray<Clause> => {
  const { book, language } = telling
  const own = words[language]
  if (book.quotas.length === 0) return []
  return [
    { text: own.quotas, items: book.quotas.map((quota) => quotaClause(quota, telling)) },
    ...(book.quotas.length > 1 ? [{ text: own.order }] : []),
    ...(book.recognitions.length > 0 ? [{ text: own.recognised }] : [])
  ]
}
