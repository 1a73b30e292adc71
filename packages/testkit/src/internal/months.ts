import { type CalendarDate, dateUnsafe } from "@zhengyou/core"

const two = (n: number): string => String(n).padStart(2, "0")

const lastDay = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
}

/** A day of a calendar that begins with the year 1 and ends with 9999: what falls outside is its first or last day. */
const dayIn = (year: number, month: number, day: number): CalendarDate => {
  if (year < 1) return dateUnsafe("0001-01-01")
  if (year > 9999) return dateUnsafe("9999-12-31")
  return dateUnsafe(`${String(year).padStart(4, "0")}-${two(month)}-${two(Math.min(day, lastDay(year, month)))}`)
}

/** The same day some months later, or the last day of that month where it is shorter. */
export const monthsLater = (day: CalendarDate, months: number): CalendarDate => {
  const [year = 1, month = 1, date = 1] = day.split("-").map(Number)
  const count = year * 12 + (month - 1) + months
  return dayIn(Math.floor(count / 12), (count % 12) + 1, date)
}

/** The day some days later or earlier, at most a month away. */
export const daysLater = (day: CalendarDate, days: -1 | 1): CalendarDate => {
  const [year = 1, month = 1, date = 1] = day.split("-").map(Number)
  if (days === 1) {
    if (date < lastDay(year, month)) return dayIn(year, month, date + 1)
    return month === 12 ? dayIn(year + 1, 1, 1) : dayIn(year, month + 1, 1)
  }
  if (date > 1) return dayIn(year, month, date - 1)
  return month === 1 ? dayIn(year - 1, 12, 31) : dayIn(year, month - 1, 31)
}

/** How many times a month can be added to a day before a later one is passed; negative where it is the earlier one. */
export const monthsApart = (from: CalendarDate, to: CalendarDate): number => {
  if (to < from) return 0 - monthsApart(to, from)
  const [year = 1, month = 1] = from.split("-").map(Number)
  const [lastYear = 1, lastMonth = 1] = to.split("-").map(Number)
  const months = (lastYear - year) * 12 + (lastMonth - month)
  return monthsLater(from, months) <= to ? months : months - 1
}
