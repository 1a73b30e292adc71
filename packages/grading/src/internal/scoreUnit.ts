import { compareExact, type Exact, formatBeside, type Id, minus, plus, times, zero } from "@zhengyou/core"
import { type Adjustment, type Award, adjustmentOf } from "../Adjustment.ts"
import type { Leaf } from "../Criterion.ts"
import type { GradingReason } from "../GradingReason.ts"
import type { CriterionScore, PanelScore, Total } from "../Outcome.ts"
import { type Panel, scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import { groupBy } from "./groupBy.ts"
import { named } from "./named.ts"
import { type PanelSheets, panelScore, panelSheets, panelTotal, rounded, shareEarned, weighted } from "./panelScores.ts"

/** What the sheets of one unit come to: a total, or nothing where something missing blocks it. */
export interface UnitScore {
  readonly leaves: ReadonlyArray<Leaf>
  readonly scores: ReadonlyArray<CriterionScore>
  readonly panels: ReadonlyArray<PanelScore>
  readonly total: Total | undefined
  readonly reasons: ReadonlyArray<GradingReason>
}

/** A unit's score with the working that it comes of. */
export interface WorkedScore extends UnitScore {
  /** The sheets as they were read, by panel. */
  readonly sheets: SheetsByPanel
  /** The share of the full marks before adjustments of the total; nothing where something missing blocks it. */
  readonly share: Exact | undefined
  /** The adjustments that had an award, in the order in which they were applied. */
  readonly applied: ReadonlyArray<Applied>
}

/** An adjustment that was applied to a figure, with the awards under it. */
export interface Applied {
  readonly adjustment: Adjustment
  readonly awards: ReadonlyArray<Award>
  readonly given: Exact
  readonly counted: Exact
  readonly before: Exact
  readonly after: Exact
}

type SheetsByPanel = ReadonlyMap<string, PanelSheets>

const none: PanelSheets = { sheets: [], recused: [], void: [] }

/** The mean of panels' scores by the panels' weights, of those that have one. */
export const weightedPanels = (panels: ReadonlyArray<Panel>, scored: ReadonlyArray<PanelScore>): Exact | undefined =>
  weighted(
    panels.flatMap(({ weight }, i) => {
      const score = scored[i]?.score
      return score === undefined ? [] : [{ weight, score }]
    })
  )

const criterionScore = (
  book: RuleBookShape,
  leaf: Leaf,
  sheets: SheetsByPanel,
  adjust: (score: Exact) => Exact
): CriterionScore => {
  const { id, missing } = leaf.criterion
  const scoring = book.panels.filter((panel) => scores(panel, id))
  const panels = scoring.map((panel) => panelScore(book, panel, leaf, sheets.get(panel.id) ?? none))
  const base = { criterion: id, panels }
  const blocked = book.combine === "criteria" && panels.some((panel) => panel.missing === "block")
  const score = blocked ? undefined : weightedPanels(scoring, panels)
  if (score !== undefined) return { ...base, score: adjust(rounded(score, book.rounding.criterion)) }
  if (blocked) return { ...base, missing: "block" }
  return { ...base, missing, ...(missing === "zero" ? { score: adjust(zero) } : {}) }
}

const setAside = (book: RuleBookShape, sheets: SheetsByPanel): ReadonlyArray<GradingReason> =>
  book.panels.flatMap((panel): ReadonlyArray<GradingReason> => {
    const given = sheets.get(panel.id) ?? none
    const [recused, spoilt] = [given.recused.length, given.void.length]
    return recused + spoilt === 0 ? [] : [{ _tag: "SheetsSetAside", panel: named(panel), recused, spoilt }]
  })

const missingReasons = (book: RuleBookShape, leaf: Leaf, score: CriterionScore): ReadonlyArray<GradingReason> => {
  const criterion = named(leaf.criterion)
  const panels = score.panels.flatMap((one): ReadonlyArray<GradingReason> => {
    const panel = book.panels.find(({ id }) => id === one.panel)
    if (one.missing === undefined || panel === undefined) return []
    const { minimumRaters: needed } = panel
    return [{ _tag: "PanelMissing", panel: named(panel), criterion, scored: one.scored, needed, counts: one.missing }]
  })
  const blockedByPanel = score.panels.some((panel) => panel.missing === "block")
  return score.missing === undefined || blockedByPanel
    ? panels
    : [...panels, { _tag: "CriterionMissing", criterion, counts: score.missing }]
}

const panelTotalReasons = (book: RuleBookShape, totals: ReadonlyArray<PanelScore>): ReadonlyArray<GradingReason> =>
  totals.flatMap(({ panel: id, scored, missing }): ReadonlyArray<GradingReason> => {
    const panel = book.panels.find((one) => one.id === id)
    if (panel === undefined || missing === undefined) return []
    return [{ _tag: "PanelTotalMissing", panel: named(panel), scored, needed: panel.minimumRaters, counts: missing }]
  })

/** Awards of one unit under one adjustment, applied to a figure: never below nought. */
const adjustedBy = (
  book: RuleBookShape,
  adjustment: Adjustment,
  awards: ReadonlyArray<Award>,
  applied: Array<Applied>
) => {
  const own = awards.filter((award) => award.adjustment === adjustment.id)
  const { given, counted } = adjustmentOf(
    adjustment,
    own.map((award) => award.points)
  )
  const points = rounded(counted, book.rounding.adjustment)
  return (figure: Exact): Exact => {
    if (own.length === 0) return figure
    const after = moved(adjustment, figure, points)
    applied.push({ adjustment, awards: own, given, counted: points, before: figure, after })
    return after
  }
}

const moved = ({ kind }: Adjustment, figure: Exact, points: Exact): Exact => {
  if (kind === "bonus") return plus(figure, points)
  const left = minus(figure, points)
  return compareExact(left, zero) < 0 ? zero : left
}

const adjustedReason = ({ adjustment, given, counted }: Applied): GradingReason => ({
  _tag: "Adjusted",
  adjustment: named(adjustment),
  kind: adjustment.kind,
  given,
  counted
})

/** The share of the full marks that a unit has, by criteria or by panels, as the book combines them. */
const share = (
  book: RuleBookShape,
  leaves: ReadonlyArray<Leaf>,
  scored: ReadonlyArray<CriterionScore>,
  totals: ReadonlyArray<PanelScore>
): Exact | undefined => {
  if (book.combine === "panels") {
    if (totals.some((total) => total.missing === "block")) return undefined
    const total = weightedPanels(book.panels, totals)
    return total === undefined ? undefined : times(total, { n: book.fullMarks.d, d: book.fullMarks.n })
  }
  if (scored.some((one) => one.missing === "block")) return undefined
  const byId = new Map(scored.map((one) => [one.criterion, one.score]))
  return shareEarned(leaves, ({ criterion }) => byId.get(criterion.id))
}

/** Scores one unit from its sheets and awards on the items that apply to it: marks, panels, criteria, total. */
export const scoreUnit = (
  book: RuleBookShape,
  unit: Id,
  leaves: ReadonlyArray<Leaf>,
  sheets: ReadonlyArray<Sheet>,
  awards: ReadonlyArray<Award>
): WorkedScore => {
  const given = groupBy(sheets, (sheet) => sheet.panel)
  const byPanel: SheetsByPanel = new Map(
    book.panels.map((panel) => [panel.id, panelSheets(book, panel, unit, given.get(panel.id) ?? [], leaves)])
  )
  const applied: Array<Applied> = []
  const adjust = (where: (adjustment: Adjustment) => boolean, figure: Exact): Exact =>
    book.adjustments.filter(where).reduce((so, adjustment) => adjustedBy(book, adjustment, awards, applied)(so), figure)
  const scored = leaves.map((leaf) =>
    criterionScore(book, leaf, byPanel, (score) =>
      adjust(({ on }) => "criterion" in on && on.criterion === leaf.criterion.id, score)
    )
  )
  const totals = book.combine === "panels" ? panelTotals(book, leaves, byPanel, scored) : []
  const earned = share(book, leaves, scored, totals)
  const exact =
    earned === undefined
      ? undefined
      : adjust(({ on }) => "total" in on, times(earned, book.convertTo ?? book.fullMarks))
  const missing =
    book.combine === "panels"
      ? panelTotalReasons(book, totals)
      : leaves.flatMap((leaf, i) => {
          const one = scored[i]
          return one === undefined ? [] : missingReasons(book, leaf, one)
        })
  return {
    leaves,
    scores: scored,
    panels: totals,
    total: exact === undefined ? undefined : totalOf(book, exact),
    sheets: byPanel,
    share: earned,
    applied,
    reasons: [...setAside(book, byPanel), ...missing, ...applied.map(adjustedReason)]
  }
}

const panelTotals = (
  book: RuleBookShape,
  leaves: ReadonlyArray<Leaf>,
  sheets: SheetsByPanel,
  scored: ReadonlyArray<CriterionScore>
): ReadonlyArray<PanelScore> =>
  book.panels.map((panel) => {
    const items = scored.flatMap(({ criterion, panels }): ReadonlyArray<readonly [string, Exact]> => {
      const score = panels.find((one) => one.panel === panel.id)?.score
      return score === undefined ? [] : [[criterion, score]]
    })
    return panelTotal(book, panel, leaves, sheets.get(panel.id) ?? none, new Map(items))
  })

/** A total with what it decides as and what it is shown as. */
export const totalOf = (book: RuleBookShape, exact: Exact): Total => {
  const decided = book.decideOn === "rounded" ? rounded(exact, book.rounding.total) : exact
  const bounds = book.bands.map((band) => band.from)
  return { exact, decided, shown: formatBeside(decided, bounds, book.rounding.total?.digits ?? 2) }
}
