import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { lanesOf } from "../src/internal/lanes.ts"

describe("lanesOf", () => {
  it("stacks what would overlap and begins again at the bottom where there is room", () => {
    expect(lanesOf([0, 1, 2, 10], 3)).toEqual([0, 1, 2, 0])
  })

  it("keeps points of one lane apart", () => {
    const positions = fc.array(fc.integer({ min: 0, max: 100 })).map((all) => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 20 }), (ascending, gap) => {
        const lanes = lanesOf(ascending, gap)
        for (const lane of new Set(lanes)) {
          const own = ascending.filter((_, i) => lanes[i] === lane)
          expect(own.every((position, i) => i === 0 || position - (own[i - 1] ?? 0) >= gap)).toBe(true)
        }
      })
    )
  })
})
