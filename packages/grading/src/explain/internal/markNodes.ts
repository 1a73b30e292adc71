import type { Exact } from "@zhengyou/core"
import type { Leaf } from "../../Criterion.ts"
import { named } from "../../internal/named.ts"
import { countedFigures, itemsOf, type PanelSheets, type ScoredSheet, sheetTotals } from "../../internal/panelScores.ts"
import type { Panel } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { markOn, type Sheet } from "../../Sheet.ts"
import type { ExplanationNode } from "../Explanation.ts"
import type { Fate } from "../ExplanationStep.ts"

const raterOf = (panel: Panel, { rater, raterUnit, group }: Sheet) => ({
  panel: named(panel),
  rater,
  ...(raterUnit === undefined ? {} : { raterUnit }),
  ...(group === undefined ? {} : { group })
})

const markNode = (
  panel: Panel,
  { criterion }: Pick<Leaf, "criterion">,
  sheet: Sheet,
  fate: Fate,
  score: Exact | undefined
): ReadonlyArray<ExplanationNode> => {
  const mark = markOn(sheet, criterion.id)
  if (mark === undefined) return []
  const worth = score === undefined ? {} : { score }
  const step = {
    _tag: "MarkGiven",
    ...raterOf(panel, sheet),
    criterion: named(criterion),
    mark,
    ...worth,
    fate
  } as const
  return [{ step, parts: [] }]
}

/** What becomes of figures that count as far as their sheets go: all are idle where the panel made nothing of them. */
const fatesOf = (
  panel: Panel,
  given: ReadonlyArray<{ readonly group: string | undefined; readonly score: Exact }>,
  isMade: boolean
): ReadonlyArray<Fate> =>
  isMade ? countedFigures(panel, given).map((isIn) => (isIn ? "counted" : "trimmed")) : given.map(() => "idle")

/** The marks of one item by one panel, those that count first; `isEach` is whether the panel makes a figure of the item's marks. */
export const markNodes = (
  panel: Panel,
  leaf: Leaf,
  { sheets, recused, void: spoilt }: PanelSheets,
  isMade: boolean,
  isEach: boolean
): ReadonlyArray<ExplanationNode> => {
  const { id } = leaf.criterion
  const given = sheets.flatMap(({ sheet, group, scores }) => {
    const score = scores.get(id)
    return score === undefined ? [] : [{ sheet, group, score }]
  })
  const fates = isEach ? fatesOf(panel, given, isMade) : given.map((): Fate => (isMade ? "counted" : "idle"))
  return [
    ...given.flatMap(({ sheet, score }, i) => markNode(panel, leaf, sheet, fates[i] ?? "idle", score)),
    ...spoilt.flatMap(({ sheet, scores }) => markNode(panel, leaf, sheet, "void", scores.get(id))),
    ...recused.flatMap((sheet) => markNode(panel, leaf, sheet, "recused", undefined))
  ]
}

/** The marks on items that do not apply to the unit. */
export const outsideNodes = (
  panel: Panel,
  { sheets, recused, void: spoilt }: PanelSheets,
  all: ReadonlyArray<Leaf>,
  own: ReadonlyArray<Leaf>
): ReadonlyArray<ExplanationNode> => {
  const applying = new Set(own.map(({ criterion }) => criterion.id))
  const outside = all.filter(({ criterion }) => !applying.has(criterion.id))
  const given = [...sheets, ...spoilt].map(({ sheet }) => sheet)
  return [...given, ...recused].flatMap((sheet) =>
    outside.flatMap((leaf) => markNode(panel, leaf, sheet, "outside", undefined))
  )
}

/** The sheets that a panel's own total comes of: with totals of their own where the panel is made of those. */
export const sheetNodes = (
  book: RuleBookShape,
  panel: Panel,
  leaves: ReadonlyArray<Leaf>,
  { sheets, recused, void: spoilt }: PanelSheets,
  isMade: boolean
): ReadonlyArray<ExplanationNode> => {
  const node = (sheet: Sheet, fate: Fate, total?: Exact): ExplanationNode => {
    const own = total === undefined ? {} : { total }
    return { step: { _tag: "SheetGiven", ...raterOf(panel, sheet), ...own, fate }, parts: [] }
  }
  const totals = panel.per === "sheet" ? sheetTotals(book, itemsOf(panel, leaves), sheets) : []
  const fates = fatesOf(panel, totals, isMade)
  const byTotal = new Map(totals.map(({ sheet, score }, i) => [sheet, node(sheet, fates[i] ?? "idle", score)]))
  const counting = ({ sheet }: ScoredSheet) =>
    byTotal.get(sheet) ?? node(sheet, panel.per === "sheet" || !isMade ? "idle" : "counted")
  return [
    ...sheets.map(counting),
    ...spoilt.map(({ sheet }) => node(sheet, "void")),
    ...recused.map((sheet) => node(sheet, "recused"))
  ]
}
