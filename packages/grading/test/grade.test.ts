import { dateUnsafe, exactUnsafe } from "@zhengyou/core"
import { countLevels, type GradingInputs, grade, InputsProblem } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plainWith, sound } from "./books.ts"
import { type Case, gradingCase, parsed } from "./generators.ts"
import { flag, gradeUnsafe, levelOf, number, outcomeOf, sheet, totalOf, unit } from "./support.ts"

describe("inputs that do not fit the book", () => {
  const grouped = { ...sound.panels[0], id: "staff", weight: 0, groups: [{ id: "leaders", name: "校领导", weight: 1 }] }
  const book = parsed({ ...sound, panels: [...sound.panels, grouped] })
  const award = { unit: "u1", adjustment: "honours", item: "市级先进", points: exactUnsafe(5) }
  const inputs: GradingInputs = {
    units: [unit("u1"), unit("u2"), unit("u1"), unit("__proto__")],
    sheets: [
      sheet("u1", "self", "r1", { work: 100, team: 50 }),
      sheet("u9", "self", "r1", { work: 0 }),
      sheet("u1", "jury", "r1", { work: 1 }),
      sheet("u1", "self", "r2", { work: "100.01", team: -1, style: 5 }),
      sheet("u1", "self", "r1", { work: 1 }),
      sheet("u2", "self", "__proto__", { work: 1 }),
      { ...sheet("u2", "staff", "r3", { work: 1 }), group: "guests" }
    ],
    facts: [
      flag("u1", "veto", false),
      flag("u9", "veto", false),
      number("u1", "size", 3),
      number("u1", "veto", 1),
      { unit: "u1", fact: "before", value: { _tag: "Level", value: "E" } },
      flag("u2", "rate", true),
      number("u1", "rate", 95)
    ],
    asOf: dateUnsafe("2013-01-01"),
    awards: [award, award, { ...award, adjustment: "penalties", points: exactUnsafe(-1) }]
  }
  const result = grade(book, inputs)
  const faults = Result.isFailure(result) ? result.failure.faults : []
  const declared = ["veto", "rate", "before"]
  const upTo = (most: number) => ({ _tag: "Numbers", from: exactUnsafe(0), to: exactUnsafe(most), whole: false })
  const expected =
    "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__"

  it("are refused with every fault at once, each where it stands", () => {
    expect(faults.map(({ path, problem }) => [path.join("."), problem])).toEqual([
      ["asOf", { _tag: "BookNotInForce", asOf: "2013-01-01", from: "2012-01-01", until: "2012-12-31" }],
      ["units.2.id", { _tag: "UnitTwice", unit: "u1", first: 0 }],
      ["units.3.id", { _tag: "NotAllowed", expected, found: '"__proto__"' }],
      ["sheets.1.unit", { _tag: "UnknownUnit", unit: "u9" }],
      ["sheets.2.panel", { _tag: "UnknownPanel", panel: "jury", known: ["self", "experts", "staff"] }],
      ["sheets.3.scores.work", { _tag: "MarkNotAllowed", criterion: "work", found: "100.01", allowed: upTo(100) }],
      ["sheets.3.scores.team", { _tag: "MarkNotAllowed", criterion: "team", found: "-1", allowed: upTo(50) }],
      [
        "sheets.3.scores.style",
        { _tag: "NotScoredByPanel", criterion: "style", panel: "self", allowed: ["work", "team"] }
      ],
      ["sheets.4", { _tag: "SheetTwice", unit: "u1", panel: "self", rater: "r1", first: 0 }],
      ["sheets.5.rater", { _tag: "NotAllowed", expected, found: '"__proto__"' }],
      ["sheets.6.group", { _tag: "UnknownGroup", group: "guests", panel: "staff", known: ["leaders"] }],
      ["facts.1.unit", { _tag: "UnknownUnit", unit: "u9" }],
      ["facts.2.fact", { _tag: "UndeclaredFact", fact: "size", known: declared }],
      ["facts.3", { _tag: "FactTwice", unit: "u1", fact: "veto", first: 0 }],
      ["facts.3.value", { _tag: "FactOfOtherType", fact: "veto", type: "flag", found: "1" }],
      ["facts.4.value", { _tag: "UnknownLevelFact", fact: "before", found: "E", known: ["A", "B", "C", "D"] }],
      ["facts.5.value", { _tag: "FactOfOtherType", fact: "rate", type: "number", found: "true" }],
      ["facts.6.value", { _tag: "FactOutOfRange", fact: "rate", found: "95", maximum: "1" }],
      ["awards.1", { _tag: "AwardTwice", unit: "u1", adjustment: "honours", item: "市级先进", first: 0 }],
      ["awards.2.adjustment", { _tag: "UnknownAdjustment", adjustment: "penalties", known: ["honours"] }],
      ["awards.2.points", { _tag: "NotAllowed", expected: "a number of at least 0", found: "-1" }]
    ])
  })

  it("leave out no problem that inputs can have", () => {
    const tags = new Set(faults.map(({ problem }) => problem._tag))
    expect(Object.keys(InputsProblem.cases).filter((tag) => !tags.has(tag as InputsProblem["_tag"]))).toEqual([])
  })

  it("include ids that no store could keep", () => {
    for (const id of ["", " u", "u\n", "x".repeat(121), "\ud800"]) {
      const refused = grade(parsed(sound), { units: [unit(id)], sheets: [], facts: [] })
      expect(Result.isFailure(refused) && refused.failure.faults).toMatchObject([
        { path: ["units", 0, "id"], problem: { _tag: "NotAllowed" } }
      ])
    }
  })
})

