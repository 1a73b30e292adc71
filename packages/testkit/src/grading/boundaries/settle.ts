import type { CalendarDate, Condition, Fact, FactValue, Unit } from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import { present } from "../../internal/present.ts"
import { valuesFor } from "../generators/facts.ts"
import { dayOf, foundedDays, parentsIn, typesIn } from "../generators/roster.ts"
import { holds, type Lookup, lookupBefore } from "../reference/facts.ts"
import { readNumber } from "../reference/standing.ts"

/** What is known of a unit beside its marks. */
export interface Settled {
  readonly type?: string
  readonly parent?: string
  readonly founded?: CalendarDate
  readonly facts: ReadonlyMap<string, FactValue>
}

/** The round of one unit without sheets. */
export const roundOf = (book: RuleBook, { facts, type, parent, founded }: Settled, id = "u1"): GradingInputs => {
  const unit: Unit = {
    id,
    name: id,
    ...present("type", type),
    ...present("parent", parent),
    ...present("founded", founded)
  }
  return {
    units: [unit],
    sheets: [],
    facts: [...facts].map(([fact, value]): Fact => ({ unit: id, fact, value })),
    asOf: dayOf(book),
    lotSeed: "2012-12-31, line 1"
  }
}

/** How far a condition is from what is wanted of it: the number of comparisons that would have to come out otherwise. */
const distance = (condition: Condition, wanted: boolean, lookup: Lookup): number => {
  if ("not" in condition) return distance(condition.not, !wanted, lookup)
  if ("fact" in condition) return holds(condition, lookup, readNumber) === wanted ? 0 : 1
  const [parts, together] = "all" in condition ? [condition.all, wanted] : [condition.any, !wanted]
  const each = parts.map((part) => distance(part, wanted, lookup))
  if (together) return each.reduce((a, b) => a + b, 0)
  return each.length === 0 ? 1 : Math.min(...each)
}

/** How far a unit is from being let through to its points by all rules. */
const farness = (book: RuleBook, settled: Settled): number => {
  const inputs = roundOf(book, settled)
  const [unit] = inputs.units
  if (unit === undefined) return 0
  const lookup = lookupBefore(inputs, unit)
  const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((a, b) => a + b, 0)
  return (
    // A unit that may not be graded reaches nothing; one that is recognised has no total.
    4 * sum(book.eligibility.map(({ require }) => distance(require, true, lookup))) +
    4 * sum(book.recognitions.map(({ when }) => distance(when, false, lookup))) +
    sum(book.gates.map(({ when }) => distance(when, false, lookup)))
  )
}

type Choice = (settled: Settled) => ReadonlyArray<Settled>

/** Every way to change one thing about a unit. */
const choicesOf = (book: RuleBook, fixed: ReadonlySet<string>): ReadonlyArray<Choice> => {
  const unless = (name: string, choice: Choice) => (fixed.has(name) ? [] : [choice])
  const having =
    <K extends "type" | "parent" | "founded">(key: K, values: ReadonlyArray<Settled[K]>): Choice =>
    (settled) =>
      [...values, undefined].map((value): Settled => {
        const { facts, ...rest } = settled
        const others = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== key))
        return { ...others, ...present(key, value), facts }
      })
  return [
    ...unless("unit.type", having("type", typesIn(book))),
    ...unless("unit.parent", having("parent", parentsIn(book))),
    ...unless("unit.founded", having("founded", foundedDays(book))),
    ...book.facts.flatMap((declared) =>
      unless(declared.id, (settled) =>
        valuesFor(book, declared).map((value) => ({
          ...settled,
          facts: new Map([...settled.facts, [declared.id, value]])
        }))
      )
    )
  ]
}

/**
 * A unit that the book's rules let through to its points as far as can be, with what is fixed about it: one thing at a
 * time is changed to what lets most rules through, until nothing helps.
 */
export const settle = (book: RuleBook, fixed: Partial<Settled> = {}): Settled => {
  const names = new Set([
    ...(fixed.type === undefined ? [] : ["unit.type"]),
    ...(fixed.parent === undefined ? [] : ["unit.parent"]),
    ...(fixed.founded === undefined ? [] : ["unit.founded"]),
    ...(fixed.facts?.keys() ?? [])
  ])
  const first = new Map(
    book.facts.flatMap((declared) => {
      const [value] = valuesFor(book, declared)
      return value === undefined ? [] : [[declared.id, value] as const]
    })
  )
  let best: Settled = { ...fixed, facts: new Map([...first, ...(fixed.facts ?? [])]) }
  const choices = choicesOf(book, names)
  for (let pass = 0; pass < 3; pass++) {
    for (const choice of choices) {
      for (const other of choice(best)) if (farness(book, other) < farness(book, best)) best = other
    }
  }
  return best
}
