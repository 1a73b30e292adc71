import { dateUnsafe, exactUnsafe, type Fact } from "@zhengyou/core"
import { countLevels, decidingReason, type Grading, type RuleBook } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "./books.ts"
import { flag, gradeUnsafe, levelOf, number, outcomeOf, sheet, totalOf, unit } from "./support.ts"

/** Grades units that have one score each. */
const run = (
  book: RuleBook,
  scores: Readonly<Record<string, string | number>>,
  facts: ReadonlyArray<Fact> = []
): Grading =>
  gradeUnsafe(book, {
    units: Object.keys(scores).map(unit),
    sheets: Object.entries(scores).map(([id, c]) => sheet(id, "p", "r", { c })),
    facts
  })

const levels = (grading: Grading) =>
  Object.fromEntries(grading.outcomes.map(({ unit: id }) => [id, levelOf(grading, id)]))

const reasons = (grading: Grading, id: string) => outcomeOf(grading, id).reasons.map((reason) => reason._tag)

const rate = { id: "rate", name: "群众满意率", type: "number" }

const cap = (level: string, count: number, ties = "exclude", tieBreak?: ReadonlyArray<string>) => ({
  kind: "cap",
  level,
  seats: { count },
  ties,
  ...(tieBreak === undefined ? {} : { tieBreak })
})

describe("a book that does not say", () => {
  it("which level a total below its lowest band has, leaves it undetermined", () => {
    const bands = [
      { level: "A", from: 90 },
      { level: "C", from: 60 }
    ]
    const grading = run(plainWith({ bands }), { u: "59.99", v: 60 })
    expect(levels(grading)).toEqual({ u: "Undetermined", v: "C" })
    expect(decidingReason(outcomeOf(grading, "u"))).toEqual({
      _tag: "BelowBands",
      total: exactUnsafe("59.99"),
      lowest: exactUnsafe(60)
    })
    expect(totalOf(grading, "u")).toBe("59.99")
  })

  it("whether a unit without the fact may be graded, blocks it, names the fact, and gives it no seat", () => {
    const book = plainWith({
      facts: [rate],
      eligibility: [{ id: "asked", name: "已测评", require: { fact: "rate", op: ">=", value: 0 } }],
      quotas: [{ kind: "cap", level: "A", seats: { share: "1/2", of: "eligible", rounding: "floor" }, ties: "exclude" }]
    })
    const grading = run(book, { u: 95, v: 94, w: 93 }, [number("u", "rate", "0.9"), number("w", "rate", "0.9")])
    expect(levels(grading)).toEqual({ u: "A", v: "Blocked", w: "B" })
    expect(outcomeOf(grading, "v").reasons).toEqual([
      { _tag: "FactMissing", rule: { id: "asked", name: "已测评" }, fact: { id: "rate", name: "群众满意率" } }
    ])
    expect(grading.quotas).toEqual([
      { kind: "cap", level: "A", seats: 1, candidates: 2, kept: 1, reserve: ["w"], isMet: true }
    ])
  })

  it("how old a unit without a founding day is, or on which day to count, blocks it", () => {
    const book = plainWith({
      eligibility: [{ id: "old", name: "满一年", require: { fact: "unit.age.months", op: ">=", value: 12 } }]
    })
    const founded = { ...unit("u"), founded: dateUnsafe("2011-04-01") }
    const inputs = { units: [founded, unit("v")], sheets: [sheet("u", "p", "r", { c: 90 })], facts: [] }
    expect(levels(gradeUnsafe(book, inputs))).toEqual({ u: "Blocked", v: "Blocked" })
    expect(levels(gradeUnsafe(book, { ...inputs, asOf: dateUnsafe("2012-04-01") }))).toEqual({ u: "A", v: "Blocked" })
    expect(levels(gradeUnsafe(book, { ...inputs, asOf: dateUnsafe("2012-03-31") }))).toEqual({
      u: "NotGraded",
      v: "Blocked"
    })
  })
})

