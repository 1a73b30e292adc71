import { formatExact, type Language } from "@zhengyou/core"
import type { Criterion } from "../../../Criterion.ts"
import { boundText, shareText } from "../figures.ts"
import { quoted } from "../names.ts"
import { listed } from "../Telling.ts"

const words = {
  "zh-CN": {
    points: (max: string) => `在 0 分至 ${max} 分之间直接评分`,
    deduct: (each: string, max: string) => `扣分制，从 ${max} 分扣起，每缺一次扣 ${each} 分`,
    toNought: "扣完为止",
    toFloor: (floor: string) => `扣至 ${floor} 分为止`,
    anchors: "分档计分",
    anchor: (label: string, points: string) => `${label} ${points} 分`,
    letters: "按等次折算为满分的比例",
    letter: (label: string, share: string) => `${label} ${share}`,
    count: (each: string) => `计次计分，每次计 ${each} 分`,
    capped: (max: string) => `最多计 ${max} 分`,
    uncapped: "不封顶，可以超过满分",
    place: (step: string) => `按名次计分，第一名得满分，每低一名减满分的 ${step}，减完为止`,
    rate: "按比率分档计分",
    step: (from: string, above: string | undefined, points: string) =>
      `${from}（含）以上${above === undefined ? "" : `、不足 ${above} `}的 ${points} 分`,
    below: (from: string, points: string) => `不足 ${from} 的 ${points} 分`,
    outOf: (of: string, max: string) => `按满分 ${of} 分评分，再折算为满分 ${max} 分`
  },
  en: {
    points: (max: string) => `marked directly from 0 to ${max} points`,
    deduct: (each: string, max: string) => `marked by deduction from ${max}: each fault takes ${each} points`,
    toNought: "until nothing is left",
    toFloor: (floor: string) => `down to ${floor} points and no further`,
    anchors: "marked in steps",
    anchor: (label: string, points: string) => `${label} ${points} points`,
    letters: "marked by letters, worth a share of the maximum",
    letter: (label: string, share: string) => `${label} ${share}`,
    count: (each: string) => `counted: each time gives ${each} points`,
    capped: (max: string) => `up to ${max} points`,
    uncapped: "without limit, even beyond the maximum",
    place: (step: string) =>
      `marked by place: the first has the maximum, and each lower place ${step} of the maximum less, down to nought`,
    rate: "marked by a rate",
    step: (from: string, above: string | undefined, points: string) =>
      `${from} or more${above === undefined ? "" : ` but less than ${above}`} ${points} points`,
    below: (from: string, points: string) => `less than ${from} ${points} points`,
    outOf: (of: string, max: string) => `marked out of ${of}, and converted to a maximum of ${max}`
  }
}

const joint = { "zh-CN": { colon: "：", comma: "，" }, en: { colon: ": ", comma: ", " } }

/** How a mark becomes points, in words. */
export const scoringText = ({ maximum, scoring }: Criterion, language: Language): string => {
  const own = words[language]
  const { colon, comma } = joint[language]
  const max = formatExact(maximum)
  const label = (text: string) => quoted(text, language)
  const list = (parts: ReadonlyArray<string>) => parts.join(comma)
  switch (scoring.kind) {
    case "points":
      return own.points(max)
    case "deduct": {
      const end = scoring.floor.n === 0n ? own.toNought : own.toFloor(formatExact(scoring.floor))
      return list([own.deduct(formatExact(scoring.each), max), end])
    }
    case "anchors":
      return (
        own.anchors + colon + list(scoring.anchors.map((one) => own.anchor(label(one.label), formatExact(one.points))))
      )
    case "letters":
      return (
        own.letters + colon + list(scoring.letters.map((one) => own.letter(label(one.label), shareText(one.share))))
      )
    case "count":
      return list([own.count(formatExact(scoring.each)), scoring.capped ? own.capped(max) : own.uncapped])
    case "place":
      return own.place(shareText(scoring.step))
    case "rate": {
      const bound = boundText(scoring.steps.map(({ from }) => from))
      const steps = scoring.steps.map(({ from, points }, i) => {
        const above = scoring.steps[i - 1]
        return own.step(bound(from), above && bound(above.from), formatExact(points))
      })
      const last = scoring.steps.at(-1)
      const below =
        last === undefined || last.from.n === 0n ? [] : [own.below(bound(last.from), formatExact(scoring.below))]
      return own.rate + colon + listed([...steps, ...below], { language })
    }
    case "outOf":
      return own.outOf(formatExact(scoring.of), max)
  }
}
