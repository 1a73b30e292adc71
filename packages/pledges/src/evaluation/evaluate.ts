import {
  compareExact,
  dividedByUnsafe,
  Exact,
  type Fault,
  formatExact,
  isAtLeast,
  isSameExact,
  Level,
  round,
  sum,
  times,
  zero
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { EvaluationPart, type EvaluationRules } from "./EvaluationRules.ts"
import { type EvaluationProblem, EvaluationRefused } from "./errors.ts"

/** The scores that the parts of an evaluation gave; a part that gave none is left out. */
export const PartScores = Schema.Struct({
  self: Schema.optionalKey(Exact),
  inspection: Schema.optionalKey(Exact),
  public: Schema.optionalKey(Exact)
}).annotate({ identifier: "PartScores" })
export interface PartScores extends Schema.Schema.Type<typeof PartScores> {}

/** What an evaluation came to: the exact score, the number that the band was decided on, and the level. */
export const EvaluationResult = Schema.Struct({ score: Exact, decidedOn: Exact, level: Level }).annotate({
  identifier: "EvaluationResult"
})
export interface EvaluationResult extends Schema.Schema.Type<typeof EvaluationResult> {}

type Faults = ReadonlyArray<Fault<EvaluationProblem>>

const outOfRange = (score: Exact, full: Exact, path: ReadonlyArray<string>): Faults =>
  compareExact(score, zero) >= 0 && compareExact(score, full) <= 0
    ? []
    : [{ path, problem: { _tag: "ScoreOutOfRange", score: formatExact(score), full: formatExact(full) } }]

/**
 * The level of a score by the bands: the best one whose least score is reached.
 *
 * **Details**
 *
 * A score of the lower of two levels stays there however near it comes, unless the rules decide on a rounded number.
 *
 * **Refusals**
 *
 * `EvaluationRefused` for a score below 0 or beyond the full score.
 */
export const levelOfScore = (
  score: Exact,
  { full, bands, decideOn }: EvaluationRules
): Result.Result<EvaluationResult, EvaluationRefused> => {
  const faults = outOfRange(score, full, ["score"])
  if (faults.length > 0) return Result.fail(new EvaluationRefused({ faults }))
  const decidedOn = decideOn === "exact" ? score : round(score, decideOn)
  const band = bands.find(({ from }) => isAtLeast(decidedOn, from)) ?? bands[bands.length - 1] ?? bands[0]
  return Result.succeed({ score, decidedOn, level: band.level })
}

/**
 * Evaluates a pledge from the scores of its parts (评诺).
 *
 * **Refusals**
 *
 * `EvaluationRefused` with every fault: a score out of range, a part without a score where the rules wait for it, or no weight left.
 *
 * @example
 * ```ts
 * import { exactUnsafe as x } from "@zhengyou/core"
 * import { evaluate } from "@zhengyou/pledges"
 * import { Result } from "effect"
 *
 * const rules = {
 *   full: x(100),
 *   weights: { self: x(0), inspection: x("0.6"), public: x("0.4") },
 *   missing: "block",
 *   decideOn: "exact",
 *   bands: [
 *     { level: { id: "good", name: "好" }, from: x(95) },
 *     { level: { id: "fair", name: "中" }, from: x(80) },
 *     { level: { id: "poor", name: "差" }, from: x(0) }
 *   ],
 *   excused: "leaveOut"
 * } as const
 * const result = evaluate({ inspection: x(95), public: x(94) }, rules)
 * Result.map(result, ({ score, level }) => [score, level.name]) // => Result.succeed([x("94.6"), "中"])
 * ```
 */
export const evaluate = (
  scores: PartScores,
  rules: EvaluationRules
): Result.Result<EvaluationResult, EvaluationRefused> => {
  const { weights, full, missing } = rules
  const weighed = EvaluationPart.literals.flatMap((part) => {
    const [score, weight] = [scores[part], weights[part]]
    return score === undefined || isSameExact(weight, zero) ? [] : [{ score, weight }]
  })
  const total = sum(weighed.map(({ weight }) => weight))
  const faults = EvaluationPart.literals.flatMap((part): Faults => {
    const score = scores[part]
    if (score !== undefined) return outOfRange(score, full, ["scores", part])
    return missing === "renormalise" || isSameExact(weights[part], zero)
      ? []
      : [{ path: ["scores", part], problem: { _tag: "ScoreMissing", part } }]
  })
  if (faults.length > 0) return Result.fail(new EvaluationRefused({ faults }))
  if (isSameExact(total, zero))
    return Result.fail(new EvaluationRefused({ faults: [{ path: ["scores"], problem: { _tag: "NoWeightLeft" } }] }))
  const weightedSum = sum(weighed.map(({ score, weight }) => times(score, weight)))
  return levelOfScore(dividedByUnsafe(weightedSum, total), rules)
}