it("a gate can take a unit out of the grading, and then it takes no seat", () => {
  const book = plainWith({
    facts: [{ id: "merged", name: "已撤并", type: "flag" }],
    gates: [
      {
        id: "merged",
        name: "撤并的不定级",
        when: { fact: "merged", op: "=", value: true, ifUnknown: false },
        then: { notGraded: true }
      }
    ],
    quotas: [cap("A", 1)]
  })
  const grading = run(book, { u: 98, v: 97, w: 96 }, [flag("u", "merged", true)])
  expect(levels(grading)).toEqual({ u: "NotGraded", v: "A", w: "B" })
  expect(reasons(grading, "u")).toEqual(["InBand", "GateExcluded"])
})

describe("ties at the cut of a cap", () => {
  // Every total is 85: 90 + 80, 80 + 90 and 85 + 85 by two panels of equal weight.
  const half = { weight: 1, aggregate: { method: "mean" }, missing: "block" }
  const tied = (edit: object) =>
    plainWith({
      facts: [rate],
      panels: [
        { id: "p", name: "自评", ...half },
        { id: "q", name: "专家", ...half }
      ],
      bands: [{ level: "A", from: 80 }, ...plain.bands.slice(3)],
      quotas: [edit]
    })
  const rows: ReadonlyArray<readonly [string, number, number]> = [
    ["u", 90, 80],
    ["v", 80, 90],
    ["w", 85, 85]
  ]
  const inputs = {
    units: rows.map(([id]) => unit(id)),
    sheets: rows.flatMap(([id, p, q]) => [sheet(id, "p", "r", { c: p }), sheet(id, "q", "r", { c: q })]),
    facts: [number("u", "rate", "0.95"), number("v", "rate", "19/20"), number("w", "rate", "0.9499")]
  }
  const by = (edit: object) => gradeUnsafe(tied(edit), inputs)

  it("are broken by a declared fact and then by a panel's score", () => {
    const chain = ["rate", "score.panel.q"]
    const grading = by(cap("A", 1, "undetermined", chain))
    expect(levels(grading)).toEqual({ u: "B", v: "A", w: "B" })
    expect(["u", "w"].map((id) => decidingReason(outcomeOf(grading, id)))).toMatchObject([
      { _tag: "QuotaPushed", place: 2, tied: false, lastKept: exactUnsafe(85) },
      { _tag: "QuotaPushed", place: 3, tied: false, lastKept: exactUnsafe(85) }
    ])
    expect(levels(by(cap("A", 2, "undetermined", chain)))).toEqual({ u: "A", v: "A", w: "B" })
    expect(levels(by(cap("A", 1, "undetermined", ["score.panel.p"])))).toEqual({ u: "A", v: "B", w: "B" })
  })

  it("all fall where the book excludes the tied, and a seat stays empty", () => {
    const grading = by(cap("A", 1, "exclude", ["rate"]))
    expect(levels(grading)).toEqual({ u: "B", v: "B", w: "B" })
    expect(grading.quotas).toEqual([
      { kind: "cap", level: "A", seats: 1, candidates: 3, kept: 0, reserve: ["u", "v", "w"], isMet: true }
    ])
    expect(["u", "v", "w"].map((id) => decidingReason(outcomeOf(grading, id)))).toMatchObject([
      { _tag: "QuotaPushed", place: 1, tied: true },
      { _tag: "QuotaPushed", place: 1, tied: true },
      { _tag: "QuotaPushed", place: 3, tied: false }
    ])
  })

  it("all stay where the book includes the tied, and the cap is exceeded", () => {
    const grading = by(cap("A", 1, "include", ["rate"]))
    expect(levels(grading)).toEqual({ u: "A", v: "A", w: "B" })
    expect(grading.quotas).toEqual([
      { kind: "cap", level: "A", seats: 1, candidates: 3, kept: 2, reserve: ["w"], isMet: false }
    ])
    expect(decidingReason(outcomeOf(grading, "u"))).toMatchObject({
      _tag: "KeptByTie",
      seats: 1,
      kept: 2,
      total: exactUnsafe(85)
    })
  })

  it("stay undetermined where the book is silent; whoever is not tied falls", () => {
    const grading = by(cap("A", 1, "undetermined", ["rate"]))
    expect(levels(grading)).toEqual({ u: "Undetermined", v: "Undetermined", w: "B" })
    expect(decidingReason(outcomeOf(grading, "v"))).toMatchObject({
      _tag: "TiedAtQuota",
      seats: 1,
      tied: 2,
      total: exactUnsafe(85)
    })
  })

  it("place a unit without the fact behind those that have it", () => {
    const facts = [number("w", "rate", 0)]
    expect(levels(gradeUnsafe(tied(cap("A", 1, "undetermined", ["rate"])), { ...inputs, facts }))).toEqual({
      u: "B",
      v: "B",
      w: "A"
    })
  })

  it("do not matter where there are seats for all, or none", () => {
    for (const ties of ["exclude", "include", "undetermined"]) {
      expect(countLevels(by(cap("A", 3, ties)), ["A", "B"])).toEqual([3, 0])
      expect(countLevels(by(cap("A", 0, ties)), ["A", "B"])).toEqual([0, 3])
    }
  })
})

