import { exactUnsafe, formatExact } from "@zhengyou/core"
import {
  compileBook,
  grade,
  gradeColumns,
  gradeMany,
  parseRuleBook,
  type RoundColumns,
  readColumns
} from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith, sound } from "../books.ts"
import { marked } from "../rules/support.ts"
import { bookOf, unit } from "../support.ts"

const one = (values: ReadonlyArray<number>, rater = "r"): RoundColumns["marks"][number] => ({
  panel: "p",
  rater,
  criterion: "c",
  values: Float64Array.from(values)
})
const columns = (...values: ReadonlyArray<number>): RoundColumns => ({
  size: values.length,
  digits: 2,
  marks: [one(values)]
})
const compiled = compileBook(plainWith({}))
const gradedBy = (book: ReturnType<typeof plainWith>, given: RoundColumns) =>
  gradeColumns(Result.getOrThrow(readColumns(compileBook(book), given)))

/** Where the faults of columns stand and what they are. */
const faultsIn = (given: RoundColumns, book = compiled): ReadonlyArray<string> => {
  const read = readColumns(book, given)
  return Result.isSuccess(read)
    ? []
    : read.failure.faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)
}

describe("books that whole numbers can add up", () => {
  it.each(["r1", "r2", "r3", "r4"])("%s is one", (name) => {
    expect(compileBook(bookOf(name)).linear).toBeDefined()
  })

  it("a book with trimmed means, weighted criteria, gates and tie-breaks settles complete sheets without the ordinary engine", () => {
    const book = Result.getOrThrow(parseRuleBook({ ...sound, eligibility: [], recognitions: [] }))
    const sheets = ["e1", "e2", "e3", "e4", "e5", "e6"].map((rater, i) =>
      marked("u", "experts", rater, { work: 80 + i, team: 40 })
    )
    const inputs = {
      units: [unit("u")],
      sheets: [marked("u", "self", "s", { work: 90, team: 45 }), ...sheets],
      facts: [
        { unit: "u", fact: "veto", value: { _tag: "Flag", value: false } },
        { unit: "u", fact: "rate", value: { _tag: "Number", value: exactUnsafe("0.9") } }
      ] as const
    }
    const graded = Result.getOrThrow(gradeMany(compileBook(book), inputs))
    expect(graded.settledInWholeNumbers).toBe(1)
    // Of 80 to 85 without the lowest and the highest: 82.5. 0.6 × (0.4 × 90 + 0.6 × 82.5) + 0.8 × (0.4 × 45 + 0.6 × 40) = 51.3 + 33.6
    const total = graded.total(0)
    expect(total && formatExact(total)).toBe("84.9")
  })

  it("a book that rounds each criterion is none, and is graded all the same", () => {
    const book = plainWith({ rounding: { criterion: { mode: "halfExpand", digits: 0 } } })
    const graded = gradedBy(book, columns(8950, 8949))
    expect([graded.settledInWholeNumbers, graded.bound, [...graded.levels]]).toEqual([0, undefined, [0, 1]])
  })

  it("a unit without a mark goes through the ordinary engine, its neighbours do not", () => {
    const graded = gradedBy(plainWith({}), columns(9000, Number.NaN, 8999))
    expect([graded.settledInWholeNumbers, [...graded.levels]]).toEqual([2, [0, -1, 1]])
    expect(graded.outcome(1)._tag).toBe("Blocked")
  })
})

describe("the bound of 2^53", () => {
  // Two criteria out of 100 with marks in units of 10^-9, so 10^11 units each; the first has the weight 1/p, the second 1.
  // In units of 1/(10^9 p) the marks weigh 1 and p, so that a total is at most 10^11 (1 + p).
  const weighted = (weight: string, fullMarks: string) =>
    plainWith({
      criteria: [
        { id: "c", name: "c", maximum: 100, weight, missing: "block" },
        { id: "d", name: "d", maximum: 100, weight: "1", missing: "block" }
      ],
      fullMarks
    })
  const both = (c: number, d: number): RoundColumns => ({
    size: 1,
    digits: 9,
    marks: [one([c]), { ...one([d]), criterion: "d" }]
  })

  // 10^11 × 45036 = 4503600000000000.
  it("a book just inside it is added up in doubles", () => {
    const graded = gradedBy(weighted("1/45035", "4503600/45035"), both(100_000_000_000, 99_999_999_999))
    expect([graded.bound, graded.settledInWholeNumbers]).toEqual([4_503_600_000_000_000n, 1])
  })

  // 10^11 × 90071 = 9007100000000000 < 2^53 = 9007199254740992 ≤ 10^11 × 90072 = 9007200000000000.
  it("the last one inside has a bound of 9007100000000000, and the next one is beyond", () => {
    const inside = gradedBy(weighted("1/90070", "9007100/90070"), both(100_000_000_000, 99_999_999_999))
    expect([inside.bound, inside.settledInWholeNumbers]).toEqual([9_007_100_000_000_000n, 1])
    // 100/90070 + 99.999999999, over one denominator: (10^11 + 90070 × 99999999999) / (90070 × 10^9)
    expect(inside.total(0)).toEqual(exactUnsafe("9007099999909930/90070000000000"))
    const beyond = gradedBy(weighted("1/90071", "9007200/90071"), both(100_000_000_000, 99_999_999_999))
    expect([beyond.bound, beyond.settledInWholeNumbers]).toEqual([undefined, 0])
    expect(beyond.total(0)).toEqual(exactUnsafe("9007199999909929/90071000000000"))
  })
})

