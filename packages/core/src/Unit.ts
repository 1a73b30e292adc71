import * as Schema from "effect/Schema"
import { CalendarDate } from "./CalendarDate.ts"
import { Id } from "./Ladder.ts"
import { Text } from "./Text.ts"

/**
 * An organisation that is appraised (单位、支部、窗口), with the days on which it began and ended.
 *
 * **Details**
 *
 * `closed` is the first day on which the unit is no longer there; `mergedInto` names the unit that took it over that day.
 */
export const Unit = Schema.Struct({
  id: Id,
  name: Text,
  type: Schema.optionalKey(Id),
  parent: Schema.optionalKey(Id),
  founded: Schema.optionalKey(CalendarDate),
  closed: Schema.optionalKey(CalendarDate),
  mergedInto: Schema.optionalKey(Id)
}).annotate({ identifier: "Unit" })
export interface Unit extends Schema.Schema.Type<typeof Unit> {}

/** The units of one organisation, past and present (名册). */
export const Roster = Schema.Array(Unit).annotate({ identifier: "Roster" })
export type Roster = typeof Roster.Type

/** Whether a unit exists on a day: founded by then, not yet closed. */
export const existsOn = (unit: Unit, day: CalendarDate): boolean =>
  (unit.founded === undefined || unit.founded <= day) && (unit.closed === undefined || day < unit.closed)

/**
 * The units that exist on a day, in the roster's order: every count of units is "as of" a day.
 *
 * @example
 * ```ts
 * import { dateUnsafe, unitsAsOf } from "@zhengyou/core"
 *
 * const roster = [
 *   { id: "z01", name: "机关第一支部" },
 *   { id: "z38", name: "新设支部", founded: dateUnsafe("2012-05-01") }
 * ]
 * unitsAsOf(roster, dateUnsafe("2012-04-01")).length // => 1
 * unitsAsOf(roster, dateUnsafe("2012-12-31")).length // => 2
 * ```
 */
export const unitsAsOf = (roster: Roster, day: CalendarDate): ReadonlyArray<Unit> =>
  roster.filter((unit) => existsOn(unit, day))
