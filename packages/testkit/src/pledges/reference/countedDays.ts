import { addDays, type CalendarDate, type Suspension, type Term, type WorkCalendar } from "@zhengyou/core"

/** Whether a day is worked, by the notices alone. */
export const isWorked = (calendar: WorkCalendar, day: CalendarDate): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const named = (list: "workdays" | "holidays") => calendar.some((notice) => notice[list].includes(day))
  return named("workdays") || (weekday !== 0 && weekday !== 6 && !named("holidays"))
}

/** The day on which a term ends, found by going through the calendar day by day and counting. */
export const countedDue = (
  calendar: WorkCalendar,
  from: CalendarDate,
  term: Term,
  suspensions: ReadonlyArray<Suspension>
): CalendarDate => {
  if ("on" in term) return term.on
  const runs = (day: CalendarDate) => !suspensions.some((one) => one.from <= day && day <= one.until)
  const counts = (day: CalendarDate) => runs(day) && ("calendarDays" in term || isWorked(calendar, day))
  const asked = "workingDays" in term ? term.workingDays : term.calendarDays
  let day = term.first === "same" ? from : addDays(from, 1)
  for (let counted = 0; ; day = addDays(day, 1)) {
    if (counts(day)) counted++
    if (counted === asked) break
  }
  if ("calendarDays" in term && term.onRestDay === "next")
    while (!runs(day) || !isWorked(calendar, day)) day = addDays(day, 1)
  return day
}
