import { decodeInput, Fact, one, Unit } from "@zhengyou/core"
import { Award, grade, Sheet } from "@zhengyou/grading"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith, sound } from "./books.ts"
import { parsed } from "./generators.ts"
import { flag, number, sheet, unit } from "./support.ts"

const Inputs = Schema.Struct({
  units: Schema.Array(Unit),
  sheets: Schema.Array(Sheet),
  facts: Schema.Array(Fact),
  awards: Schema.Array(Award)
})

const plain = {
  units: [{ id: "u1", name: "u1", type: "branch" }],
  sheets: [{ unit: "u1", panel: "self", rater: "r", scores: { work: 80, team: 40 } }],
  facts: [{ unit: "u1", fact: "rate", value: { _tag: "Number", value: "0.9" } }],
  awards: [{ unit: "u1", adjustment: "honours", item: "a", points: 1 }]
}

const faultsOf = (edit: object): ReadonlyArray<readonly [string, string]> => {
  const read = decodeInput(Inputs, { ...plain, ...edit })
  return Result.isSuccess(read) ? [] : read.failure.map(({ path, problem }) => [path.join("."), problem._tag])
}
const [oneUnit] = plain.units
const [oneSheet] = plain.sheets
const [oneFact] = plain.facts
const [oneAward] = plain.awards

it("what the edits below spoil is read", () => {
  expect(faultsOf({})).toEqual([])
})

describe.each([
  ["1e400", JSON.parse("1e400"), "NotPlain"],
  ["NaN", Number.NaN, "NotPlain"],
  ['"1e400"', "1e400", "NotAllowed"],
  ["1/0", "1/0", "NotAllowed"],
  ["too long a text", "9".repeat(100_000), "NotAllowed"]
])("the number %s", (_, value, tag) => {
  it("is refused as the points of an award", () => {
    expect(faultsOf({ awards: [{ ...oneAward, points: value }] })).toEqual([["awards.0.points", tag]])
  })

  it("is refused as the value of a fact", () => {
    const [fault] = faultsOf({ facts: [{ ...oneFact, value: { _tag: "Number", value } }] })
    expect(fault).toEqual(["facts.0.value.value", tag])
  })

  it("never becomes a number as a mark", () => {
    const faults = faultsOf({ sheets: [{ ...oneSheet, scores: { work: value } }] })
    // A mark may be any label: the book then refuses it.
    if (tag === "NotPlain") expect(faults).toEqual([["sheets.0.scores.work", tag]])
    const marked = { ...sheet("u1", "self", "r", {}), scores: { work: String(value) } }
    const graded = grade(parsed(sound), { units: [unit("u1")], sheets: [marked], facts: [] })
    expect(Result.isFailure(graded) && graded.failure.faults).toMatchObject([
      { path: ["sheets", 0, "scores", "work"], problem: { _tag: "MarkNotAllowed" } }
    ])
  })
})

describe("inputs that were not meant to be read", () => {
  it.each([
    ["units.0.id", { units: [{ ...oneUnit, id: "__proto__" }] }],
    ["sheets.0.unit", { sheets: [{ ...oneSheet, unit: "__proto__" }] }],
    ["sheets.0.rater", { sheets: [{ ...oneSheet, rater: "__proto__" }] }],
    ["facts.0.fact", { facts: [{ ...oneFact, fact: "__proto__" }] }],
    ["awards.0.item", { awards: [{ ...oneAward, item: "__proto__" }] }]
  ])("are refused for `__proto__` at %s", (path, edit) => {
    expect(faultsOf(edit)).toEqual([[path, "NotAllowed"]])
  })

  it("are refused for `__proto__` as the key of a mark", () => {
    const scores: unknown = JSON.parse('{"work":1,"__proto__":{"team":50}}')
    expect(faultsOf({ sheets: [{ ...oneSheet, scores }] })).toEqual([["sheets.0.scores.__proto__", "ForbiddenKey"]])
  })

  it.each(["units", "sheets", "facts", "awards"])("are refused where their %s contain themselves", (list) => {
    const cyclic: Array<unknown> = []
    cyclic.push(cyclic)
    const read = decodeInput(Inputs, { ...plain, [list]: cyclic })
    expect(Result.isFailure(read) && read.failure).toMatchObject([{ problem: { _tag: "TooDeep", limit: 64 } }])
    expect(Result.isFailure(read) && read.failure[0]?.path.slice(0, 3)).toEqual([list, 0, 0])
  })

  it.each(["units", "sheets", "facts", "awards"])("are refused where there are five million %s", (list) => {
    const read = decodeInput(Inputs, { ...plain, [list]: new Array(5_000_001).fill(0) })
    expect(Result.isFailure(read) && read.failure).toEqual([
      { path: [list], problem: { _tag: "TooLarge", limit: 5_000_000 } }
    ])
  })

  it("give every duplicate with the place of the first", () => {
    const twice = sheet("u1", "self", "r", { work: 80, team: 40 })
    const graded = grade(parsed(sound), {
      units: [unit("u1"), unit("u1")],
      sheets: [twice, twice],
      facts: [flag("u1", "veto", false), number("u1", "rate", "0.9"), flag("u1", "veto", true)]
    })
    expect(Result.isFailure(graded) && graded.failure.faults).toMatchObject([
      { path: ["units", 1, "id"], problem: { _tag: "UnitTwice", first: 0 } },
      { path: ["sheets", 1], problem: { _tag: "SheetTwice", first: 0 } },
      { path: ["facts", 2], problem: { _tag: "FactTwice", first: 0 } }
    ])
  })
})

// Work that grows with marks times criteria would take minutes.
it("a sheet of fifty thousand unknown marks gives each fault, with fifty of the criteria", () => {
  const many = 50_000
  const criteria = Array.from({ length: many }, (_, i) => ({ id: `c${i}`, name: "c", maximum: 1, missing: "zero" }))
  const bands = [
    { level: "A", from: 1 },
    { level: "D", from: 0 }
  ]
  const book = plainWith({ criteria, fullMarks: many, bands })
  const scores = Object.fromEntries(criteria.map((_, i) => [`x${i}`, one]))
  const read = grade(book, {
    units: [unit("u1")],
    sheets: [{ unit: "u1", panel: "p", rater: "r", scores }],
    facts: []
  })
  const faults = Result.isFailure(read) ? read.failure.faults : []
  expect(faults).toHaveLength(many)
  expect(faults.at(-1)).toEqual({
    path: ["sheets", 0, "scores", "x49999"],
    problem: {
      _tag: "NotScoredByPanel",
      criterion: "x49999",
      panel: "p",
      allowed: criteria.slice(0, 50).map(({ id }) => id)
    }
  })
})
