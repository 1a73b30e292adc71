import { formatExact, isSameExact, minus, zero } from "@zhengyou/core"
import type { Change } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { SatisfactionLaw } from "../SatisfactionLaw.ts"
import { always, asSurvey, bothMeasured, breach, measuredInBoth, rangeOf, sampledCounts, tolerance } from "./support.ts"

const turned = { Up: "Down", Down: "Up", NotDistinguishable: "NotDistinguishable" } as const

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 100 * tolerance

const isNegated = (there: Change, back: Change): boolean => {
  const sameTest = isNear(there.p, back.p) && there.test === back.test && there.method === back.method
  const sameRange = isNear(there.interval.low, -back.interval.high) && isNear(there.interval.high, -back.interval.low)
  // A verdict hangs on the interval's side of nought: where an end lies on it, the last bit decides.
  const isClear = !isNear(there.interval.low, 0) && !isNear(there.interval.high, 0)
  const sameVerdict = turned[there.verdict._tag] === back.verdict._tag
  return isSameExact(minus(zero, there.points), back.points) && sameTest && sameRange && (sameVerdict || !isClear)
}

const summary = ({ points, interval, p, verdict }: Change): string =>
  `${verdict._tag} ${formatExact(points)} ${rangeOf(interval)} p ${p}`

const twoRounds: SatisfactionLaw["cases"] = (setting) =>
  fc.tuple(sampledCounts(setting), sampledCounts(setting)).map(([counts, later]) => ({
    _tag: "Survey",
    counts,
    varied: { change: say("另一次测评", "another round"), counts: later }
  }))

/** A change lies in its interval, and its verdict is what the interval says. */
export const changeInInterval: SatisfactionLaw = {
  id: "change-in-interval",
  about: "engine",
  says: say(
    "变化的百分点在自己的区间之内；说升，则区间在零以上，说降，则在零以下",
    "the points of a change lie in its interval, which lies above nought where it is called up, and below where down"
  ),
  witness: {
    bug: say("3/6 与 9/17 之间报“上升 3 %”", "between 3 of 6 and 9 of 17 it says that it is up by 3 %"),
    source: "responsibleai/ASSERT#162"
  },
  unless: always,
  cases: twoRounds,
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        const [before, after] = [survey.counts.populations, survey.varied?.counts?.populations]
        for (const [a, b] of measuredInBoth(first, second)) {
          const found = setting.engine.change(a, b, {
            level: 0.95,
            ...(before && { populationsBefore: before }),
            ...(after && { populations: after })
          })
          if (Result.isFailure(found)) continue
          const { points, interval, verdict } = found.success
          const at = Number(points.n) / Number(points.d)
          const holds = interval.low <= at + 100 * tolerance && at - 100 * tolerance <= interval.high
          const said = { Up: interval.low > 0, Down: interval.high < 0, NotDistinguishable: true }[verdict._tag]
          if (!holds || !said)
            return breach(
              a.subject,
              say(`区间含 ${at}，结论与之一致`, `an interval that holds ${at}, and its verdict`),
              summary(found.success)
            )
        }
        return undefined
      })
    )
  }
}

/** Two rounds in the other order give the change turned round. */
export const swapNegates: SatisfactionLaw = {
  id: "swap-negates",
  about: "engine",
  says: say(
    "前后两次对调，变化只改正负号，区间与结论随之翻转",
    "two rounds in the other order give the same change with the other sign, interval and verdict too"
  ),
  witness: {
    bug: say("差值区间的正负号写反", "the signs of an interval of differences are swapped"),
    source: "AndriSignorell/DescTools#50"
  },
  unless: always,
  cases: twoRounds,
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        const [before, after] = [survey.counts.populations, survey.varied?.counts?.populations]
        const asked = (was: typeof before, is: typeof before) => ({
          level: 0.95,
          ...(was && { populationsBefore: was }),
          ...(is && { populations: is })
        })
        for (const [a, b] of measuredInBoth(first, second)) {
          const there = setting.engine.change(a, b, asked(before, after))
          const back = setting.engine.change(b, a, asked(after, before))
          if (Result.isFailure(there) || Result.isFailure(back)) {
            if (Result.isFailure(there) && Result.isFailure(back)) continue
            return breach(
              a.subject,
              say("两个方向都能或都不能比较", "a change both ways, or none"),
              say("只有一个方向", "one only")
            )
          }
          if (!isNegated(there.success, back.success))
            return breach(
              a.subject,
              say(`${summary(there.success)} 的相反数`, `the negative of ${summary(there.success)}`),
              summary(back.success)
            )
        }
        return undefined
      })
    )
  }
}
