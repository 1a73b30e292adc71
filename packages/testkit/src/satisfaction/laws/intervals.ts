import type { Id } from "@zhengyou/core"
import type { Estimate, Interval, IntervalMethod, Measured } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { populationsFor } from "../generators/counts.ts"
import type { SatisfactionLaw, SatisfactionSetting, SurveyCounts } from "../SatisfactionLaw.ts"
import {
  asSurvey,
  bothMeasured,
  breach,
  measured,
  measuredInBoth,
  rangeOf,
  sampledCounts,
  someCounts,
  tolerance
} from "./support.ts"

const methods: ReadonlyArray<IntervalMethod> = [
  "wilson",
  "wilsonContinuity",
  "clopperPearson",
  "agrestiCoull",
  "jeffreys"
]

interface How {
  readonly level?: number
  readonly populations: ReadonlyMap<Id, number> | undefined
}

/** The estimates of a figure by each method; none where it cannot be estimated. */
const estimatesOf = (
  { engine }: SatisfactionSetting,
  figure: Measured,
  { level = 0.95, populations }: How
): ReadonlyArray<Estimate> =>
  methods.flatMap((method) => {
    const found = engine.estimate(figure, { level, method, ...(populations && { populations }) })
    return Result.isSuccess(found) ? [found.success] : []
  })

const width = ({ low, high }: Interval): number => high - low

const toNumber = ({ rate }: Measured): number => Number(rate.n) / Number(rate.d)

const trims = ({ rules }: SatisfactionSetting) =>
  rules.formula.trim === undefined ? undefined : say("去掉高低分的数没有区间", "trimmed figures have no interval")

/** Each figure of a survey with its estimates. */
const eachEstimate = (
  setting: SatisfactionSetting,
  counts: SurveyCounts,
  examine: (figure: Measured, estimate: Estimate) => Breach | undefined
): Breach | undefined =>
  measured(setting, counts, (figures) => {
    for (const figure of figures) {
      if (figure._tag === "NotMeasured") continue
      for (const estimate of estimatesOf(setting, figure, { populations: counts.populations })) {
        const found = examine(figure, estimate)
        if (found !== undefined) return found
      }
    }
    return undefined
  })

/** The estimate lies in its interval, which is one of shares. */
export const estimateInInterval: SatisfactionLaw = {
  id: "estimate-in-interval",
  about: "engine",
  says: say(
    "满意度在自己的区间之内，区间在 0 与 1 之间",
    "a rate lies in its own interval, which lies between 0 and 1"
  ),
  witness: {
    bug: say(
      "相关系数 0.21 的区间报为 0.87 至 0.84",
      "a coefficient of .21 is reported with an interval from .87 to .84"
    ),
    source: "jasp-stats/jasp-issues#888"
  },
  unless: trims,
  cases: (setting) => sampledCounts(setting).map((counts) => ({ _tag: "Survey", counts })),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      eachEstimate(setting, survey.counts, (figure, { interval }) => {
        const rate = toNumber(figure)
        const { low, high } = interval
        const holds = 0 <= low && low <= rate + tolerance && rate - tolerance <= high && high <= 1
        return holds
          ? undefined
          : breach(figure.subject, say(`区间含 ${rate}`, `an interval that holds ${rate}`), rangeOf(interval))
      })
    )
  }
}

/** More confidence takes a wider interval. */
export const confidenceWidens: SatisfactionLaw = {
  id: "confidence-widens",
  about: "engine",
  says: say("置信水平越高，区间越宽，且包含较低水平的区间", "the interval of a higher level holds that of a lower one"),
  witness: {
    bug: say("选什么水平，报的都是 95 % 的区间", "whatever level is chosen, the interval of 95 % is reported"),
    source: "jasp-stats/jasp-issues#2370"
  },
  unless: trims,
  cases: (setting) => sampledCounts(setting).map((counts) => ({ _tag: "Survey", counts })),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      measured(setting, survey.counts, (figures) => {
        const { populations } = survey.counts
        for (const figure of figures) {
          if (figure._tag === "NotMeasured") continue
          const wide = estimatesOf(setting, figure, { level: 0.99, populations })
          for (const [i, narrow] of estimatesOf(setting, figure, { level: 0.8, populations }).entries()) {
            const [outer, inner] = [wide[i]?.interval, narrow.interval]
            if (outer === undefined) continue
            const holds = outer.low <= inner.low + tolerance && inner.high <= outer.high + tolerance
            // Where the rate lies inside, there is error on both sides, of which more confidence takes more.
            const rate = toNumber(figure)
            const grows = inner.low >= rate || rate >= inner.high || width(outer) > width(inner)
            if (!holds || !grows)
              return breach(
                figure.subject,
                say(`含 ${rangeOf(inner)} 且更宽`, `wider than ${rangeOf(inner)}, which it holds`),
                rangeOf(outer)
              )
          }
        }
        return undefined
      })
    )
  }
}

const timesAs = (counts: SurveyCounts, k: number): SurveyCounts => ({
  tally: {
    returned: counts.tally.returned.map((row) => ({ ...row, ballots: row.ballots * k })),
    choices: counts.tally.choices.map((row) => ({ ...row, ballots: row.ballots * k }))
  },
  invited: counts.invited.map(({ issued, due, ...row }) => ({
    ...row,
    ...(issued === undefined ? {} : { issued: issued * k }),
    ...(due === undefined ? {} : { due: due * k })
  }))
})

/** More answers at the same rate never widen the interval. */
export const moreNeverWiden: SatisfactionLaw = {
  id: "more-never-widen",
  about: "engine",
  says: say("同样的满意度，答的人越多，区间不会更宽", "at the same rate, more answers never widen the interval"),
  witness: {
    bug: say(
      "零票赞成：499 票时上限 0.027，500 票时变为 0.99999",
      "with no successes the upper bound is 0.027 of 499 and 0.99999 of 500"
    ),
    source: "statsmodels/statsmodels#9549"
  },
  unless: trims,
  cases: (setting) =>
    fc.tuple(someCounts(setting), fc.integer({ min: 2, max: 9 })).chain(([counts, k]) => {
      const more = timesAs(counts, k)
      const change = say(`各项票数都乘 ${k}`, `every count times ${k}`)
      const drawn = populationsFor(setting.rules.questionnaire, more).map((populations) => ({ populations }))
      return fc.oneof({ withCrossShrink: true }, fc.constant({}), drawn).map((from) => ({
        _tag: "Survey",
        counts: { ...counts, ...from },
        varied: { change, counts: { ...more, ...from } }
      }))
    }),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        const { populations } = survey.counts
        for (const [few, many] of measuredInBoth(first, second)) {
          const wide = estimatesOf(setting, few, { populations })
          const narrow = estimatesOf(setting, many, { populations })
          for (const [i, { interval, method }] of wide.entries()) {
            const other = narrow[i]
            if (other === undefined || other.method !== method) continue
            if (width(other.interval) > width(interval) + tolerance)
              return breach(
                few.subject,
                say(`不宽于 ${rangeOf(interval)}`, `no wider than ${rangeOf(interval)}`),
                rangeOf(other.interval)
              )
          }
        }
        return undefined
      })
    )
  }
}
