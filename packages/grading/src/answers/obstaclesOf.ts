import { type Exact, levelRank, type Named, type Unit } from "@zhengyou/core"
import type { Band } from "../Band.ts"
import { leavesFor } from "../Criterion.ts"
import type { Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { cheapest, leversOf } from "./levers.ts"
import type { Obstacle } from "./Obstacle.ts"
import { lackOf, reaches, thresholdOf } from "./threshold.ts"
import { type Scored, scoredOf } from "./trial.ts"

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

/** What stands between an outcome and a level, in the order of the pipeline. */
export const obstaclesOf = (book: RuleBook, unit: Unit, outcome: Outcome, level: Named): ReadonlyArray<Obstacle> => {
  const rank = levelRank(book.ladder, level.id)
  if ("level" in outcome && levelRank(book.ladder, outcome.level) <= rank) return []
  if (outcome._tag === "NotGraded" || outcome._tag === "Blocked") return outcome.reasons
  const scored = scoredOf(outcome)
  return [
    ...(scored === undefined ? [] : pointsObstacle(book, unit, scored, level, rank)),
    ...loweredBelow(book, outcome, level, rank)
  ]
}
