import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { addDays, CalendarDate, weekdayOf } from "./CalendarDate.ts"
import { type Language, Text, textIn } from "./Text.ts"
import { isWorkday, unannouncedFor, type WorkCalendar } from "./WorkCalendar.ts"

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

/** Days on which no time runs (中止), both included, such as those of the summer break, and why. */
export const Suspension = Schema.Struct({ from: CalendarDate, until: CalendarDate, why: Text }).annotate({
  identifier: "Suspension"
})
export interface Suspension extends Schema.Schema.Type<typeof Suspension> {}

/**
 * The last day on which something can be done, with how it was computed.
 *
 * **Details**
 *
 * `daysOff` are weekdays of the period on which nobody works, `workedWeekends` weekend days on which everybody does;
 * `suspended` is when no time ran. A deadline that passes through years whose notice is not known is provisional:
 * `unannounced` names them.
 */
export const Deadline = Schema.Struct({
  from: CalendarDate,
  term: Term,
  due: CalendarDate,
  daysOff: Schema.Array(CalendarDate),
  workedWeekends: Schema.Array(CalendarDate),
  suspended: Schema.Array(Suspension).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([]))),
  unannounced: Schema.Array(Schema.Int)
}).annotate({ identifier: "Deadline" })
export interface Deadline extends Schema.Schema.Type<typeof Deadline> {}

const lastOfCalendar = CalendarDate.make("9999-12-31")

/** The suspension that a day lies in, the one that ends last where there are several. */
const suspensionOn = (suspensions: ReadonlyArray<Suspension>, day: CalendarDate): Suspension | undefined =>
  suspensions
    .filter(({ from, until }) => from <= day && day <= until)
    .reduce<Suspension | undefined>(
      (last, one) => (last !== undefined && last.until >= one.until ? last : one),
      undefined
    )

/** The first day from a day on that is not suspended and passes; the last of the calendar where there is none. */
const nextDay = (
  suspensions: ReadonlyArray<Suspension>,
  day: CalendarDate,
  passes: (day: CalendarDate) => boolean
): CalendarDate => {
  let on = day
  while (on < lastOfCalendar) {
    const suspension = suspensionOn(suspensions, on)
    if (suspension === undefined && passes(on)) break
    on = addDays(suspension?.until ?? on, 1)
  }
  return on
}

/** The day on which so many days have been counted out, and the day that is due, which may be later. */
const lastAndDue = (
  calendar: WorkCalendar,
  start: CalendarDate,
  term: Exclude<Term, { readonly on: CalendarDate }>,
  suspensions: ReadonlyArray<Suspension>
): readonly [CalendarDate, CalendarDate] => {
  const isWorked = (day: CalendarDate) => isWorkday(calendar, day)
  const [count, counts] = "workingDays" in term ? [term.workingDays, isWorked] : [term.calendarDays, () => true]
  let last = nextDay(suspensions, start, counts)
  for (let counted = 1; counted < count; counted++) last = nextDay(suspensions, addDays(last, 1), counts)
  const moves = "onRestDay" in term && term.onRestDay === "next"
  return [last, moves ? nextDay(suspensions, last, isWorked) : last]
}

const daysFrom = (
  first: CalendarDate,
  last: CalendarDate,
  suspensions: ReadonlyArray<Suspension>
): ReadonlyArray<CalendarDate> => {
  const days: Array<CalendarDate> = []
  for (let day = first; day <= last; ) {
    const suspension = suspensionOn(suspensions, day)
    if (suspension === undefined) days.push(day)
    if (day === lastOfCalendar || suspension?.until === lastOfCalendar) break
    day = addDays(suspension?.until ?? day, 1)
  }
  return days
}

