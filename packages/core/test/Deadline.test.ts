import {
  addDays,
  addMonths,
  type CalendarDate,
  dateUnsafe,
  daysBetween,
  deadlineOf,
  deadlineText,
  isProvisional,
  isWorkday,
  type WorkCalendar,
  weekdayOf
} from "@zhengyou/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

/** The days about 清明 in the notice of the State Council for 2012, 国办发明电〔2011〕45号. */
const calendar: WorkCalendar = [
  {
    year: 2012,
    source: "国办发明电〔2011〕45号",
    holidays: ["2012-04-02", "2012-04-03", "2012-04-04"].map(dateUnsafe),
    workdays: ["2012-03-31", "2012-04-01"].map(dateUnsafe)
  }
]
const d = dateUnsafe
const due = (from: string, term: Parameters<typeof deadlineOf>[2]) => deadlineOf(calendar, d(from), term).due

describe("working days", () => {
  it("between 29 March and 1 April 2012 are four: the weekend was worked", () => {
    const days = ["2012-03-29", "2012-03-30", "2012-03-31", "2012-04-01", "2012-04-02"].map(d)
    expect(days.map((day) => isWorkday(calendar, day))).toEqual([true, true, true, true, false])
    expect(days.map((day) => isWorkday([], day))).toEqual([true, true, false, false, true])
    expect(due("2012-03-29", { workingDays: 4, first: "same" })).toBe("2012-04-01")
  })

  it("pass over the holidays, and the day of the event where it does not count", () => {
    expect(due("2012-04-01", { workingDays: 5, first: "next" })).toBe("2012-04-11")
    expect(due("2012-04-02", { workingDays: 1, first: "same" })).toBe("2012-04-05")
  })
})

describe("calendar days", () => {
  it("end where they end, or on the next working day", () => {
    const seven = { calendarDays: 5, first: "next" } as const
    expect(due("2012-03-28", { ...seven, onRestDay: "stays" })).toBe("2012-04-02")
    expect(due("2012-03-28", { ...seven, onRestDay: "next" })).toBe("2012-04-05")
  })
})

describe("a deadline in words", () => {
  it("says how it was computed", () => {
    const deadline = deadlineOf(calendar, d("2012-03-30"), { workingDays: 3, first: "next" })
    expect(deadlineText(deadline, "zh-CN")).toBe(
      "2012-04-05（自 2012-03-30 起，当日不计，3 个工作日，放假 3 天不计，调休上班 2 天）"
    )
    expect(deadlineText(deadline, "en")).toBe(
      "2012-04-05 (3 working day(s) from 2012-03-30, not counting it, 3 public holiday(s) left out, 2 weekend day(s) worked)"
    )
    expect(isProvisional(deadline)).toBe(false)
  })

  it("says when it is provisional, and never where only the calendar counts", () => {
    const open = deadlineOf(calendar, d("2012-12-28"), { workingDays: 3, first: "next" })
    expect(open).toMatchObject({ due: "2013-01-02", unannounced: [2013] })
    expect(deadlineText(open, "zh-CN")).toContain("2013 年放假安排未知，暂定")
    expect(deadlineText(open, "en")).toContain("provisional: the holidays of 2013 are not known")
    const term = { calendarDays: 30, first: "next", onRestDay: "stays" } as const
    expect(isProvisional(deadlineOf([], d("2012-12-28"), term))).toBe(false)
  })
})

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((n) => addDays(d("1970-01-01"), n))

describe("days of the calendar", () => {
  it("are added and counted the same way", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day: CalendarDate, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect((weekdayOf(addDays(day, n)) - weekdayOf(day) - n) % 7).toBeOneOf([0, -0])
      })
    )
  })

  it("of the week are those of known days, and months end where they end", () => {
    expect(["2012-04-01", "2012-04-02", "1969-12-31", "0001-01-01"].map((day) => weekdayOf(d(day)))).toEqual([
      7, 1, 3, 1
    ])
    expect(addMonths(d("2011-03-31"), -1)).toBe("2011-02-28")
    expect(addDays(d("9999-12-30"), 9)).toBe("9999-12-31")
  })

  it("that are worked are counted out exactly, from any day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }).map((n) => addDays(d("2012-04-01"), n)),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom("same" as const, "next" as const),
        (from, workingDays, first) => {
          const { due: last } = deadlineOf(calendar, from, { workingDays, first })
          const start = first === "same" ? from : addDays(from, 1)
          const days = Array.from({ length: daysBetween(start, last) + 1 }, (_, i) => addDays(start, i))
          expect(days.filter((day) => isWorkday(calendar, day)).length).toBe(workingDays)
          expect(isWorkday(calendar, last)).toBe(true)
        }
      )
    )
  })
})
