import { type Exact, exactUnsafe, isSameExact, zero } from "@zhengyou/core"
import type { Choice } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import { choicesOf } from "../generators/places.ts"
import type { SatisfactionCase, SatisfactionLaw, SatisfactionSetting, SurveyCounts } from "../SatisfactionLaw.ts"
import { asSurvey, breach, measured, rangeOf, someCounts, tolerance, weighed } from "./support.ts"

/** For each question that counts its choice of a worth; nothing where one has none. */
const choicesWorth = (setting: SatisfactionSetting, worth: Exact): ReadonlyMap<string, string> | undefined => {
  const { questionnaire, formula } = setting.rules
  const pointsOf = ({ id }: Choice) => (formula.points === "marks" ? exactUnsafe(id) : formula.points[id])
  const isWorth = (choice: Choice): boolean => {
    const points = choice.kind === "rated" ? pointsOf(choice) : undefined
    return points !== undefined && isSameExact(points, worth)
  }
  const found = weighed(setting).flatMap((question) => {
    const choice = choicesOf(questionnaire, question).find(isWorth)
    return choice === undefined ? [] : [[question.id, choice.id] as const]
  })
  return found.length === weighed(setting).length ? new Map(found) : undefined
}

/** The choices of full marks, and those of none, as far as there are some. */
const ends = (setting: SatisfactionSetting): ReadonlyArray<ReadonlyMap<string, string>> =>
  [setting.rules.formula.fullMarks, zero].flatMap((worth) => choicesWorth(setting, worth) ?? [])

/** The same ballots, all of which say the same, and all of which came back. */
const allAlike = ({ tally }: SurveyCounts, choices: ReadonlyMap<string, string>): SurveyCounts => ({
  tally: {
    returned: tally.returned,
    choices: tally.returned.flatMap((cell) => [...choices].map(([question, choice]) => ({ ...cell, question, choice })))
  },
  invited: tally.returned.map(({ subject, group, ballots }) => ({ subject, group, issued: ballots, due: ballots }))
})

/** A sample that agrees in everything has a sampling error all the same. */
export const alikeStillUncertain: SatisfactionLaw = {
  id: "alike-still-uncertain",
  about: "engine",
  says: say(
    "抽样调查人人答得一样好（或一样差），区间也不会缩成一点",
    "where a sample agrees on the best or on the worst, the interval is no single point"
  ),
  witness: {
    bug: say("0/N 的区间缩为零宽，看起来像是确定无疑", "at 0 of N the interval has no width and reads as certainty"),
    source: "NVIDIA/garak#2076"
  },
  unless: (setting) => {
    if (setting.rules.formula.trim !== undefined)
      return say("去掉高低分的数没有区间", "trimmed figures have no interval")
    return ends(setting).length > 0
      ? undefined
      : say("没有得满分或零分的选项", "not every question has a choice of full marks, or of none")
  },
  cases: (setting) =>
    fc
      .tuple(someCounts(setting), fc.constantFrom(...ends(setting)))
      .map(([counts, choices]): SatisfactionCase => ({ _tag: "Survey", counts: allAlike(counts, choices) })),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      measured(setting, survey.counts, (figures) => {
        for (const figure of figures) {
          if (figure._tag === "NotMeasured") continue
          const found = setting.engine.estimate(figure, { level: 0.95 })
          if (Result.isFailure(found)) continue
          const { interval } = found.success
          if (interval.high - interval.low <= tolerance)
            return breach(figure.subject, say("有宽度的区间", "an interval of some width"), rangeOf(interval))
        }
        return undefined
      })
    )
  }
}
