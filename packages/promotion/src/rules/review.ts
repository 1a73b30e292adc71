import { type CalendarDate, type Id, levelRank, type Named } from "@zhengyou/core"
import { levelNamed } from "../internal/ids.ts"
import { type Candidate, type Examination, examine } from "./examine.ts"
import type { PromotionRules } from "./PromotionRules.ts"

/** What a review came to: the level from then on, and what the rules said where the assessment gave another one. */
export interface Review {
  readonly unit: Id
  readonly from: Named
  readonly to: Named
  /** The level that the assessment alone would give. */
  readonly assessed: Named
  readonly examination?: Examination
}

/** The level towards an assessed one that is as many steps away as one move may take. */
const withinSteps = (rules: PromotionRules, from: Id, assessed: Id): Id => {
  const [start, end] = [levelRank(rules.ladder, from), levelRank(rules.ladder, assessed)]
  const limit = end < start ? rules.promotion.maxSteps : (rules.demotion?.maxSteps ?? "any")
  if (limit === "any") return assessed
  const rank = end < start ? Math.max(end, start - limit) : Math.min(end, start + limit)
  return rules.ladder[rank]?.id ?? assessed
}

/**
 * Reviews a unit that was assessed again (动态管理): up or down towards the assessed level, as far as the rules let it.
 *
 * **When to use**
 *
 * Where every unit is reviewed at the end of a cycle, without an application. A unit without a level or an assessment has no review.
 */
export const review = (rules: PromotionRules, candidate: Candidate, today: CalendarDate): Review | undefined => {
  const { unit, record, assessed } = candidate
  const from = record.level
  if (from === undefined || assessed === undefined) return undefined
  const named = (level: Id) => levelNamed(rules.ladder, level)
  const outcome = { unit: unit.id, from: named(from), assessed: named(assessed) }
  if (from === assessed) return { ...outcome, to: named(from) }
  const target = withinSteps(rules, from, assessed)
  const examination = examine(rules, candidate, target, "decision", today)
  return { ...outcome, to: named(examination.against.length === 0 ? target : from), examination }
}
