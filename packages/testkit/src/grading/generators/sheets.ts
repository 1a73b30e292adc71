import type { Id } from "@zhengyou/core"
import { allCriteria, type Criterion, type Mark, type Panel, type RuleBook, type Sheet } from "@zhengyou/grading"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { marksFor } from "./marks.ts"
import { plainMark } from "./plainMark.ts"

interface SheetParts {
  readonly marks: ReadonlyArray<Mark | undefined>
  readonly ownUnit: boolean
  readonly group: number
}

/** A value, or now and then none where cases need not be complete. */
export const orNothing = <A>(arbitrary: fc.Arbitrary<A>, complete: boolean): fc.Arbitrary<A | undefined> =>
  complete ? arbitrary : fc.option(arbitrary, { nil: undefined, freq: 7 })

/** Above so many criteria a sheet is one share of all maxima but for some marks: cases stay small, whatever the book. */
const manyCriteria = 24

const marksOf = (
  criteria: ReadonlyArray<Criterion>,
  complete: boolean
): fc.Arbitrary<ReadonlyArray<Mark | undefined>> => {
  if (criteria.length <= manyCriteria)
    return fc.tuple(...criteria.map((criterion) => orNothing(marksFor(criterion), complete)))
  const others = fc.record({
    at: fc.nat(criteria.length - 1),
    other: fc.nat(6),
    isGap: complete ? fc.constant(false) : fc.boolean()
  })
  return fc.tuple(fc.nat(6), fc.array(others, { maxLength: 6 })).map(([pick, some]) => {
    const special = new Map(some.map(({ at, other, isGap }) => [at, isGap ? undefined : other]))
    return criteria.map((criterion, at) =>
      special.has(at)
        ? special.get(at) === undefined
          ? undefined
          : plainMark(criterion, special.get(at) ?? 0)
        : plainMark(criterion, pick)
    )
  })
}

/** How many raters a panel may have: around the numbers at which it begins to count or to trim. */
const ratersOf = (
  { aggregate, minimumRaters, groups }: Panel,
  complete: boolean
): { readonly min: number; readonly max: number } => {
  const trims = "onlyAbove" in aggregate ? aggregate.onlyAbove + 2 : 0
  const most = Math.min(Math.max(3, minimumRaters + 1, trims, groups?.length ?? 0), 12)
  return { min: complete ? Math.min(most, minimumRaters) : 0, max: most }
}

const sheetsOf = (criteria: ReadonlyArray<Criterion>, panel: Panel, complete: boolean) => {
  const seen = criteria.map((criterion) =>
    panel.criteria === undefined || panel.criteria.includes(criterion.id) ? criterion : undefined
  )
  const own = seen.flatMap((criterion) => criterion ?? [])
  const { min, max } = ratersOf(panel, complete)
  return fc.array(
    fc.record({
      marks: marksOf(own, complete).map((marks): ReadonlyArray<Mark | undefined> => {
        const left = [...marks]
        return seen.map((criterion) => (criterion === undefined ? undefined : left.shift()))
      }),
      ownUnit: panel.recuse === undefined ? fc.constant(false) : fc.boolean(),
      group: fc.nat(Math.max(0, (panel.groups?.length ?? 1) - 1))
    }),
    { minLength: min, maxLength: max }
  )
}

/** What one rater gives a unit, as the parts that shrink by themselves. */
type PanelParts = ReadonlyArray<ReadonlyArray<SheetParts>>

/** The parts of a unit's sheets, panel by panel. */
export const sheetParts = (book: RuleBook, complete: boolean): fc.Arbitrary<PanelParts> => {
  const criteria = allCriteria(book.criteria)
  return fc.tuple(...book.panels.map((panel) => sheetsOf(criteria, panel, complete)))
}

/**
 * A unit's sheets of their parts; a complete unit has as many as each panel needs, given again where they are fewer. Where
 * a plain mark is named, it stands in the place of every mark that is there.
 */
export const sheetsOfParts = (
  book: RuleBook,
  unit: Id,
  parts: PanelParts,
  complete: boolean,
  plain?: number
): ReadonlyArray<Sheet> => {
  const criteria = allCriteria(book.criteria)
  return book.panels.flatMap((panel, p) => {
    const given = parts[p] ?? []
    const wanted =
      complete && given.length > 0
        ? Math.max(given.length, panel.minimumRaters, panel.groups?.length ?? 0)
        : given.length
    return Array.from({ length: wanted }).flatMap((_, r): ReadonlyArray<Sheet> => {
      const part = given[r % given.length]
      if (part === undefined) return []
      const group = panel.groups?.[complete ? r % panel.groups.length : part.group]?.id
      return [
        {
          unit,
          panel: panel.id,
          rater: `r${r + 1}`,
          ...present("raterUnit", part.ownUnit ? unit : undefined),
          ...present("group", group),
          scores: Object.fromEntries(
            criteria.flatMap((criterion, c) => {
              const mark = part.marks[c]
              if (mark === undefined) return []
              return [[criterion.id, plain === undefined ? mark : plainMark(criterion, plain)]]
            })
          )
        }
      ]
    })
  })
}

/**
 * The sheets of one unit under a book, of every panel.
 *
 * **Details**
 *
 * `complete`: every rater marks everything, and at least as many score as each panel needs.
 */
export const sheetsFor = (book: RuleBook, unit: Id, complete = false): fc.Arbitrary<ReadonlyArray<Sheet>> =>
  sheetParts(book, complete).map((parts) => sheetsOfParts(book, unit, parts, complete))
