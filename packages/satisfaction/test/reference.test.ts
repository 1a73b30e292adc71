import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import {
  adjustedForMany,
  change,
  designEstimate,
  designInterval,
  newcombe,
  pairedChange,
  shareInterval
} from "@zhengyou/satisfaction"
import { Result } from "effect"
import { formulaOf, measured, tallyOfCounts } from "./support.ts"

type Pair = readonly [low: number, high: number]
interface Reference {
  readonly shares: ReadonlyArray<
    { readonly count: number; readonly of: number; readonly level: number } & Record<(typeof methods)[number], Pair>
  >
  readonly designs: ReadonlyArray<{
    readonly name: string
    readonly mean: readonly [number]
    readonly se: readonly [number]
    readonly df: number
    readonly logit: Pair
    readonly beta: Pair
  }>
  readonly cells: ReadonlyArray<{
    readonly stratum: string
    readonly y: number
    readonly weight: number
    readonly dom: boolean
  }>
  readonly fisher: ReadonlyArray<number>
  readonly mcnemar: ReadonlyArray<number>
  readonly score: ReadonlyArray<number>
  readonly contrast: Pair
  readonly paired: ReadonlyArray<number>
  readonly adjusted: ReadonlyArray<number>
}
const methods = ["wilson", "wilsonContinuity", "clopperPearson", "agrestiCoull", "jeffreys"] as const
// Written by reference/reference.R.
const reference: Reference = JSON.parse(readFileSync(new URL("reference/reference.json", import.meta.url), "utf8"))

const agrees = (found: number | undefined, expected: number | undefined, what: string) =>
  assert.approximately(found ?? Number.NaN, expected ?? Number.NaN, 1e-9, what)

describe("R", () => {
  for (const method of methods) {
    it(`agrees on ${method}`, () => {
      for (const row of reference.shares) {
        const { low, high } = Result.getOrThrow(shareInterval(method, row))
        agrees(low, row[method][0], `low of ${row.count}/${row.of} at ${row.level}`)
        agrees(high, row[method][1], `high of ${row.count}/${row.of} at ${row.level}`)
      }
    })
  }

  const cells = reference.cells.map(({ stratum, y, weight }) => ({
    stratum,
    weight,
    value: y === 1 ? 1 : 0,
    ballots: 1
  }))
  const within = cells.map((cell, i) => ({ ...cell, inDomain: reference.cells[i]?.dom ?? false }))
  const points = reference.cells.map(({ stratum, y, weight }) => ({ stratum, weight, value: y, ballots: 1 }))
  const populations = new Map([
    ["leaders", 16],
    ["staff", 300],
    ["students", 2000]
  ])
  const found = {
    stratified: designEstimate(cells),
    finite: designEstimate(cells, populations),
    domain: designEstimate(within),
    "finite domain": designEstimate(within, populations),
    points: designEstimate(points)
  }
  for (const [name, result] of Object.entries(found)) {
    it(`survey agrees on the ${name} sample`, () => {
      const expected = reference.designs.find((design) => design.name === name)
      const estimate = Result.getOrThrow(result)
      agrees(estimate.mean, expected?.mean[0], "mean")
      agrees(estimate.standardError, expected?.se[0], "standard error")
      assert.strictEqual(estimate.degreesOfFreedom, expected?.df)
      for (const [k, end] of (["low", "high"] as const).entries()) {
        agrees(designInterval("logit", estimate, 0.95)[end], expected?.logit[k], `logit ${end}`)
        agrees(designInterval("beta", estimate, 0.95)[end], expected?.beta[k], `beta ${end}`)
      }
    })
  }

  it("survey agrees on the error of a change", () => {
    const raised = points.map((p, i) => ({ ...p, value: Math.min(1, p.value + (reference.cells[i]?.dom ? 0.2 : 0)) }))
    const [a, b] = [points, raised].map((cs) => Result.getOrThrow(designEstimate(cs)))
    assert(a !== undefined && b !== undefined)
    agrees(b.mean - a.mean, reference.contrast[0], "difference")
    agrees(Math.hypot(a.standardError, b.standardError), reference.contrast[1], "error")
  })

  it("agrees on McNemar's test and on many tests", () => {
    const pairs = [
      [1, 9],
      [5, 5],
      [0, 6]
    ] as const
    pairs.forEach(([gained, lost], i) => {
      agrees(Result.getOrThrow(pairedChange({ both: 9, gained, lost, neither: 3 }, 0.95)).p, reference.mcnemar[i], "p")
    })
    adjustedForMany([0.001, 0.2, 0.03, 0.04, 0.0005, 0.9]).forEach((p, i) => {
      agrees(p, reference.adjusted[i], "BH")
    })
  })

  it("agrees on the interval of paired answers, whichever way they hang together", () => {
    const found = [
      { both: 56, gained: 12, lost: 5, neither: 27 },
      { both: 5, gained: 20, lost: 15, neither: 3 }
    ].flatMap((p) => {
      const { low, high } = Result.getOrThrow(pairedChange(p, 0.95)).interval
      return [low, high]
    })
    found.forEach((end, i) => {
      agrees(end, reference.paired[i], `end ${i}`)
    })
  })

  it("agrees on the test of a change", () => {
    const p = ([x1, n1, x2, n2]: readonly [number, number, number, number]) => {
      const sheet = (x: number, n: number) => measured(formulaOf("satisfied/valid"), tallyOfCounts([x, 0, n - x, 0]))
      const { p, test } = Result.getOrThrow(change(sheet(x1, n1), sheet(x2, n2), { level: 0.95 }))
      return { p, test }
    }
    const few = [p([3, 6, 9, 17]), p([0, 5, 5, 5])]
    agrees(few[0]?.p, reference.fisher[0], "Fisher")
    agrees(few[1]?.p, reference.fisher[2], "Fisher")
    assert.deepStrictEqual(
      few.map(({ test }) => test),
      ["fisher", "fisher"]
    )
    agrees(p([8600, 10000, 8750, 10000]).p, reference.score[0], "score")
    agrees(p([465, 500, 476, 500]).p, reference.score[1], "score")
  })
})

describe("Newcombe (1998)", () => {
  // Statistics in Medicine 17, 873–890, method 10: 56/70 less 48/80 is 0.2000, from 0.0524 to 0.3339.
  it("gives the published interval of a difference", () => {
    const { low, high } = Result.getOrThrow(newcombe({ count: 48, of: 80 }, { count: 56, of: 70 }, 0.95))
    assert.deepStrictEqual([low.toFixed(4), high.toFixed(4)], ["0.0524", "0.3339"])
  })
})
