import * as Schema from "effect/Schema"
import { CalendarDate, weekdayOf } from "./CalendarDate.ts"

/**
 * What the notice of one year says of public holidays: the days off, and the weekend days worked instead (调休).
 *
 * **Details**
 *
 * `source` names the notice, so that whoever checks a deadline can look it up.
 */
export const HolidayYear = Schema.Struct({
  year: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 })),
  source: Schema.NonEmptyString,
  holidays: Schema.Array(CalendarDate),
  workdays: Schema.Array(CalendarDate)
}).annotate({ identifier: "HolidayYear" })
export interface HolidayYear extends Schema.Schema.Type<typeof HolidayYear> {}

/** The holiday notices that are known (工作日历); in a year without one, days from Monday to Friday count as worked. */
export const WorkCalendar = Schema.Array(HolidayYear).annotate({ identifier: "WorkCalendar" })
export type WorkCalendar = typeof WorkCalendar.Type

/** Whether a calendar holds every notice that speaks of a day: its year's, and the next one's in the last week of December. */
export const isAnnounced = (calendar: WorkCalendar, day: CalendarDate): boolean =>
  unannouncedFor(calendar, day).length === 0

/** The years whose notices speak of a day and are not known: New Year's notice moves days of the week before it. */
export const unannouncedFor = (calendar: WorkCalendar, day: CalendarDate): ReadonlyArray<number> => {
  const year = Number(day.slice(0, 4))
  const years = day.slice(5) >= "12-25" ? [year, year + 1] : [year]
  return years.filter((one) => !calendar.some((notice) => notice.year === one))
}

/**
 * Whether a day is worked: Monday to Friday, but for public holidays and the weekend days worked instead.
 *
 * **Details**
 *
 * A year's notice may speak of days of its neighbours, such as 31 December, so every notice is asked.
 *
 * @example
 * ```ts
 * import { dateUnsafe, isWorkday } from "@zhengyou/core"
 *
 * const notice = {
 *   year: 2012,
 *   source: "国办发明电〔2011〕45号",
 *   holidays: ["2012-04-02", "2012-04-03", "2012-04-04"].map(dateUnsafe),
 *   workdays: ["2012-03-31", "2012-04-01"].map(dateUnsafe)
 * }
 * isWorkday([notice], dateUnsafe("2012-04-01")) // => true
 * isWorkday([notice], dateUnsafe("2012-04-02")) // => false
 * ```
 */
export const isWorkday = (calendar: WorkCalendar, day: CalendarDate): boolean => {
  if (calendar.some(({ workdays }) => workdays.includes(day))) return true
  return weekdayOf(day) <= 5 && !calendar.some(({ holidays }) => holidays.includes(day))
}
