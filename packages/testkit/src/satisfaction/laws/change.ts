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
  cases: (setting) =>
    fc.tuple(sampledCounts(setting), sampledCounts(setting)).map(([counts, later]) => ({
      _tag: "Survey",
      counts,
      varied: { change: say("另一次测评", "another round"), counts: later }
    })),
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
