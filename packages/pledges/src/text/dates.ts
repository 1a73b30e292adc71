import { addDays, addMonths, type CalendarDate, parseDate } from "@zhengyou/core"
import * as Result from "effect/Result"
import { readNumeral } from "./internal/numerals.ts"
import { type NormalText, normalise, originalSpan } from "./normalise.ts"
import type { Span } from "./Span.ts"

/** Which part of a month or year a text names. */
export type PeriodPart = "begin" | "middle" | "end"

/** A date as a text names it: what it leaves out is left out here. */
export interface DateMention {
  readonly span: Span
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly part?: PeriodPart
}

const numeral = "[〇零一二三四五六七八九十]"
const pattern = new RegExp(
  [
    // 2025-06-30, 2025.6.30, 2025/6
    "(?<![0-9.])(?<y1>(?:19|20)[0-9]{2})[-./](?<m1>1[0-2]|0?[1-9])(?:[-./](?<d1>3[01]|[12][0-9]|0?[1-9]))?(?![0-9.])",
    // 2025年6月30日, 六月底, 6月中旬
    `(?:(?<y2>(?:19|20)[0-9]{2}|${numeral}{4})年)?(?<![0-9${numeral.slice(1, -1)}])(?<m2>[0-9]{1,2}|${numeral}{1,2})月(?:份)?(?:(?<d2>[0-9]{1,2}|${numeral}{1,3})[日号]|(?<p2>上旬|初|中旬|中|下旬|底|末))?`,
    // 2025年底
    `(?<y3>(?:19|20)[0-9]{2}|(?:一九|二〇|二零)${numeral}{2})年(?<p3>初|中|底|末)?`,
    // 15日前, 10号起
    `(?<![0-9${numeral.slice(1, -1)}])(?<d4>[0-9]{1,2}|${numeral}{1,3})[日号](?=前|以前|之前|起|至|到)`
  ].join("|"),
  "g"
)

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  return Number(/^[0-9]+$/.test(text) ? text : (readNumeral(text) ?? Number.NaN))
}

const partOf = (text: string | undefined): PeriodPart | undefined => {
  if (text === undefined) return undefined
  return /^(?:上旬|初)$/.test(text) ? "begin" : /^中/.test(text) ? "middle" : "end"
}

const isBetween = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (value >= least && value <= most)

/** The dates in a normal text, with their places in it. */
export const datePlacesIn = (normal: NormalText) =>
  Array.from(normal.text.matchAll(pattern)).flatMap((match) => {
    const { y1, m1, d1, y2, m2, d2, p2, y3, p3, d4 } = match.groups ?? {}
    const [year, month, day] = [numberOf(y1 ?? y2 ?? y3), numberOf(m1 ?? m2), numberOf(d1 ?? d2 ?? d4)]
    const part = partOf(p2 ?? p3)
    if (!isBetween(year, 1900, 2099) || !isBetween(month, 1, 12) || !isBetween(day, 1, 31)) return []
    const [from, to] = [match.index, match.index + match[0].length]
    const date: DateMention = {
      span: originalSpan(normal, from, to),
      ...(year === undefined ? {} : { year }),
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
      ...(part === undefined ? {} : { part })
    }
    return [{ from, to, date }]
  })

/**
 * The dates that a text names, in digits or numerals, with where they stand.
 *
 * @example
 * ```ts
 * import { datesIn } from "@zhengyou/pledges"
 *
 * datesIn("6月底前完成，二〇二五年十二月复查") // => [{ span: { from: 0, to: 3 }, month: 6, part: "end" }, { span: { from: 7, to: 15 }, year: 2025, month: 12 }]
 * ```
 */
export const datesIn = (text: string): ReadonlyArray<DateMention> =>
  datePlacesIn(normalise(text)).map(({ date }) => date)

const daysOfPart: Record<PeriodPart, number> = { begin: 10, middle: 20, end: 31 }
const monthsOfPart: Record<PeriodPart, number> = { begin: 1, middle: 6, end: 12 }

/**
 * The last day that a named date can mean, in the given year where it names none; none where it names no month or year, or a day that there is not.
 *
 * **Details**
 *
 * The beginning of a month ends on its 10th, the middle on its 20th; the beginning of a year ends with January, the middle with June.
 *
 * @example
 * ```ts
 * import { datesIn, lastDayOf } from "@zhengyou/pledges"
 *
 * datesIn("2月底前、6月中旬、3月15日").map((date) => lastDayOf(date, 2028)) // => ["2028-02-29", "2028-06-20", "2028-03-15"]
 * ```
 */
export const lastDayOf = (date: DateMention, year: number): CalendarDate | undefined => {
  if (date.month === undefined && date.year === undefined) return undefined
  const month = date.month ?? monthsOfPart[date.part ?? "end"]
  const day = date.day ?? (date.month === undefined ? 31 : daysOfPart[date.part ?? "end"])
  const two = (n: number) => String(n).padStart(2, "0")
  const first = parseDate(`${String(date.year ?? year).padStart(4, "0")}-${two(month)}-01`)
  if (Result.isFailure(first)) return undefined
  const end = addDays(addMonths(first.success, 1), -1)
  const named = parseDate(`${first.success.slice(0, 8)}${two(day)}`)
  return Result.isSuccess(named) ? named.success : date.day === undefined ? end : undefined
}
