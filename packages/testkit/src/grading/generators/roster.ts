import { type CalendarDate, dateUnsafe, type Unit } from "@zhengyou/core"
import { isGroup, type RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { daysLater, monthsLater } from "../../internal/months.ts"
import { present } from "../../internal/present.ts"
import { statedFor } from "../comparisons.ts"

/** What may vary of a unit. */
interface UnitParts {
  readonly id: string | undefined
  readonly type: string | undefined
  readonly parent: string | undefined
  readonly founded: CalendarDate | undefined
}

const optional = <A>(values: ReadonlyArray<A>): fc.Arbitrary<A | undefined> =>
  values.length === 0 ? fc.constant(undefined) : fc.constantFrom(undefined, ...values)

/** The types of unit that a book speaks of. */
export const typesIn = (book: RuleBook): ReadonlyArray<string> => {
  const inTree = (nodes: ReadonlyArray<RuleBook["criteria"][number]>): ReadonlyArray<string> =>
    nodes.flatMap((node) => [...(node.onlyFor ?? []), ...(isGroup(node) ? inTree(node.items) : [])])
  const within = book.quotas.some((quota) => quota.within === "unit.type") ? ["x", "y"] : []
  const stated = statedFor(book, "unit.type").map(String)
  return [...new Set([...inTree(book.criteria), ...stated, ...within, ...(stated.length > 0 ? ["other"] : [])])]
}

/** The parents of units that a book speaks of. */
export const parentsIn = (book: RuleBook): ReadonlyArray<string> => [
  ...new Set([
    ...statedFor(book, "unit.parent").flatMap((stated) => [String(stated), "other"]),
    ...(book.quotas.some((quota) => quota.within === "unit.parent") ? ["north", "south"] : [])
  ])
]

/** A day on which a book is in force. */
export const dayOf = (book: RuleBook): CalendarDate => book.valid?.from ?? dateUnsafe("2012-12-31")

/** The days of founding at which a book changes its mind, and their neighbours. */
export const foundedDays = (book: RuleBook): ReadonlyArray<CalendarDate> => {
  const stated = statedFor(book, "unit.founded").map((day) => dateUnsafe(String(day)))
  const ages = statedFor(book, "unit.age.months").flatMap((months) => {
    const day = monthsLater(dayOf(book), -Math.round(Number(months)))
    return [day, daysLater(day, 1), monthsLater(day, -1)]
  })
  return [...stated.flatMap((day) => [daysLater(day, -1), day, daysLater(day, 1)]), ...ages]
}

/** The parts of a unit. */
export const unitParts = (book: RuleBook): fc.Arbitrary<UnitParts> =>
  fc.record({
    id: optional(statedFor(book, "unit.id").map(String)),
    type: optional(typesIn(book)),
    parent: optional(parentsIn(book)),
    founded: optional(foundedDays(book))
  })

/** Units of their parts, with ids of their own. */
export const unitsOfParts = (parts: ReadonlyArray<UnitParts>): ReadonlyArray<Unit> => {
  const taken = new Set<string>()
  return parts.map(({ id, type, parent, founded }, i) => {
    let own = id ?? `u${i + 1}`
    while (taken.has(own)) own = `${own}'`
    taken.add(own)
    return {
      id: own,
      name: own,
      ...present("type", type),
      ...present("parent", parent),
      ...present("founded", founded)
    }
  })
}

/**
 * A roster for a book: units of the types and parents that the book speaks of, founded around the days it asks for.
 *
 * **Details**
 *
 * At most `units` of them, at least one.
 */
export const rosterFor = (book: RuleBook, units = 4): fc.Arbitrary<ReadonlyArray<Unit>> =>
  fc.array(unitParts(book), { minLength: 1, maxLength: units }).map(unitsOfParts)
