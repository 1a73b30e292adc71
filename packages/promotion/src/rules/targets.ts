import { type CalendarDate, type Exact, exactUnsafe, type Id, type Named, round, times } from "@zhengyou/core"
import type { MovementTable } from "../closure/MovementTable.ts"
import { movementFigures } from "../closure/MovementTable.ts"
import { levelNamed } from "../internal/ids.ts"
import { type Candidate, holdsFor } from "./examine.ts"
import type { PromotionRules } from "./PromotionRules.ts"

/** A target of one level and how far it was reached. */
export interface TargetResult {
  readonly level: Named
  readonly units: number
  readonly needed: number
  readonly moved: number
  readonly isMet: boolean
}

/**
 * The number of units that a share asks for: "at least 10 %" of 201 is 21.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { unitsNeeded } from "@zhengyou/promotion"
 *
 * unitsNeeded(exactUnsafe("0.1"), 201) // => 21
 * unitsNeeded(exactUnsafe("0.2"), 80) // => 16
 * ```
 */
export const unitsNeeded = (share: Exact, units: number): number =>
  Number(round(times(share, exactUnsafe(units)), { mode: "ceil", digits: 0 }).n)

/** Holds the targets of the rules against a movement table: of the units that a level had before, how many moved up. */
export const targetsReached = (rules: PromotionRules, table: MovementTable): ReadonlyArray<TargetResult> =>
  rules.targets.map(({ level, share }) => {
    const ofLevel = table.transitions.filter(({ from }) => from === level)
    const units = table.rows.find((row) => row.level?.id === level)?.before ?? 0
    const moved = movementFigures({ ...table, transitions: ofLevel }).movedUp
    const needed = unitsNeeded(share, units)
    return { level: levelNamed(rules.ladder, level), units, needed, moved, isMet: moved >= needed }
  })

/** A task of the rules with the units that it falls to. */
export interface TaskList {
  readonly task: Named
  readonly units: ReadonlyArray<Id>
}

/**
 * Says which units each task of the rules falls to (巩固先进、推动一般、整顿后进；抓两头).
 *
 * **Details**
 *
 * A task falls to the units of its levels for which its condition, if it has one, is known to hold.
 */
export const tasksFor = (
  rules: PromotionRules,
  candidates: ReadonlyArray<Candidate>,
  today: CalendarDate
): ReadonlyArray<TaskList> =>
  rules.tasks.map(({ id, name, levels, when }) => ({
    task: { id, name },
    units: candidates.flatMap((candidate) => {
      const { level } = candidate.record
      const isMeant = level !== undefined && levels.includes(level)
      return isMeant && (when === undefined || holdsFor(rules, when, candidate, today) === true)
        ? [candidate.unit.id]
        : []
    })
  }))