describe("columns are held against the book", () => {
  it.each([
    ["minus one", -1],
    ["above the maximum", 10_001],
    ["a part of a unit", 0.1],
    ["Infinity", Infinity],
    ["minus Infinity", -Infinity],
    ["1e308", 1e308],
    ["2^32 and a mark that is allowed", 2 ** 32 + 5]
  ])("a mark of %s is refused, with its place", (_, x) => {
    expect(faultsIn(columns(9000, x, 9000))).toEqual(["marks.0.values.1 MarkNotAllowed"])
  })

  it("-0 is nought", () => {
    const graded = gradedBy(plainWith({}), columns(-0))
    expect([graded.settledInWholeNumbers, graded.total(0)]).toEqual([1, exactUnsafe(0)])
  })

  it("tells every kind of fault, each with its place", () => {
    const given: RoundColumns = {
      size: 2,
      digits: 2,
      ids: ["a", "a"],
      types: ["x"],
      marks: [
        one([1, 2, 3]),
        one([1, 2]),
        { ...one([1, 2]), panel: "q" },
        { ...one([1, 2]), criterion: "z" },
        { ...one([1, 2], " ") },
        { ...one([1, 2]), rater: "s", raterUnit: "a" },
        { ...one([1, 2]), rater: "s", raterUnit: "b", criterion: "z" }
      ],
      facts: [{ fact: "veto", kind: "flags", values: Uint8Array.from([1, 0]) }],
      awards: [{ unit: "b", adjustment: "none", item: "i", points: exactUnsafe(1) }]
    }
    expect(faultsIn(given)).toEqual([
      "types NotAllowed",
      "ids.1 UnitTwice",
      "marks.0.values NotAllowed",
      "marks.1 NotAllowed",
      "marks.2.panel UnknownPanel",
      "marks.3.criterion NotScoredByPanel",
      "marks.4.rater NotAllowed",
      "marks.6 NotAllowed",
      "marks.6.criterion NotScoredByPanel",
      "facts.0.fact UndeclaredFact",
      "awards.0.unit UnknownUnit",
      "awards.0.adjustment UnknownAdjustment"
    ])
  })

  it("tells the faults of facts: bounds, scale, kinds, levels, dates", () => {
    const book = compileBook(Result.getOrThrow(parseRuleBook(sound)))
    const given: RoundColumns = {
      size: 1,
      digits: 2,
      marks: [],
      facts: [
        { fact: "rate", kind: "numbers", digits: 2, values: Float64Array.from([101]) },
        { fact: "veto", kind: "flags", values: Uint8Array.from([2]) },
        { fact: "before", kind: "levels", values: Int16Array.from([4]) }
      ]
    }
    expect(faultsIn(given, book)).toEqual([
      "facts.0.values.0 FactOutOfRange",
      "facts.1.values.0 NotAllowed",
      "facts.2.values.0 NotAllowed"
    ])
    const odd: RoundColumns = {
      ...given,
      facts: [
        { fact: "rate", kind: "numbers", digits: 2, values: Float64Array.from([0.5]) },
        { fact: "veto", kind: "numbers", digits: 2, values: Float64Array.from([1]) },
        { fact: "rate", kind: "numbers", digits: 2, values: Float64Array.from([1]) }
      ]
    }
    expect(faultsIn(odd, book)).toEqual([
      "facts.0.values.0 NotAllowed",
      "facts.1 FactOfOtherType",
      "facts.2 NotAllowed"
    ])
  })

  it.each([-1, 10, 0.5, Number.NaN])("digits of %d are refused", (digits) => {
    expect(faultsIn({ ...columns(1), digits })).toEqual(["digits NotAllowed"])
  })

  it.each([-1, 0.5, 2 ** 31])("a size of %d is refused", (size) => {
    expect(faultsIn({ ...columns(1), size })).toEqual(["size NotAllowed"])
  })

  it("a wrong scale makes every mark a fault, of which a hundred are told", () => {
    const values = new Float64Array(5000).fill(1e6)
    expect(faultsIn({ size: 5000, digits: 2, marks: [{ ...one([]), values }] }).length).toBe(100)
  })
})

