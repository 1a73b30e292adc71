import { ordinary } from "../books.ts"
import { type GradingMutant, mutant } from "./Mutant.ts"

const [self, experts] = ordinary.panels
const [work, team] = ordinary.criteria
const panelScores = "internal/panelScores.ts"
const scoreUnit = "internal/scoreUnit.ts"
const thirds = [
  { ...self, weight: "1/3" },
  { ...experts, weight: "2/3" }
]
const meanOf = "return dividedByUnsafe(sum(parts.map(({ weight, score }) => times(weight, score))), weights)"
const honours = { id: "honours", name: "加分", kind: "bonus", on: { total: true }, cap: 5 }

/** Faults on the way from marks to a total. */
export const scoringMutants: ReadonlyArray<GradingMutant> = [
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
    "trims before it recuses",
    "recusal",
    {
      file: panelScores,
      from: "const own = panel.recuse === undefined ? given : given.filter((sheet) => !isRecused(sheet))",
      to: `const worth = (sheet: Sheet) => Object.values(sheet.scores).reduce((so, x) => so + (typeof x === "string" ? 0 : Number(x.n) / Number(x.d)), 0)
           const kept = "dropHighest" in panel.aggregate && given.length > panel.aggregate.onlyAbove
             ? given.toSorted((a, b) => worth(a) - worth(b)).slice(panel.aggregate.dropLowest, given.length - panel.aggregate.dropHighest)
             : given
           const own = panel.recuse === undefined ? kept : kept.filter((sheet) => !isRecused(sheet))`
    },
    { panels: [self, { ...experts, recuse: "ownUnit" }] }
  ),
  mutant(
    "recuses nobody",
    "recusal",
    {
      file: panelScores,
      from: "const own = panel.recuse === undefined ? given : given.filter((sheet) => !isRecused(sheet))",
      to: "const own = given"
    },
    { panels: [self, { ...experts, recuse: "ownUnit" }] }
  ),
  mutant(
    "counts void sheets",
    "void-sheets",
    { file: panelScores, from: "sheets: read.filter((sheet) => !sheet.void),", to: "sheets: read," },
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
  mutant(
    "counts a panel whose weight is 0",
    "zero-weight",
    {
      file: scoreUnit,
      from: "return score === undefined ? [] : [{ weight, score }]",
      to: "return score === undefined ? [] : [{ weight: weight.n === 0n ? { n: 1n, d: 1n } : weight, score }]"
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
    {
      file: "Aggregator.ts",
      from: "return { lowest: outer, highest: outer }",
      to: "return { lowest: outer, highest: scores - 1 - outer }"
    },
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
  )
]
