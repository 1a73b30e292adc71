import { grade, parseRuleBook, type RuleBook, RuleBook as RuleBookCodec } from "@zhengyou/grading"
import { anyBook, awardsFor, factsFor, inputsFor, rosterFor, sheetsFor } from "@zhengyou/testkit"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { bookWith, ordinary } from "./books.ts"

/** The names of all keys of a JSON value, and its texts. */
const words = (json: unknown): ReadonlyArray<string> => {
  if (typeof json === "string") return [json]
  if (typeof json !== "object" || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => [key, ...words(value)])
}

const encoded = (book: RuleBook) => Schema.encodeSync(RuleBookCodec)(book)

it("books have every knob of the format, and are read back as they are written", () => {
  const books = fc.sample(anyBook(), { numRuns: 400, seed: 1 })
  const seen = new Set(books.flatMap((book) => words(encoded(book))))
  const knobs =
    "valid until onlyFor items maximum notApplicable rescale convertTo panels combine adjustments highestOnly cap bonus deduction points deduct anchors letters count place rate outOf mean median min max trimmedMean trimmedShare block zero exclude minimumRaters groups recuse voids allEqual allFull sheet mark panel criterion panelTotal adjustment total exact rounded eligibility recognitions takesSeat gates atMost notAbove notGraded quotas floor share eligible graded all within unit.type unit.parent soft tieBreak include lots undetermined competition dense examples any not in ifUnknown score.total"
  expect(knobs.split(" ").filter((knob) => !seen.has(knob))).toEqual([])
  for (const book of books.slice(0, 100)) {
    expect(encoded(Result.getOrThrow(parseRuleBook(encoded(book))))).toEqual(encoded(book))
  }
})

it("books shrink to one criterion, one panel and one level", () => {
  const found = fc.check(
    fc.property(anyBook(), (book) => book.panels.length === 0),
    { seed: 3 }
  )
  const book = found.counterexample?.[0]
  expect(book?.criteria).toHaveLength(1)
  expect(book?.panels).toHaveLength(1)
  expect(book?.ladder).toHaveLength(1)
  expect([book?.quotas, book?.gates, book?.adjustments]).toEqual([[], [], []])
})

it("rounds of a generated book are taken by grading, and complete ones lack nothing", () => {
  const any = anyBook().chain((book) =>
    fc.tuple(fc.constant(book), inputsFor(book), inputsFor(book, { complete: true }))
  )
  fc.assert(
    fc.property(any, ([book, some, complete]) => {
      Result.getOrThrow(grade(book, some))
      for (const { unit, panel } of complete.sheets) {
        const needed = book.panels.find(({ id }) => id === panel)?.minimumRaters ?? 0
        expect(complete.sheets.filter((one) => one.unit === unit && one.panel === panel).length).toBeGreaterThanOrEqual(
          needed
        )
      }
      Result.getOrThrow(grade(book, complete))
    }),
    { numRuns: 200 }
  )
})

it("rosters, sheets, facts and awards can be had one by one", () => {
  const book = bookWith({
    adjustments: [{ id: "honours", name: "加分", kind: "bonus", on: { total: true } }]
  })
  const round = fc.record({
    units: rosterFor(book, 1),
    sheets: sheetsFor(book, "u1", true),
    facts: factsFor(book, "u1", true),
    awards: awardsFor(book, "u1")
  })
  fc.assert(
    fc.property(round, (inputs) => {
      const [outcome] = Result.getOrThrow(grade(book, inputs)).outcomes
      expect(["Graded", "NotGraded"]).toContain(outcome?._tag)
    })
  )
})

it("a fact whose bounds leave no room is never given", () => {
  const facts = [...ordinary.facts, { id: "never", name: "never", type: "number", minimum: 2, maximum: 1 }]
  fc.assert(fc.property(inputsFor(bookWith({ facts })), (inputs) => inputs.facts.every(({ fact }) => fact !== "never")))
})

it("sheets of a book with many criteria stay cheap: most marks are one share of their maxima", () => {
  const criteria = Array.from({ length: 500 }, (_, i) => ({ id: `c${i}`, name: `c${i}`, maximum: 2, missing: "block" }))
  const book = bookWith({
    criteria,
    fullMarks: 1000,
    bands: [
      { level: "A", from: 900 },
      { level: "C", from: 0 }
    ]
  })
  fc.assert(
    fc.property(inputsFor(book, { units: 1, complete: true }), (inputs) => {
      for (const { scores } of inputs.sheets) {
        expect(Object.keys(scores)).toHaveLength(500)
        expect(
          new Set(Object.values(scores).map((mark) => (typeof mark === "string" ? mark : `${mark.n}/${mark.d}`))).size
        ).toBeLessThanOrEqual(7)
      }
      Result.getOrThrow(grade(book, inputs))
    }),
    { numRuns: 5 }
  )
})
