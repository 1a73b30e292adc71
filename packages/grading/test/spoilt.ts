import type { Path } from "@zhengyou/core"
import type { RuleBookProblem } from "@zhengyou/grading"
import { sound, withGate } from "./books.ts"

/** An edit of a sound book, and the one fault that it brings. */
export interface Spoilt {
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
const [award] = sound.adjustments
const [cap] = sound.quotas

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
export const spoilt: ReadonlyArray<Spoilt> = [
  doubled("ladder", { ladder: [a, a, b, c, d] }, 1, "A"),
  doubled("criteria", { criteria: [work, team, work], fullMarks: 160 }, 2, "work"),
  doubled("panels", { panels: [self, experts, { ...experts, id: "self" }] }, 2, "self"),
  doubled("facts", { facts: [veto, rate, before, veto] }, 3, "veto"),
  doubled("gates", { gates: [gate, gate] }, 1, "veto"),
  doubled("eligibility", { eligibility: [...sound.eligibility, ...sound.eligibility] }, 1, "branch"),
  doubled("quotas", { quotas: [cap, cap] }, 1, "A", "level"),
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
    edit: { valid: { from: "2012-01-01", until: "2011-12-31" } },
    path: ["valid", "until"],
    problem: { _tag: "ValidityEndsFirst", from: "2012-01-01", until: "2011-12-31" }
  },
  {
    edit: { facts: [{ ...veto, maximum: 1 }, rate, before] },
    path: ["facts", 0],
    problem: { _tag: "BoundsOfNoNumber", fact: "veto" }
  },
  {
    edit: { gates: [{ ...gate, then: { atMost: "E" } }] },
    path: ["gates", 0, "then", "atMost"],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { quotas: [{ ...cap, level: "E" }] },
    path: ["quotas", 0, "level"],
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
    problem: { _tag: "TrimsTooMuch", scores: 6 }
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
    edit: { quotas: [cap, { ...cap, level: "D" }] },
    path: ["quotas", 1, "level"],
    problem: { _tag: "CapOnLowest", level: "D" }
  },
  {
    edit: { quotas: [cap, { kind: "floor", level: "A", seats: { count: 1 }, ties: "exclude" }] },
    path: ["quotas", 1, "level"],
    problem: { _tag: "FloorOnBest", level: "A" }
  },
  {
    edit: { gates: [{ ...gate, then: { notAbove: "rate" } }] },
    path: ["gates", 0, "then", "notAbove"],
    problem: { _tag: "NotALevelFact", fact: "rate", known: ["before"] }
  },
  {
    edit: { recognitions: [{ ...sound.recognitions[0], level: "E" }] },
    path: ["recognitions", 0, "level"],
    problem: { _tag: "UnknownLevel", level: "E", known: levels }
  },
  {
    edit: { panels: [{ ...self, per: "sheet" }, experts] },
    path: ["panels", 0, "per"],
    problem: { _tag: "SheetsNeedPanels" }
  },
  {
    edit: { combine: "panels", adjustments: [{ ...award, on: { criterion: "work" } }] },
    path: ["adjustments", 0, "on", "criterion"],
    problem: { _tag: "AdjustsCriterion", criterion: "work" }
  },
  {
    edit: { criteria: [work, { ...team, scoring: { kind: "letters", letters: [{ label: "A", share: "1.01" }] } }] },
    path: ["criteria", 1, "scoring", "letters", 0, "share"],
    problem: { _tag: "PointsAboveMaximum", points: "50.5", maximum: "50" }
  },
  {
    edit: {
      criteria: [
        work,
        { ...team, scoring: { kind: "rate", below: 0, steps: [80, 80].map((from) => ({ from, points: 50 })) } }
      ]
    },
    path: ["criteria", 1, "scoring", "steps", 1, "from"],
    problem: { _tag: "StepsNotLower", from: "80", above: "80" }
  },
  {
    edit: { quotas: [{ ...cap, tieBreak: ["rate", "veto"] }] },
    path: ["quotas", 0, "tieBreak", 1],
    problem: { _tag: "NotANumberFact", fact: "veto", known: ["rate", "unit.age.months", ...ofScores] }
  },
  {
    edit: { quotas: [{ ...cap, tieBreak: ["speed"] }] },
    path: ["quotas", 0, "tieBreak", 0],
    problem: { _tag: "UnknownFact", fact: "speed", known: ["rate", "unit.age.months", ...ofScores] }
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
