import { dateUnsafe, exactUnsafe } from "@zhengyou/core"
import { type GradingInputs, grade } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { faultsIn, plain, plainWith } from "./books.ts"
import { award, marked } from "./rules/support.ts"
import { number, unit } from "./support.ts"

const book = plainWith({
  valid: { from: "2012-01-01", until: "2012-12-31" },
  facts: [
    { id: "rate", name: "rate", type: "number", minimum: "0.1", maximum: "0.9" },
    { id: "score", name: "score", type: "number", minimum: "0.1" },
    { id: "size", name: "size", type: "number" },
    { id: "before", name: "before", type: "level" }
  ],
  panels: [
    { id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "exclude" },
    {
      ...{ id: "staff", name: "staff", weight: 1, aggregate: { method: "mean" }, missing: "exclude" },
      groups: [{ id: "leaders", name: "leaders", weight: 1 }]
    }
  ],
  adjustments: [{ id: "honours", name: "honours", kind: "bonus", on: { total: true } }]
})

const faultsOf = (inputs: Partial<GradingInputs>, by = book): ReadonlyArray<readonly [string, unknown]> => {
  const graded = grade(by, { units: [unit("u")], sheets: [], facts: [], ...inputs })
  return Result.isSuccess(graded) ? [] : graded.failure.faults.map(({ path, problem }) => [path.join("."), problem])
}

describe("what is on a bound is allowed, and what is one step past it is not", () => {
  it("the bounds of a fact", () => {
    for (const rate of ["0.1", "0.5", "0.9"]) expect(faultsOf({ facts: [number("u", "rate", rate)] })).toEqual([])
    for (const found of ["0.099", "0.901"]) {
      expect(faultsOf({ facts: [number("u", "rate", found)] })).toEqual([
        ["facts.0.value", { _tag: "FactOutOfRange", fact: "rate", found, minimum: "0.1", maximum: "0.9" }]
      ])
    }
    expect(faultsOf({ facts: [number("u", "score", "0.099")] })).toEqual([
      ["facts.0.value", { _tag: "FactOutOfRange", fact: "score", found: "0.099", minimum: "0.1" }]
    ])
    expect(faultsOf({ facts: [number("u", "score", 1000)] })).toEqual([])
  })

  it("the days of a book", () => {
    const on = (day: string, by = book) => faultsOf({ asOf: dateUnsafe(day) }, by).map(([path]) => path)
    expect(["2012-01-01", "2012-12-31"].flatMap((day) => on(day))).toEqual([])
    expect(["2011-12-31", "2013-01-01"].map((day) => on(day))).toEqual([["asOf"], ["asOf"]])
    const open = plainWith({ valid: { from: "2012-01-01" } })
    expect([on("2011-12-31", open), on("2099-01-01", open)]).toEqual([["asOf"], []])
    expect(faultsOf({}, book)).toEqual([])
  })

  it("how fine a number may be: parts of a million millions", () => {
    const [fine, tooFine] = ["1/1000000000000", "1/1000000000001"]
    const tell = (x: string) =>
      faultsOf({
        sheets: [marked("u", "p", "r", { c: x })],
        facts: [number("u", "size", x)],
        awards: [award("u", "honours", "prize", x)]
      })
    expect(tell(fine)).toEqual([])
    const problem = { _tag: "NotAllowed", expected: "a number with fewer digits", found: `"${tooFine}"` }
    expect(tell(tooFine)).toEqual([
      ["sheets.0.scores.c", problem],
      ["facts.0.value", problem],
      ["awards.0.points", problem]
    ])
  })

  it("the points and the name of an award", () => {
    expect(faultsOf({ awards: [award("u", "honours", "prize", 0)] })).toEqual([])
    const faults = faultsOf({ awards: [{ ...award("u", "honours", "", 1), points: exactUnsafe("-1/1000") }] })
    expect(faults.map(([path]) => path)).toEqual(["awards.0.item", "awards.0.points"])
  })

  it("the share that is trimmed at each end", () => {
    const trimmed = (share: string) =>
      faultsIn({
        ...plain,
        panels: [
          {
            ...{ id: "p", name: "p", weight: 1, missing: "block" },
            aggregate: { method: "trimmedShare", share, rounding: "floor", onlyAbove: 3 }
          }
        ]
      }).map(({ path }) => path.join("."))
    expect([trimmed("0.49"), trimmed("1/2"), trimmed("0.6")]).toEqual([
      [],
      ["panels.0.aggregate.share"],
      ["panels.0.aggregate.share"]
    ])
  })
})

describe("the group of a rater", () => {
  it("is asked for where the panel weighs groups, and nowhere else", () => {
    const given = (panel: string, rest: object) => faultsOf({ sheets: [marked("u", panel, "r", { c: 90 }, rest)] })
    const unknown = (group: string) => [
      ["sheets.0.group", { _tag: "UnknownGroup", group, panel: "staff", known: ["leaders"] }]
    ]
    expect(given("staff", { group: "leaders" })).toEqual([])
    expect(given("staff", {})).toEqual(unknown(""))
    expect(given("staff", { group: "guests" })).toEqual(unknown("guests"))
    expect([given("p", {}), given("p", { group: "guests" })]).toEqual([[], []])
  })
})

it("a level that the ladder has is allowed as a fact", () => {
  const level = (value: string) => faultsOf({ facts: [{ unit: "u", fact: "before", value: { _tag: "Level", value } }] })
  expect([level("D"), level("E").length]).toEqual([[], 1])
})

it("a label that is too long is quoted in part, and a number in its place as a number", () => {
  const lettered = plainWith({
    criteria: [
      {
        ...{ id: "c", name: "c", maximum: 100, missing: "block" },
        scoring: { kind: "letters", letters: [{ label: "A", share: 1 }] }
      }
    ]
  })
  const found = (c: string | number) => faultsOf({ sheets: [marked("u", "p", "r", { c })] }, lettered)[0]?.[1]
  expect(found("x".repeat(100))).toMatchObject({ _tag: "MarkNotAllowed", found: "x".repeat(60) })
  expect(found(5)).toMatchObject({ _tag: "MarkNotAllowed", found: "5" })
})

it("what is given three times is told with the place of the first", () => {
  const sheet = marked("u", "p", "r", { c: 90 })
  const twice = { _tag: "SheetTwice", unit: "u", panel: "p", rater: "r", first: 0 }
  expect(faultsOf({ sheets: [sheet, sheet, sheet] })).toEqual([
    ["sheets.1", twice],
    ["sheets.2", twice]
  ])
})

it("a mark on a criterion that another panel scores is refused", () => {
  const criterion = (id: string) => ({ id, name: id, maximum: 50, missing: "exclude" })
  const shared = plainWith({
    criteria: [criterion("c"), criterion("d")],
    panels: ["c", "d"].map((id) => ({
      ...{ id, name: id, weight: 1, aggregate: { method: "mean" }, missing: "exclude" },
      criteria: [id]
    }))
  })
  expect(faultsOf({ sheets: [marked("u", "c", "r", { c: 5, d: 5 })] }, shared)).toEqual([
    ["sheets.0.scores.d", { _tag: "NotScoredByPanel", criterion: "d", panel: "c", allowed: ["c"] }]
  ])
})

it("a mark that is too fine and too high is told to be too fine", () => {
  const mark = marked("u", "p", "r", { c: `${101n * 10n ** 13n + 1n}/${10n ** 13n}` })
  expect(faultsOf({ sheets: [mark] }).map(([, problem]) => problem)).toMatchObject([{ _tag: "NotAllowed" }])
})
