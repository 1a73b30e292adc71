import { assert, describe, it } from "@effect/vitest"
import { type CountTable, percentRow, withhold } from "@zhengyou/satisfaction"
import { Result } from "effect"

const published = (table: CountTable) => Result.getOrThrow(withhold(table, { minimum: 5 }))

describe("a published table", () => {
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
    // The 6, and beside it the row that costs the least: 20 and 50, not 30 and 60.
    assert.deepStrictEqual(open.cells, [
      [undefined, undefined],
      [undefined, undefined],
      [30, 60]
    ])
    assert.deepStrictEqual([open.rowTotals, open.columnTotals, open.total], [[46, 70, 90], [56, 150], 206])
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
  it("gives what is left to the largest remainders: of 2, 2 and 3 in 7, to the third and the first", () => {
    assert.deepStrictEqual(Result.getOrThrow(percentRow([2, 2, 3], 0, "largestRemainder")), ["29", "28", "43"])
  })
  it("of nothing is refused", () => {
    assert(Result.isFailure(percentRow([0, 0], 2, "none")))
    assert(Result.isFailure(percentRow([1, -1], 2, "none")))
  })
})
