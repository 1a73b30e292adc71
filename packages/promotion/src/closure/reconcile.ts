import { type CalendarDate, type Fault, type Id, type Ladder, levelRank } from "@zhengyou/core"
import * as Result from "effect/Result"
import { levelNamed, seenBefore } from "../internal/ids.ts"
import { RegisterNotOpen } from "../levels/errors.ts"
import { enrolledOf, type LevelRegisterState, standingsOn } from "../levels/RegisterState.ts"
import type { Standing } from "../levels/Standing.ts"
import { type AccountProblem, AccountsDoNotClose, DatesReversed } from "./errors.ts"
import type { MovementRow, MovementTable, Transition } from "./MovementTable.ts"

/** What is said to have happened to units between two days; no level stands for not graded. */
export interface Changes {
  readonly moves: ReadonlyArray<{ readonly unit: Id; readonly from?: Id; readonly to?: Id }>
  readonly founded: ReadonlyArray<Standing>
  readonly merged: ReadonlyArray<Id>
  readonly closed: ReadonlyArray<Id>
}

type Faults = ReadonlyArray<Fault<AccountProblem>>

type Levels = ReadonlyMap<Id, Id | undefined>

const said = (level: Id | undefined) => (level === undefined ? {} : { level })

const levelsOf = (standings: ReadonlyArray<Standing>): Levels =>
  new Map(standings.map(({ unit, level }) => [unit, level]))

const listFaults = (
  ladder: Ladder,
  standings: ReadonlyArray<Standing>,
  list: "before" | "after" | "founded"
): Faults => {
  const seen = seenBefore()
  return standings.flatMap(
    ({ unit, level }, i): Faults => [
      ...(seen(unit, i) === undefined ? [] : [{ path: [list, i], problem: { _tag: "ListedTwice" as const, unit } }]),
      ...(level === undefined || levelRank(ladder, level) >= 0
        ? []
        : [{ path: [list, i], problem: { _tag: "LevelUnknown" as const, unit, level } }])
    ]
  )
}

const moveFaults = (ladder: Ladder, before: Levels, { moves }: Changes): Faults =>
  moves.flatMap(({ unit, from, to }, i): Faults => {
    if (to !== undefined && levelRank(ladder, to) < 0)
      return [{ path: ["moves", i], problem: { _tag: "LevelUnknown", unit, level: to } }]
    if (!before.has(unit)) return [{ path: ["moves", i], problem: { _tag: "NotThereBefore", unit } }]
    const inForce = before.get(unit)
    if (inForce === from) return []
    const problem = {
      _tag: "MoveNotFromInForce" as const,
      unit,
      ...(from === undefined ? {} : { from }),
      ...(inForce === undefined ? {} : { inForce })
    }
    return [{ path: ["moves", i], problem }]
  })

/** A unit moves, merges or closes at most once, has to be there for it, and is founded only where it was not. */
const onceFaults = (before: Levels, { moves, founded, merged, closed }: Changes): Faults => {
  const seen = seenBefore()
  const once = (unit: Id, list: string, i: number): Faults =>
    seen(unit, i) === undefined ? [] : [{ path: [list, i], problem: { _tag: "ChangedTwice", unit } }]
  const leaving = (units: ReadonlyArray<Id>, list: string): Faults =>
    units.flatMap(
      (unit, i): Faults => [
        ...once(unit, list, i),
        ...(before.has(unit) ? [] : [{ path: [list, i], problem: { _tag: "NotThereBefore" as const, unit } }])
      ]
    )
  return [
    ...moves.flatMap(({ unit }, i) => once(unit, "moves", i)),
    ...leaving(merged, "merged"),
    ...leaving(closed, "closed"),
    ...founded.flatMap(
      ({ unit }, i): Faults =>
        before.has(unit) ? [{ path: ["founded", i], problem: { _tag: "ThereBefore", unit } }] : []
    )
  ]
}

const computedAfter = (before: Levels, { moves, founded, merged, closed }: Changes): Levels => {
  const after = new Map(before)
  for (const { unit, to } of moves) after.set(unit, to)
  for (const unit of [...merged, ...closed]) after.delete(unit)
  for (const { unit, level } of founded) after.set(unit, level)
  return after
}

const differences = (computed: Levels, stated: Levels): Faults => {
  const units = [...new Set([...computed.keys(), ...stated.keys()])]
  return units.flatMap((unit): Faults => {
    const path = ["after", unit]
    if (!stated.has(unit)) return [{ path, problem: { _tag: "MissingAfter", unit, ...said(computed.get(unit)) } }]
    if (!computed.has(unit)) return [{ path, problem: { _tag: "UnaccountedFor", unit, ...said(stated.get(unit)) } }]
    const [expected, found] = [computed.get(unit), stated.get(unit)]
    if (expected === found) return []
    const problem = {
      _tag: "LevelDiffers" as const,
      unit,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found })
    }
    return [{ path, problem }]
  })
}

