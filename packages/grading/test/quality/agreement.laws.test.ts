import { dividedByUnsafe, type Exact, exactUnsafe, minus, one, sum, times } from "@zhengyou/core"
import fc from "fast-check"
import { expect, it } from "vitest"
import { coefficients, completeTable, mapped, quotient, sparseTable, type Table } from "./support.ts"

/** Alpha by its definition: pairs of scores within units, and pairs of all scores that have a partner. */
const alphaByDefinition = (table: Table): Exact | undefined => {
  const units = (table[0] ?? [])
    .map((_, u) => table.flatMap((row) => row[u] ?? []).map(Number))
    .filter((scores) => scores.length > 1)
  const all = units.flat()
  const pairs = (xs: ReadonlyArray<number>) =>
    xs.flatMap((x, i) => xs.filter((_, j) => j !== i).map((y) => (x - y) ** 2)).reduce((a, b) => a + b, 0)
  if (units.length < 2 || pairs(all) === 0) return undefined
  const observed = dividedByUnsafe(
    sum(units.map((scores) => quotient(pairs(scores), scores.length - 1))),
    exactUnsafe(all.length)
  )
  return minus(one, dividedByUnsafe(observed, quotient(pairs(all), all.length * (all.length - 1))))
}

it("alpha is what its definition by pairs gives", () => {
  fc.assert(
    fc.property(sparseTable, (table) => {
      const { alpha } = coefficients(table)
      expect(alpha._tag === "Measured" ? alpha.value : undefined).toEqual(alphaByDefinition(table))
    })
  )
})

it("are 1 where all raters agree and units differ", () => {
  const agreed = fc.record({
    units: fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 6 }),
    raters: fc.integer({ min: 2, max: 5 })
  })
  fc.assert(
    fc.property(agreed, ({ units, raters }) => {
      const { alpha, intraclass } = coefficients(Array.from({ length: raters }, () => units))
      const all = { single: one, average: one }
      expect(alpha).toMatchObject({ _tag: "Measured", value: one })
      expect(intraclass).toMatchObject({ _tag: "Measured", agreement: all, consistency: all })
    })
  )
})

it("do not change when all scores are stretched and moved alike, and mean squares grow by the square", () => {
  const factor = fc.integer({ min: 1, max: 9 })
  const moved = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.oneof(completeTable, sparseTable), factor, moved, (table, a, b) => {
      const [before, after] = [coefficients(table), coefficients(mapped(table, (x) => `${a * x + b}/7`))]
      expect(after.alpha).toEqual(before.alpha)
      expect(after.intraclass._tag).toBe(before.intraclass._tag)
      if (after.intraclass._tag !== "Measured" || before.intraclass._tag !== "Measured") return
      expect(after.intraclass.agreement).toEqual(before.intraclass.agreement)
      expect(after.intraclass.consistency).toEqual(before.intraclass.consistency)
      const grown = times(before.intraclass.meanSquares.units, quotient(a * a, 49))
      expect(after.intraclass.meanSquares.units).toEqual(grown)
    })
  )
})

it("of consistency forgive what is added to all scores of one rater", () => {
  fc.assert(
    fc.property(completeTable, fc.integer({ min: 1, max: 100 }), (table, added) => {
      const [before, after] = [coefficients(table), coefficients(mapped(table, (x, r) => (r === 0 ? x + added : x)))]
      expect(after.intraclass._tag).toBe(before.intraclass._tag)
      if (after.intraclass._tag !== "Measured" || before.intraclass._tag !== "Measured") return
      expect(after.intraclass.consistency).toEqual(before.intraclass.consistency)
    })
  )
})
