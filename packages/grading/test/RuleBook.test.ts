import { ConditionProblem, type Fault } from "@zhengyou/core"
import { allCriteria, BookProblem, parseRuleBook, RuleBook, type RuleBookProblem } from "@zhengyou/grading"
import { Equal, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { faultsIn, sound, withItem } from "./books.ts"
import { gradingCase } from "./generators.ts"
import { spoilt } from "./spoilt.ts"

describe("parseRuleBook", () => {
  it("accepts the sound book", () => {
    expect(faultsIn(sound)).toEqual([])
  })

  it.each(spoilt.map((one) => [`${one.problem._tag} at ${one.path.join(".")}`, one] as const))(
    "says %s, and nothing else",
    (_, one) => {
      expect(faultsIn({ ...sound, ...one.edit })).toEqual([{ path: one.path, problem: one.problem }])
    }
  )

  it("has an example of every problem that a book or a condition can have", () => {
    const tags = new Set(spoilt.map((one) => one.problem._tag))
    const known = [...Object.keys(BookProblem.cases), ...Object.keys(ConditionProblem.cases)]
    expect(known.filter((tag) => !tags.has(tag as RuleBookProblem["_tag"]))).toEqual([])
  })

  it("reports the faults of every part at once", () => {
    // One edit for each part of the book, so that they do not overwrite each other.
    const parts = new Map(
      spoilt.flatMap((one) => {
        const [key, ...others] = Object.keys(one.edit)
        return others.length === 0 && key !== "ladder" && key !== "facts" ? [[key, one] as const] : []
      })
    )
    expect(parts.size).toBeGreaterThanOrEqual(6)
    const byPath = (one: Fault<RuleBookProblem>) => one.path.join(".")
    fc.assert(
      fc.property(fc.subarray([...parts.values()]), (chosen) => {
        const edited: object = Object.assign({}, sound, ...chosen.map((one) => one.edit))
        const expected = chosen.map(({ path, problem }) => ({ path, problem }))
        expect(faultsIn(edited).map(byPath).toSorted()).toEqual(expected.map(byPath).toSorted())
        expect(faultsIn(edited)).toEqual(expect.arrayContaining(expected))
      })
    )
  })

  it("lists its faults with their paths in the message", () => {
    const parsed = parseRuleBook({ ...sound, fullMarks: 101, decideOn: "rounded", rounding: {} })
    const { message } = Result.getOrThrow(Result.flip(parsed))
    expect(message.split("\n").map((line) => line.split(": ")[0])).toEqual([
      "the rule book has 2 fault(s)",
      "  fullMarks",
      "  decideOn"
    ])
  })
})

describe("the codec", () => {
  const roundTrip = (input: unknown) => {
    const book = Result.getOrThrow(parseRuleBook(input))
    const encoded = Schema.encodeSync(RuleBook)(book)
    const again = Result.getOrThrow(parseRuleBook(JSON.parse(JSON.stringify(encoded))))
    expect(Equal.equals(again, book)).toBe(true)
    expect(Schema.encodeSync(RuleBook)(again)).toEqual(encoded)
  }

  it("writes a book that reads back as the same book", () => {
    roundTrip(sound)
    fc.assert(fc.property(gradingCase({ min: 1, max: 1 }), ({ book }) => roundTrip(book)))
  })

  it("fills in what a book may leave out: weight 1, one rater, no facts, gates or quotas", () => {
    const { facts: _f, eligibility: _e, gates: _g, quotas: _q, recognitions: _r, adjustments: _a, ...rest } = sound
    const plain = {
      ...rest,
      criteria: withItem(sound.criteria, 0, { id: "work", name: "w", maximum: 60, missing: "zero" })
    }
    const book = Result.getOrThrow(parseRuleBook(plain))
    expect(book).toMatchObject({ facts: [], eligibility: [], gates: [], quotas: [], recognitions: [], adjustments: [] })
    expect([allCriteria(book.criteria)[0]?.weight, book.panels[0].minimumRaters]).toEqual([{ n: 1n, d: 1n }, 1])
  })
})
