import { type Exact, type Id, levelRank, type Named, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { Band } from "../Band.ts"
import { leavesFor } from "../Criterion.ts"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { named } from "../internal/named.ts"
import type { Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { cheapest, leversOf } from "./levers.ts"
import { liftTo } from "./lift.ts"
import type { Obstacle, WhyNot } from "./Obstacle.ts"
import { lackOf, reaches, thresholdOf } from "./threshold.ts"
import { asked, trialOf } from "./trial.ts"

type Scored = Extract<Outcome, { readonly _tag: "Graded" | "Undetermined" }>

/** The band that gives a level or a better one and begins lowest: what a total has to reach. */
const bandFor = (book: RuleBook, rank: number): Band | undefined =>
  book.bands.findLast((band) => levelRank(book.ladder, band.level) <= rank)

const pointsObstacle = (
  book: RuleBook,
  unit: Unit,
  outcome: Scored,
  level: Named,
  rank: number
): ReadonlyArray<Obstacle> => {
  const band = bandFor(book, rank)
  if (band === undefined) return [{ _tag: "NoBand", level }]
  const threshold = thresholdOf(book, band.from)
  const total = outcome.total.exact
  if (reaches(threshold, total)) return []
  const short = lackOf(threshold, total)
  const raises = cheapest(leversOf(book, leavesFor(book.criteria, unit.type), outcome), short)
  if (raises === undefined) return [{ _tag: "OutOfReach", level, total, needed: threshold.at }]
  return [{ _tag: "PointsShort", level, total, needed: threshold.at, strict: threshold.strict, short, raises }]
}

/** The steps after the band that lowered the unit below the level. */
const loweredBelow = (book: RuleBook, outcome: Outcome, level: Named, rank: number): ReadonlyArray<Obstacle> =>
  outcome.reasons.flatMap((reason): ReadonlyArray<Obstacle> => {
    switch (reason._tag) {
      case "GateLowered":
      case "GateFroze":
        return levelRank(book.ladder, reason.to.id) > rank ? [reason] : []
      case "QuotaPushed": {
        if (levelRank(book.ladder, reason.to.id) <= rank) return []
        const { seats, place } = reason
        const lastKept: { readonly lastKept?: Exact } =
          reason.lastKept === undefined ? {} : { lastKept: reason.lastKept }
        const short = reason.kind === "cap" ? place - seats : 1
        return [{ _tag: "SeatsShort", level, seats, place, short: Math.max(1, short), ...lastKept }]
      }
      case "TiedAtQuota":
        return [reason]
      default:
        return []
    }
  })

const obstaclesOf = (book: RuleBook, unit: Unit, outcome: Outcome, level: Named): ReadonlyArray<Obstacle> => {
  const rank = levelRank(book.ladder, level.id)
  if ("level" in outcome && levelRank(book.ladder, outcome.level) <= rank) return []
  switch (outcome._tag) {
    case "NotGraded":
    case "Blocked":
      return outcome.reasons
    case "Recognised":
      return loweredBelow(book, outcome, level, rank)
    case "Graded":
    case "Undetermined":
      return [...pointsObstacle(book, unit, outcome, level, rank), ...loweredBelow(book, outcome, level, rank)]
  }
}

/**
 * Says why a unit does not have a level, and what would bring it there: points, gates, seats, or what is missing.
 *
 * **Details**
 *
 * Obstacles stand in the order of the pipeline, and all of them are told, not only the first; gates among them are judged on the facts as
 * they are. `lift` is the smallest rise that gives the level once gates, quotas and ties are settled again, all other units as they are.
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
    const isScored = now._tag === "Graded" || now._tag === "Undetermined"
    const lift = isScored && obstacles.length > 0 ? liftTo(trial, now, named(rung)) : undefined
    return Result.succeed({ unit, level: named(rung), obstacles, ...(lift === undefined ? {} : { lift }) })
  })
