import { compareExact, formatExact, zero } from "@zhengyou/core"
import { countLevels } from "@zhengyou/grading"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Case, gradingCase, levels, parsed, run, withBands } from "./generators.ts"
import { flag, gradeUnsafe, levelOf, outcomeOf, unit } from "./support.ts"

describe("gates", () => {
  it("never raise a level, and a unit that they do not touch keeps its own", () => {
    const gated = fc.tuple(
      gradingCase({ min: 1, max: 4 }),
      fc.constantFrom(...levels),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
    )
    fc.assert(
      fc.property(gated, ([made, level, vetoes]) => {
        const open = withBands(made)
        const when = { fact: "veto", op: "=", value: true }
        const bands = open.bands.map((band) => ({ level: band.level, from: formatExact(band.from) }))
        const book = parsed({
          ...made.book,
          bands,
          gates: [{ id: "veto", name: "veto", when, then: { atMost: level } }]
        })
        const facts = made.units.map((id, i) => flag(id, "veto", vetoes[i] ?? false))
        const [before, after] = [run(made, open, facts), run(made, book, facts)]
        made.units.forEach((id, i) => {
          const own = levels.indexOf(levelOf(before, id))
          const expected = vetoes[i] ? Math.max(own, levels.indexOf(level)) : own
          expect(levels.indexOf(levelOf(after, id))).toBe(expected)
        })
      })
    )
  })

  it("block a unit whose fact is not known, rather than guess", () => {
    fc.assert(
      fc.property(gradingCase({ min: 1, max: 1 }), (made) => {
        const gate = { id: "veto", name: "veto", when: { fact: "veto", op: "=", value: true }, then: { atMost: "D" } }
        const outcome = outcomeOf(run(made, parsed({ ...made.book, gates: [gate] })), "u0")
        expect(outcome).toMatchObject({ _tag: "Blocked", reasons: [{ _tag: "FactMissing", fact: { id: "veto" } }] })
      })
    )
  })
})

describe("caps", () => {
  const capped = fc.tuple(
    gradingCase({ min: 1, max: 8 }),
    fc.array(fc.nat(1), { minLength: 8, maxLength: 8 }),
    fc.integer({ min: 0, max: 8 }),
    fc.constantFrom("exclude", "include", "undetermined")
  )

  /** Every unit gets the sheets of one of the first two, so that ties are common. */
  const tiedSheets = (made: Case, twins: ReadonlyArray<number>) =>
    made.units.flatMap((id, i) =>
      made.sheets
        .filter((one) => one.unit === `u${Math.min(twins[i] ?? 0, made.units.length - 1)}`)
        .map((one) => ({ ...one, unit: id }))
    )

  it("are never exceeded but by tied units that the book lets stay, and never leave a seat empty for nothing", () => {
    fc.assert(
      fc.property(capped, ([made, twins, count, ties]) => {
        const sheets = tiedSheets(made, twins)
        const bands = [{ level: "A", from: 0 }]
        const grading = run(
          { ...made, sheets },
          parsed({ ...made.book, bands, quotas: [{ kind: "cap", level: "A", seats: { count }, ties }] })
        )
        const [top = 0, second = 0] = countLevels(grading, ["A", "B"])
        const undetermined = grading.outcomes.filter((one) => one._tag === "Undetermined").length
        expect(top + second + undetermined).toBe(made.units.length)
        if (ties !== "include") expect(top).toBeLessThanOrEqual(count)
        if (ties === "include") expect(top).toBeGreaterThanOrEqual(Math.min(count, made.units.length))
        const seated = grading.outcomes.flatMap((one) =>
          one._tag === "Graded" && one.level === "A" ? [one.total.decided] : []
        )
        const fallen = grading.outcomes.flatMap((one) =>
          one._tag === "Graded" && one.level === "B" ? [one.total.decided] : []
        )
        // Nobody sits who has less than one who fell, and equals are treated alike.
        for (const low of fallen) for (const high of seated) expect(compareExact(high, low)).toBe(1)
        // A seat stays empty only if the next in line are tied for more seats than are left.
        if (ties === "exclude" && top < Math.min(count, made.units.length)) {
          const next = fallen.toSorted(compareExact).at(-1) ?? zero
          const tied = fallen.filter((total) => compareExact(total, next) === 0).length
          expect(top + tied).toBeGreaterThan(count)
        }
      })
    )
  })

  it("count a share of the eligible units only, rounded as the book says", () => {
    const shares: ReadonlyArray<readonly [string, string, number]> = [
      ["0.20", "floor", 7],
      ["0.25", "floor", 9],
      ["0.30", "floor", 11],
      ["1/3", "floor", 12],
      ["0.05", "ceil", 2],
      ["0.10", "ceil", 4]
    ]
    const units = Array.from({ length: 37 }, (_, i) => `u${i}`)
    for (const [share, rounding, seats] of shares) {
      const book = parsed({
        format: "zhengyou/rule-book@2",
        id: "cap",
        version: "1",
        title: "cap",
        ladder: levels.map((id) => ({ id, name: id })),
        criteria: [{ id: "c", name: "c", maximum: 100, missing: "zero" }],
        fullMarks: 100,
        panels: [{ id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "zero" }],
        rounding: {},
        decideOn: "exact",
        bands: [{ level: "A", from: 0 }],
        eligibility: [{ id: "branch", name: "branch", require: { fact: "unit.type", op: "=", value: "branch" } }],
        quotas: [{ kind: "cap", level: "A", seats: { share, of: "eligible", rounding }, ties: "include" }]
      })
      const inputs = [...units.map((id) => ({ ...unit(id), type: "branch" })), { ...unit("new"), type: "other" }]
      expect(gradeUnsafe(book, { units: inputs, sheets: [], facts: [] }).quotas[0]?.seats).toBe(seats)
    }
  })
})
