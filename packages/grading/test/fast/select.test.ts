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

it("the nth greatest of many numbers is found in their buckets, however they lie", () => {
  const spread = fc.constantFrom(
    (i: number) => i,
    (i: number) => (i * 7919) % 4099,
    (i: number) => 2 ** (i % 53),
    (i: number) => (i < 3 ? 2 ** 53 : i % 5),
    (i: number) => (i % 2 === 0 ? Infinity : i),
    () => 7
  )
  const size = fc.integer({ min: 2049, max: 9000 })
  fc.assert(
    fc.property(size, spread, fc.nat(), (length, numberAt, n) => {
      const numbers = Float64Array.from({ length }, (_, i) => numberAt(i))
      const before = numbers.slice()
      const nth = n % length
      expect(selectGreatest(numbers, nth)).toBe(before.toSorted()[length - 1 - nth])
      expect(numbers).toEqual(before)
    })
  )
})
