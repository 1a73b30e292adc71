import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  formatExact,
  plus,
  sum,
  times,
  zero
} from "@zhengyou/core"
import { allCriteria, type Mark, type RuleBook, type Sheet } from "@zhengyou/grading"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Case, gradingCase, levels, parsed, run, withBands } from "./generators.ts"
import { levelOf, outcomeOf, totalOf } from "./support.ts"

const exactOf = (mark: Mark | undefined): Exact => (typeof mark === "object" ? mark : zero)

/** The total by the definition, as plainly as it can be written: what the engine is held against. */
const totalByDefinition = (book: RuleBook, sheets: ReadonlyArray<Sheet>): Exact =>
  sum(
    allCriteria(book.criteria).map((criterion) => {
      const panels = book.panels.map((panel) => {
        const given = sheets
          .filter((one) => one.panel === panel.id)
          .map((one) => exactOf(one.scores[criterion.id]))
          .toSorted(compareExact)
        const { aggregate } = panel
        const kept =
          aggregate.method === "trimmedMean" && given.length > aggregate.onlyAbove
            ? given.slice(aggregate.dropLowest, given.length - aggregate.dropHighest)
            : given
        const mean = dividedByUnsafe(sum(kept), exactUnsafe(kept.length))
        return { weight: panel.weight, weighted: times(panel.weight, mean) }
      })
      const mean = dividedByUnsafe(sum(panels.map((one) => one.weighted)), sum(panels.map((one) => one.weight)))
      return times(criterion.weight, mean)
    })
  )

describe("exactness", () => {
  it("a total exactly on a bound has the bound's level, and anything less has not", () => {
    fc.assert(
      fc.property(gradingCase({ min: 1, max: 1 }), (made) => {
        const total = totalByDefinition(parsed(made.book), made.sheets)
        fc.pre(total.n > 0n)
        const onBound = parsed({
          ...made.book,
          bands: [
            { level: "A", from: formatExact(total) },
            { level: "D", from: 0 }
          ]
        })
        expect(totalOf(run(made, onBound), "u0")).toBe(formatExact(total))
        expect(levelOf(run(made, onBound), "u0")).toBe("A")
        const full = exactUnsafe(made.book.fullMarks)
        const above = plus(total, exactUnsafe("1/1000000000000000000"))
        fc.pre(compareExact(above, full) <= 0)
        const justAbove = parsed({
          ...made.book,
          bands: [
            { level: "A", from: formatExact(above) },
            { level: "D", from: 0 }
          ]
        })
        expect(levelOf(run(made, justAbove), "u0")).toBe("D")
      })
    )
  })

  it("the total shown stands on the same side of every bound as the total that decided", () => {
    fc.assert(
      fc.property(gradingCase({ min: 1, max: 3 }), (made) => {
        const book = withBands(made)
        for (const outcome of run(made, book).outcomes) {
          if (outcome._tag !== "Graded") throw new Error(outcome._tag)
          for (const { from } of book.bands) {
            expect(compareExact(exactUnsafe(outcome.total.shown), from)).toBe(compareExact(outcome.total.decided, from))
          }
        }
      })
    )
  })

  it("multiplying all panel weights by one number changes nothing", () => {
    fc.assert(
      fc.property(gradingCase({ min: 1, max: 3 }), fc.constantFrom("2", "1/3", "100"), (made, factor) => {
        const panels = made.book.panels.map((panel) => ({
          ...panel,
          weight: formatExact(times(exactUnsafe(panel.weight), exactUnsafe(factor)))
        }))
        const before = run(made, parsed(made.book))
        const after = run(made, parsed({ ...made.book, panels }))
        expect(made.units.map((id) => totalOf(after, id))).toEqual(made.units.map((id) => totalOf(before, id)))
      })
    )
  })
})

describe("order", () => {
  it("the order of sheets, raters, units and panels changes no outcome and not the receipt's result", () => {
    const shuffled = gradingCase({ min: 1, max: 5 }).chain((made) =>
      fc.tuple(
        fc.constant(made),
        fc.shuffledSubarray([...made.sheets], { minLength: made.sheets.length }),
        fc.shuffledSubarray([...made.units], { minLength: made.units.length }),
        fc.shuffledSubarray([...made.book.panels], { minLength: made.book.panels.length })
      )
    )
    fc.assert(
      fc.property(shuffled, ([made, sheets, units, panels]) => {
        const cap = { kind: "cap", level: "A", seats: { count: 1 }, ties: "exclude" }
        const book = (order: typeof panels) => parsed({ ...made.book, panels: order, quotas: [cap] })
        const before = run(made, book(made.book.panels))
        const after = run({ units, sheets }, book(made.book.panels))
        expect(after.receipt).toEqual(before.receipt)
        expect(made.units.map((id) => outcomeOf(after, id))).toEqual(made.units.map((id) => outcomeOf(before, id)))
        const repanelled = run(made, book(panels))
        expect(made.units.map((id) => levelOf(repanelled, id))).toEqual(made.units.map((id) => levelOf(before, id)))
      })
    )
  })
})

