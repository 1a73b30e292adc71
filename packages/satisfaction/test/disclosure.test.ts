import { assert, describe, it } from "@effect/vitest"
import { type CountTable, type PublishedTable, percentRow, withhold } from "@zhengyou/satisfaction"
import { Result } from "effect"
import fc from "fast-check"

/** Everything that a reader does not know, as positions, and what the sums say of it: one equation for each row and column, totals among them. */
const unknownsOf = ({ cells, rowTotals, columnTotals, total }: PublishedTable) => {
  const full = [...cells.map((row, r) => [...row, rowTotals[r]]), [...columnTotals, total]]
  const unknowns = full.flatMap((row, r) => row.flatMap((value, c) => (value === undefined ? [{ r, c }] : [])))
  const last = { r: full.length - 1, c: (full[0]?.length ?? 1) - 1 }
  const sums = [
    ...full.map((_, r) => unknowns.map((u) => (u.r === r ? (u.c === last.c ? -1 : 1) : 0))),
    ...(full[0] ?? []).map((_, c) => unknowns.map((u) => (u.c === c ? (u.r === last.r ? -1 : 1) : 0)))
  ]
  return { unknowns, sums }
}

/** Gauss and Jordan: the unknowns that the equations leave no freedom. */
const computable = (equations: ReadonlyArray<ReadonlyArray<number>>, size: number): ReadonlyArray<number> => {
  const rows = equations.map((row) => [...row])
  const pivots: Array<{ readonly row: number; readonly column: number }> = []
  for (let column = 0; column < size; column++) {
    const at = rows.findIndex((row, r) => r >= pivots.length && Math.abs(row[column] ?? 0) > 1e-9)
    if (at === -1) continue
    const to = pivots.length
    const pivot = rows[at] ?? []
    rows[at] = rows[to] ?? []
    const scale = pivot[column] ?? 1
    rows[to] = pivot.map((x) => x / scale)
    for (const [r, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (r !== to && factor !== 0) rows[r] = row.map((x, k) => x - factor * (rows[to]?.[k] ?? 0))
    }
    pivots.push({ row: to, column })
  }
  return pivots.flatMap(({ row, column }) =>
    (rows[row] ?? []).every((x, k) => k === column || Math.abs(x) < 1e-9) ? [column] : []
  )
}

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) => {
    const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 8, max: 90 }))
    const row = fc.array(count, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

const published = (table: CountTable) => Result.getOrThrow(withhold(table, { minimum: 5 }))

/** All tables of positive counts that agree with what is published, up to a limit; small tables only. */
const agreeing = (open: PublishedTable): ReadonlyArray<CountTable> => {
  const found: Array<CountTable> = []
  const go = (done: ReadonlyArray<ReadonlyArray<number>>, row: ReadonlyArray<number>): void => {
    const [r, c] = [done.length, row.length]
    if (r === open.cells.length) {
      const sums = open.columnTotals.map((_, k) => done.reduce((a, cells) => a + (cells[k] ?? 0), 0))
      if (sums.every((s, k) => open.columnTotals[k] === undefined || open.columnTotals[k] === s)) found.push(done)
      return
    }
    if (c === open.columnTotals.length) {
      const total = open.rowTotals[r]
      if (total === undefined || total === row.reduce((a, b) => a + b, 0)) go([...done, row], [])
      return
    }
    const known = open.cells[r]?.[c]
    const values = known === undefined ? Array.from({ length: 9 }, (_, i) => i + 1) : [known]
    for (const value of values) go(done, [...row, value])
  }
  go([], [])
  return found
}

describe("a published table", () => {
  it("withholds every small count and publishes every nought", () =>
    fc.assert(
      fc.property(tables, (table) => {
        const { cells } = published(table)
        table.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count > 0 && count < 5) assert.isUndefined(cells[r]?.[c])
            if (count === 0) assert.strictEqual(cells[r]?.[c], 0)
          })
        })
      })
    ))

  it("does not let a withheld count be computed from the others", () =>
    fc.assert(
      fc.property(tables, (table) => {
        const { unknowns, sums } = unknownsOf(published(table))
        assert.deepStrictEqual(computable(sums, unknowns.length), [])
      }),
      { numRuns: 500 }
    ))

  it("does not let it be guessed either: of two withheld ones that sum to 2, each would be 1", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 2 }), (table) => {
        const open = Result.getOrThrow(withhold(table, { minimum: 2 }))
        const possible = agreeing(open)
        open.cells.forEach((row, r) => {
          row.forEach((cell, c) => {
            if (cell === undefined) assert(new Set(possible.map((t) => t[r]?.[c])).size > 1)
          })
        })
      })
    ))

  it("keeps what an earlier release withheld", () => {
    const open = Result.getOrThrow(
      withhold(
        [
          [6, 40],
          [20, 50],
          [30, 60]
        ],
        { minimum: 5, earlier: [{ row: 0, column: 0 }] }
      )
    )
    assert.isUndefined(open.cells[0]?.[0])
    const { unknowns, sums } = unknownsOf(open)
    assert.deepStrictEqual(computable(sums, unknowns.length), [])
  })

  it("is whole where nothing is small", () => {
    const table = [
      [6, 40],
      [20, 50]
    ]
    assert.deepStrictEqual(published(table), { cells: table, rowTotals: [46, 70], columnTotals: [26, 90], total: 116 })
  })

  it("of ragged rows or no counts is refused", () => {
    for (const table of [[[1], [1, 2]], [[-1]], [[0.5]], [[]], []])
      assert(Result.isFailure(withhold(table, { minimum: 5 })))
  })
})

describe("a row of per cents", () => {
  // 3 of 141 is 2.128 %: 126, 12 and 3 are 89.36, 8.51 and 2.13 %, which sum to 100.00.
  it("is rounded half away from nought", () => {
    assert.deepStrictEqual(Result.getOrThrow(percentRow([126, 12, 3], 2, "none")), ["89.36", "8.51", "2.13"])
  })
  const rows = fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }).map(([first = 0, ...rest]) => [first + 1, ...rest])
  it("closes to 100 within one step, or by its last", () =>
    fc.assert(
      fc.property(rows, fc.nat(4), (counts, digits) => {
        const total = counts.reduce((a, b) => a + b, 0)
        const unit = 10 ** -digits
        const closed = Result.getOrThrow(percentRow(counts, digits, "largestRemainder")).map(Number)
        const last = Result.getOrThrow(percentRow(counts, digits, "lastBySubtraction")).map(Number)
        for (const row of [closed, last])
          assert.approximately(
            row.reduce((a, b) => a + b, 0),
            100,
            unit / 100
          )
        closed.forEach((x, i) => {
          assert(Math.abs(x - (100 * (counts[i] ?? 0)) / total) < unit * (1 + 1e-6))
        })
      })
    ))
  it("gives what is left to the largest remainders: of 2, 2 and 3 in 7, to the third and the first", () => {
    assert.deepStrictEqual(Result.getOrThrow(percentRow([2, 2, 3], 0, "largestRemainder")), ["29", "28", "43"])
  })
  it("of nothing is refused", () => {
    assert(Result.isFailure(percentRow([0, 0], 2, "none")))
    assert(Result.isFailure(percentRow([1, -1], 2, "none")))
  })
})
