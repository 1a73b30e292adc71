import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  formatBeside,
  plus,
  type Rounding,
  round,
  sum,
  times,
  zero
} from "@zhengyou/core"
import type { Criterion } from "../Criterion.ts"
import type { GradingReason } from "../GradingReason.ts"
import type { CriterionScore, PanelScore, Total } from "../Outcome.ts"
import { type Aggregator, type Panel, scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { type Sheet, scoreOn } from "../Sheet.ts"
import { groupBy } from "./groupBy.ts"
import { named } from "./named.ts"

/** What the sheets of one unit come to: a total, or nothing where something missing blocks it. */
export interface UnitScore {
  readonly scores: ReadonlyArray<CriterionScore>
  readonly total: Total | undefined
  readonly reasons: ReadonlyArray<GradingReason>
}

const rounded = (x: Exact, rounding: Rounding | undefined): Exact => (rounding === undefined ? x : round(x, rounding))

const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n })

/** The scores that an aggregator counts, of those that were given. */
const counted = (given: ReadonlyArray<Exact>, aggregate: Aggregator): ReadonlyArray<Exact> => {
  if (aggregate.method === "mean" || given.length <= aggregate.onlyAbove) return given
  return given.toSorted(compareExact).slice(aggregate.dropLowest, given.length - aggregate.dropHighest)
}

const panelScore = (
  book: RuleBookShape,
  panel: Panel,
  criterion: Criterion,
  sheets: ReadonlyArray<Sheet>
): PanelScore => {
  const given = sheets.flatMap((sheet) => scoreOn(sheet, criterion.id) ?? [])
  if (given.length < panel.minimumRaters) {
    const score = panel.missing === "zero" ? { score: zero } : {}
    return { panel: panel.id, scored: given.length, counted: 0, ...score, missing: panel.missing }
  }
  const values = counted(given, panel.aggregate)
  const score = rounded(dividedByUnsafe(sum(values), whole(values.length)), book.rounding.panel)
  return { panel: panel.id, scored: given.length, counted: values.length, score }
}

/** The weighted mean of the panels that have a score and a weight, or nothing where there are none. */
const combined = (weighted: ReadonlyArray<{ readonly weight: Exact; readonly score: Exact }>): Exact | undefined => {
  const weights = sum(weighted.map(({ weight }) => weight))
  if (weights.n === 0n) return undefined
  return dividedByUnsafe(sum(weighted.map(({ weight, score }) => times(weight, score))), weights)
}

const criterionScore = (
  book: RuleBookShape,
  criterion: Criterion,
  sheets: ReadonlyMap<string, ReadonlyArray<Sheet>>
): CriterionScore => {
  const scoring = book.panels.filter((panel) => scores(panel, criterion.id))
  const panels = scoring.map((panel) => panelScore(book, panel, criterion, sheets.get(panel.id) ?? []))
  const base = { criterion: criterion.id, panels }
  if (panels.some((panel) => panel.missing === "block")) return { ...base, missing: "block" }
  const score = combined(
    scoring.flatMap((panel, i) => {
      const given = panels[i]?.score
      return given === undefined ? [] : [{ weight: panel.weight, score: given }]
    })
  )
  if (score !== undefined) return { ...base, score: rounded(score, book.rounding.criterion) }
  return { ...base, ...(criterion.missing === "zero" ? { score: zero } : {}), missing: criterion.missing }
}

const missingReasons = (
  book: RuleBookShape,
  criterion: Criterion,
  score: CriterionScore
): ReadonlyArray<GradingReason> => {
  const panels = score.panels.flatMap((panel): ReadonlyArray<GradingReason> => {
    const rules = book.panels.find(({ id }) => id === panel.panel)
    if (panel.missing === undefined || rules === undefined) return []
    return [
      {
        _tag: "PanelMissing",
        panel: named(rules),
        criterion: named(criterion),
        scored: panel.scored,
        needed: rules.minimumRaters,
        counts: panel.missing
      }
    ]
  })
  const blockedByPanel = score.panels.some((panel) => panel.missing === "block")
  return score.missing === undefined || blockedByPanel
    ? panels
    : [...panels, { _tag: "CriterionMissing", criterion: named(criterion), counts: score.missing }]
}

const totalOf = (book: RuleBookShape, scored: ReadonlyArray<CriterionScore>): Total | undefined => {
  let earned = zero
  let possible = zero
  for (const [i, criterion] of book.criteria.entries()) {
    const score = scored[i]?.score
    if (score === undefined) continue
    earned = plus(earned, times(criterion.weight, score))
    possible = plus(possible, times(criterion.weight, criterion.maximum))
  }
  if (possible.n === 0n) return undefined
  // Where criteria are left out, what was earned is read as a share of what could be earned.
  const exact = dividedByUnsafe(times(earned, book.convertTo ?? book.fullMarks), possible)
  const decided = book.decideOn === "rounded" ? rounded(exact, book.rounding.total) : exact
  const bounds = book.bands.map((band) => band.from)
  return { exact, decided, shown: formatBeside(decided, bounds, book.rounding.total?.digits ?? 2) }
}

/** Scores one unit from its sheets: criteria, panels, total. */
export const scoreUnit = (book: RuleBookShape, sheets: ReadonlyArray<Sheet>): UnitScore => {
  const byPanel = groupBy(sheets, (sheet) => sheet.panel)
  const scored = book.criteria.map((criterion) => criterionScore(book, criterion, byPanel))
  const reasons = book.criteria.flatMap((criterion, i) => {
    const score = scored[i]
    return score === undefined ? [] : missingReasons(book, criterion, score)
  })
  const blocked = scored.some((score) => score.missing === "block")
  return { scores: scored, total: blocked ? undefined : totalOf(book, scored), reasons }
}
