import { type Exact, type Id, type Ladder, levelRank, type Named } from "@zhengyou/core"

/** The units of one level between two days; no level for those that are not graded. */
export interface MovementRow {
  readonly level?: Named
  readonly before: number
  /** Came from another level, or from not being graded. */
  readonly in: number
  readonly out: number
  readonly founded: number
  readonly merged: number
  readonly closed: number
  readonly after: number
}

/** The units that had one level before and another one after; not graded where a level is left out. */
export interface Transition {
  readonly from?: Id
  readonly to?: Id
  readonly units: ReadonlyArray<Id>
}

/**
 * How the levels of all units changed between two days (等级变动表).
 *
 * **Details**
 *
 * Every row closes: before + in − out + founded − merged − closed = after. `transitions` has the units that stayed as well. Units that were
 * founded or are gone are in no transition.
 */
export interface MovementTable {
  readonly ladder: Ladder
  readonly rows: ReadonlyArray<MovementRow>
  readonly transitions: ReadonlyArray<Transition>
}

/** The number of units that went from one level to another; not graded where a level is left out. */
export const unitsMoved = ({ transitions }: MovementTable, from: Id | undefined, to: Id | undefined): number =>
  transitions.find((one) => one.from === from && one.to === to)?.units.length ?? 0

/** The share of a level's units before that went to another level, or nothing where it had none. */
export const transitionShare = (table: MovementTable, from: Id | undefined, to: Id | undefined): Exact | undefined => {
  const of = table.transitions.filter((one) => one.from === from).reduce((sum, { units }) => sum + units.length, 0)
  return of === 0 ? undefined : shareOf(unitsMoved(table, from, to), of)
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** A share of a count in lowest terms; of nothing it is nought. */
export const shareOf = (units: number, of: number): Exact => {
  if (of === 0) return { n: 0n, d: 1n }
  const common = gcd(units, of)
  return { n: BigInt(units / common), d: BigInt(of / common) }
}

const isUp = (ladder: Ladder, { from, to }: Transition): boolean =>
  from !== undefined && to !== undefined && levelRank(ladder, to) < levelRank(ladder, from)

/** The figures that sentences about promotions rest on. */
export interface MovementFigures {
  readonly unitsAfter: number
  readonly gradedAfter: number
  /** Units that had a level on both days. */
  readonly followed: number
  /** Those of them that were not at the best level. */
  readonly couldMoveUp: number
  readonly movedUp: number
  readonly movedDown: number
}

/** Counts what sentences about promotions rest on. */
export const movementFigures = (table: MovementTable): MovementFigures => {
  const { ladder, rows, transitions } = table
  const followed = transitions.filter(({ from, to }) => from !== undefined && to !== undefined)
  const count = (some: ReadonlyArray<Transition>) => some.reduce((sum, { units }) => sum + units.length, 0)
  const after = (some: ReadonlyArray<MovementRow>) => some.reduce((sum, row) => sum + row.after, 0)
  return {
    unitsAfter: after(rows),
    gradedAfter: after(rows.filter(({ level }) => level !== undefined)),
    followed: count(followed),
    couldMoveUp: count(followed.filter(({ from }) => from !== ladder[0].id)),
    movedUp: count(followed.filter((one) => isUp(ladder, one))),
    movedDown: count(
      followed.filter(({ from, to }) => from !== to && !isUp(ladder, { from: from ?? "", to: to ?? "", units: [] }))
    )
  }
}
