import { dateUnsafe } from "@zhengyou/core"
import { checkClaim, type MovementTable, reconcile } from "@zhengyou/promotion"
import { movementHtml } from "@zhengyou/report"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { flowOf } from "../src/movement/flowOf.ts"

const ladder = [
  { id: "A", name: { "zh-CN": "先进", en: "Advanced" } },
  { id: "B", name: { "zh-CN": "良好", en: "Good" } },
  { id: "C", name: { "zh-CN": "一般", en: "Ordinary" } }
] as const

const at = (level: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ unit: `z${from + i}`, level }))
const before = [...at("A", 1, 12), ...at("B", 13, 34), ...at("C", 35, 37)]
const moves = [
  ...at("A", 13, 26).map(({ unit }) => ({ unit, from: "B", to: "A" })),
  ...at("B", 35, 36).map(({ unit }) => ({ unit, from: "C", to: "B" }))
]
const founded = [{ unit: "z38" }, { unit: "z39" }]
const table = Result.getOrThrow(reconcile(ladder, before, { moves, founded, merged: [], closed: [] }))

const html = movementHtml({
  title: { "zh-CN": "2012 年等级变动", en: "Movements of 2012" },
  from: dateUnsafe("2012-04-12"),
  to: dateUnsafe("2012-12-31"),
  table,
  claims: [checkClaim({ _tag: "GenerallyMovedUp" }, table)]
})

describe("the page of the published year", () => {
  it("draws 12, 22 and 3 becoming 26, 10 and 1, with a band for each way that was gone", () => {
    const { before: old, after, ribbons } = flowOf(table)
    expect(old.map(({ units }) => units)).toEqual([12, 22, 3, 0])
    expect(after.map(({ units }) => units)).toEqual([26, 10, 1, 2])
    expect(ribbons.map(({ from, to, units }) => [from, to, units])).toEqual([
      [0, 0, 12],
      [1, 0, 14],
      [1, 1, 8],
      [2, 1, 2],
      [2, 2, 1]
    ])
    expect(html.match(/<path class="flow/g)?.length).toBe(5)
    // Three levels before, three and the ungraded after.
    expect(html.match(/<rect /g)?.length).toBe(7)
  })

  it("has the table and the claims in both languages, and loads nothing", () => {
    expect(html).toContain('<th scope="row"><span lang="zh-CN">良好</span><span lang="en">Good</span></th>')
    expect(
      html
        .match(/<td class="num">(\d+)<\/td>/g)
        ?.join("")
        .match(/\d+/g)
        ?.slice(0, 7)
    ).toEqual(["12", "14", "0", "0", "0", "0", "26"])
    expect(html).toContain("25 个中 16 个（64.00%），成立")
    expect(html).toContain("16 of 25 (64.00%), holds")
    expect(html).not.toMatch(/<script|src=|href=/)
  })
})

/** A table of any numbers of units going any way. */
const anyTable: fc.Arbitrary<MovementTable> = fc
  .array(fc.tuple(fc.option(fc.constantFrom("A", "B", "C")), fc.option(fc.constantFrom("A", "B", "C"))), {
    maxLength: 60
  })
  .map((units) => {
    const said = (level: string | null) => (level === null ? {} : { level })
    const old = units.map(([from], i) => ({ unit: `u${i}`, ...said(from) }))
    const moved = units.flatMap(([from, to], i) =>
      from === to ? [] : [{ unit: `u${i}`, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }]
    )
    return Result.getOrThrow(reconcile(ladder, old, { moves: moved, founded: [], merged: [], closed: [] }))
  })

describe("the bands of any flow", () => {
  it("fill their blocks without overlap, and no two blocks touch", () => {
    fc.assert(
      fc.property(anyTable, (of) => {
        const { before: old, after, ribbons, height } = flowOf(of)
        for (const [blocks, end, y] of [
          [old, "from", "start"],
          [after, "to", "end"]
        ] as const)
          for (const block of blocks) {
            const own = ribbons.filter((ribbon) => ribbon[end] === block.place).toSorted((a, b) => a[y] - b[y])
            let next = block.y
            for (const ribbon of own) {
              expect(ribbon[y]).toBe(next)
              next += ribbon.units
            }
            expect(next).toBe(block.y + block.units)
            expect(next).toBeLessThanOrEqual(height)
            const below = blocks.find((one) => one.place > block.place && one.units > 0)
            if (below !== undefined && block.units > 0) expect(below.y).toBeGreaterThan(next)
          }
      })
    )
  })
})