const rowOf = (
  level: Id | undefined,
  named: MovementRow["level"],
  before: Levels,
  after: Levels,
  { founded, merged, closed }: Changes
): MovementRow => {
  const had = (unit: Id) => before.has(unit) && before.get(unit) === level
  const has = (unit: Id) => after.has(unit) && after.get(unit) === level
  const [old, now] = [[...before.keys()].filter(had), [...after.keys()].filter(has)]
  return {
    ...(named === undefined ? {} : { level: named }),
    before: old.length,
    in: now.filter((unit) => before.has(unit) && !had(unit)).length,
    out: old.filter((unit) => after.has(unit) && !has(unit)).length,
    founded: founded.filter((one) => one.level === level).length,
    merged: merged.filter(had).length,
    closed: closed.filter(had).length,
    after: now.length
  }
}

const transitionsOf = (ladder: Ladder, before: Levels, after: Levels): ReadonlyArray<Transition> => {
  const placeOf = (level: Id | undefined): number => (level === undefined ? ladder.length : levelRank(ladder, level))
  const ways = new Map<number, Transition & { readonly units: Array<Id> }>()
  for (const [unit, from] of before) {
    if (!after.has(unit)) continue
    const to = after.get(unit)
    const order = placeOf(from) * (ladder.length + 1) + placeOf(to)
    const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    const way = ways.get(order) ?? { ...ends, units: [] }
    way.units.push(unit)
    ways.set(order, way)
  }
  return Array.from(ways)
    .toSorted(([one], [other]) => one - other)
    .map(([, way]) => way)
}

/**
 * Makes the movement table of a list of levels before, what happened, and, where it is given, a list of levels after.
 *
 * **Refusals**
 *
 * `AccountsDoNotClose` with every unit that does not add up: moved from a level that it did not have, changed twice, missing from the list after,
 * or there without having been founded.
 *
 * @example
 * ```ts
 * import { reconcile } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const ladder = [{ id: "A", name: "先进" }, { id: "B", name: "良好" }] as const
 * const before = [{ unit: "z01", level: "A" }, { unit: "z02", level: "B" }]
 * const changes = { moves: [{ unit: "z02", from: "B", to: "A" }], founded: [{ unit: "z03" }], merged: [], closed: [] }
 * const table = reconcile(ladder, before, changes)
 * Result.map(table, ({ rows }) => rows.map(({ after }) => after)) // => Result.succeed([2, 0, 1])
 * ```
 */
export const reconcile = (
  ladder: Ladder,
  before: ReadonlyArray<Standing>,
  changes: Changes,
  after?: ReadonlyArray<Standing>
): Result.Result<MovementTable, AccountsDoNotClose> => {
  const had = levelsOf(before)
  const computed = computedAfter(had, changes)
  const faults = [
    ...listFaults(ladder, before, "before"),
    ...listFaults(ladder, changes.founded, "founded"),
    ...listFaults(ladder, after ?? [], "after"),
    ...moveFaults(ladder, had, changes),
    ...onceFaults(had, changes),
    ...(after === undefined ? [] : differences(computed, levelsOf(after)))
  ]
  if (faults.length > 0) return Result.fail(new AccountsDoNotClose({ faults }))
  const rows = [
    ...ladder.map((level) => rowOf(level.id, levelNamed(ladder, level.id), had, computed, changes)),
    rowOf(undefined, undefined, had, computed, changes)
  ]
  return Result.succeed({ ladder, rows, transitions: transitionsOf(ladder, had, computed) })
}

/** What the register says happened between two days. */
const changesBetween = (
  state: LevelRegisterState,
  before: ReadonlyArray<Standing>,
  after: ReadonlyArray<Standing>
): Changes => {
  const [had, has] = [levelsOf(before), levelsOf(after)]
  const gone = before.filter(({ unit }) => !has.has(unit)).map(({ unit }) => unit)
  const isMerged = (unit: Id) => enrolledOf(state, unit)?.ending === "merged"
  return {
    moves: before.flatMap(({ unit, level }) => {
      const to = has.get(unit)
      if (!has.has(unit) || to === level) return []
      return [{ unit, ...(level === undefined ? {} : { from: level }), ...(to === undefined ? {} : { to }) }]
    }),
    founded: after.filter(({ unit }) => !had.has(unit)),
    merged: gone.filter(isMerged),
    closed: gone.filter((unit) => !isMerged(unit))
  }
}

/**
 * Makes the movement table of a register between two days.
 *
 * **Details**
 *
 * It compares the two days: a unit that went up and down again in between did not move, and one that was founded and closed in between is not there.
 * A unit that was divided counts as closed, and its parts as founded.
 *
 * **Refusals**
 *
 * `RegisterNotOpen`; `DatesReversed` where the second day is before the first.
 */
export const movementsBetween = (
  state: LevelRegisterState,
  from: CalendarDate,
  to: CalendarDate
): Result.Result<MovementTable, RegisterNotOpen | DatesReversed | AccountsDoNotClose> => {
  if (state.phase === "none") return Result.fail(new RegisterNotOpen({}))
  if (to < from) return Result.fail(new DatesReversed({ from, to }))
  const [before, after] = [standingsOn(state, from), standingsOn(state, to)]
  return reconcile(state.ladder, before, changesBetween(state, before, after), after)
}