describe("monotone", () => {
  it("raising one score never lowers the level", () => {
    const raised = gradingCase({ min: 1, max: 1 }).chain((made) =>
      fc.tuple(fc.constant(made), fc.nat(made.sheets.length - 1), fc.nat(made.book.criteria.length - 1))
    )
    fc.assert(
      fc.property(raised, ([made, which, column]) => {
        const book = withBands(made)
        const criterion = allCriteria(book.criteria)[column]
        if (criterion === undefined) throw new Error("no such criterion")
        const sheets = made.sheets.map((one, i) =>
          i === which ? { ...one, scores: { ...one.scores, [criterion.id]: criterion.maximum } } : one
        )
        const rank = (sheetsOf: ReadonlyArray<Sheet>) =>
          levels.indexOf(levelOf(run({ ...made, sheets: sheetsOf }, book), "u0"))
        expect(rank(sheets)).toBeLessThanOrEqual(rank(made.sheets))
      })
    )
  })
})

describe("missing is not zero", () => {
  const without = (sheets: ReadonlyArray<Sheet>, panel: string) => sheets.filter((one) => one.panel !== panel)

  const zeroed = (sheets: ReadonlyArray<Sheet>, panel: string) =>
    sheets.map((one) =>
      one.panel === panel
        ? { ...one, scores: Object.fromEntries(Object.keys(one.scores).map((id) => [id, zero])) }
        : one
    )

  const withPolicy = (made: Case, missing: string) =>
    parsed({ ...made.book, panels: made.book.panels.map((panel) => ({ ...panel, missing })) })

  const twoPanels = gradingCase({ min: 1, max: 1 }).map((made) => ({
    ...made,
    book: {
      ...made.book,
      panels: [
        ...made.book.panels,
        { ...made.book.panels[0], id: "late", name: "late", weight: "1/2", aggregate: { method: "mean" } }
      ]
    },
    sheets: [
      ...made.sheets,
      ...made.sheets.filter((one) => one.panel === "p0").map((one) => ({ ...one, panel: "late" }))
    ]
  }))

  it("a panel that is left out by rule changes the total to that of the others; scoring nought does not", () => {
    fc.assert(
      fc.property(twoPanels, (made) => {
        const book = withPolicy(made as Case, "exclude")
        const others = parsed({ ...made.book, panels: made.book.panels.slice(0, -1) })
        const left = run({ ...made, sheets: without(made.sheets, "late") }, book)
        expect(totalOf(left, "u0")).toBe(totalOf(run({ ...made, sheets: without(made.sheets, "late") }, others), "u0"))
        const nought = run({ ...made, sheets: zeroed(made.sheets, "late") }, book)
        const total = exactUnsafe(totalOf(left, "u0"))
        if (total.n > 0n) expect(compareExact(exactUnsafe(totalOf(nought, "u0")), total)).toBe(-1)
      })
    )
  })

  it("blocks the unit, and names what is missing, where the book says block", () => {
    fc.assert(
      fc.property(twoPanels, (made) => {
        const outcome = outcomeOf(
          run({ ...made, sheets: without(made.sheets, "late") }, withPolicy(made as Case, "block")),
          "u0"
        )
        expect(outcome._tag).toBe("Blocked")
        expect(outcome.reasons.map((reason) => reason._tag === "PanelMissing" && reason.panel.id)).toEqual(
          made.book.criteria.map(() => "late")
        )
      })
    )
  })

  it("counts nought, and says so, only where the book says zero", () => {
    fc.assert(
      fc.property(twoPanels, (made) => {
        const book = withPolicy(made as Case, "zero")
        const left = run({ ...made, sheets: without(made.sheets, "late") }, book)
        expect(totalOf(left, "u0")).toBe(totalOf(run({ ...made, sheets: zeroed(made.sheets, "late") }, book), "u0"))
        expect(outcomeOf(left, "u0").reasons).toContainEqual(
          expect.objectContaining({ _tag: "PanelMissing", counts: "zero", panel: { id: "late", name: "late" } })
        )
      })
    )
  })
})
