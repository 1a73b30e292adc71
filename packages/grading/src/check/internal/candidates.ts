import {
  CalendarDate,
  compareExact,
  dividedByUnsafe,
  type Exact,
  type FactValue,
  formatFactValue,
  isSameExact,
  minus,
  one,
  plus,
  zero
} from "@zhengyou/core"

/** What a number can be: between bounds, both included, and perhaps whole. */
export interface Range {
  readonly least: Exact | undefined
  readonly most: Exact | undefined
  readonly whole: boolean
}

const two: Exact = { n: 2n, d: 1n }

const isWithin = ({ least, most }: Range, x: Exact): boolean =>
  (least === undefined || compareExact(x, least) >= 0) && (most === undefined || compareExact(x, most) <= 0)

const floorOf = (x: Exact): Exact => {
  const whole = x.n / x.d
  return { n: x.n < 0n && whole * x.d !== x.n ? whole - 1n : whole, d: 1n }
}

const distinct = (sorted: ReadonlyArray<Exact>): ReadonlyArray<Exact> =>
  sorted.filter((x, i) => {
    const before = sorted[i - 1]
    return before === undefined || !isSameExact(before, x)
  })

/** Whole numbers: each constant with its neighbours meets every way of lying between constants. */
const wholeCandidates = (constants: ReadonlyArray<Exact>, range: Range): ReadonlyArray<Exact> =>
  constants
    .flatMap((constant) => {
      const below = floorOf(constant)
      return [minus(below, one), below, plus(below, one)]
    })
    .filter((x) => isWithin(range, x))

/**
 * One number from each of the parts that the constants cut a range into: the constants themselves, the gaps between
 * them, and what lies beyond. No comparison with a constant can tell two numbers of one part from each other.
 */
export const numbersFor = (stated: ReadonlyArray<Exact>, range: Range): ReadonlyArray<Exact> => {
  const constants = distinct(stated.toSorted(compareExact))
  const { least, most } = range
  if (range.whole) {
    const found = distinct(wholeCandidates(constants, range).toSorted(compareExact))
    return found.length > 0 ? found : [zero]
  }
  const inside = constants.filter((x) => isWithin(range, x))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return [least ?? most ?? constants[0] ?? zero]
  const gaps = inside.slice(1).map((x, i) => dividedByUnsafe(plus(inside[i] ?? x, x), two))
  const below = least === undefined ? [minus(first, one)] : compareExact(least, first) < 0 ? [least] : []
  const above = most === undefined ? [plus(last, one)] : compareExact(most, last) > 0 ? [most] : []
  return [...below, ...inside, ...gaps, ...above].toSorted(compareExact)
}

const dayMillis = 86_400_000

const neighbour = (day: CalendarDate, step: 1 | -1): ReadonlyArray<CalendarDate> => {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + step * dayMillis).toISOString()
  return moved.startsWith("0000") || moved.length > 24 || moved.startsWith("-")
    ? []
    : [CalendarDate.make(moved.slice(0, 10))]
}

/** Each day that is stated with the days beside it. */
export const datesFor = (stated: ReadonlyArray<CalendarDate>): ReadonlyArray<CalendarDate> =>
  [...new Set(stated.flatMap((day) => [...neighbour(day, -1), day, ...neighbour(day, 1)]))].toSorted()

/** The texts that are stated, and one that is none of them. */
export const textsFor = (stated: ReadonlyArray<string>): ReadonlyArray<string> => {
  const known = new Set(stated)
  let other = "other"
  while (known.has(other)) other = `${other}-`
  return [other, ...known]
}

/** The constants of one kind among some values. */
export const numbersIn = (values: ReadonlyArray<FactValue>): ReadonlyArray<Exact> =>
  values.flatMap((value) => (value._tag === "Number" ? [value.value] : []))

/** The days among some values. */
export const datesIn = (values: ReadonlyArray<FactValue>): ReadonlyArray<CalendarDate> =>
  values.flatMap((value) => (value._tag === "Date" ? [value.value] : []))

/** The texts among some values. */
export const textsIn = (values: ReadonlyArray<FactValue>): ReadonlyArray<string> =>
  values.flatMap((value) => (value._tag === "Text" ? [formatFactValue(value)] : []))
