import { ConditionProblem, type Fault, type Path } from "@zhengyou/core"
import { BookProblem, parseRuleBook, RuleBook, type RuleBookProblem } from "@zhengyou/grading"
import { Equal, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { faultsIn, sound, withGate, withItem } from "./books.ts"
import { gradingCase } from "./generators.ts"

interface Spoilt {
  readonly edit: object
  readonly path: Path
  readonly problem: RuleBookProblem
}

const [work, team] = sound.criteria
const [self, experts] = sound.panels
const [a, b, c, d] = sound.ladder
const [top, second, third, lowest] = sound.bands
const [veto, rate, before] = sound.facts
const [gate] = sound.gates
const [cap] = sound.caps

const levels = ["A", "B", "C", "D"]
const ofUnit = ["unit.id", "unit.type", "unit.parent", "unit.founded", "unit.age.months"]
const ofScores = [
  "score.total",
  "score.criterion.work",
  "score.criterion.team",
  "score.panel.self",
  "score.panel.experts"
]
const allFacts = ["veto", "rate", "before", ...ofUnit, ...ofScores]

const doubled = (list: string, edit: object, at: number, id: string, key = "id"): Spoilt => ({
  edit,
  path: [list, at, key],
  problem: { _tag: "DuplicateId", id, first: `${list}[0]` }
})

/** Small edits of a sound book, each with the one fault that it brings. */
const spoilt: ReadonlyArray<Spoilt> = [
  doubled("ladder", { ladder: [a, a, b, c, d] }, 1, "A"),
  doubled("criteria", { criteria: [work, team, work], fullMarks: 160 }, 2, "work"),
  doubled("panels", { panels: [self, experts, { ...experts, id: "self" }] }, 2, "self"),
  doubled("facts", { facts: [veto, rate, before, veto] }, 3, "veto"),
  doubled("gates", { gates: [gate, gate] }, 1, "veto"),
  doubled("eligibility", { eligibility: [...sound.eligibility, ...sound.eligibility] }, 1, "branch"),
  doubled("caps", { caps: [cap, cap] }, 1, "A", "level"),
  {
    edit: { facts: [veto, rate, before, { id: "score.mine", name: "x", type: "number" }] },
    path: ["facts", 3, "id"],
    problem: { _tag: "ReservedName", id: "score.mine" }
  },
  {
    edit: { bands: [top, second, { ...third, level: "E" }, lowest] },
    path: ["bands", 2, "level"],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { gates: [{ ...gate, when: { not: { fact: "before", op: "in", value: ["A", "E"] } } }] },
    path: ["gates", 0, "when", "not", "value", 1],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { gates: [{ ...gate, then: { atMost: "E" } }] },
    path: ["gates", 0, "then", "atMost"],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { caps: [{ ...cap, level: "E" }] },
    path: ["caps", 0, "level"],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { panels: [self, { ...experts, criteria: ["work", "style", "team"] }] },
    path: ["panels", 1, "criteria", 1],
    problem: { _tag: "UnknownCriterion", criterion: "style", known: ["work", "team"] }
  },
  {
    edit: { fullMarks: "100.5" },
    path: ["fullMarks"],
    problem: { _tag: "MarksDiffer", stated: "100.5", computed: "100" }
  },
  {
    edit: {
      panels: [
        { ...self, weight: 0 },
        { ...experts, criteria: ["work"] }
      ]
    },
    path: ["criteria", 1],
    problem: { _tag: "Unscored", criterion: "team" }
  },
  {
    edit: { panels: [self, { ...experts, aggregate: { ...experts?.aggregate, dropHighest: 5 } }] },
    path: ["panels", 1, "aggregate"],
    problem: { _tag: "TrimsTooMuch", drops: 6, onlyAbove: 5 }
  },
  { edit: { decideOn: "rounded", rounding: {} }, path: ["decideOn"], problem: { _tag: "NoTotalRounding" } },
  {
    edit: { bands: [{ ...top, from: "100.01" }, second, third, lowest] },
    path: ["bands", 0, "from"],
    problem: { _tag: "BandUnreachable", from: "100.01", fullMarks: "100" }
  },
  {
    edit: { bands: [top, { ...second, level: "C" }, third, lowest] },
    path: ["bands", 2, "level"],
    problem: { _tag: "BandOrder", level: "C" }
  },
  {
    edit: { bands: [top, { ...second, from: 90 }, third, lowest] },
    path: ["bands", 1, "from"],
    problem: { _tag: "BandNotLower", from: "90", above: "90" }
  },
  {
    edit: { convertTo: 50, bands: [{ ...top, from: 51 }, { ...lowest }] },
    path: ["bands", 0, "from"],
    problem: { _tag: "BandUnreachable", from: "51", fullMarks: "50" }
  },
  {
    edit: { caps: [cap, { ...cap, level: "D" }] },
    path: ["caps", 1, "level"],
    problem: { _tag: "CapOnLowest", level: "D" }
  },
  {
    edit: { caps: [{ ...cap, tieBreak: ["rate", "veto"] }] },
    path: ["caps", 0, "tieBreak", 1],
    problem: { _tag: "UnknownFact", fact: "veto", known: ["rate", "unit.age.months", ...ofScores] }
  },
  {
    edit: withGate({ all: [{ fact: "veto", op: "=", value: true }, { not: { fact: "size", op: "=", value: 1 } }] }),
    path: ["gates", 0, "when", "all", 1, "not", "fact"],
    problem: { _tag: "UnknownFact", fact: "size", known: allFacts }
  },
  {
    edit: { eligibility: [{ id: "e", name: "e", require: { fact: "score.total", op: ">", value: 1 } }] },
    path: ["eligibility", 0, "require", "fact"],
    problem: { _tag: "UnknownFact", fact: "score.total", known: ["veto", "rate", "before", ...ofUnit] }
  },
  {
    edit: withGate({ fact: "rate", op: "<", value: "high" }),
    path: ["gates", 0, "when", "value"],
    problem: { _tag: "ValueDoesNotFit", fact: "rate", type: "number", found: '"high"' }
  },
  {
    edit: withGate({ any: [{ fact: "rate", op: "=", value: [1, 2] }] }),
    path: ["gates", 0, "when", "any", 0, "value"],
    problem: { _tag: "ValueDoesNotFit", fact: "rate", type: "number", found: "[1,2]" }
  },
  {
    edit: withGate({ fact: "veto", op: "<", value: true }),
    path: ["gates", 0, "when", "op"],
    problem: { _tag: "OperatorDoesNotFit", op: "<", type: "flag", allowed: ["=", "!="] }
  }
]

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
        const edited = Object.assign({}, sound, ...chosen.map((one) => one.edit))
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

  it("fills in what a book may leave out: weight 1, one rater, no facts, gates or caps", () => {
    const { facts: _f, eligibility: _e, gates: _g, caps: _c, ...rest } = sound
    const plain = {
      ...rest,
      criteria: withItem(sound.criteria, 0, { id: "work", name: "w", maximum: 60, missing: "zero" })
    }
    const book = Result.getOrThrow(parseRuleBook(plain))
    expect(book).toMatchObject({ facts: [], eligibility: [], gates: [], caps: [] })
    expect([book.criteria[0].weight, book.panels[0].minimumRaters]).toEqual([{ n: 1n, d: 1n }, 1])
  })
})
