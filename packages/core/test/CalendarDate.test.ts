import { CalendarDate, compareDates, dateUnsafe, monthsBetween, parseDate } from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day } from "./generators.ts"

const text = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`

/** The day some months after another, on the last day of a month that is too short, by the clock of the platform. */
const addMonths = (from: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

describe("days", () => {
  it("from 1900 to 2100 are the days that Date knows, and no others", () => {
    const wrong: Array<string> = []
    const isDay = Schema.is(CalendarDate)
    for (let year = 1900; year <= 2100; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let date = 0; date <= 32; date++) {
          const candidate = text(year, month, date)
          const instant = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
          if (isDay(candidate) !== (instant === candidate)) wrong.push(candidate)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ["2012-02-29", true],
    ["2011-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["0001-01-01", true],
    ["0000-01-01", false],
    ["9999-12-31", true]
  ])("%s: %s", (candidate, real) => expect(Result.isSuccess(parseDate(candidate))).toBe(real))

  it.each([
    "",
    "2012-3-29",
    "2012/03/29",
    "2012-03-29 ",
    "2012-03-29\n",
    "12012-03-29",
    "２０１２-03-29",
    "2012-03-29T00:00:00Z"
  ])("%j is refused", (candidate) => {
    const refused = parseDate(candidate)
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({ _tag: "NotADate", found: candidate })
    expect(() => dateUnsafe(candidate)).toThrow("is not a day of the calendar")
  })

  it("come in the order of time", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(compareDates(dateUnsafe(a), dateUnsafe(b))).toBe(Math.sign(Date.parse(a) - Date.parse(b)))
      })
    )
  })
})

describe("whole months", () => {
  it.each([
    ["2011-04-01", "2012-04-01", 12],
    ["2011-04-02", "2012-04-01", 11],
    ["2012-01-31", "2012-02-29", 1],
    ["2012-01-31", "2012-03-30", 1],
    ["2012-02-29", "2013-02-28", 12],
    ["2012-04-01", "2011-04-02", -11]
  ])("from %s to %s are %d", (from, to, months) => expect(monthsBetween(dateUnsafe(from), dateUnsafe(to))).toBe(months))

  it("are the most that can be added without passing the later day", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a]
        const months = monthsBetween(dateUnsafe(from), dateUnsafe(to))
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      })
    )
  })

  it("count what was added, and change their sign with the direction", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const to = addMonths(from, months)
        expect(monthsBetween(dateUnsafe(from), dateUnsafe(to))).toBe(months)
        expect(monthsBetween(dateUnsafe(to), dateUnsafe(from))).toBe(months === 0 ? 0 : -months)
      })
    )
  })

  it("never get fewer as time goes on", () => {
    fc.assert(
      fc.property(day, day, day, (from, a, b) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        const before = monthsBetween(dateUnsafe(from), dateUnsafe(earlier))
        expect(before).toBeLessThanOrEqual(monthsBetween(dateUnsafe(from), dateUnsafe(later)))
      })
    )
  })
})
