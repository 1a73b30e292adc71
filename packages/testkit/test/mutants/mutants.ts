import type { Engine } from "@zhengyou/testkit"
import { ordinary } from "../books.ts"
import { engineWith, type Substitution } from "./engineWith.ts"
import {
  evenSeatsLost,
  lowestSeated,
  oneSeatLess,
  oneSeatMore,
  outsidersRanked,
  percentWeights,
  tiesByName
} from "./wrapped.ts"

/** A fault put into the engine, the book on which it shows, and the law that finds it. */
export interface Mutant {
  readonly name: string
  readonly engine: () => Promise<Engine>
  /** What the ordinary book has otherwise, so that the fault can show. */
  readonly book: object
  readonly killedBy: string
}

const [self, experts] = ordinary.panels
const [work, team] = ordinary.criteria

const mutant = (name: string, killedBy: string, change: Substitution, book: object = {}): Mutant => ({
  name,
  killedBy,
  book,
  engine: () => engineWith(change)
})

const panelScores = "internal/panelScores.ts"
const scoreUnit = "internal/scoreUnit.ts"
const placeUnit = "internal/placeUnit.ts"
const thirds = [
  { ...self, weight: "1/3" },
  { ...experts, weight: "2/3" }
]
const meanOf = "return dividedByUnsafe(sum(parts.map(({ weight, score }) => times(weight, score))), weights)"
const honours = { id: "honours", name: "加分", kind: "bonus", on: { total: true }, cap: 5 }

