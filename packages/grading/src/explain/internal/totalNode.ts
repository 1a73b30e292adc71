import { type Exact, times } from "@zhengyou/core"
import { allLeaves, type Leaf } from "../../Criterion.ts"
import { named } from "../../internal/named.ts"
import { earnings } from "../../internal/panelScores.ts"
import { type Applied, type WorkedScore, weightedPanels } from "../../internal/scoreUnit.ts"
import type { PanelScore } from "../../Outcome.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import type { ExplanationNode } from "../Explanation.ts"
import { markNodes, outsideNodes, sheetNodes } from "./markNodes.ts"

/** A key of a record where there is a value for it. */
const given = <K extends string, A>(key: K, value: A | undefined): { readonly [P in K]?: A } => {
  const made: { [P in K]?: A } = {}
  if (value !== undefined) made[key] = value
  return made
}

const noSheets = { sheets: [], recused: [], void: [] }

const panelFigures = (panel: Panel, { scored, counted, score, missing }: PanelScore) => ({
  panel: named(panel),
  weight: panel.weight,
  scored,
  counted,
  ...given("score", score),
  ...given("missing", missing)
})

const adjustmentNode = ({ adjustment, awards, given: entered, counted, before, after }: Applied): ExplanationNode => ({
  step: {
    _tag: "AdjustmentApplied",
    adjustment: named(adjustment),
    kind: adjustment.kind,
    given: entered,
    counted,
    before,
    after
  },
  parts: awards.map(({ adjustment: id, item, points }) => ({
    step: { _tag: "AwardEntered", adjustment: id, item, points },
    parts: []
  }))
})

const criterionNode = (book: RuleBookShape, score: WorkedScore, leaf: Leaf, at: number): ExplanationNode => {
  const { id, maximum } = leaf.criterion
  const own = score.scores[at]
  const panels = own?.panels ?? []
  const scoring = book.panels.filter((panel) => scores(panel, id))
  return {
    step: {
      _tag: "CriterionScored",
      criterion: named(leaf.criterion),
      maximum,
      factor: leaf.factor,
      ...given("mean", own?.missing === undefined ? weightedPanels(scoring, panels) : undefined),
      ...given("score", own?.score),
      ...given("missing", own?.missing)
    },
    parts: [
      ...scoring.flatMap((panel, i): ReadonlyArray<ExplanationNode> => {
        const made = panels[i]
        if (made === undefined) return []
        const sheets = score.sheets.get(panel.id) ?? noSheets
        const isMade = made.missing === undefined
        const marks = markNodes(panel, leaf, sheets, isMade || panel.per === "sheet", panel.per === "criterion")
        return [{ step: { _tag: "PanelScored", ...panelFigures(panel, made) }, parts: marks }]
      }),
      ...score.applied.filter(({ adjustment: { on } }) => "criterion" in on && on.criterion === id).map(adjustmentNode)
    ]
  }
}

const panelTotalNode = (book: RuleBookShape, score: WorkedScore, total: PanelScore): ReadonlyArray<ExplanationNode> => {
  const panel = book.panels.find(({ id }) => id === total.panel)
  if (panel === undefined) return []
  const sheets = score.sheets.get(panel.id) ?? noSheets
  const parts = sheetNodes(book, panel, score.leaves, sheets, total.missing === undefined)
  return [{ step: { _tag: "PanelTotalled", ...panelFigures(panel, total) }, parts }]
}

/** The share as what was earned of what was possible; of the full marks where panels make totals of their own. */
const ingredients = (
  book: RuleBookShape,
  { leaves, scores: scored, panels, share }: WorkedScore
): { readonly earned?: Exact; readonly possible: Exact } => {
  if (book.combine === "panels")
    return { ...given("earned", share && weightedPanels(book.panels, panels)), possible: book.fullMarks }
  const byId = new Map(scored.map((one) => [one.criterion, one.score]))
  const made = share && earnings(leaves, ({ criterion }) => byId.get(criterion.id))
  return made ?? { possible: book.fullMarks }
}

/** How a unit's total came to be, or what keeps it from having one: items, panels, marks, panel totals, adjustments. */
export const totalNode = (book: RuleBookShape, score: WorkedScore): ExplanationNode => {
  const to = book.convertTo ?? book.fullMarks
  const all = allLeaves(book.criteria)
  return {
    step: {
      _tag: "TotalMade",
      ...ingredients(book, score),
      fullMarks: book.fullMarks,
      to,
      bounds: book.bands.map(({ from }) => from),
      ...given("converted", score.share && times(score.share, to)),
      ...score.total
    },
    parts: [
      ...score.leaves.map((leaf, at) => criterionNode(book, score, leaf, at)),
      ...score.panels.flatMap((total) => panelTotalNode(book, score, total)),
      ...score.applied.filter(({ adjustment: { on } }) => "total" in on).map(adjustmentNode),
      ...book.panels.flatMap((panel) => outsideNodes(panel, score.sheets.get(panel.id) ?? noSheets, all, score.leaves))
    ]
  }
}
