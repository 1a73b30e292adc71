import { exactUnsafe } from "@zhengyou/core"
import type { Formula } from "@zhengyou/satisfaction"
import type { SatisfactionEngine } from "@zhengyou/testkit/satisfaction"
import { engineWith, type Substitution } from "../engineWith.ts"
import type { Mutant } from "../provedByFaults.ts"
import { satisfiedOnly } from "./rules.ts"

type SatisfactionMutant = Mutant<SatisfactionEngine, Partial<Formula>>

/** A fault that is one change of the engine's source; its rules are what the ordinary formula has otherwise. */
const mutant = (
  name: string,
  killedBy: string,
  change: Substitution,
  rules: Partial<Formula> = {}
): SatisfactionMutant => ({ name, killedBy, rules, engine: () => engineWith("satisfaction", change) })

const definition: ReadonlyArray<SatisfactionMutant> = [
  mutant(
    "divides by the people due in the place of the ballots issued",
    "rate-by-definition",
    {
      file: "measure.ts",
      from: 'formula.base === "issued" || formula.base === "due" ? counts[formula.base] : undefined',
      to: 'formula.base === "issued" || formula.base === "due" ? counts.due : undefined'
    },
    { base: "issued" }
  ),
  mutant(
    "trims one answer too few",
    "rate-by-definition",
    {
      file: "internal/groupFigure.ts",
      from: "const kept = trimmedBy(worths, trimmed)",
      to: "const kept = trimmedBy(worths, Math.max(0, trimmed - 1))"
    },
    { trim: { share: exactUnsafe("0.2"), mode: "ceil", moreThan: 2 } }
  ),
  mutant(
    "rounds the total before it is weighed",
    "rate-by-definition",
    {
      file: "measure.ts",
      from: "rate: roundedPercent(rate, formula.rounding.question)",
      to: "rate: roundedPercent(rate, formula.rounding.total)"
    },
    { rounding: { total: { mode: "floor", digits: 1 }, question: { mode: "ceil", digits: 0 } } }
  ),
  mutant("weighs every group alike", "rate-by-definition", {
    file: "measure.ts",
    from: "{ n: BigInt(figure.base), d: 1n } : formula.groups[group]",
    to: "one : formula.groups[group]"
  })
]

const figures: ReadonlyArray<SatisfactionMutant> = [
  mutant("divides what a choice is worth by its points", "better-never-lowers", {
    file: "internal/groupFigure.ts",
    from: "const share = (points: Exact): Exact => dividedByUnsafe(points, formula.fullMarks)",
    to: "const share = (points: Exact): Exact => dividedByUnsafe(formula.fullMarks, plus(points, formula.fullMarks))"
  }),
  mutant("leaves the last of the answers out", "better-never-lowers", {
    file: "internal/groupFigure.ts",
    from: "rate: roundedPercent(meanOf(kept), formula.rounding.group)",
    to: "rate: roundedPercent(meanOf(kept.length > 1 ? kept.slice(0, -1) : kept), formula.rounding.group)"
  }),
  mutant("counts don't know as nought where it is excluded", "dont-know-aside", {
    file: "internal/groupFigure.ts",
    from: '...(formula.neutral === "excluded" ? [] : [{ share: share(formula.neutral), ballots: neutral }])',
    to: '{ share: share(formula.neutral === "excluded" ? zero : formula.neutral), ballots: neutral }'
  }),
  mutant(
    "takes don't know for ballots without an answer",
    "dont-know-aside",
    {
      file: "internal/groupFigure.ts",
      from: "const heard = valid + neutral",
      to: "const heard = valid"
    },
    { base: "returned" }
  ),
  mutant("counts what a unit's own people say of it", "own-unit-aside", {
    file: "internal/gathered.ts",
    from: "|| box.unit === subject",
    to: ""
  }),
  mutant(
    "looks at the first group only",
    "group-order",
    {
      file: "measure.ts",
      from: 'const wanted = formula.groups === "pooled" ? cells.map(({ group }) => group) : Object.keys(formula.groups)',
      to: "const wanted = cells.slice(0, 1).map(({ group }) => group)"
    },
    { groups: { staff: exactUnsafe("0.6"), students: exactUnsafe("0.4") } }
  ),
  mutant("compares figures by the order in which groups are listed", "group-order", {
    file: "internal/comparabilityKey.ts",
    from: "questionnaire.groups.map(({ id }) => id).toSorted()",
    to: "questionnaire.groups.map(({ id }) => id)"
  })
]

const counting: ReadonlyArray<SatisfactionMutant> = [
  mutant("does not count blank ballots", "every-ballot-once", {
    file: "ballots.ts",
    from: "if (faults.length > 0) return",
    to: "if (faults.length > 0 || Object.keys(ballot.answers).length === 0) return"
  }),
  mutant("loses the first ballot of every lot", "merged-as-once", {
    file: "ballots.ts",
    from: "ballots.forEach((ballot, i) => {",
    to: "ballots.slice(1).forEach((ballot, i) => {"
  }),
  mutant("numbers the choices of a column from nought", "columns-as-ballots", {
    file: "ballotColumns.ts",
    from: "i * (most + 1) + k + 1",
    to: "i * (most + 1) + k"
  })
]

