import { formatExact, formatRounded, type Ladder, type Language, levelRank, textIn } from "@zhengyou/core"
import type { Claim, ClaimCheck, ReadingKind } from "../closure/checkClaim.ts"
import { shareOf } from "../closure/MovementTable.ts"

const nameIn = (ladder: Ladder, language: Language) => (level: string) =>
  textIn(ladder[levelRank(ladder, level)]?.name ?? level, language)

const zhCN = (claim: Claim, name: (level: string) => string): string => {
  switch (claim._tag) {
    case "LevelCount":
      return `${name(claim.level)} ${claim.units} 个`
    case "LevelShare":
      return `${name(claim.level)}占 ${formatExact(claim.percent)}%`
    case "Moved":
      return `${claim.units} 个由${name(claim.from)}到${name(claim.to)}`
    case "MovedUp":
      return `${claim.units} 个晋级`
    case "NobodyMovedDown":
      return "没有降级"
    case "EveryUnitMovedUp":
      return "全部晋级"
    case "GenerallyMovedUp":
      return "普遍晋位升级"
  }
}

const en = (claim: Claim, name: (level: string) => string): string => {
  switch (claim._tag) {
    case "LevelCount":
      return `${claim.units} are ${name(claim.level)}`
    case "LevelShare":
      return `${formatExact(claim.percent)}% are ${name(claim.level)}`
    case "Moved":
      return `${claim.units} went from ${name(claim.from)} to ${name(claim.to)}`
    case "MovedUp":
      return `${claim.units} moved up`
    case "NobodyMovedDown":
      return "nobody moved down"
    case "EveryUnitMovedUp":
      return "every unit moved up"
    case "GenerallyMovedUp":
      return "units moved up throughout"
  }
}

const readings: Record<Language, Record<ReadingKind, string>> = {
  "zh-CN": {
    count: "按数目",
    shareOfGraded: "占定级单位",
    shareOfAll: "占全部单位",
    none: "没有一个",
    everyOfFollowed: "期初期末都定级的单位，个个如此",
    everyWhoCould: "期初不在最高等级的单位，个个如此",
    mostOfFollowed: "期初期末都定级的单位，多数如此",
    mostWhoCould: "期初不在最高等级的单位，多数如此"
  },
  en: {
    count: "as a number",
    shareOfGraded: "of the graded units",
    shareOfAll: "of all units",
    none: "not one",
    everyOfFollowed: "every unit that was graded on both days",
    everyWhoCould: "every unit that was not at the best level",
    mostOfFollowed: "most units that were graded on both days",
    mostWhoCould: "most units that were not at the best level"
  }
}

const verdicts = {
  "zh-CN": {
    supported: "与数字相符",
    contradicted: "与数字不符",
    dependsOnReading: "视读法而定",
    yes: "成立",
    no: "不成立"
  },
  en: {
    supported: "supported",
    contradicted: "contradicted",
    dependsOnReading: "depends on the reading",
    yes: "holds",
    no: "does not hold"
  }
}

/**
 * A checked claim in words: the sentence, the verdict, and a line for each reading with its figures.
 *
 * **Details**
 *
 * Shares are told with two decimals, halves away from nought.
 */
export const claimText = (
  { claim, verdict, readings: all }: ClaimCheck,
  ladder: Ladder,
  language: Language
): string => {
  const words = verdicts[language]
  const sentence = (language === "en" ? en : zhCN)(claim, nameIn(ladder, language))
  const head = language === "en" ? `"${sentence}": ${words[verdict]}` : `“${sentence}”：${words[verdict]}`
  const lines = all.map(({ kind, units, of, holds }) => {
    const hundredfold = { n: shareOf(units, of).n * 100n, d: shareOf(units, of).d }
    const percent = formatRounded(hundredfold, { mode: "halfExpand", digits: 2 })
    const verb = holds ? words.yes : words.no
    return language === "en"
      ? `  ${readings.en[kind]}: ${units} of ${of} (${percent}%), ${verb}`
      : `  ${readings["zh-CN"][kind]}：${of} 个中 ${units} 个（${percent}%），${verb}`
  })
  return [head, ...lines].join("\n")
}
