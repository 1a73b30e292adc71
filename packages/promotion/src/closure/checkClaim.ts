import { Exact, exactUnsafe, Id, isSameExact, round, times } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { type MovementTable, movementFigures, shareOf, unitsMoved } from "./MovementTable.ts"

const Count = Schema.Int

/** A sentence that a summary makes about levels and promotions. */
export const Claim = Schema.TaggedUnion({
  /** "So many are at this level now." */
  LevelCount: { level: Id, units: Count },
  /** "So many per cent are at this level now", with as many decimals as the sentence gives. */
  LevelShare: { level: Id, percent: Exact, digits: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 6 })) },
  /** "So many went from this level to that one." */
  Moved: { from: Id, to: Id, units: Count },
  /** "So many moved up." */
  MovedUp: { units: Count },
  NobodyMovedDown: {},
  /** "Every unit moved up." */
  EveryUnitMovedUp: {},
  /** "Units moved up throughout" (普遍晋位升级): it does not say whether of all, or most of them. */
  GenerallyMovedUp: {}
})
export type Claim = typeof Claim.Type

/** A way to understand a claim: what has to be so many of which units. */
export const ReadingKind = Schema.Literals([
  "count",
  "shareOfGraded",
  "shareOfAll",
  "none",
  "everyOfFollowed",
  "everyWhoCould",
  "mostOfFollowed",
  "mostWhoCould"
])
export type ReadingKind = typeof ReadingKind.Type

/** A claim under one reading: so many units of so many, and whether it holds. */
export interface ClaimReading {
  readonly kind: ReadingKind
  readonly units: number
  readonly of: number
  readonly holds: boolean
}

/** What figures say to a claim: supported or contradicted under every reading, or depending on the reading. */
export interface ClaimCheck {
  readonly claim: Claim
  readonly verdict: "supported" | "contradicted" | "dependsOnReading"
  readonly readings: ReadonlyArray<ClaimReading>
}

const reading = (kind: ReadingKind, units: number, of: number, holds: boolean): ClaimReading => ({
  kind,
  units,
  of,
  holds
})

const every = (kind: ReadingKind, units: number, of: number) => reading(kind, units, of, of > 0 && units === of)

const most = (kind: ReadingKind, units: number, of: number) => reading(kind, units, of, 2 * units > of)

const share = (kind: ReadingKind, units: number, of: number, claim: Extract<Claim, { _tag: "LevelShare" }>) => {
  const percent = times(shareOf(units, of), exactUnsafe(100))
  const shown = round(percent, { mode: "halfExpand", digits: claim.digits })
  return reading(kind, units, of, of > 0 && isSameExact(shown, claim.percent))
}

const readingsOf = (claim: Claim, table: MovementTable): ReadonlyArray<ClaimReading> => {
  const { unitsAfter, gradedAfter, followed, couldMoveUp, movedUp, movedDown } = movementFigures(table)
  const at = (level: Id) => table.rows.find((row) => row.level?.id === level)?.after ?? 0
  switch (claim._tag) {
    case "LevelCount":
      return [reading("count", at(claim.level), gradedAfter, at(claim.level) === claim.units)]
    case "LevelShare":
      return [
        share("shareOfGraded", at(claim.level), gradedAfter, claim),
        ...(unitsAfter === gradedAfter ? [] : [share("shareOfAll", at(claim.level), unitsAfter, claim)])
      ]
    case "Moved": {
      const moved = unitsMoved(table, claim.from, claim.to)
      return [reading("count", moved, followed, moved === claim.units)]
    }
    case "MovedUp":
      return [reading("count", movedUp, followed, movedUp === claim.units)]
    case "NobodyMovedDown":
      return [reading("none", movedDown, followed, movedDown === 0)]
    case "EveryUnitMovedUp":
      return [every("everyOfFollowed", movedUp, followed), every("everyWhoCould", movedUp, couldMoveUp)]
    case "GenerallyMovedUp":
      return [
        every("everyOfFollowed", movedUp, followed),
        every("everyWhoCould", movedUp, couldMoveUp),
        most("mostOfFollowed", movedUp, followed),
        most("mostWhoCould", movedUp, couldMoveUp)
      ]
  }
}

/**
 * Holds a sentence of a summary against a movement table, with the figures that support or contradict it.
 *
 * **Details**
 *
 * A sentence that can be understood in several ways is checked in each of them: of the units that had a level on both days, or of those
 * that were not at the best one already; all of them, or more than half; a share of the graded units, or of all.
 *
 * @example
 * ```ts
 * import { checkClaim, reconcile } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const ladder = [{ id: "A", name: "先进" }, { id: "B", name: "良好" }] as const
 * const before = [{ unit: "z01", level: "A" }, { unit: "z02", level: "B" }]
 * const changes = { moves: [{ unit: "z02", from: "B", to: "A" }], founded: [], merged: [], closed: [] }
 * const table = Result.getOrThrow(reconcile(ladder, before, changes))
 * checkClaim({ _tag: "EveryUnitMovedUp" }, table).verdict // => "dependsOnReading"
 * checkClaim({ _tag: "Moved", from: "B", to: "A", units: 1 }, table).verdict // => "supported"
 * ```
 */
export const checkClaim = (claim: Claim, table: MovementTable): ClaimCheck => {
  const readings = readingsOf(claim, table)
  const holding = readings.filter(({ holds }) => holds).length
  const verdict = holding === readings.length ? "supported" : holding === 0 ? "contradicted" : "dependsOnReading"
  return { claim, verdict, readings }
}
