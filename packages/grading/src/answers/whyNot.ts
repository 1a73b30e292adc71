import type { Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { named } from "../internal/named.ts"
import type { RuleBook } from "../RuleBook.ts"
import { liftTo } from "./lift.ts"
import type { WhyNot } from "./Obstacle.ts"
import { obstaclesOf } from "./obstaclesOf.ts"
import { asked, scoredOf, trialOf } from "./trial.ts"

/**
 * Says why a unit does not have a level, and what would bring it there: points, gates, seats, or what is missing.
 *
 * **Details**
 *
 * Obstacles stand in the order of the pipeline, and all of them are told, not only the first; gates among them are judged on the facts as
 * they are. `lift` is the smallest rise that gives the level once gates, quotas and ties are settled again, all other units as they are, or why
 * there is none.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book, or there is no such unit or level.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 * import { parseRuleBook, whyNot } from "@zhengyou/grading"
 * import { Result } from "effect"
 *
 * const book = Result.getOrThrow(
 *   parseRuleBook({
 *     format: "zhengyou/rule-book@2",
 *     id: "windows",
 *     version: "1",
 *     title: "Service windows",
 *     ladder: [{ id: "a", name: "A" }, { id: "b", name: "B" }],
 *     criteria: [{ id: "service", name: "Service", maximum: 100, missing: "block" }],
 *     fullMarks: 100,
 *     panels: [{ id: "experts", name: "Experts", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *     rounding: {},
 *     decideOn: "exact",
 *     bands: [{ level: "a", from: 90 }, { level: "b", from: 0 }]
 *   })
 * )
 * const inputs = {
 *   units: [{ id: "w7", name: "Window 7" }],
 *   sheets: [{ unit: "w7", panel: "experts", rater: "e1", scores: { service: exactUnsafe("89.996") } }],
 *   facts: []
 * }
 * const [obstacle] = Result.getOrThrow(whyNot(book, inputs, "w7", "a")).obstacles
 * obstacle?._tag === "PointsShort" ? formatExact(obstacle.short) : "" // => "0.004"
 * ```
 */
export const whyNot = (
  book: RuleBook,
  inputs: GradingInputs,
  unit: Id,
  level: Id
): Result.Result<WhyNot, InputsInvalid> =>
  Result.flatMap(trialOf(book, inputs, unit), (trial) => {
    const rung = book.ladder.find(({ id }) => id === level)
    if (rung === undefined) {
      const known = book.ladder.map(({ id }) => id).slice(0, 50)
      return Result.fail(asked("level", { _tag: "UnknownLevelFact", fact: "level", found: level, known }))
    }
    const { now } = trial
    const obstacles = obstaclesOf(book, trial.unit, now, named(rung))
    const scored = obstacles.length === 0 ? undefined : scoredOf(now)
    const lift = scored && liftTo(trial, scored, named(rung))
    return Result.succeed({ unit, level: named(rung), obstacles, ...(lift === undefined ? {} : { lift }) })
  })
