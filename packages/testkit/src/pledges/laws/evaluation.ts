import { compareExact, type Exact, formatExact, one as whole, zero } from "@zhengyou/core"
import { EvaluationPart, type Fulfilment, type FulfilmentRate } from "@zhengyou/pledges"
import * as Result from "effect/Result"
import fc from "fast-check"
import { figure, plainly, say } from "../../internal/say.ts"
import { anyPart, fulfilments, partScoresFor } from "../generators/histories.ts"
import type { PledgeLaw } from "../PledgeLaw.ts"
import { lawOf } from "./support.ts"

/** No part gains by not being scored. */
export const absenceNeverHelps: PledgeLaw = lawOf("Scores", {
  id: "absence-never-helps",
  about: "book",
  says: say(
    "有一部分没有评分，评诺得分不因此升高",
    "an evaluation never comes out better because a part of it has no score"
  ),
  witness: {
    bug: say("不作自评，得 3.33 而不是 5", "leaving out the self-appraisal gives 3.33 instead of 5"),
    source: "frappe/hrms#2023"
  },
  cases: (policy) =>
    fc.tuple(partScoresFor(policy), anyPart).map(([scores, without]) => ({ _tag: "Scores", scores, without })),
  examine: ({ engine, policy }, { scores, without }) => {
    const { [without]: _, ...rest } = scores
    const [full, left] = [scores, rest].map((one) => Result.getOrUndefined(engine.evaluate(one, policy.evaluation)))
    if (full === undefined || left === undefined || compareExact(left.score, full.score) <= 0) return undefined
    const named = (score: Exact, level: string) => `${formatExact(score)} (${level})`
    return {
      expected: say(`不高于 ${named(full.score, full.level.id)}`, `no better than ${named(full.score, full.level.id)}`),
      found: plainly(named(left.score, left.level.id))
    }
  }
})

/** A score is the mean of its parts by weight. */
export const evaluationWithin: PledgeLaw = lawOf("Scores", {
  id: "evaluation-within",
  about: "engine",
  says: say(
    "评诺得分在有权重各部分的最低分与最高分之间",
    "the score of an evaluation lies between the least and the greatest of the parts that have weight"
  ),
  witness: {
    bug: say("权重小于 1 时，一处校验忽略、另一处接受", "one check ignores weights below 1, and another accepts them"),
    source: "frappe/erpnext#16534"
  },
  cases: (policy) =>
    fc.tuple(partScoresFor(policy), anyPart).map(([scores, without]) => ({ _tag: "Scores", scores, without })),
  examine: ({ engine, policy: { evaluation } }, { scores }) => {
    const result = Result.getOrUndefined(engine.evaluate(scores, evaluation))
    const weighed = EvaluationPart.literals.flatMap((part) =>
      compareExact(evaluation.weights[part], zero) > 0 ? (scores[part] ?? []) : []
    )
    const isWithin =
      result !== undefined &&
      weighed.some((score) => compareExact(score, result.score) <= 0) &&
      weighed.some((score) => compareExact(score, result.score) >= 0)
    return isWithin
      ? undefined
      : { expected: plainly(weighed.map(formatExact).join(" – ")), found: plainly(figure(result?.score)) }
  }
})

const countOf = ({ fulfilled, partly, notFulfilled, excused }: FulfilmentRate): number =>
  fulfilled + partly + notFulfilled + excused

const isShare = (rate: Exact): boolean => compareExact(rate, zero) >= 0 && compareExact(rate, whole) <= 0

/** Every pledge counts once. */
export const keptCountedOnce: PledgeLaw = lawOf("Kept", {
  id: "kept-counted-once",
  about: "engine",
  says: say(
    "兑现率中每项承诺只计一次，在 0 与 1 之间；不计免责的不会使它降低",
    "the rate of pledges kept counts each once and lies from 0 to 1; leaving the excused out never lowers it"
  ),
  witness: {
    bug: say("状态只有兑现与未兑现，没有部分兑现", "there is no state between kept and broken"),
    source: "TrumpTracker/trumptracker.github.io#93"
  },
  cases: () => fc.array<Fulfilment>(fulfilments, { maxLength: 12 }).map((all) => ({ _tag: "Kept", fulfilments: all })),
  examine: ({ engine }, { fulfilments }) => {
    const [left, counted] = (["leaveOut", "zero"] as const).map((excused) =>
      engine.fulfilmentRate(fulfilments, { excused })
    )
    if (left === undefined || counted === undefined) return undefined
    const isCounted = countOf(left) === fulfilments.length && countOf(counted) === fulfilments.length
    const rates = [left.rate, counted.rate].flatMap((rate) => rate ?? [])
    const isLowered = left.rate !== undefined && counted.rate !== undefined && compareExact(left.rate, counted.rate) < 0
    return isCounted && rates.every(isShare) && !isLowered
      ? undefined
      : {
          expected: say(`${fulfilments.length} 项，各计一次`, `each of ${fulfilments.length} counted once`),
          found: plainly(`${countOf(left)}: ${figure(left.rate)}; ${countOf(counted)}: ${figure(counted.rate)}`)
        }
  }
})
