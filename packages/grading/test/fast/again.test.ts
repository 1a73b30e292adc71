import { compileBook, gradeColumns, gradeMany, readColumns } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blockSize } from "../../src/internal/fast/ask.ts"
import { plainWith } from "../books.ts"
import { anyRound } from "./generators.ts"

describe("what is made ready for one grading changes no other", () => {
  it("a compiled book grades rounds of other marks in between, and this one again, as a fresh one does", () => {
    fc.assert(
      fc.property(anyRound, ({ book, inputs, columns }) => {
        const compiled = compileBook(book)
        // Every other sheet, so that cells have other numbers of marks.
        const fewer = { ...inputs, sheets: inputs.sheets.filter((_, i) => i % 2 === 0) }
        const outcomesBy = (by: typeof compiled, given: typeof inputs) => {
          const graded = Result.getOrThrow(gradeMany(by, given))
          return given.units.map((_, row) => ({ outcome: graded.outcome(row), total: graded.total(row) }))
        }
        const first = outcomesBy(compiled, inputs)
        expect(outcomesBy(compiled, fewer)).toEqual(outcomesBy(compileBook(book), fewer))
        Result.getOrThrow(readColumns(compiled, columns))
        expect(outcomesBy(compiled, inputs)).toEqual(first)
      }),
      { numRuns: 60 }
    )
  })

  it("columns that were read once give the same grading each time, in arrays of its own", () => {
    fc.assert(
      fc.property(anyRound, ({ book, columns }) => {
        const read = Result.getOrThrow(readColumns(compileBook(book), columns))
        const first = gradeColumns(read)
        const before = [first.kinds.slice(), first.levels.slice(), first.totals.slice()]
        const second = gradeColumns(read)
        expect([second.kinds, second.levels, second.totals]).toEqual(before)
        for (const some of [second.kinds, second.levels, second.totals]) some.fill(7)
        expect([first.kinds, first.levels, first.totals]).toEqual(before)
        expect([gradeColumns(read).levels, gradeColumns(read).totals]).toEqual(before.slice(1))
      }),
      { numRuns: 60 }
    )
  })
})

describe("rounds of several blocks", () => {
  // Two types of unit with a criterion each, marks that are dropped, and a condition of several parts.
  const book = plainWith({
    facts: [{ id: "veto", name: "veto", type: "flag" }],
    criteria: [
      { id: "c", name: "c", maximum: 100, missing: "block", onlyFor: ["office"] },
      { id: "d", name: "d", maximum: 100, missing: "block", onlyFor: ["hall"] }
    ],
    panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "median" }, missing: "block" }],
    gates: [
      {
        id: "g",
        name: "g",
        when: {
          any: [{ fact: "veto", op: "=", value: true }, { not: { fact: "score.total", op: ">=", value: 30 } }]
        },
        then: { atMost: "C" }
      }
    ]
  })
  const size = 2 * blockSize + 77
  /** Rows from one on, of a round whose marks look random. */
  const rows = (from: number, to: number) => {
    const of = <A>(make: (row: number) => A) => Array.from({ length: to - from }, (_, i) => make(from + i))
    const column = (criterion: string, rater: number) => ({
      panel: "p",
      rater: `r${rater}`,
      criterion,
      values: Float64Array.from(
        of((row) => (row % 509 === rater ? Number.NaN : ((row * 7919 + rater * 104_729) % 1009) % 101))
      )
    })
    return {
      size: to - from,
      digits: 0,
      marks: [0, 1, 2].flatMap((rater) => [column("c", rater), column("d", rater)]),
      facts: [{ fact: "veto", kind: "flags" as const, values: Uint8Array.from(of((row) => Number(row % 31 === 0))) }],
      ids: of(String),
      types: of((row) => (row % 3 === 0 ? "office" : "hall"))
    }
  }
  const graded = (from: number, to: number) =>
    gradeColumns(Result.getOrThrow(readColumns(compileBook(book), rows(from, to))))

  it("are graded as their rows are in rounds of a thousand", () => {
    const whole = graded(0, size)
    expect(whole.settledInWholeNumbers).toBeGreaterThan(size * 0.9)
    for (let from = 0; from < size; from += 1000) {
      const to = Math.min(size, from + 1000)
      const part = graded(from, to)
      const own = (row: number) => [whole.kinds[row], whole.levels[row], whole.total(row)]
      const theirs = (i: number) => [part.kinds[i], part.levels[i], part.total(i)]
      expect(Array.from({ length: to - from }, (_, i) => own(from + i))).toEqual(
        Array.from({ length: to - from }, (_, i) => theirs(i))
      )
    }
  })
})
