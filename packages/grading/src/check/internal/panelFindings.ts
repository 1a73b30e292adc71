import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  isSameExact,
  type Named,
  one,
  type Path,
  sum,
  times,
  zero
} from "@zhengyou/core"
import { allCriteria, leavesFor } from "../../Criterion.ts"
import { named } from "../../internal/named.ts"
import type { Outcome } from "../../Outcome.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBook } from "../../RuleBook.ts"
import type { Finding } from "../Finding.ts"
import { plainProfile, topOf } from "./profiles.ts"
import type { Study } from "./Study.ts"
import { adjustmentMost } from "./scoreBounds.ts"
import { everything, inputsOf, type Profile, ratersLimit, shownBy, uniformly } from "./witness.ts"

const voidsIdle = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  return book.panels.flatMap((panel, i) => {
    if (panel.voids === undefined || panel.voids.length === 0) return []
    const most = types.map((type) =>
      leavesFor(book.criteria, type).filter(({ criterion }) => scores(panel, criterion.id))
    )
    // Discipline looks at sheets with several marks: one mark alone is always equal to itself.
    if (most.some((own) => own.length > 1)) return []
    return shownBy(
      book,
      ["panels", i, "voids"],
      { _tag: "VoidsIdle", panel: named(panel) },
      inputsOf(book, [plainProfile(study, "u1", types[0], everything)]),
      ({ outcomes }) =>
        outcomes.every(
          (outcome) =>
            "total" in outcome &&
            !outcome.reasons.some((reason) => reason._tag === "SheetsSetAside" && reason.panel.id === panel.id)
        )
    )
  })
}

const panelScoresOf = (outcome: Outcome | undefined, panel: string) =>
  outcome !== undefined && "scores" in outcome
    ? [...outcome.scores.flatMap((score) => score.panels), ...outcome.panels].filter((one) => one.panel === panel)
    : []

const trimsNothing = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  return book.panels.flatMap(({ aggregate, ...panel }, i) => {
    const drops = aggregate.method === "trimmedMean" && aggregate.dropHighest + aggregate.dropLowest > 0
    const shares = aggregate.method === "trimmedShare" && aggregate.share.n > 0n
    if (!("onlyAbove" in aggregate) || drops || shares || aggregate.onlyAbove + 2 > ratersLimit) return []
    const profile = { ...plainProfile(study, "u1", types[0], everything), raters: aggregate.onlyAbove + 2 }
    return shownBy(
      book,
      ["panels", i, "aggregate"],
      { _tag: "TrimsNothing", panel: named(panel) },
      inputsOf(book, [profile]),
      ({ outcomes: [outcome] }) => {
        const found = panelScoresOf(outcome, panel.id)
        return (
          found.length > 0 && found.every(({ scored, counted }) => scored > aggregate.onlyAbove && counted === scored)
        )
      }
    )
  })
}

const adjustmentsCapped = (study: Study): ReadonlyArray<Finding> => {
  const { book, types } = study
  return book.adjustments.flatMap((adjustment, i) => {
    if (adjustmentMost(book, adjustment)?.n !== 0n) return []
    const half = uniformly({ n: 1n, d: 2n })
    const [without, plain] = ["u1", "u2"].map((id) => plainProfile(study, id, types[0], half))
    if (without === undefined || plain === undefined) return []
    const awarded = { ...plain, awards: [{ adjustment: adjustment.id, item: "1", points: topOf(book) }] }
    return shownBy(
      book,
      ["adjustments", i, "cap"],
      { _tag: "AdjustmentCapped", adjustment: named(adjustment) },
      inputsOf(book, [without, awarded]),
      ({ outcomes: [a, b] }) =>
        a !== undefined && b !== undefined && "total" in a && "total" in b && isSameExact(a.total.exact, b.total.exact)
    )
  })
}

type Weighed = Named & { readonly weight: Exact }

const hundred: Exact = { n: 100n, d: 1n }

const isBetween = (x: Exact, from: bigint, to: bigint): boolean =>
  compareExact(x, { n: from, d: 1n }) >= 0 && compareExact(x, { n: to, d: 1n }) <= 0

/**
 * What weights that are written as shares or as percentages should total; nothing where they are proportions, such as 2
 * to 3, or where they total that.
 */
const wholeOf = (weights: ReadonlyArray<Weighed>): Exact | undefined => {
  const total = sum(weights.map(({ weight }) => weight))
  const areShares = weights.every(({ weight }) => weight.n < weight.d)
  // Nine tenths to eleven tenths of a hundred is a hundred that somebody failed to reach.
  const whole = areShares ? one : isBetween(total, 90n, 110n) ? hundred : undefined
  return weights.length < 2 || whole === undefined || isSameExact(total, whole) ? undefined : whole
}

const counting = (book: RuleBook): ReadonlyArray<Panel> => book.panels.filter(({ weight }) => weight.n > 0n)

/** The panels that are weighed against each other: all of them, or those of each criterion, each set once. */
const panelSets = (book: RuleBook): ReadonlyArray<ReadonlyArray<Panel>> => {
  const all = counting(book)
  if (book.combine === "panels" || all.length < 2 || wholeOf(all) === undefined) return [all]
  const sets = allCriteria(book.criteria).map(({ id }) => all.filter((panel) => scores(panel, id)))
  return [...new Map(sets.map((set) => [set.map(({ id }) => id).join("\n"), set])).values()]
}

const weightFinding = (
  study: Study,
  path: Path,
  of: "panels" | "groups",
  weights: ReadonlyArray<Weighed>,
  shareOf: (first: Weighed) => Profile["share"]
): ReadonlyArray<Finding> => {
  const { book, types } = study
  const whole = wholeOf(weights)
  const [first] = weights
  if (whole === undefined || first === undefined) return []
  const total = sum(weights.map(({ weight }) => weight))
  const written = dividedByUnsafe(first.weight, whole)
  const counts = dividedByUnsafe(first.weight, total)
  return shownBy(
    book,
    path,
    { _tag: "WeightsDoNotTotal", of, total, whole, first: named(first), written, counts },
    inputsOf(book, [plainProfile(study, "u1", types[0], shareOf(first))]),
    ({ outcomes: [outcome] }) =>
      outcome !== undefined && "total" in outcome && !isSameExact(outcome.total.exact, times(written, topOf(book)))
  )
}

const weights = (study: Study): ReadonlyArray<Finding> => {
  const { book } = study
  const sets = panelSets(book)
  const panels = sets.flatMap((set) =>
    weightFinding(
      study,
      ["panels"],
      "panels",
      set,
      ({ id }) =>
        (_, panel) =>
          panel.id === id ? one : zero
    )
  )
  const groups = book.panels.flatMap((panel, i) =>
    weightFinding(
      study,
      ["panels", i, "groups"],
      "groups",
      panel.groups ?? [],
      ({ id }) =>
        (_, own, group) =>
          own.id === panel.id && group !== id ? zero : one
    )
  )
  return [...panels.slice(0, 1), ...groups]
}

/** What is unwise about panels and adjustments: rules that do nothing, and weights that are not what they are written as. */
export const panelFindings = (study: Study): ReadonlyArray<Finding> => [
  ...voidsIdle(study),
  ...trimsNothing(study),
  ...adjustmentsCapped(study),
  ...weights(study)
]
