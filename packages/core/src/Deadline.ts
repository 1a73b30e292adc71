import * as Schema from "effect/Schema"
import { addDays, CalendarDate, weekdayOf } from "./CalendarDate.ts"
import type { Language } from "./Text.ts"
import { isAnnounced, isWorkday, type WorkCalendar } from "./WorkCalendar.ts"

const Count = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 3660 }, { expected: "a whole number from 1 to 3660" })
)

/** Whether the day on which a period begins is its first day, or the day after it is (当日不计). */
const FirstDay = Schema.Literals(["same", "next"])

/**
 * How long there is time (期限): until a stated day, for so many working days, or for so many calendar days.
 *
 * **Details**
 *
 * Where a period of calendar days would end on a day off, `onRestDay` says whether it `stays` or moves to the `next` working day.
 */
export const Term = Schema.Union([
  Schema.Struct({ on: CalendarDate }),
  Schema.Struct({ workingDays: Count, first: FirstDay }),
  Schema.Struct({ calendarDays: Count, first: FirstDay, onRestDay: Schema.Literals(["stays", "next"]) })
]).annotate({ identifier: "Term", expected: "{on}, {workingDays, first} or {calendarDays, first, onRestDay}" })
export type Term = typeof Term.Type

/**
 * The last day on which something can be done, with how it was computed.
 *
 * **Details**
 *
 * `daysOff` are weekdays of the period on which nobody works, `workedWeekends` weekend days on which everybody does. A
 * deadline that passes through years whose notice is not known is provisional: `unannounced` names them.
 */
export const Deadline = Schema.Struct({
  from: CalendarDate,
  term: Term,
  due: CalendarDate,
  daysOff: Schema.Array(CalendarDate),
  workedWeekends: Schema.Array(CalendarDate),
  unannounced: Schema.Array(Schema.Int)
}).annotate({ identifier: "Deadline" })
export interface Deadline extends Schema.Schema.Type<typeof Deadline> {}

const lastOfCalendar = CalendarDate.make("9999-12-31")

const nextWorkday = (calendar: WorkCalendar, day: CalendarDate): CalendarDate => {
  let on = day
  while (on < lastOfCalendar && !isWorkday(calendar, on)) on = addDays(on, 1)
  return on
}

const dueOf = (calendar: WorkCalendar, start: CalendarDate, term: Exclude<Term, { readonly on: CalendarDate }>) => {
  if ("calendarDays" in term) {
    const last = addDays(start, term.calendarDays - 1)
    return term.onRestDay === "next" ? nextWorkday(calendar, last) : last
  }
  let due = nextWorkday(calendar, start)
  for (let counted = 1; counted < term.workingDays; counted++) due = nextWorkday(calendar, addDays(due, 1))
  return due
}

const daysFrom = (first: CalendarDate, last: CalendarDate): ReadonlyArray<CalendarDate> => {
  const days: Array<CalendarDate> = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push(day)
    if (day === lastOfCalendar) break
  }
  return days
}

/**
 * Computes a deadline from the day on which its period begins.
 *
 * @example
 * ```ts
 * import { dateUnsafe, deadlineOf } from "@zhengyou/core"
 *
 * const notice = {
 *   year: 2012,
 *   source: "国办发明电〔2011〕45号",
 *   holidays: ["2012-04-02", "2012-04-03", "2012-04-04"].map(dateUnsafe),
 *   workdays: ["2012-03-31", "2012-04-01"].map(dateUnsafe)
 * }
 * const within = { workingDays: 5, first: "next" } as const
 * deadlineOf([notice], dateUnsafe("2012-03-29"), within).due // => "2012-04-06"
 * deadlineOf([], dateUnsafe("2012-03-29"), within).unannounced // => [2012]
 * ```
 */
export const deadlineOf = (calendar: WorkCalendar, from: CalendarDate, term: Term): Deadline => {
  if ("on" in term) return { from, term, due: term.on, daysOff: [], workedWeekends: [], unannounced: [] }
  const start = term.first === "same" ? from : addDays(from, 1)
  const due = dueOf(calendar, start, term)
  const days = daysFrom(start, due)
  const asksForWorkdays = "workingDays" in term || term.onRestDay === "next"
  const looked = !asksForWorkdays ? [] : "workingDays" in term ? days : days.slice(term.calendarDays - 1)
  return {
    from,
    term,
    due,
    daysOff: looked.filter((day) => weekdayOf(day) <= 5 && !isWorkday(calendar, day)),
    workedWeekends: looked.filter((day) => weekdayOf(day) > 5 && isWorkday(calendar, day)),
    unannounced: [...new Set(looked.filter((day) => !isAnnounced(calendar, day)).map((day) => Number(day.slice(0, 4))))]
  }
}

/** Whether a deadline may still move, because a year's holidays were not announced when it was computed. */
export const isProvisional = (deadline: Deadline): boolean => deadline.unannounced.length > 0

const zhCN = ({ from, term, due, daysOff, workedWeekends, unannounced }: Deadline): string => {
  if ("on" in term) return due
  const [count, unit] = "workingDays" in term ? [term.workingDays, "个工作日"] : [term.calendarDays, "日"]
  const off = daysOff.length === 0 ? "" : `，放假 ${daysOff.length} 天不计`
  const worked = workedWeekends.length === 0 ? "" : `，调休上班 ${workedWeekends.length} 天`
  const open = unannounced.length === 0 ? "" : `；${unannounced.join("、")} 年放假安排未知，暂定`
  return `${due}（自 ${from} 起${term.first === "next" ? "，当日不计" : ""}，${count} ${unit}${off}${worked}${open}）`
}

const en = ({ from, term, due, daysOff, workedWeekends, unannounced }: Deadline): string => {
  if ("on" in term) return due
  const [count, unit] = "workingDays" in term ? [term.workingDays, "working"] : [term.calendarDays, "calendar"]
  const off = daysOff.length === 0 ? "" : `, ${daysOff.length} public holiday(s) left out`
  const worked = workedWeekends.length === 0 ? "" : `, ${workedWeekends.length} weekend day(s) worked`
  const open = unannounced.length === 0 ? "" : `; provisional: the holidays of ${unannounced.join(", ")} are not known`
  return `${due} (${count} ${unit} day(s) from ${from}${term.first === "next" ? ", not counting it" : ""}${off}${worked}${open})`
}

/** A deadline in words: the day, how it was computed, and whether it is provisional. */
export const deadlineText = (deadline: Deadline, language: Language): string =>
  language === "en" ? en(deadline) : zhCN(deadline)
