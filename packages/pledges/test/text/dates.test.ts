import { addDays, dateUnsafe } from "@zhengyou/core"
import { datesIn, lastDayOf } from "@zhengyou/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostileText } from "./support.ts"

const namedIn = (text: string) =>
  datesIn(text).map(({ span, ...date }) => ({ words: text.slice(span.from, span.to), ...date }))

describe("dates in a text", () => {
  it.each([
    ["6月底前完成", { words: "6月底", month: 6, part: "end" }],
    ["十二月中旬公布", { words: "十二月中旬", month: 12, part: "middle" }],
    ["２０２５年６月３０日前", { words: "２０２５年６月３０日", year: 2025, month: 6, day: 30 }],
    ["二〇二五年五月初", { words: "二〇二五年五月初", year: 2025, month: 5, part: "begin" }],
    ["2025年底以前", { words: "2025年底", year: 2025, part: "end" }],
    ["于2025-06-30验收", { words: "2025-06-30", year: 2025, month: 6, day: 30 }],
    ["于2025.6.3验收", { words: "2025.6.3", year: 2025, month: 6, day: 3 }],
    ["每月10日前", { words: "10日", day: 10 }],
    ["9月份开学", { words: "9月份", month: 9 }],
    ["三月二十一号", { words: "三月二十一号", month: 3, day: 21 }]
  ])("%j names %j", (text, date) => {
    expect(namedIn(text)).toEqual([date])
  })

  it.each(["3个月内", "十个月", "13月", "2号教学楼", "5个工作日内", "10日内办结", "3年内", "0月"])(
    "%j names no date",
    (text) => expect(namedIn(text)).toEqual([])
  )
})

describe("the last day of a date", () => {
  it.each([
    ["2月底", 2028, "2028-02-29"],
    ["2月底", 2027, "2027-02-28"],
    ["6月", 2027, "2027-06-30"],
    ["6月初", 2027, "2027-06-10"],
    ["6月中旬", 2027, "2027-06-20"],
    ["2025年底", 2027, "2025-12-31"],
    ["2025年初", 2027, "2025-01-31"],
    ["2025年中", 2027, "2025-06-30"],
    ["12月31日", 2027, "2027-12-31"],
    ["2月30日", 2027, undefined],
    ["10日前", 2027, undefined]
  ])("%j in %i is %s", (text, year, day) => {
    expect(datesIn(text).map((date) => lastDayOf(date, year))).toEqual([day])
  })

  it("any day that is written out is read", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(dateUnsafe("1950-01-01"), days))
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, ofMonth] = date.split("-").map(Number)
        const [found] = datesIn(`于${year}年${month}月${ofMonth}日前完成`)
        expect(found && lastDayOf(found, 1999)).toBe(date)
      })
    )
  })

  it("whatever is written, dates stand within the text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { span } of datesIn(text)) expect(span.from < span.to && span.to <= text.length).toBe(true)
      })
    )
  })
})