/**
 * Computes a deadline from the day on which its period begins.
 *
 * **Details**
 *
 * Days within a suspension are not counted, and nothing falls due on one. They do not move a stated day.
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
export const deadlineOf = (
  calendar: WorkCalendar,
  from: CalendarDate,
  term: Term,
  suspensions: ReadonlyArray<Suspension> = []
): Deadline => {
  if ("on" in term) return { from, term, due: term.on, daysOff: [], workedWeekends: [], suspended: [], unannounced: [] }
  const start = term.first === "same" ? from : addDays(from, 1)
  const [last, due] = lastAndDue(calendar, start, term, suspensions)
  const asksForWorkdays = "workingDays" in term || term.onRestDay === "next"
  const looked = asksForWorkdays ? daysFrom("workingDays" in term ? start : last, due, suspensions) : []
  return {
    from,
    term,
    due,
    daysOff: looked.filter((day) => weekdayOf(day) <= 5 && !isWorkday(calendar, day)),
    workedWeekends: looked.filter((day) => weekdayOf(day) > 5 && isWorkday(calendar, day)),
    suspended: suspensions.filter((one) => one.from <= one.until && one.from <= due && one.until >= start),
    unannounced: [...new Set(looked.flatMap((day) => unannouncedFor(calendar, day)))]
  }
}

/**
 * Computes a deadline again from what it was computed of: the day that it moves to when a year's holidays are announced.
 *
 * **Details**
 *
 * Give every suspension that is known: a deadline that moves may move into one that it did not touch before.
 *
 * @example
 * ```ts
 * import { dateUnsafe, deadlineOf, isProvisional, recomputeDeadline } from "@zhengyou/core"
 *
 * const deadline = deadlineOf([], dateUnsafe("2012-03-29"), { workingDays: 5, first: "next" })
 * deadline.due // => "2012-04-05"
 * isProvisional(deadline) // => true
 * const notice = {
 *   year: 2012,
 *   source: "国办发明电〔2011〕45号",
 *   holidays: ["2012-04-02", "2012-04-03", "2012-04-04"].map(dateUnsafe),
 *   workdays: ["2012-03-31", "2012-04-01"].map(dateUnsafe)
 * }
 * recomputeDeadline([notice], deadline, []).due // => "2012-04-06"
 * ```
 */
export const recomputeDeadline = (
  calendar: WorkCalendar,
  { from, term }: Deadline,
  suspensions: ReadonlyArray<Suspension>
): Deadline => deadlineOf(calendar, from, term, suspensions)

/** Whether a deadline may still move, because a year's holidays were not announced when it was computed. */
export const isProvisional = (deadline: Deadline): boolean => deadline.unannounced.length > 0

const zhCN = ({ from, term, due, daysOff, workedWeekends, suspended, unannounced }: Deadline): string => {
  if ("on" in term) return due
  const [count, unit] = "workingDays" in term ? [term.workingDays, "个工作日"] : [term.calendarDays, "日"]
  const off = daysOff.length === 0 ? "" : `，放假 ${daysOff.length} 天不计`
  const worked = workedWeekends.length === 0 ? "" : `，调休上班 ${workedWeekends.length} 天`
  const stopped = suspended
    .map(({ from, until, why }) => `，${from} 至 ${until} 中止（${textIn(why, "zh-CN")}）`)
    .join("")
  const open = unannounced.length === 0 ? "" : `；${unannounced.join("、")} 年放假安排未知，暂定`
  return `${due}（自 ${from} 起${term.first === "next" ? "，当日不计" : ""}，${count} ${unit}${off}${worked}${stopped}${open}）`
}

const en = ({ from, term, due, daysOff, workedWeekends, suspended, unannounced }: Deadline): string => {
  if ("on" in term) return due
  const [count, unit] = "workingDays" in term ? [term.workingDays, "working"] : [term.calendarDays, "calendar"]
  const off = daysOff.length === 0 ? "" : `, ${daysOff.length} public holiday(s) left out`
  const worked = workedWeekends.length === 0 ? "" : `, ${workedWeekends.length} weekend day(s) worked`
  const stopped = suspended
    .map(({ from, until, why }) => `, no time ran ${from} to ${until} (${textIn(why, "en")})`)
    .join("")
  const open = unannounced.length === 0 ? "" : `; provisional: the holidays of ${unannounced.join(", ")} are not known`
  return `${due} (${count} ${unit} day(s) from ${from}${term.first === "next" ? ", not counting it" : ""}${off}${worked}${stopped}${open})`
}

/** A deadline in words: the day, how it was computed, and whether it is provisional. */
export const deadlineText = (deadline: Deadline, language: Language): string =>
  language === "en" ? en(deadline) : zhCN(deadline)
