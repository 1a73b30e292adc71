import { type Condition, compileCondition, exactUnsafe, type FactDeclaration, type FactValue } from "@zhengyou/core"
import { checkBook, parseRuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { anyBook, anyCondition, conditionFacts, soundBook } from "./generators.ts"
import { isShown } from "./support.ts"

const tagsOf = (book: object) => checkBook(Result.getOrThrow(parseRuleBook(book))).map(({ problem }) => problem._tag)

describe("findings", () => {
  it("have a witness that shows them, whatever the book", () => {
    fc.assert(
      fc.property(anyBook, (json) => {
        const book = Result.getOrThrow(parseRuleBook(json))
        for (const finding of checkBook(book))
          expect([finding.problem, isShown(book, finding)]).toEqual([finding.problem, true])
      }),
      { numRuns: 300 }
    )
  })

  it("are none for books that are built to be sound", () => {
    fc.assert(
      fc.property(soundBook, (json) => {
        expect(tagsOf(json)).toEqual([])
      })
    )
  })

  it("are the one of the fault that a sound book is given", () => {
    const faults = {
      BandGap: (book: { bands: ReadonlyArray<object> }) => ({
        bands: [...book.bands.slice(0, -1), { ...book.bands.at(-1), from: "1/100" }]
      }),
      CriterionConstant: (book: { criteria: ReadonlyArray<object>; fullMarks: number }) => ({
        criteria: [
          ...book.criteria,
          {
            id: "k",
            name: "k",
            maximum: "1/1000",
            missing: "block",
            scoring: {
              kind: "letters",
              letters: [
                { label: "x", share: 0 },
                { label: "y", share: 0 }
              ]
            }
          }
        ],
        fullMarks: `${book.fullMarks * 1000 + 1}/1000`
      }),
      GateNeverFires: (book: {
        facts: ReadonlyArray<object>
        gates: ReadonlyArray<object>
        ladder: ReadonlyArray<object>
      }) => ({
        facts: [...book.facts, { id: "n", name: "n", type: "number", maximum: 1 }],
        gates: [
          ...book.gates,
          { id: "n", name: "n", when: { fact: "n", op: ">", value: 1 }, then: { atMost: `L${book.ladder.length - 1}` } }
        ]
      }),
      TiesLeftOpen: () => ({ quotas: [{ kind: "cap", level: "L0", seats: { count: 2 }, ties: "undetermined" }] })
    }
    fc.assert(
      fc.property(soundBook, fc.constantFrom(...Object.entries(faults)), (json, [tag, spoil]) => {
        expect(tagsOf({ ...json, ...spoil(json) })).toEqual([tag])
      })
    )
  })
})

describe("conditions", () => {
  // Rates are compared with eighths only, so sixteenths meet every part of their range.
  const rates: ReadonlyArray<FactValue | undefined> = [
    undefined,
    ...Array.from({ length: 17 }, (_, n): FactValue => ({ _tag: "Number", value: exactUnsafe(`${n}/16`) }))
  ]
  const flags: ReadonlyArray<FactValue | undefined> = [
    undefined,
    { _tag: "Flag", value: true },
    { _tag: "Flag", value: false }
  ]
  const known = new Map(conditionFacts.map((fact) => [fact.id, fact as FactDeclaration]))

  /** Everything that a condition can come to, found by trying all facts. */
  const cases = (condition: object): ReadonlySet<boolean | undefined> => {
    const holds = Result.getOrThrow(compileCondition(condition as Condition, known))
    return new Set(rates.flatMap((rate) => flags.map((flag) => holds((fact) => (fact === "rate" ? rate : flag)).holds)))
  }

  it("of a gate are found to hold never, or always, just where trying all facts shows it", () => {
    fc.assert(
      fc.property(anyCondition, (when) => {
        const book = plainWith({
          facts: conditionFacts,
          gates: [{ id: "g", name: "g", when, then: { notGraded: true } }]
        })
        const tried = cases(when)
        const expected = !tried.has(true) ? ["GateNeverFires"] : tried.has(false) ? [] : ["GateAlwaysFires"]
        // A gate that no unit passes, or that nobody gets by for want of facts, leaves nobody graded: nothing else shows.
        expect(checkBook(book).flatMap(({ problem: { _tag } }) => (_tag.startsWith("Gate") ? [_tag] : []))).toEqual(
          expected
        )
      }),
      { numRuns: 500 }
    )
  })

  it("of two rules of eligibility contradict each other just where trying all facts shows it", () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, (a, b) => {
        const eligibility = [a, b].map((require, i) => ({ id: `e${i}`, name: `e${i}`, require }))
        const book = plainWith({ facts: conditionFacts, eligibility })
        const isPossible = cases({ all: [a, b] }).has(true)
        expect(checkBook(book).some(({ problem }) => problem._tag === "NobodyEligible")).toBe(!isPossible)
      }),
      { numRuns: 300 }
    )
  })
})
