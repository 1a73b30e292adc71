import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { NotADate } from "./errors.ts"

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const partsOf = (text: string): Parts | undefined => {
  const match = shape.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return real ? { year, month, day } : undefined
}

/** A day of the calendar as `YYYY-MM-DD`, with no time and no time zone. */
export const CalendarDate = Schema.String.check(
  Schema.makeFilter((text: string) => partsOf(text) !== undefined, { expected: "a day as YYYY-MM-DD" })
)
  .pipe(Schema.brand("CalendarDate"))
  .annotate({ identifier: "CalendarDate", expected: "a day as YYYY-MM-DD" })
export type CalendarDate = typeof CalendarDate.Type

/**
 * Reads a day of the calendar.
 *
 * **Refusals**
 *
 * `NotADate`: not of the form `YYYY-MM-DD`, or a day that does not exist.
 *
 * @example
 * ```ts
 * import { parseDate } from "@zhengyou/core"
 * import { Result } from "effect"
 *
 * Result.isSuccess(parseDate("2012-02-29")) // => true
 * Result.isSuccess(parseDate("2011-02-29")) // => false
 * ```
 */
export const parseDate = (text: string): Result.Result<CalendarDate, NotADate> =>
  partsOf(text) === undefined
    ? Result.fail(new NotADate({ found: text.slice(0, 60).toWellFormed() }))
    : Result.succeed(CalendarDate.make(text))

/** Reads a day of the calendar, or throws `NotADate`: for literals in code and tests. */
export const dateUnsafe = (text: string): CalendarDate => Result.getOrThrow(parseDate(text))

/** Compares two days: -1 where the first is earlier, 1 where it is later. */
export const compareDates = (a: CalendarDate, b: CalendarDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

const partsOfDate = (date: CalendarDate): Parts => partsOf(date) ?? { year: 1, month: 1, day: 1 }

/**
 * The number of whole months from one day to a later one; negative where it is earlier.
 *
 * **Details**
 *
 * A month is complete on the same day of a later month, or on that month's last day where it has no such day.
 *
 * @example
 * ```ts
 * import { dateUnsafe, monthsBetween } from "@zhengyou/core"
 *
 * monthsBetween(dateUnsafe("2011-04-02"), dateUnsafe("2012-04-01")) // => 11
 * monthsBetween(dateUnsafe("2011-04-01"), dateUnsafe("2012-04-01")) // => 12
 * monthsBetween(dateUnsafe("2012-01-31"), dateUnsafe("2012-02-29")) // => 1
 * ```
 */
export const monthsBetween = (from: CalendarDate, to: CalendarDate): number => {
  if (to < from) {
    const months = monthsBetween(to, from)
    return months === 0 ? 0 : -months
  }
  const [a, b] = [partsOfDate(from), partsOfDate(to)]
  const dueDay = Math.min(a.day, daysInMonth(b.year, b.month))
  return (b.year - a.year) * 12 + (b.month - a.month) - (b.day < dueDay ? 1 : 0)
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; exact for every day that a date can name. */
const dayNumber = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/**
 * The day so many days later, or earlier for a negative number; the last or first day of the calendar beyond its ends.
 *
 * @example
 * ```ts
 * import { addDays, dateUnsafe } from "@zhengyou/core"
 *
 * addDays(dateUnsafe("2012-02-28"), 2) // => "2012-03-01"
 * addDays(dateUnsafe("2012-03-01"), -1) // => "2012-02-29"
 * ```
 */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const first = dayNumber(CalendarDate.make("0001-01-01"))
  const last = dayNumber(CalendarDate.make("9999-12-31"))
  const day = Math.min(last, Math.max(first, dayNumber(date) + Math.trunc(days)))
  return CalendarDate.make(new Date(day * 86_400_000).toISOString().slice(0, 10))
}

/** The number of days from one day to another; negative where it is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: CalendarDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/**
 * The same day so many months later, or the last of that month where it has no such day.
 *
 * @example
 * ```ts
 * import { addMonths, dateUnsafe } from "@zhengyou/core"
 *
 * addMonths(dateUnsafe("2012-01-31"), 1) // => "2012-02-29"
 * addMonths(dateUnsafe("2012-12-15"), 6) // => "2013-06-15"
 * ```
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = partsOfDate(date)
  const count = year * 12 + (month - 1) + Math.trunc(months)
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  if (y < 1) return CalendarDate.make("0001-01-01")
  if (y > 9999) return CalendarDate.make("9999-12-31")
  const pad = (n: number, places: number): string => String(n).padStart(places, "0")
  return CalendarDate.make(`${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}`)
}
