import { compareExact, exactUnsafe } from "@zhengyou/core"
import type { Sheet } from "@zhengyou/grading"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { parsed } from "../generators.ts"
import { gradeUnsafe, outcomeOf, totalOf, unit } from "../support.ts"
import { anyAggregate, anyMarks, anyTree, booksOf } from "./generators.ts"
import { award, marked, marksOf, totalBy } from "./support.ts"

const [panel] = plain.panels
const outcomeBy = (book: ReturnType<typeof plainWith>, sheets: ReadonlyArray<Sheet>) =>
  outcomeOf(gradeUnsafe(book, { units: [unit("u")], sheets, facts: [] }), "u")

describe("whatever the aggregator", () => {
  it("raising a mark never lowers the total", () => {
    const raised = fc.tuple(anyAggregate, anyMarks, fc.nat(8), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(raised, ([aggregate, marks, which, to]) => {
        const book = plainWith({ panels: [{ ...panel, aggregate }] })
        const higher = marks.map((mark, i) => (i === which % marks.length ? Math.max(mark, to) : mark))
        const [before, after] = [marks, higher].map((some) => exactUnsafe(totalBy(book, marksOf("p", some))))
        if (before === undefined || after === undefined) throw new Error("no total")
        expect(compareExact(after, before)).toBeGreaterThanOrEqual(0)
      })
    )
  })

  it("the total lies between the lowest and the highest mark, and is theirs where all are equal", () => {
    fc.assert(
      fc.property(anyAggregate, anyMarks, (aggregate, marks) => {
        const total = exactUnsafe(totalBy(plainWith({ panels: [{ ...panel, aggregate }] }), marksOf("p", marks)))
        expect(compareExact(total, exactUnsafe(Math.min(...marks)))).toBeGreaterThanOrEqual(0)
        expect(compareExact(total, exactUnsafe(Math.max(...marks)))).toBeLessThanOrEqual(0)
      })
    )
  })
})

describe("sheets that do not count", () => {
  const criteria = [
    { id: "a", name: "a", maximum: 60, missing: "block" },
    { id: "b", name: "b", maximum: 40, missing: "block" }
  ]
  const pair = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }))
  const sheetsOf = (pairs: ReadonlyArray<readonly [number, number]>, name: string, raterUnit: string) =>
    pairs.map(([a, b], i) => marked("u", "p", `${name}${i}`, { a, b }, { raterUnit }))
  const book = (edit: object) => plainWith({ criteria, combine: "panels", panels: [{ ...panel, ...edit }] })
  const anyPer = fc.constantFrom("criterion", "sheet")
  const few = fc.integer({ min: 1, max: 4 })

  it("of a unit's own raters: their marks never matter", () => {
    const some = fc.record({
      aggregate: anyAggregate,
      per: anyPer,
      minimumRaters: few,
      others: fc.array(pair, { maxLength: 5 }),
      own: fc.array(fc.tuple(pair, pair), { minLength: 1, maxLength: 3 })
    })
    fc.assert(
      fc.property(some, ({ aggregate, per, minimumRaters, others, own }) => {
        const recusing = book({ aggregate, per, minimumRaters, recuse: "ownUnit" })
        const given = (which: 0 | 1) => [
          ...sheetsOf(others, "r", "v"),
          ...sheetsOf(
            own.map((both) => both[which]),
            "own",
            "u"
          )
        ]
        const outcome = outcomeBy(recusing, given(0))
        expect(outcomeBy(recusing, given(1))).toEqual(outcome)
        expect(outcome.reasons[0]._tag === "SheetsSetAside" || outcome._tag === "Blocked").toBe(true)
        const without = outcomeBy(recusing, sheetsOf(others, "r", "v"))
        expect([outcome._tag, "total" in outcome && outcome.total]).toEqual([
          without._tag,
          "total" in without && without.total
        ])
      })
    )
  })

  it("of the same share everywhere: void sheets never matter, neither to the total nor to how many are needed", () => {
    const some = fc.record({
      aggregate: anyAggregate,
      per: anyPer,
      minimumRaters: few,
      // No pair of these is the same share of 60 and of 40.
      others: fc.array(
        pair.map(([a, b]): [number, number] => (a * 40 === b * 60 ? [a, b === 40 ? 0 : b + 1] : [a, b])),
        { maxLength: 5 }
      ),
      twentieths: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 })
    })
    fc.assert(
      fc.property(some, ({ aggregate, per, minimumRaters, others, twentieths }) => {
        const strict = book({ aggregate, per, minimumRaters, voids: ["allEqual"] })
        const empty = twentieths.map((n): [number, number] => [n * 3, n * 2])
        const without = outcomeBy(strict, sheetsOf(others, "r", "v"))
        const outcome = outcomeBy(strict, [...sheetsOf(empty, "void", "v"), ...sheetsOf(others, "r", "v")])
        expect([outcome._tag, "total" in outcome && outcome.total]).toEqual([
          without._tag,
          "total" in without && without.total
        ])
      })
    )
  })
})

it("awards may come in any order", () => {
  const entry = fc.record({
    unit: fc.constantFrom("u", "v"),
    adjustment: fc.constantFrom("up", "down", "honour"),
    points: fc.integer({ min: 0, max: 30 })
  })
  const adjustments = [
    { id: "up", name: "up", kind: "bonus", on: { total: true }, cap: 20 },
    { id: "down", name: "down", kind: "deduction", on: { criterion: "c" } },
    { id: "honour", name: "honour", kind: "bonus", on: { total: true }, highestOnly: true }
  ]
  const shuffled = fc
    .array(entry, { maxLength: 8 })
    .map((entries) => entries.map(({ unit: of, adjustment, points }, i) => award(of, adjustment, `i${i}`, points)))
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(shuffled, ([awards, mixed]) => {
      const sheets = [...marksOf("p", [70]), ...marksOf("p", [40], "v")]
      const inputs = { units: ["u", "v"].map(unit), sheets, facts: [] }
      const book = plainWith({ adjustments })
      expect(gradeUnsafe(book, { ...inputs, awards: mixed })).toEqual(gradeUnsafe(book, { ...inputs, awards }))
    })
  )
})

it("the order of items and headings changes no total", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const { books, sheet } = booksOf(tree)
      const totals = books.map((book) =>
        totalOf(gradeUnsafe(parsed(book), { units: [unit("u")], sheets: [sheet], facts: [] }), "u")
      )
      expect(totals[1]).toBe(totals[0])
    })
  )
})
