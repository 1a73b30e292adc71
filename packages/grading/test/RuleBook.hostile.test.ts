import { type Path, parseJson } from "@zhengyou/core"
import { parseRuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { faultsIn, sound, withGate } from "./books.ts"

const pathsOf = (book: unknown): ReadonlyArray<readonly [string, string]> =>
  faultsIn(book).map(({ path, problem }) => [path.join("."), problem._tag])

const [work, team] = sound.criteria
const text = JSON.stringify(sound)

describe("a book that was not meant to be read", () => {
  it("is refused where a condition is nested ten thousand deep, as data and as text", () => {
    let condition: object = { fact: "veto", op: "=", value: true }
    for (let i = 0; i < 10_000; i++) condition = { not: condition }
    const [fault] = faultsIn(withGate(condition))
    expect(fault?.problem).toEqual({ _tag: "TooDeep", limit: 64 })
    expect(fault?.path.slice(0, 4)).toEqual(["gates", 0, "when", "not"])
    const opening = '{"not":'.repeat(10_000)
    const deep = text.replace('{"any":', `${opening}{"any":`)
    const read = parseJson(deep)
    expect(Result.isFailure(read) && read.failure.map((one) => [one.path.slice(0, 3), one.problem._tag])).toEqual([
      [["gates", 0, "when"], "TooDeep"]
    ])
  })

  it("is refused where it contains itself", () => {
    const book: Record<string, unknown> = { ...sound }
    book["quotas"] = [book]
    expect(faultsIn(book)).toMatchObject([{ problem: { _tag: "TooDeep" } }])
    const heading: Record<string, unknown> = { id: "h", name: "h" }
    heading["items"] = [work, heading]
    const [fault] = faultsIn({ ...sound, criteria: [heading] })
    expect(fault?.problem).toEqual({ _tag: "TooDeep", limit: 64 })
    expect(fault?.path.slice(0, 6)).toEqual(["criteria", 0, "items", 1, "items", 1])
  })

  it("is refused where it has a million criteria", () => {
    const criteria = Array.from({ length: 1_000_000 }, (_, i) => ({ ...work, id: `c${i}` }))
    const [fault, ...rest] = faultsIn({ ...sound, criteria })
    expect(rest).toEqual([])
    expect(fault?.problem).toEqual({ _tag: "TooLarge", limit: 5_000_000 })
    expect(fault?.path[0]).toBe("criteria")
  })

  it("is refused for `__proto__` as an id and as a key", () => {
    expect(pathsOf({ ...sound, criteria: [{ ...work, id: "__proto__" }, team] })).toContainEqual([
      "criteria.0.id",
      "NotAllowed"
    ])
    const keyed: unknown = JSON.parse(text.replace('"decideOn"', '"__proto__":{"decideOn":1},"decideOn"'))
    expect(pathsOf(keyed)).toEqual([["__proto__", "ForbiddenKey"]])
  })

  it("is refused for a key that stands twice", () => {
    const read = parseJson(text.replace('"decideOn"', '"fullMarks":1,"decideOn"'))
    expect(Result.isFailure(read) && read.failure).toEqual([
      { path: ["fullMarks"], problem: { _tag: "DuplicateKey", key: "fullMarks" } }
    ])
  })

  const numbers: ReadonlyArray<readonly [string, unknown, string]> = [
    ["1e400", JSON.parse("1e400"), "NotPlain"],
    ["NaN", Number.NaN, "NotPlain"],
    ['"1e400"', "1e400", "NotAllowed"],
    ["1/0", "1/0", "NotAllowed"],
    ["full-width digits", "１００", "NotAllowed"],
    ["a comma", "1,000", "NotAllowed"],
    ["spaces", " 100 ", "NotAllowed"],
    ["a per cent sign", "100%", "NotAllowed"],
    ["nothing", "", "NotAllowed"],
    ["nought", 0, "NotAllowed"],
    ["less than nought", "-100", "NotAllowed"],
    ["too long a text", "9".repeat(100_000), "NotAllowed"],
    ["half a character", "\ud800", "LoneSurrogate"],
    ["null", null, "NotAllowed"],
    ["a date object", new Date(0), "NotPlain"]
  ]

  it.each(numbers)("is refused for %s as full marks", (_, fullMarks, tag) => {
    expect(pathsOf({ ...sound, fullMarks })).toEqual([["fullMarks", tag]])
  })

  it("is refused for keys that nobody knows, wherever they stand", () => {
    const book = {
      ...sound,
      bonus: 1,
      criteria: [{ ...work, maxmum: 100 }, team],
      quotas: [{ ...sound.quotas[0], tie: "x" }]
    }
    expect(pathsOf(book)).toEqual(
      expect.arrayContaining([
        ["bonus", "Unexpected"],
        ["criteria.0.maxmum", "Unexpected"],
        ["quotas.0.tie", "Unexpected"]
      ])
    )
    expect(pathsOf(book)).toHaveLength(3)
  })

  it("tells faults of wording and of numbers in one list together", () => {
    const quotas = [
      { kind: "cap", level: "A", seats: { count: 1 }, ties: "drop" },
      { kind: "cap", level: "B", seats: { share: "3/2", of: "eligible", rounding: "floor" }, ties: "exclude" }
    ]
    expect(pathsOf({ ...sound, quotas })).toEqual([
      ["quotas.0.ties", "NotAllowed"],
      ["quotas.1.seats.share", "NotAllowed"]
    ])
  })

  it("is refused whatever it is", () => {
    for (const input of [undefined, null, 1, "book", [], [[]], () => 1, Symbol.iterator, new Map(), 1n]) {
      expect(Result.isFailure(parseRuleBook(input))).toBe(true)
    }
  })
})

// Work that grows with the square of the book would take minutes.
describe("a book of a hundred thousand criteria", { timeout: 60_000 }, () => {
  const many = 100_000
  const ids = Array.from({ length: many }, (_, i) => `c${i}`)
  const panel = { id: "p", name: "p", weight: 1, aggregate: { method: "mean" }, missing: "block" }
  const base = {
    ...sound,
    criteria: ids.map((id) => ({ id, name: id, maximum: 1, missing: "zero" })),
    fullMarks: many,
    panels: [panel],
    gates: [],
    recognitions: [],
    quotas: []
  }

  it("is read", () => {
    expect(faultsIn(base)).toEqual([])
  })

  it("is read where a panel and a cap name them all", () => {
    const tieBreak = ids.map((id) => `score.criterion.${id}`)
    const panels = [{ ...panel, criteria: ids.toReversed() }]
    expect(faultsIn({ ...base, panels, quotas: [{ ...sound.quotas[0], tieBreak }] })).toEqual([])
  })

  it("gives each fault, and names no more than fifty of what is known", () => {
    const wrong = ids.slice(0, 5000).map((id) => `x${id}`)
    const faults = faultsIn({ ...base, panels: [panel, { ...panel, id: "q", criteria: wrong }] })
    expect(faults).toHaveLength(5000)
    const problem = { _tag: "UnknownCriterion", criterion: "xc4999", known: ids.slice(0, 50) }
    expect(faults.at(-1)).toEqual({ path: ["panels", 1, "criteria", 4999], problem })
  })

  it("is read with as many levels and bands", () => {
    const ladder = ids.slice(0, 20_000).map((id) => ({ id, name: id }))
    const bands = ladder.map(({ id }, i) => ({ level: id, from: 20_000 - i }))
    expect(faultsIn({ ...base, ladder, bands })).toEqual([])
  })

  it("is refused where its fractions have no common denominator of a bearable size", () => {
    const long = "9".repeat(190)
    const criteria = ids.map((id, i) => ({ id, name: id, maximum: 1, weight: `1/${long}${i}7`, missing: "zero" }))
    const faults = faultsIn({ ...base, criteria: criteria.slice(0, 5000) })
    const path: Path = ["criteria", 4999, "weight"]
    expect(faults.at(-1)).toMatchObject({
      path,
      problem: { _tag: "NotAllowed", expected: "a number with fewer digits" }
    })
  })
})
