import { addDays, type CalendarDate, dateUnsafe, type HolidayYear, type WorkCalendar, weekdayOf } from "@zhengyou/core"
import fc from "fast-check"

const source = "放假通知"

/** A notice of one year: runs of days off, with weekend days beside them that are worked instead. */
const noticeOf = (
  year: number,
  runs: ReadonlyArray<{ readonly day: number; readonly long: number; readonly worked: number }>
): HolidayYear => {
  const first = dateUnsafe(`${year}-01-01`)
  const holidays = new Set<CalendarDate>()
  const workdays = new Set<CalendarDate>()
  for (const { day, long, worked } of runs) {
    const from = addDays(first, day)
    for (let i = 0; i < long; i++) holidays.add(addDays(from, i))
    const near = Array.from({ length: 14 }, (_, i) => addDays(from, i - 7)).filter((one) => weekdayOf(one) > 5)
    for (const one of near.slice(0, worked)) workdays.add(one)
  }
  return {
    year,
    source,
    holidays: [...holidays].filter((one) => !workdays.has(one)).toSorted(),
    workdays: [...workdays].toSorted()
  }
}

/** Generates work calendars (工作日历) with a notice for each of some years: public holidays, and weekend days that are worked instead. */
export const workCalendars = (years: ReadonlyArray<number>): fc.Arbitrary<WorkCalendar> => {
  const run = fc.record({ day: fc.nat(364), long: fc.integer({ min: 1, max: 8 }), worked: fc.nat(3) })
  return fc
    .tuple(...years.map((year) => fc.array(run, { maxLength: 5 }).map((runs) => noticeOf(year, runs))))
    .map((notices) => notices.filter(({ holidays, workdays }) => holidays.length + workdays.length > 0))
}
