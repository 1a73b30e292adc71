import fc from "fast-check"
import { expect, it } from "vitest"
import { bandTable, mixed, open } from "../../src/internal/fast/bandTable.ts"

it("a total's cell has the level that comparisons give, or leaves it to them; up to 2^53 and at every bound", () => {
  const numbers = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).chain((greatest) => {
    const total = fc.oneof(fc.integer({ min: 0, max: greatest }), fc.constantFrom(0, greatest))
    const bound = fc.oneof(total, fc.constantFrom(-1, Infinity, -Infinity))
    return fc.record({
      greatest: fc.constant(greatest),
      bounds: fc.array(bound, { minLength: 1, maxLength: 12 }).map((some) => some.toSorted((a, b) => b - a || 0)),
      totals: fc.array(total, { minLength: 10, maxLength: 50 })
    })
  })
  let told = 0
  fc.assert(
    fc.property(numbers, ({ greatest, bounds, totals }) => {
      const ranks = bounds.map((_, i) => i)
      const { cells, factor, rankOf } = bandTable(bounds, ranks, greatest)
      const near = bounds.flatMap((bound) => [bound - 1, bound, bound + 1])
      for (const total of [...totals, ...near.filter((x) => x >= 0 && x <= greatest), Number.NaN]) {
        const level = cells[(total * factor) | 0]
        const unreached = bounds.filter((bound) => !(total >= bound)).length
        expect(rankOf(total)).toBe(unreached === bounds.length ? open : unreached)
        if (level === mixed) continue
        told++
        expect(level).toBe(rankOf(total))
      }
    })
  )
  // A table that left every total to comparisons would hold for no reason.
  expect(told).toBeGreaterThan(200)
})
