import fc from "fast-check"
import { expect, it } from "vitest"
import { selectGreatest } from "../../src/internal/quotas/selectGreatest.ts"

it("the nth greatest is the one that a sort puts there, ties and Infinity included", () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity))
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 200 }), fc.nat(), (numbers, n) => {
      const nth = n % numbers.length
      expect(selectGreatest(Float64Array.from(numbers), nth)).toBe(numbers.toSorted((a, b) => b - a)[nth])
    })
  )
})
