import { type Exact, type Fact, type FactValue, times, type Unit } from "@zhengyou/core"
import { allCriteria } from "../../Criterion.ts"
import type { FactColumn, RoundColumns } from "../../fast/Columns.ts"
import type { RuleBook } from "../../RuleBook.ts"
import { allowedMarks, type Mark } from "../../Scoring.ts"
import type { Sheet } from "../../Sheet.ts"
import { groupBy } from "../groupBy.ts"

/** A whole number of units of `10 ** -digits`. */
export const valueOf = (x: number, digits: number): Exact =>
  times({ n: BigInt(x), d: 1n }, { n: 1n, d: 10n ** BigInt(digits) })

/** The unit of a row. */
export const unitOf = ({ ids, types, parents, founded }: RoundColumns, row: number): Unit => {
  const id = ids === undefined ? String(row) : (ids[row] ?? "")
  const [type, parent, day] = [types?.[row], parents?.[row], founded?.[row]]
  return {
    id,
    name: id,
    ...(type === undefined ? {} : { type }),
    ...(parent === undefined ? {} : { parent }),
    ...(day === undefined ? {} : { founded: day })
  }
}

/** The sheets of a row's unit: one for each rater who gave a mark. */
export const sheetsOf = (book: RuleBook, { marks, digits }: RoundColumns) => {
  const labels = new Map(
    allCriteria(book.criteria).map((criterion) => {
      const allowed = allowedMarks(criterion)
      return [criterion.id, allowed._tag === "Labels" ? allowed.labels : undefined]
    })
  )
  const raters = groupBy(marks, ({ panel, rater }) => JSON.stringify([panel, rater]))
  const columns = [...raters.values()]
  return (unit: string, row: number): ReadonlyArray<Sheet> =>
    columns.flatMap((own): ReadonlyArray<Sheet> => {
      const scores: Record<string, Mark> = {}
      for (const { criterion, values } of own) {
        const x = values[row] ?? Number.NaN
        if (!Number.isNaN(x)) scores[criterion] = labels.get(criterion)?.[x] ?? valueOf(x, digits)
      }
      const [first] = own
      if (first === undefined || Object.keys(scores).length === 0) return []
      const { panel, rater, raterUnit, group } = first
      return [
        {
          unit,
          panel,
          rater,
          ...(raterUnit === undefined ? {} : { raterUnit }),
          ...(group === undefined ? {} : { group }),
          scores
        }
      ]
    })
}

/** The value of a fact in a row, or nothing where it is unknown. */
export const factIn = (book: RuleBook, column: FactColumn, row: number): FactValue | undefined => {
  switch (column.kind) {
    case "numbers": {
      const x = column.values[row] ?? Number.NaN
      return Number.isNaN(x) ? undefined : { _tag: "Number", value: valueOf(x, column.digits) }
    }
    case "flags": {
      const x = column.values[row] ?? 255
      return x === 255 ? undefined : { _tag: "Flag", value: x === 1 }
    }
    case "levels": {
      const level = book.ladder[column.values[row] ?? -1]
      return level && { _tag: "Level", value: level.id }
    }
    case "texts": {
      const value = column.values[row]
      const isDate = book.facts.some(({ id, type }) => id === column.fact && type === "date")
      if (value === undefined) return undefined
      return isDate
        ? { _tag: "Date", value: value as Extract<FactValue, { _tag: "Date" }>["value"] }
        : { _tag: "Text", value }
    }
  }
}

/** The facts of a row's unit. */
export const factsIn = (
  book: RuleBook,
  facts: ReadonlyArray<FactColumn>,
  unit: string,
  row: number
): ReadonlyArray<Fact> =>
  facts.flatMap((column) => {
    const value = factIn(book, column, row)
    return value === undefined ? [] : [{ unit, fact: column.fact, value }]
  })
