import { RoundingMode, round } from "@zhengyou/core"
import fc from "fast-check"
import { expect, it } from "vitest"
import { roundTo } from "../../src/internal/fast/roundTo.ts"

it("whole numbers are rounded to a step as exact numbers are to a decimal, up to 2^53", () => {
  // A total of x units of 1/(step × 10^digits), which rounds to `digits` places.
  const numbers = fc.integer({ min: 1, max: 10_000_000 }).chain((step) =>
    fc.record({
      step: fc.constant(step),
      x: fc.oneof(
        fc.maxSafeNat().map((x) => Math.max(0, x - 2 * step)),
        // Halves and the neighbours of whole steps, large and small.
        fc
          .tuple(fc.nat(Math.floor(2 ** 52 / step)), fc.constantFrom(-1, 0, 1, Math.floor(step / 2)))
          .map(([n, rest]) => Math.max(0, n * step + rest))
      ),
      mode: fc.constantFrom(...RoundingMode.literals),
      digits: fc.nat(3)
    })
  )
  fc.assert(
    fc.property(numbers, ({ step, x, mode, digits }) => {
      const places = 10n ** BigInt(digits)
      const whole = BigInt(x)
      const scale = BigInt(step) * places
      const exact = round({ n: whole, d: scale }, { mode, digits })
      const numbers = Float64Array.of(x, x, Number.NaN, x)
      roundTo(numbers, 1, 2, step, mode)
      expect([numbers[0], numbers[2], numbers[3]]).toEqual([x, Number.NaN, x])
      const rounded = BigInt(numbers[1] ?? Number.NaN)
      expect(rounded * exact.d).toBe(exact.n * scale)
    }),
    // A half that goes to the even step comes up once in a hundred.
    { numRuns: 2000 }
  )
})
