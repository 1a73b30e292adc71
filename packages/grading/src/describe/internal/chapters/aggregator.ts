import type { Language } from "@zhengyou/core"
import type { Aggregator } from "../../../Aggregator.ts"
import { countText, roundingText, shareText } from "../figures.ts"

const words = {
  "zh-CN": {
    mean: "取各评分的平均",
    median: "取各评分的中位数，评分为双数份的，取中间两个的平均",
    min: "取各评分中最低的一个",
    max: "取各评分中最高的一个",
    highest: (n: string, _one: boolean) => `${n}个最高分`,
    lowest: (n: string, _one: boolean) => `${n}个最低分`,
    and: "和",
    drop: (what: string) => `去掉${what}后取平均`,
    share: (share: string, rounding: string) => `去掉最高和最低各 ${share} 的评分（份数${rounding}）后取平均`,
    above: (n: string, trimmed: string) => `评分多于${n}份时，${trimmed}；不多于${n}份时，取全部评分的平均`
  },
  en: {
    mean: "the mean of the scores",
    median: "the median of the scores, which is the mean of the two in the middle where their number is even",
    min: "the lowest of the scores",
    max: "the highest of the scores",
    highest: (n: string, one: boolean) => (one ? "the highest" : `the ${n} highest`),
    lowest: (n: string, one: boolean) => (one ? "the lowest" : `the ${n} lowest`),
    and: " and ",
    drop: (what: string) => `the mean of the scores without ${what}`,
    share: (share: string, rounding: string) =>
      `the mean of the scores without the highest ${share} and the lowest ${share} of them (their number ${rounding})`,
    above: (n: string, trimmed: string) => `with more than ${n} scores, ${trimmed}; with ${n} or fewer, the mean of all`
  }
}

/** How several scores become one, in words. */
export const aggregatorText = (aggregate: Aggregator, language: Language): string => {
  const own = words[language]
  switch (aggregate.method) {
    case "trimmedMean": {
      const { dropHighest: high, dropLowest: low } = aggregate
      const ends = [
        ...(high > 0 ? [own.highest(countText(high, language), high === 1)] : []),
        ...(low > 0 ? [own.lowest(countText(low, language), low === 1)] : [])
      ]
      return ends.length === 0
        ? own.mean
        : own.above(countText(aggregate.onlyAbove, language), own.drop(ends.join(own.and)))
    }
    case "trimmedShare": {
      const rounding = roundingText({ mode: aggregate.rounding, digits: 0 }, language)
      return own.above(countText(aggregate.onlyAbove, language), own.share(shareText(aggregate.share), rounding))
    }
    default:
      return own[aggregate.method]
  }
}
