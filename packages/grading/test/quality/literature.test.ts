import { formatExact } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { coefficients, places, type Table } from "./support.ts"

const table = (...rows: ReadonlyArray<string>): Table =>
  rows.map((row) => row.split(" ").map((cell) => (cell === "*" ? undefined : cell)))

const alphaOf = (raters: Table) => {
  const { alpha } = coefficients(raters)
  if (alpha._tag !== "Measured") throw new Error(alpha._tag)
  return alpha
}

describe("Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)", () => {
  it("section A: two observers, ten units, two values: 0.095, for two values are interval data as well", () => {
    const alpha = alphaOf(table("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))
    expect(places(3)(alpha.value)).toBe("0.095")
  })

  it("section C: four observers, twelve units, gaps; interval data: 0.849 from 40 values of 11 units", () => {
    const alpha = alphaOf(
      table("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")
    )
    expect(places(3)(alpha.value)).toBe("0.849")
    expect([alpha.units, alpha.scores]).toEqual([11, 40])
  })
})

it("three coders, fifteen units, as in the article on Krippendorff's alpha in Wikipedia: interval data 0.811", () => {
  const alpha = alphaOf(
    table("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
  )
  expect(places(3)(alpha.value)).toBe("0.811")
})

describe("Shrout and Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability (1979)", () => {
  // Table 2: six targets, four judges; a row for each judge.
  const { intraclass } = coefficients(table("9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7"))
  if (intraclass._tag !== "Measured") throw new Error(intraclass._tag)

  it("table 3: the mean squares between targets 11.24, between judges 32.49, residual 1.02", () => {
    const { units, raters, rest } = intraclass.meanSquares
    expect([units, raters, rest].map(places(2))).toEqual(["11.24", "32.49", "1.02"])
  })

  it("table 4: ICC(2,1) .29, ICC(2,4) .62, ICC(3,1) .71, ICC(3,4) .91", () => {
    const { agreement, consistency } = intraclass
    const found = [agreement.single, agreement.average, consistency.single, consistency.average]
    expect(found.map((x) => x && places(2)(x))).toEqual(["0.29", "0.62", "0.71", "0.91"])
  })

  it("computes without rounding, as the sums of squares by hand show", () => {
    // By hand from the table: 1349/24 between targets with 5 degrees of freedom, residual 367/24 with 15.
    const [targets, rest] = [1349 / 24 / 5, 367 / 24 / 15]
    expect(Number(places(12)(intraclass.consistency.single))).toBeCloseTo((targets - rest) / (targets + 3 * rest), 10)
    expect(formatExact(intraclass.meanSquares.units)).toBe("1349/120")
  })
})
