import { type CalendarDate, type Exact, type Id, levelRank, type Named } from "@zhengyou/core"
import { levelNamed } from "../internal/ids.ts"
import type { LedgerEntry } from "../ledger/LedgerState.ts"
import { type Candidate, examine } from "./examine.ts"
import type { PromotionReason } from "./PromotionReason.ts"
import type { PromotionRules } from "./PromotionRules.ts"

/** The fewest points that reach a level, as a grading tells them: the total to reach, and what to raise by how much. */
export interface PointsWanted {
  readonly needed: Exact
  readonly strict: boolean
  readonly short: Exact
  readonly raises: ReadonlyArray<{ readonly lever: Named; readonly by: Exact }>
}

/** One thing to do on the way to a level. */
export type PlanStep =
  | { readonly _tag: "CloseProblem"; readonly entry: LedgerEntry; readonly title: Named["name"] }
  | ({ readonly _tag: "GainPoints" } & PointsWanted)
  /** More steps than one move may take: the levels to move to, one move after the other, with so many moves in a cycle. */
  | {
      readonly _tag: "ClimbInMoves"
      readonly levels: ReadonlyArray<Named>
      readonly movesPerCycle: number
      readonly cycles: number
    }
  | PromotionReason

/** The way of a unit to a level: everything that is still to be done; nothing where it could be decided today. */
export interface PromotionPlan {
  readonly unit: Id
  readonly to: Named
  readonly steps: ReadonlyArray<PlanStep>
}

/** The open problems of a unit and the points that it lacks, from the ledger and from the grading. */
export interface Lacking {
  readonly problems: ReadonlyArray<{ readonly entry: LedgerEntry; readonly title: Named["name"] }>
  readonly points?: PointsWanted
}

/** The levels of a climb, as far apart as one move may take. */
const climb = (rules: PromotionRules, from: Id, to: Id): ReadonlyArray<Named> => {
  const { maxSteps } = rules.promotion
  const [start, end] = [levelRank(rules.ladder, from), levelRank(rules.ladder, to)]
  const step = maxSteps === "any" ? start - end : maxSteps
  const ranks: Array<number> = []
  for (let rank = start - step; rank > end; rank -= step) ranks.push(rank)
  return [...ranks, end].flatMap((rank) => rules.ladder[rank] ?? [])
}

const climbStep = (rules: PromotionRules, from: Id, to: Id): ReadonlyArray<PlanStep> => {
  const levels = climb(rules, from, to).map(({ id }) => levelNamed(rules.ladder, id))
  const { movesPerCycle } = rules.promotion
  return levels.length < 2
    ? []
    : [{ _tag: "ClimbInMoves", levels, movesPerCycle, cycles: Math.ceil(levels.length / movesPerCycle) }]
}

/**
 * Says what it would take for a unit to reach a level: problems to close, points to gain, conditions to meet, moves to make (距晋级还差什么).
 *
 * **Details**
 *
 * The problems come from the ledger; the points from a grading's answer, whose smallest lift has the shape that is wanted here. Where
 * there are more steps than one move may take, the way is climbed in several moves.
 */
export const whatWouldItTake = (
  rules: PromotionRules,
  candidate: Candidate,
  to: Id,
  lacking: Lacking,
  today: CalendarDate
): PromotionPlan => {
  const { against } = examine(rules, candidate, to, "decision", today)
  const from = candidate.record.level
  const isUp = from !== undefined && levelRank(rules.ladder, to) < levelRank(rules.ladder, from)
  const problems = lacking.problems.map((one): PlanStep => ({ _tag: "CloseProblem", ...one }))
  const points: ReadonlyArray<PlanStep> =
    lacking.points === undefined || lacking.points.short.n === 0n ? [] : [{ _tag: "GainPoints", ...lacking.points }]
  return {
    unit: candidate.unit.id,
    to: levelNamed(rules.ladder, to),
    steps: [
      ...(isUp ? [...problems, ...points, ...climbStep(rules, from, to)] : []),
      ...against.filter(({ _tag }) => _tag !== "StepsTooMany" || !isUp)
    ]
  }
}
