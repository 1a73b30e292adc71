import { exactUnsafe } from "@zhengyou/core"
import { intervals, publication } from "./errorMutants.ts"
import { mutant, type SatisfactionMutant } from "./mutant.ts"

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

/** Faults put into the engine on purpose. */
export const satisfactionMutants: ReadonlyArray<SatisfactionMutant> = [
  ...definition,
  ...figures,
  ...counting,
  ...intervals,
  ...publication
]
