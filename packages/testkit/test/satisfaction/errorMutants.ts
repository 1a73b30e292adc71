import { exactUnsafe } from "@zhengyou/core"
import { mutant, type SatisfactionMutant } from "./mutant.ts"
import { satisfiedOnly } from "./rules.ts"

/** Faults in what is said of the error of figures and of changes. */
export const intervals: ReadonlyArray<SatisfactionMutant> = [
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

/** Faults in what is published. */
export const publication: ReadonlyArray<SatisfactionMutant> = [
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