describe("names", () => {
  const awkward = [
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "toJSON",
    "__defineGetter__",
    "0",
    "u.v",
    "得分",
    "x\u2028y"
  ]
  const renaming = fc.shuffledSubarray(awkward, { minLength: awkward.length })

  /** The same case under other names; what was `c0` takes the first name, and so on. */
  const renamed = (made: Case, names: ReadonlyArray<string>): Case => {
    const name = (id: string) => names[Number(id.slice(1))] ?? id
    return {
      book: {
        ...made.book,
        criteria: made.book.criteria.map((one) => ({ ...one, id: name(one.id) })),
        panels: made.book.panels.map((one) => ({ ...one, id: name(one.id) }))
      },
      units: made.units.map(name),
      sheets: made.sheets.map(({ unit: of, panel, rater, scores }) => ({
        unit: name(of),
        panel: name(panel),
        rater: name(rater),
        scores: Object.fromEntries(Object.entries(scores).map(([id, score]) => [name(id), score]))
      }))
    }
  }

  it("mean nothing: units, raters, panels and criteria may be called what every object inherits", () => {
    fc.assert(
      fc.property(
        gradingCase({ min: 1, max: 3 }),
        renaming,
        fc.constantFrom("zero", "exclude"),
        fc.nat(3),
        (made, names, missing, drop) => {
          const lenient = <A extends object>(items: ReadonlyArray<A>) => items.map((one) => ({ ...one, missing }))
          const run = ({ book, units, sheets }: Case) => {
            const { criteria, panels } = book
            const open = parsed({ ...book, criteria: lenient(criteria), panels: lenient(panels) })
            // Some sheets have no scores, so that a name is looked up where there is none.
            return gradeUnsafe(open, {
              units: units.map(unit),
              sheets: sheets.map((one, i) => (i % 4 === drop ? { ...one, scores: {} } : one)),
              facts: []
            })
          }
          const other = renamed(made, names)
          const [before, after] = [run(made), run(other)]
          expect(other.units.map((id) => totalOf(after, id))).toEqual(made.units.map((id) => totalOf(before, id)))
        }
      )
    )
  })

  it("of criteria may hold a line separator, and a gate still finds the score", () => {
    const id = "x\u2028y"
    const gate = {
      id: "g",
      name: "g",
      when: { fact: `score.criterion.${id}`, op: ">=", value: 0 },
      then: { atMost: "C" }
    }
    const book = plainWith({ criteria: [{ id, name: "c", maximum: 100, missing: "block" }], gates: [gate] })
    const grading = gradeUnsafe(book, { units: [unit("u")], sheets: [sheet("u", "p", "r", { [id]: 95 })], facts: [] })
    expect(levelOf(grading, "u")).toBe("C")
  })

  it("of criteria may be as long as a text can be, and a gate still cites the score", () => {
    const name = "长".repeat(2000)
    const gate = { id: "g", name: "g", when: { fact: "score.criterion.c", op: ">", value: 1 }, then: { atMost: "B" } }
    const book = plainWith({ criteria: [{ id: "c", name, maximum: 100, missing: "block" }], gates: [gate] })
    const grading = gradeUnsafe(book, { units: [unit("u")], sheets: [sheet("u", "p", "r", { c: 95 })], facts: [] })
    expect(outcomeOf(grading, "u").reasons.at(-1)).toMatchObject({
      _tag: "GateLowered",
      cited: [{ found: { value: exactUnsafe(95) } }]
    })
  })
})

describe("a round of 2,000 units, 13 raters and 5 criteria", () => {
  const criteria = Array.from({ length: 5 }, (_, i) => ({ id: `c${i}`, name: `c${i}`, maximum: 20, missing: "block" }))
  const book = plainWith({
    criteria,
    panels: [
      {
        id: "p",
        name: "p",
        weight: 1,
        aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 5 },
        missing: "block"
      }
    ],
    bands: [{ level: "A", from: 0 }],
    quotas: [{ kind: "cap", level: "A", seats: { count: 500 }, ties: "exclude" }]
  })
  const ids = Array.from({ length: 2000 }, (_, i) => `u${i}`)
  // Unit i scores i hundredths of a mark on each criterion; the outermost raters are trimmed away.
  const mark = (i: number, rater: number) => (rater === 0 ? 0 : rater === 12 ? 20 : `${i}/100`)
  const sheets = ids.flatMap((id, i) =>
    Array.from({ length: 13 }, (_, r) =>
      sheet(id, "p", `r${r}`, Object.fromEntries(criteria.map((one) => [one.id, mark(i, r)])))
    )
  )
  const grading = gradeUnsafe(book, { units: ids.map(unit), sheets, facts: [] })

  it("comes out as it was put in", () => {
    expect(countLevels(grading, ["A", "B"])).toEqual([500, 1500])
    expect([levelOf(grading, "u1500"), levelOf(grading, "u1499")]).toEqual(["A", "B"])
    expect([totalOf(grading, "u1999"), totalOf(grading, "u1")]).toEqual(["99.95", "0.05"])
    expect(outcomeOf(grading, "u0").reasons.at(-1)).toMatchObject({ _tag: "QuotaPushed", place: 2000 })
  })
})
