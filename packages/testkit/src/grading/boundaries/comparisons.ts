import { type CalendarDate, dateUnsafe, type FactValue } from "@zhengyou/core"
import { allCriteria, type Mark, type RuleBook } from "@zhengyou/grading"
import { daysLater, monthsApart, monthsLater } from "../../internal/months.ts"
import { figure, say } from "../../internal/say.ts"
import { type Asked, askedBy } from "../comparisons.ts"
import { dayOf } from "../generators/roster.ts"
import type { Fraction } from "../reference/fraction.ts"
import { isLess } from "../reference/fraction.ts"
import { readNumber, referenceStanding } from "../reference/standing.ts"
import type { Boundary, Hit, Side } from "./Boundary.ts"
import { around, boundary, figureBoundary } from "./bands.ts"
import { type Settled, settle } from "./settle.ts"
import { agreedRound, endsOf } from "./solve.ts"

/** Full marks but for the last criterion, which has none: a sheet that discipline leaves alone. */
export const plainMarks = (book: RuleBook): ReadonlyMap<string, Mark> => {
  const criteria = allCriteria(book.criteria)
  return new Map(criteria.map((one, i) => [one.id, endsOf(one)[i === criteria.length - 1 && i > 0 ? 0 : 1]]))
}

const settledHit = (book: RuleBook, fixed: Partial<Settled>): Omit<Hit, "side"> => ({
  unit: "u1",
  inputs: agreedRound(book, settle(book, fixed), plainMarks(book))
})

const small: Fraction = { n: 1n, d: 1000n }

const ofNumber = (book: RuleBook, at: string, fact: string, value: Fraction): Boundary => {
  const declared = book.facts.find(({ id }) => id === fact)
  return boundary("comparison", at, figure(value), (side) => {
    const wanted = around(value, small)[side]
    const isOut =
      (declared?.minimum !== undefined && isLess(wanted, declared.minimum)) ||
      (declared?.maximum !== undefined && isLess(declared.maximum, wanted))
    if (isOut) return say(`超出 ${fact} 的取值范围`, `beyond the bounds of ${fact}`)
    const known: FactValue = { _tag: "Number", value: wanted }
    return settledHit(book, { facts: new Map([[fact, known]]) })
  })
}

const daysAround = (day: CalendarDate): Readonly<Record<Side, CalendarDate>> => ({
  below: daysLater(day, -1),
  on: day,
  above: daysLater(day, 1)
})

const ofDay = (book: RuleBook, at: string, fact: string, day: CalendarDate): Boundary =>
  boundary("comparison", at, day, (side) => {
    const wanted = daysAround(day)[side]
    if (fact === "unit.founded") return settledHit(book, { founded: wanted })
    return settledHit(book, { facts: new Map([[fact, { _tag: "Date", value: wanted }]]) })
  })

const ofAge = (book: RuleBook, at: string, months: Fraction): Boundary =>
  boundary("age", at, figure(months), (side) => {
    if (months.d !== 1n) return say("月数是整数", "ages are whole numbers of months")
    const wanted = Number(months.n) + { below: -1, on: 0, above: 1 }[side]
    const founded = monthsLater(dayOf(book), -wanted)
    if (monthsApart(founded, dayOf(book)) !== wanted)
      return say(`没有满 ${wanted} 个月的成立日`, `no day of founding is ${wanted} months ago`)
    return settledHit(book, { founded })
  })

const ofScore = (book: RuleBook, at: string, fact: string, value: Fraction): Boundary =>
  figureBoundary(book, "scoreComparison", at, value, small, (inputs) => {
    const [unit] = inputs.units
    const found = unit && referenceStanding(book, inputs, unit).lookup(fact)
    return found?._tag === "Number" ? found.value : undefined
  })

const typeOf = (book: RuleBook, fact: string): string | undefined => {
  if (fact.startsWith("score.")) return "score"
  if (fact === "unit.age.months") return "age"
  if (fact === "unit.founded") return "date"
  return book.facts.find(({ id }) => id === fact)?.type
}

const ofComparison = (book: RuleBook, { part, rule, comparison: { fact, value } }: Asked): ReadonlyArray<Boundary> => {
  const at = `${part}.${rule}: ${fact}`
  const stated = typeof value === "object" ? value : [value]
  switch (typeOf(book, fact)) {
    case "number":
      return stated.map((one) => ofNumber(book, at, fact, readNumber(one)))
    case "date":
      return stated.map((one) => ofDay(book, at, fact, dateUnsafe(String(one))))
    case "age":
      return stated.map((one) => ofAge(book, at, readNumber(one)))
    case "score":
      return stated.map((one) => ofScore(book, at, fact, readNumber(one)))
    default:
      return []
  }
}

/** The comparisons of eligibility, recognitions and gates that have two sides: numbers, days, ages and scores. */
export const comparisonBoundaries = (book: RuleBook): ReadonlyArray<Boundary> =>
  askedBy(book).flatMap((asked) => ofComparison(book, asked))
