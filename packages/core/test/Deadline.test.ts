import {
  addDays,
  addMonths,
  type CalendarDate,
  Deadline,
  dateUnsafe,
  daysBetween,
  deadlineOf,
  deadlineText,
  isAnnounced,
  isProvisional,
  isWorkday,
  recomputeDeadline,
  type WorkCalendar,
  weekdayOf
} from "@zhengyou/core"
import { Schema } from "effect"
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

describe("a suspension", () => {
  const summer = { from: d("2012-04-05"), until: d("2012-04-08"), why: { "zh-CN": "放假", en: "break" } }

  it("stops the clock: its days are not counted and nothing falls due on them", () => {
    const four = { workingDays: 4, first: "same" } as const
    // 29 March to 1 April, then the holidays to 4 April and the suspension to 8 April: the fifth day is 9 April.
    expect(deadlineOf(calendar, d("2012-03-29"), four, [summer])).toMatchObject({ due: "2012-04-01", suspended: [] })
    const five = deadlineOf(calendar, d("2012-03-29"), { workingDays: 5, first: "same" }, [summer])
    expect(five).toMatchObject({ due: "2012-04-09", suspended: [summer] })
    const days = { calendarDays: 7, first: "next", onRestDay: "stays" } as const
    expect(deadlineOf(calendar, d("2012-03-29"), days, [summer]).due).toBe("2012-04-09")
    const rest = { calendarDays: 3, first: "same", onRestDay: "next" } as const
    expect(deadlineOf(calendar, d("2012-04-02"), rest, [summer]).due).toBe("2012-04-09")
    expect(deadlineText(five, "zh-CN")).toContain("2012-04-05 至 2012-04-08 中止（放假）")
    expect(deadlineText(five, "en")).toContain("no time ran 2012-04-05 to 2012-04-08 (break)")
  })

  it("without end leaves the last day of the calendar, in bounded time", () => {
    const forever = { ...summer, until: d("9999-12-31") }
    expect(deadlineOf(calendar, d("2012-04-05"), { workingDays: 3660, first: "next" }, [forever]).due).toBe(
      "9999-12-31"
    )
  })

  it("is kept with a deadline, and deadlines stored without one have none", () => {
    const { suspended: _, ...old } = deadlineOf(calendar, d("2012-03-29"), { workingDays: 4, first: "same" })
    expect(Schema.decodeUnknownSync(Deadline)(old).suspended).toEqual([])
  })

  it("puts a period off by exactly its length, wherever it lies", () => {
    const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays(d("2012-01-01"), n))
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 60 }), (from, skip, length, calendarDays) => {
        const stop = { from: addDays(from, skip), until: addDays(from, skip + length), why: "x" }
        const term = { calendarDays, first: "same", onRestDay: "stays" } as const
        const plain = deadlineOf(calendar, from, term).due
        expect(daysBetween(plain, deadlineOf(calendar, from, term, [stop]).due)).toBe(
          stop.from <= plain ? length + 1 : 0
        )
      })
    )
  })
})

describe("a year that is announced later", () => {
  it("moves the deadlines that were provisional, and no others", () => {
    const term = { workingDays: 5, first: "next" } as const
    const provisional = deadlineOf([], d("2012-03-29"), term)
    expect(provisional).toMatchObject({ due: "2012-04-05", unannounced: [2012] })
    expect(recomputeDeadline(calendar, provisional, [])).toEqual(deadlineOf(calendar, d("2012-03-29"), term))
    const settled = deadlineOf(calendar, d("2012-03-29"), term)
    expect(
      recomputeDeadline([...calendar, { year: 2013, source: "x", holidays: [], workdays: [] }], settled, [])
    ).toEqual(settled)
  })

  it("may speak of the last week of the year before, as that of 2012 did of 31 December 2011", () => {
    const of2011 = { year: 2011, source: "国办发明电〔2010〕40号", holidays: [], workdays: [] }
    expect(isAnnounced([of2011], d("2011-12-24"))).toBe(true)
    expect(isAnnounced([of2011], d("2011-12-30"))).toBe(false)
    expect(isAnnounced([of2011, ...calendar], d("2011-12-30"))).toBe(true)
    const before = deadlineOf([of2011], d("2011-12-30"), { workingDays: 1, first: "same" })
    expect(before).toMatchObject({ due: "2011-12-30", unannounced: [2012] })
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
