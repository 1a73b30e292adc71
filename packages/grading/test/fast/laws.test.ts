import {
  type CompactGrading,
  type CompiledBook,
  compileBook,
  type Grading,
  grade,
  gradeColumns,
  gradeMany,
  outcomeKinds,
  type RuleBook,
  readColumns
} from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyRound } from "./generators.ts"

/** Holds a compact grading against the ordinary one, in everything that both say. */
const agrees = (book: RuleBook, compact: CompactGrading, grading: Grading): void => {
  expect(grading.outcomes.map((_, row) => compact.outcome(row))).toEqual(grading.outcomes)
  expect(compact.quotas()).toEqual(grading.quotas)
  for (const [row, outcome] of grading.outcomes.entries()) {
    expect(outcomeKinds[compact.kinds[row] ?? 9]).toBe(outcome._tag)
    expect(book.ladder[compact.levels[row] ?? 9]?.id).toBe("level" in outcome ? outcome.level : undefined)
    const decided = "total" in outcome ? outcome.total.decided : undefined
    expect(compact.total(row)).toEqual(decided)
    expect(compact.rank(row)).toBe(outcome._tag === "Graded" ? outcome.rank : undefined)
    const units = compact.totals[row] ?? Number.NaN
    if (!Number.isNaN(units) && decided !== undefined) {
      expect(BigInt(units) * decided.d).toBe(decided.n * compact.scale)
    }
  }
}

const byColumns = (compiled: CompiledBook, columns: Parameters<typeof readColumns>[1]): CompactGrading =>
  gradeColumns(Result.getOrThrow(readColumns(compiled, columns)))

describe("the fast doors", () => {
  it("give the outcomes, totals, ranks and quotas of the ordinary one, whatever the book and the round", () => {
    let [whole, all] = [0, 0]
    fc.assert(
      fc.property(anyRound, ({ book, inputs, columns }) => {
        const compiled = compileBook(book)
        const grading = Result.getOrThrow(grade(book, inputs))
        const [objects, rows] = [Result.getOrThrow(gradeMany(compiled, inputs)), byColumns(compiled, columns)]
        agrees(book, objects, grading)
        agrees(book, rows, grading)
        whole += objects.settledInWholeNumbers + rows.settledInWholeNumbers
        all += 2 * inputs.units.length
      }),
      { numRuns: 300 }
    )
    // A law that only ever tried the ordinary way would hold for no reason.
    expect(whole).toBeGreaterThan(all / 10)
  })
})