export const mutants: ReadonlyArray<Mutant> = [
  mutant(
    "means in floating point",
    "total-by-definition",
    {
      file: panelScores,
      from: meanOf,
      to: `const exact = dividedByUnsafe(sum(parts.map(({ weight, score }) => times(weight, score))), weights)
           return { n: BigInt(Math.round((Number(exact.n) / Number(exact.d)) * 2 ** 40)), d: 2n ** 40n }`
    },
    { panels: thirds }
  ),
  mutant("> for >= at the bound of a band", "bound-included", {
    file: "Band.ts",
    from: "compareExact(total, band.from) >= 0",
    to: "compareExact(total, band.from) > 0"
  }),
  mutant(
    "an excluded criterion counts nought in the total",
    "missing-is-not-zero",
    {
      file: panelScores,
      from: 'if (score === undefined && leaf.criterion.missing === "exclude") continue',
      to: ""
    },
    {
      criteria: [work, { ...team, missing: "exclude" }],
      panels: [{ ...self, missing: "exclude" }]
    }
  ),
  mutant(
    "a panel that has not scored counts nought",
    "missing-is-not-zero",
    {
      file: panelScores,
      from: `return { ...base, counted: 0, missing: panel.missing, ...(panel.missing === "zero" ? { score: zero } : {}) }
}

/** A panel's score of one item. */`,
      to: `return { ...base, counted: 0, missing: panel.missing, score: zero }
}

/** A panel's score of one item. */`
    },
    {
      criteria: [work, { ...team, missing: "exclude" }],
      panels: [{ ...self, missing: "exclude" }]
    }
  ),
  mutant(
    "a cap's share is of all units instead of the eligible ones",
    "seats-counted",
    {
      file: "internal/settleRound.ts",
      from: "isEligible: (row) => stood[row]?.eligible === true,",
      to: "isEligible: () => true,"
    },
    {
      quotas: [{ kind: "cap", level: "A", seats: { share: "1/2", of: "eligible", rounding: "ceil" }, ties: "exclude" }],
      eligibility: [{ id: "rate", name: "满意率", require: { fact: "rate", op: ">=", value: "0.6" } }]
    }
  ),
  mutant(
    "trims before it recuses",
    "recusal",
    {
      file: panelScores,
      from: "const own = panel.recuse === undefined ? given : given.filter((sheet) => sheet.raterUnit !== unit)",
      to: `const worth = (sheet: Sheet) => Object.values(sheet.scores).reduce((so, x) => so + (typeof x === "string" ? 0 : Number(x.n) / Number(x.d)), 0)
           const kept = "dropHighest" in panel.aggregate && given.length > panel.aggregate.onlyAbove
             ? given.toSorted((a, b) => worth(a) - worth(b)).slice(panel.aggregate.dropLowest, given.length - panel.aggregate.dropHighest)
             : given
           const own = panel.recuse === undefined ? kept : kept.filter((sheet) => sheet.raterUnit !== unit)`
    },
    { panels: [self, { ...experts, recuse: "ownUnit" }] }
  ),
  mutant(
    "recuses nobody",
    "recusal",
    {
      file: panelScores,
      from: "const own = panel.recuse === undefined ? given : given.filter((sheet) => sheet.raterUnit !== unit)",
      to: "const own = given"
    },
    { panels: [self, { ...experts, recuse: "ownUnit" }] }
  ),
  mutant(
    "counts void sheets",
    "void-sheets",
    { file: panelScores, from: "const sheets = read.filter((sheet) => !sheet.void)", to: "const sheets = read" },
    { panels: [self, { ...experts, voids: ["allEqual"] }] }
  ),
  mutant(
    "rounds the total twice",
    "total-by-definition",
    {
      file: scoreUnit,
      from: "rounded(exact, book.rounding.total)",
      to: `rounded(rounded(exact, { mode: "halfExpand", digits: 2 }), book.rounding.total)`
    },
    { decideOn: "rounded", rounding: { total: { mode: "halfExpand", digits: 1 } } }
  ),
  mutant(
    "decides on the exact total where the rounded one is to decide",
    "bound-included",
    { file: scoreUnit, from: `book.decideOn === "rounded"`, to: `book.decideOn !== "rounded"` },
    { decideOn: "rounded", rounding: { total: { mode: "halfExpand", digits: 1 } } }
  ),
  {
    name: "breaks ties by name, seen beside each other",
    killedBy: "ties-alike",
    book: { gates: [] },
    engine: async () => tiesByName
  },
  {
    name: "breaks ties by name, seen under other names",
    killedBy: "names",
    book: { gates: [] },
    engine: async () => tiesByName
  },
  { name: "gives a cap one seat more", killedBy: "caps-hold", book: { gates: [] }, engine: async () => oneSeatMore },
  {
    name: "reads weights as whole per cent",
    killedBy: "save-and-load",
    book: { panels: thirds },
    engine: async () => percentWeights
  },
  mutant("forgets the first gate", "veto-dominance", {
    file: placeUnit,
    from: "return asked.reduce<Placed>",
    to: "return asked.slice(1).reduce<Placed>"
  }),
  mutant("takes an unknown fact for false", "unknown-waits", {
    file: placeUnit,
    from: "if (verdict.holds === undefined) return missingFacts(gate.rule, verdict)",
    to: "if (verdict.holds === undefined) return []"
  }),
  mutant(
    "lets the recognised past the gates",
    "veto-dominance",
    {
      file: "internal/standUnit.ts",
      from: "standing: gated(book, recognised, rules) }",
      to: "standing: recognised }"
    },
    {
      recognitions: [
        { id: "all", name: "全部满意", when: { fact: "rate", op: "=", value: 1 }, level: "A", takesSeat: true }
      ]
    }
  ),
  mutant(
    "counts a panel whose weight is 0",
    "zero-weight",
    {
      file: scoreUnit,
      from: "return given === undefined ? [] : [{ weight: panel.weight, score: given }]",
      to: "return given === undefined ? [] : [{ weight: panel.weight.n === 0n ? { n: 1n, d: 1n } : panel.weight, score: given }]"
    },
    { panels: [{ ...self, weight: 0, missing: "exclude" }, experts] }
  ),
  mutant(
    "does not normalise weights below 1",
    "weight-homogeneity",
    {
      file: panelScores,
      from: meanOf,
      to: `const all = sum(parts.map(({ weight, score }) => times(weight, score)))
         return weights.n < weights.d ? all : dividedByUnsafe(all, weights)`
    },
    {
      panels: [
        { ...self, weight: "0.2" },
        { ...experts, weight: "0.3" }
      ]
    }
  ),
  mutant(
    "takes the lower of the two middle scores for the median",
    "total-by-definition",
    { file: "Aggregator.ts", from: "Math.ceil(middle) + 1", to: "Math.floor(middle) + 1" },
    { panels: [{ ...self, aggregate: { method: "median" } }] }
  ),
  mutant("trims at the number of scores, not only above it", "trims-only-above", {
    file: "Aggregator.ts",
    from: "scores <= aggregate.onlyAbove",
    to: "scores < aggregate.onlyAbove"
  }),
  mutant(
    "takes noughts for marks that are missing",
    "monotone",
    {
      file: panelScores,
      from: "undefined : byGroup(panel, given)",
      to: "undefined : byGroup(panel, given.filter(({ score }) => score.n > 0n))"
    },
    { panels: [{ ...self, missing: "zero" }] }
  ),
  mutant(
    "ignores the cap of an adjustment",
    "adjustment-cap",
    {
      file: "Adjustment.ts",
      from: "compareExact(given, cap) > 0 ? cap : given",
      to: "compareExact(given, cap) > 0 ? given : given"
    },
    { adjustments: [honours] }
  ),
  mutant(
    "takes the last award for the highest",
    "row-order",
    { file: "Adjustment.ts", from: "points.toSorted(compareExact).at(-1)", to: "points.at(-1)" },
    { adjustments: [{ ...honours, highestOnly: true }] }
  ),
  mutant("shows a total on the other side of a bound", "one-comparison", {
    file: scoreUnit,
    from: "formatBeside(decided, bounds,",
    to: "formatBeside(decided, [],"
  }),
  mutant(
    "numbers ranks densely whatever the book says",
    "ranks",
    {
      file: "internal/settleRound.ts",
      from: `ranking === "dense" ? ranks.size + 1 : sorted.length - i`,
      to: "ranks.size + 1"
    },
    { gates: [] }
  ),
  mutant(
    "rounds every share of seats up",
    "seats-counted",
    { file: "Quota.ts", from: "mode: seats.rounding", to: `mode: "ceil"` },
    { quotas: [{ kind: "cap", level: "A", seats: { share: "0.3", of: "all", rounding: "floor" }, ties: "exclude" }] }
  ),
  mutant(
    "tells the distance to the bound, not to what rounds up to it",
    "why-not-flips",
    {
      file: "answers/whyNot.ts",
      from: "const short = lackOf(threshold, total)",
      to: "const short = lackOf({ ...threshold, at: band.from }, total)"
    },
    { decideOn: "rounded", rounding: { total: { mode: "halfExpand", digits: 1 } } }
  ),
  mutant("leaves the seed out of the receipt", "replay", {
    file: "internal/receiptOf.ts",
    from: "lotSeed: inputs.lotSeed ?? null",
    to: "lotSeed: null"
  }),
  mutant(
    "takes a rule of eligibility for met where it is not known",
    "level-by-definition",
    {
      file: placeUnit,
      from: "const open = asked.flatMap(({ rule, verdict }) => (verdict.holds === undefined ? missingFacts(rule, verdict) : []))",
      to: "const open: ReadonlyArray<GradingReason> = []"
    },
    { gates: [], eligibility: [{ id: "rate", name: "满意率", require: { fact: "rate", op: ">=", value: "0.6" } }] }
  ),
  mutant("leaves a gap above five points of a band", "bands-in-order", {
    file: "Band.ts",
    from: "compareExact(total, band.from) >= 0",
    to: "compareExact(total, band.from) >= 0 && compareExact(total, { n: band.from.n + 5n * band.from.d, d: band.from.d }) < 0"
  }),
  mutant("says that a gate lowered to where the unit was", "reasons-lead", {
    file: placeUnit,
    from: "to: levelNamed(book.ladder, level),",
    to: "to: levelNamed(book.ladder, placed.level),"
  }),
  mutant(
    "takes weights as they stand",
    "unanimity",
    {
      file: panelScores,
      from: meanOf,
      to: "return sum(parts.map(({ weight, score }) => times(weight, score)))"
    },
    {
      panels: [
        { ...self, weight: "0.2" },
        { ...experts, weight: "0.3" }
      ]
    }
  ),
  mutant("forgets weights in what could be earned", "scale-invariance", {
    file: panelScores,
    from: "possible = plus(possible, times(leaf.factor, leaf.criterion.maximum))",
    to: "possible = plus(possible, leaf.criterion.maximum)"
  }),
  mutant(
    "lets the panel with more than half of the weight decide alone",
    "continuity",
    {
      file: panelScores,
      from: meanOf,
      to: `const major = parts.find(({ weight }) => weight.n * 2n * weights.d > weights.n * weight.d)
         return major === undefined ? dividedByUnsafe(sum(parts.map(({ weight, score }) => times(weight, score))), weights) : major.score`
    },
    {
      panels: [
        { ...self, weight: "0.5" },
        { ...experts, weight: "0.5" }
      ]
    }
  ),
  mutant("counts the first panel twice", "book-order", {
    file: panelScores,
    from: meanOf,
    to: `const twice = [...parts.slice(0, 1), ...parts]
         return dividedByUnsafe(sum(twice.map(({ weight, score }) => times(weight, score))), sum(twice.map(({ weight }) => weight)))`
  }),
  mutant("gives every unit the sheets of the first", "independence", {
    file: "internal/standUnit.ts",
    from: "sheets: sheets.get(unit.id) ?? [],",
    to: `sheets: sheets.get(inputs.units[0]?.id ?? "") ?? [],`
  }),
  mutant(
    "gives full marks where marks are missing and nought is meant",
    "absence-never-helps",
    {
      file: scoreUnit,
      from: `return { ...base, missing, ...(missing === "zero" ? { score: adjust(zero) } : {}) }`,
      to: `return { ...base, missing, ...(missing === "zero" ? { score: adjust(leaf.criterion.maximum) } : {}) }`
    },
    {
      criteria: [work, { ...team, missing: "zero" }],
      panels: [{ ...self, missing: "exclude" }]
    }
  ),
  mutant(
    "turns every gate round",
    "benefits-help",
    {
      file: placeUnit,
      from: "const ceiling = verdict.holds === true ?",
      to: "const ceiling = verdict.holds !== true ?"
    },
    { gates: ordinary.gates.slice(0, 1) }
  ),
  {
    name: "leaves a seat of every cap empty",
    killedBy: "seats-filled",
    book: { gates: [] },
    engine: async () => oneSeatLess
  },
  { name: "seats who has less", killedBy: "caps-by-total", book: { gates: [] }, engine: async () => lowestSeated },
  {
    name: "loses the seats of a cap with an even number",
    killedBy: "more-seats",
    book: { gates: [] },
    engine: async () => evenSeatsLost
  },
  {
    name: "ranks behind units that are not graded",
    killedBy: "ineligible-aside",
    book: {},
    engine: async () => outsidersRanked
  }
]