it("whoever falls under one cap counts under the next, whatever order the caps stand in", () => {
  const scores = { a: 95, b: 94, c: 93, d: 92, e: 91, f: 70 }
  for (const quotas of [
    [cap("A", 1), cap("B", 2)],
    [cap("B", 2), cap("A", 1)]
  ]) {
    const grading = run(plainWith({ quotas }), scores)
    expect(levels(grading)).toEqual({ a: "A", b: "B", c: "B", d: "C", e: "C", f: "C" })
    expect(grading.quotas).toEqual([
      { kind: "cap", level: "A", seats: 1, candidates: 5, kept: 1, reserve: ["b", "c", "d", "e"], isMet: true },
      { kind: "cap", level: "B", seats: 2, candidates: 4, kept: 2, reserve: ["d", "e"], isMet: true }
    ])
    expect(reasons(grading, "e")).toEqual(["InBand", "QuotaPushed", "QuotaPushed"])
    expect(outcomeOf(grading, "e").reasons.slice(1)).toMatchObject([
      { from: { id: "A" }, to: { id: "B" }, seats: 1, candidates: 5, place: 5, lastKept: exactUnsafe(95) },
      { from: { id: "B" }, to: { id: "C" }, seats: 2, candidates: 4, place: 4, lastKept: exactUnsafe(93) }
    ])
  }
})

describe("ranks", () => {
  const ranks = (grading: Grading) => grading.outcomes.map((one) => (one._tag === "Graded" ? one.rank : one._tag))

  it("are shared by equals, and the next counts everybody above", () => {
    expect(ranks(run(plainWith({}), { a: 85, b: 90, c: 95, d: "90.0", e: 0 }))).toEqual([4, 2, 1, 2, 5])
  })

  it("look at what decides: 89.996 and 90 are equals once they are rounded to two places", () => {
    const rounded = { rounding: { total: { mode: "halfExpand", digits: 2 } }, decideOn: "rounded" }
    expect(ranks(run(plainWith({}), { a: "89.996", b: 90, c: 80 }))).toEqual([2, 1, 3])
    expect(ranks(run(plainWith(rounded), { a: "89.996", b: 90, c: 80 }))).toEqual([1, 1, 3])
  })

  it("leave out who is not graded", () => {
    const bands = [{ level: "A", from: 80 }]
    expect(ranks(run(plainWith({ bands }), { a: 70, b: 90, c: 85 }))).toEqual(["Undetermined", 1, 2])
  })
})
