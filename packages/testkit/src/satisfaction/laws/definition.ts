import { formatExact, isSameExact } from "@zhengyou/core"
import { say } from "../../internal/say.ts"
import { referenceRate } from "../reference/rate.ts"
import type { SatisfactionLaw } from "../SatisfactionLaw.ts"
import { always, asSurvey, breach, measured, someCounts } from "./support.ts"

/** A rate is what the formula says, counted ballot by ballot. */
export const rateByDefinition: SatisfactionLaw = {
  id: "rate-by-definition",
  about: "engine",
  says: say(
    "满意度等于按公式逐票计算的结果：分值、分母、去高低分、权重、取整",
    "a rate is what the formula says ballot by ballot: points, base, trimming, weights and roundings"
  ),
  witness: {
    bug: say("投影上与总览里的百分比用了不同的分母", "the projector and the overview divide by different bases"),
    source: "OpenSlides/OpenSlides#5585"
  },
  unless: always,
  cases: (setting) => someCounts(setting).map((counts) => ({ _tag: "Survey", counts })),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      measured(setting, survey.counts, (figures) => {
        for (const figure of figures) {
          if (figure._tag === "NotMeasured") continue
          const expected = referenceRate(setting.rules, survey.counts, figure.subject)
          if (expected === undefined || !isSameExact(expected, figure.rate))
            return breach(figure.subject, expected ? formatExact(expected) : "–", formatExact(figure.rate))
        }
        return undefined
      })
    )
  }
}