describe("records are held against the book as by the ordinary engine", () => {
  const sheet = marked("u", "p", "r", { c: 90 })
  const inputs = { units: [unit("u")], sheets: [sheet], facts: [] }
  it.each([
    ["a mark above the maximum", { ...inputs, sheets: [marked("u", "p", "r", { c: "100.0001" })] }],
    ["a negative mark", { ...inputs, sheets: [marked("u", "p", "r", { c: -1 })] }],
    ["a label for a number", { ...inputs, sheets: [marked("u", "p", "r", { c: "good" })] }],
    ["an unknown criterion", { ...inputs, sheets: [marked("u", "p", "r", { z: 1 })] }],
    ["an unknown panel", { ...inputs, sheets: [marked("u", "q", "r", { c: 1 })] }],
    ["an unknown unit", { ...inputs, sheets: [marked("v", "p", "r", { c: 1 })] }],
    ["the same sheet twice", { ...inputs, sheets: [sheet, marked("u", "p", "r", { c: 1 })] }],
    ["a rater without a name", { ...inputs, sheets: [marked("u", "p", " ", { c: 1 })] }],
    [
      "the same sheet twice with another unit's between them",
      { ...inputs, units: [unit("u"), unit("v")], sheets: [sheet, marked("v", "p", "r", { c: 1 }), sheet] }
    ],
    [
      "a mark of 64 bits and a little more",
      { ...inputs, sheets: [marked("u", "p", "r", { c: String(2n ** 64n + 90n) })] }
    ],
    [
      "a mark with a denominator of 64 bits and a little more",
      { ...inputs, sheets: [marked("u", "p", "r", { c: `90/${2n ** 64n + 1n}` })] }
    ],
    ["the same unit twice", { ...inputs, units: [unit("u"), unit("u")] }],
    [
      "an undeclared fact",
      { ...inputs, facts: [{ unit: "u", fact: "f", value: { _tag: "Flag", value: true } as const }] }
    ],
    [
      "an award without an adjustment",
      { ...inputs, awards: [{ unit: "u", adjustment: "a", item: "i", points: exactUnsafe(1) }] }
    ],
    ["a mark that is too fine", { ...inputs, sheets: [marked("u", "p", "r", { c: "1/1000000000001" })] }]
  ])("%s is refused with the same faults", (_, given) => {
    const [ours, theirs] = [gradeMany(compiled, given), grade(plainWith({}), given)]
    expect(Result.isFailure(theirs) && theirs.failure.faults.length).toBeGreaterThan(0)
    expect(Result.isFailure(ours) && ours.failure.faults).toEqual(Result.isFailure(theirs) && theirs.failure.faults)
  })

  it("an inherited mark is none", () => {
    const scores = Object.create({ c: exactUnsafe(90) })
    const given = { ...inputs, sheets: [{ ...sheet, scores }] }
    const graded = Result.getOrThrow(gradeMany(compiled, given))
    expect(graded.outcome(0)).toEqual(Result.getOrThrow(grade(plainWith({}), given)).outcomes[0])
    expect(graded.outcome(0)._tag).toBe("Blocked")
  })

  it("a mark that is inherited beside a record's own is none", () => {
    const book = plainWith({
      criteria: ["c", "d"].map((id) => ({ id, name: id, maximum: 50, missing: "block" }))
    })
    const scores = Object.assign(Object.create({ d: exactUnsafe(40) }), { c: exactUnsafe(40) })
    const given = { ...inputs, sheets: [{ ...sheet, scores }] }
    const graded = Result.getOrThrow(gradeMany(compileBook(book), given))
    expect(graded.outcome(0)).toEqual(Result.getOrThrow(grade(book, given)).outcomes[0])
    expect(graded.outcome(0)._tag).toBe("Blocked")
  })

  it("sheets and facts may come in any order", () => {
    const units = ["v", "u", "w"].map(unit)
    const sheets = [1, 2, 3].flatMap((rater) =>
      ["u", "w", "v"].map((id, i) => marked(id, "p", `r${rater}`, { c: 80 + 5 * i + rater }))
    )
    const given = { units, sheets, facts: [] }
    const graded = Result.getOrThrow(gradeMany(compiled, given))
    expect(graded.settledInWholeNumbers).toBe(3)
    expect([0, 1, 2].map((row) => graded.total(row))).toEqual([92, 82, 87].map(exactUnsafe))
    expect([0, 1, 2].map((row) => graded.outcome(row))).toEqual(Result.getOrThrow(grade(plainWith({}), given)).outcomes)
  })

  it("a mark of more than 32 bits is added up like any other", () => {
    const book = plainWith({
      criteria: [{ id: "c", name: "c", maximum: 10_000_000_000, missing: "block" }],
      fullMarks: 10_000_000_000
    })
    const given = { ...inputs, sheets: [marked("u", "p", "r", { c: 9_999_999_999 })] }
    const graded = Result.getOrThrow(gradeMany(compileBook(book), given))
    expect([graded.settledInWholeNumbers, graded.total(0)]).toEqual([1, exactUnsafe(9_999_999_999)])
  })

  it("a mark finer than a ten-thousandth goes through the ordinary engine", () => {
    const graded = Result.getOrThrow(
      gradeMany(compiled, { ...inputs, sheets: [marked("u", "p", "r", { c: "269999/3000" })] })
    )
    expect([graded.settledInWholeNumbers, graded.total(0), [...graded.levels]]).toEqual([
      0,
      exactUnsafe("269999/3000"),
      [1]
    ])
  })
})

it("a row that is not there is refused", () => {
  expect(() => gradedBy(plainWith({}), columns(1)).outcome(1)).toThrow(RangeError)
})
