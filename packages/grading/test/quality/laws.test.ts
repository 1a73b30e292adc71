import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  minus,
  one,
  plus,
  sum,
  times,
  zero
} from "@zhengyou/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ratersNeeded } from "../../src/quality/ratersNeeded.ts"
import { gradeUnsafe, outcomeOf, sheet, unit } from "../support.ts"
import {
  bookWith,
  completeTable,
  mapped,
  oneCriterion,
  qualityOf,
  quotient,
  sheetsOf,
  sparseTable,
  type Table
} from "./support.ts"

const deviations = (table: Table): ReadonlyMap<string, { readonly deviation: Exact; readonly cells: number }> =>
  new Map(
    qualityOf(oneCriterion(1000), sheetsOf(table)).severities.flatMap((found) =>
      found._tag === "Compared" ? [[found.rater, found]] : []
    )
  )

it("does not depend on the order of the sheets", () => {
  const shuffled = sparseTable.chain((table) => {
    const sheets = sheetsOf(table)
    return fc.tuple(fc.constant(sheets), fc.shuffledSubarray([...sheets], { minLength: sheets.length }))
  })
  const limits = { spread: exactUnsafe("0.02") }
  fc.assert(
    fc.property(shuffled, ([sheets, others]) => {
      expect(qualityOf(oneCriterion(1000), others, limits)).toEqual(qualityOf(oneCriterion(1000), sheets, limits))
    })
  )
})

describe("severity", () => {
  it("times the cells that it was seen in adds up to nought", () => {
    fc.assert(
      fc.property(sparseTable, (table) => {
        const found = [...deviations(table).values()]
        expect(sum(found.map(({ deviation, cells }) => times(deviation, exactUnsafe(cells))))).toEqual(zero)
      })
    )
  })

  it("adds up to nought over the raters where all score everything", () => {
    fc.assert(
      fc.property(completeTable, (table) => {
        expect(sum([...deviations(table).values()].map(({ deviation }) => deviation))).toEqual(zero)
      })
    )
  })

  it("moves with what is added to a rater: in a cell of m scores, hers by 1 - 1/m of it, the others' by -1/m", () => {
    fc.assert(
      fc.property(sparseTable, fc.integer({ min: 1, max: 100 }), (table, added) => {
        const before = deviations(table)
        const after = deviations(mapped(table, (x, r) => (r === 0 ? x + added : x)))
        const cells = (table[0] ?? []).map((first, u) => ({
          scored: table.filter((row) => row[u] !== undefined).length,
          touched: first !== undefined,
          by: (r: number) => table[r]?.[u] !== undefined
        }))
        for (const [r] of table.entries()) {
          const own = cells.filter(({ scored, by }) => scored > 1 && by(r))
          if (own.length === 0) continue
          const moves = own.map(({ scored, touched }) =>
            touched ? quotient((r === 0 ? scored : 0) - 1, scored) : zero
          )
          const expected = times(quotient(added, 1000 * own.length), sum(moves))
          const [was, is] = [before.get(`r${r}`), after.get(`r${r}`)]
          expect(is && was && minus(is.deviation, was.deviation)).toEqual(expected)
        }
      })
    )
  })
})

it("the self-appraisal moves the total by its share of the weight times the gap", () => {
  const marks = fc.integer({ min: 0, max: 100 })
  const weight = fc.integer({ min: 1, max: 9 }).map(String)
  fc.assert(
    fc.property(fc.tuple(marks, marks, marks, marks), fc.tuple(weight, weight), ([a, b, c, d], [own, other]) => {
      const book = bookWith({
        criteria: [
          { id: "x", maximum: 100, weight: "0.3" },
          { id: "y", maximum: 100 }
        ],
        panels: [
          { id: "self", weight: own },
          { id: "other", weight: other }
        ]
      })
      const sheets = [sheet("u", "self", "s", { x: a, y: b }), sheet("u", "other", "o", { x: c, y: d })]
      const limits = { spread: one, self: { panel: "self", gap: zero } }
      const [found] = qualityOf(book, sheets, limits).selfAppraisals
      const outcome = outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] }), "u")
      if (found?._tag !== "Compared" || outcome._tag !== "Graded") throw new Error("nothing to compare")
      const share = quotient(Number(own), Number(own) + Number(other))
      expect(minus(outcome.total.exact, found.others)).toEqual(times(share, found.gap))
    })
  )
})

it("as many raters as are needed reach the reliability wanted, and one fewer do not", () => {
  const share = fc.integer({ min: 1, max: 99 }).map((x) => quotient(x, 100))
  const ofMean = (single: Exact, raters: bigint): Exact =>
    dividedByUnsafe(times({ n: raters, d: 1n }, single), plus(one, times({ n: raters - 1n, d: 1n }, single)))
  fc.assert(
    fc.property(share, share, (single, wanted) => {
      const needed = ratersNeeded(single, wanted) ?? 0n
      expect(compareExact(ofMean(single, needed), wanted)).not.toBe(-1)
      if (needed > 1n) expect(compareExact(ofMean(single, needed - 1n), wanted)).toBe(-1)
    })
  )
  expect(ratersNeeded(zero, quotient(1, 2))).toBeUndefined()
  expect(ratersNeeded(quotient(1, 2), one)).toBeUndefined()
  expect(ratersNeeded(one, one)).toBe(1n)
})