const intervals: ReadonlyArray<SatisfactionMutant> = [
  mutant(
    "leaves a rounded rate beside its interval",
    "estimate-in-interval",
    {
      file: "estimate.ts",
      from: "interval: { low: Math.min(low, rate), high: Math.max(high, rate) }",
      to: "interval: { low, high }"
    },
    { rounding: { total: { mode: "floor", digits: 0 } } }
  ),
  mutant(
    "lets Jeffreys' interval begin below nought",
    "estimate-in-interval",
    {
      file: "interval.ts",
      from: "low: x === 0 ? 0 : qbeta(alpha / 2, x + 0.5, n - x + 0.5)",
      to: "low: x === 0 ? 0 : -qbeta(alpha / 2, x + 0.5, n - x + 0.5)"
    },
    satisfiedOnly
  ),
  mutant(
    "reports 95 % whatever level is chosen",
    "confidence-widens",
    {
      file: "interval.ts",
      from: "const alpha = 1 - level",
      to: "const alpha = 0.05"
    },
    satisfiedOnly
  ),
  mutant(
    "has no error where all answers are worth nothing or all",
    "alike-still-uncertain",
    {
      file: "design.ts",
      from: "if (mean <= 0) return { low: 0, high: 1 - (alpha / 2) ** (1 / answers) }\n  if (mean >= 1) return { low: (alpha / 2) ** (1 / answers), high: 1 }\n",
      to: ""
    },
    {
      rounding: { total: { mode: "floor", digits: 0 } },
      groups: { staff: exactUnsafe("0.6"), students: exactUnsafe("0.4") }
    }
  ),
  mutant("takes the level for the chance of error", "confidence-widens", {
    file: "design.ts",
    from: "const alpha = 1 - level",
    to: "const alpha = level"
  }),
  mutant("multiplies the spread by the answers in the place of dividing", "more-never-widen", {
    file: "design.ts",
    from: "(size / (size - 1)) * spread",
    to: "(size * size) * spread"
  }),
  mutant(
    "widens Wilson's interval with the answers",
    "more-never-widen",
    {
      file: "interval.ts",
      from: "const half = (z / (n + z ** 2)) * Math.sqrt(",
      to: "const half = (z / (1 + z ** 2)) * Math.sqrt("
    },
    satisfiedOnly
  ),
  mutant(
    "takes the margins of a change from the wrong ends",
    "swap-negates",
    {
      file: "change.ts",
      from: "high: difference + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2)",
      to: "high: difference + Math.sqrt((p - a.low) ** 2 + (q - b.low) ** 2)"
    },
    satisfiedOnly
  ),
  mutant("calls every change up or down", "change-in-interval", {
    file: "change.ts",
    from: "const apart = (interval.low > 0 || interval.high < 0) &&",
    to: "const apart ="
  }),
  mutant(
    "leaves the difference of rounded rates beside its interval",
    "change-in-interval",
    {
      file: "change.ts",
      from: "return { low: Math.min(low, at), high: Math.max(high, at) }",
      to: "return { low: low, high: at > 1000 ? at : high }"
    },
    { rounding: { total: { mode: "floor", digits: 0 } } }
  ),
  mutant("tells a change from the rate before only", "swap-negates", {
    file: "change.ts",
    from: "const error = Math.hypot(was.standardError, is.standardError)",
    to: "const error = was.standardError"
  })
]

const publication: ReadonlyArray<SatisfactionMutant> = [
  mutant("withholds small counts and nothing beside them", "withheld-stays-hidden", {
    file: "disclosure.ts",
    from: "for (const k of closingCycle(usable, rows + 1, columns + 1, i) ?? all.keys()) withheld.add(k)",
    to: "if (usable.length > rows + columns) continue"
  }),
  mutant("forgets that a withheld count is at least one", "withheld-stays-hidden", {
    file: "internal/closingCycle.ts",
    from: "const canSink = (entry: Entry): boolean => entry.isTotal || entry.value >= 2",
    to: "const canSink = (_: Entry): boolean => true"
  }),
  mutant("publishes the counts just below the minimum", "small-withheld", {
    file: "disclosure.ts",
    from: "entry.value < what.minimum",
    to: "entry.value < what.minimum - 1"
  }),
  mutant("publishes what an earlier release withheld", "small-withheld", {
    file: "disclosure.ts",
    from: "(isSmall || wasWithheld)",
    to: "isSmall"
  }),
  mutant("closes no row", "percents-close", {
    file: "percentRow.ts",
    from: "largestRemainder: () => largestRemainder(parts, total, whole)",
    to: "largestRemainder: () => rounded"
  }),
  mutant("gives all that is left to the first", "percents-close", {
    file: "percentRow.ts",
    from: "return floors.map((units, i) => (winners.has(i) ? units + 1n : units))",
    to: "return floors.map((units, i) => (i === 0 ? units + BigInt(winners.size) : units))"
  })
]

/** Faults put into the engine on purpose. */
export const satisfactionMutants: ReadonlyArray<SatisfactionMutant> = [
  ...definition,
  ...figures,
  ...counting,
  ...intervals,
  ...publication
]
