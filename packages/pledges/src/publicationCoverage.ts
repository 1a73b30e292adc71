import { type CalendarDate, dividedBy, type Exact, type Id, type Roster, unitsAsOf } from "@zhengyou/core"
import * as Result from "effect/Result"

/** A pledge that was made public: for which unit, and when. */
export interface Publication {
  readonly unit: Id
  readonly on: CalendarDate
}

/** Which units had a pledge online by a day, which came late, and which are not online yet. */
export interface PublicationCoverage {
  readonly units: number
  readonly inTime: ReadonlyArray<Id>
  readonly late: ReadonlyArray<{ readonly unit: Id; readonly on: CalendarDate }>
  readonly missing: ReadonlyArray<Id>
  /** The units in time over all units, exact; nothing where there is no unit. */
  readonly share: Exact | undefined
}

/**
 * Which units have published a pledge by a deadline (上网公开率), among those that exist on it, as known on a day.
 *
 * **Details**
 *
 * Units that are founded after the deadline, or closed by then, owe nothing. What was published after `today` is not known yet.
 *
 * @example
 * ```ts
 * import { dateUnsafe as d, exactUnsafe } from "@zhengyou/core"
 * import { publicationCoverage } from "@zhengyou/pledges"
 *
 * const roster = [{ id: "a", name: "一支部" }, { id: "b", name: "二支部" }, { id: "c", name: "三支部" }]
 * const published = [{ unit: "a", on: d("2011-06-20") }, { unit: "b", on: d("2011-07-18") }]
 * const { late, missing, share } = publicationCoverage(roster, published, d("2011-07-15"), d("2011-09-01"))
 * late // => [{ unit: "b", on: "2011-07-18" }]
 * missing // => ["c"]
 * share // => exactUnsafe("1/3")
 * ```
 */
export const publicationCoverage = (
  roster: Roster,
  publications: ReadonlyArray<Publication>,
  deadline: CalendarDate,
  today: CalendarDate
): PublicationCoverage => {
  const first = new Map<Id, CalendarDate>()
  for (const { unit, on } of publications) {
    const before = first.get(unit)
    if (on <= today && (before === undefined || on < before)) first.set(unit, on)
  }
  const units = unitsAsOf(roster, deadline).map(({ id }) => ({ unit: id, on: first.get(id) }))
  const inTime = units.filter(({ on }) => on !== undefined && on <= deadline).map(({ unit }) => unit)
  const share = dividedBy({ n: BigInt(inTime.length), d: 1n }, { n: BigInt(units.length), d: 1n })
  return {
    units: units.length,
    inTime,
    late: units.flatMap(({ unit, on }) => (on !== undefined && on > deadline ? [{ unit, on }] : [])),
    missing: units.filter(({ on }) => on === undefined).map(({ unit }) => unit),
    share: Result.isSuccess(share) ? share.success : undefined
  }
}
