import { dividedByUnsafe, type Exact, isSameExact, plus, type Rounding, round, sum, times, zero } from "@zhengyou/core"
import { aggregated, isCounted } from "../Aggregator.ts"
import type { Leaf } from "../Criterion.ts"
import type { PanelScore } from "../Outcome.ts"
import { type Panel, scores } from "../Panel.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { scoreOf } from "../Scoring.ts"
import { markOn, type Sheet } from "../Sheet.ts"

/** Rounds where the book names a rounding for the step. */
export const rounded = (x: Exact, rounding: Rounding | undefined): Exact =>
  rounding === undefined ? x : round(x, rounding)

/** The mean of scores by their weights, or nothing where no weight is left. */
export const weighted = (
  parts: ReadonlyArray<{ readonly weight: Exact; readonly score: Exact }>
): Exact | undefined => {
  const weights = sum(parts.map(({ weight }) => weight))
  if (weights.n === 0n) return undefined
  return dividedByUnsafe(sum(parts.map(({ weight, score }) => times(weight, score))), weights)
}

/** The scores that one sheet gives to the items that apply, by criterion. */
export interface ScoredSheet {
  readonly sheet: Sheet
  readonly group: string | undefined
  readonly scores: ReadonlyMap<string, Exact>
}

/** The sheets of a panel on a unit that count, and those that were set aside. */
export interface PanelSheets {
  readonly sheets: ReadonlyArray<ScoredSheet>
  readonly recused: ReadonlyArray<Sheet>
  readonly void: ReadonlyArray<ScoredSheet>
}

const isVoid = (panel: Panel, shares: ReadonlyArray<Exact>): boolean => {
  const [first, ...rest] = shares
  // One mark alone is always equal to itself: discipline is about sheets that were not filled in with thought.
  if (first === undefined || rest.length === 0) return false
  const allEqual = rest.every((share) => isSameExact(share, first))
  return (panel.voids ?? []).some((rule) => allEqual && (rule === "allEqual" || (first.n === 1n && first.d === 1n)))
}

/** Reads a panel's sheets on a unit: recusal first, then discipline, then marks into scores. */
export const panelSheets = (
  book: RuleBookShape,
  panel: Panel,
  unit: string,
  given: ReadonlyArray<Sheet>,
  leaves: ReadonlyArray<Leaf>
): PanelSheets => {
  const isRecused = (sheet: Sheet) => panel.recuse !== undefined && sheet.raterUnit === unit
  const own = panel.recuse === undefined ? given : given.filter((sheet) => !isRecused(sheet))
  const read = own.map((sheet) => {
    const marked = leaves.flatMap(({ criterion }) => {
      const mark = markOn(sheet, criterion.id)
      const score = mark === undefined || !scores(panel, criterion.id) ? undefined : scoreOf(criterion, mark)
      return score === undefined ? [] : [{ criterion, score: rounded(score, book.rounding.mark) }]
    })
    const shares = marked.map(({ criterion, score }) => dividedByUnsafe(score, criterion.maximum))
    const byCriterion = new Map(marked.map(({ criterion, score }) => [criterion.id, score]))
    return { sheet, group: sheet.group, scores: byCriterion, void: isVoid(panel, shares) }
  })
  return {
    sheets: read.filter((sheet) => !sheet.void),
    recused: own === given ? [] : given.filter(isRecused),
    void: read.filter((sheet) => sheet.void)
  }
}

/** One figure of one or several figures per group, by the panel's method; nothing says that a group's is missing. */
const byGroup = (
  panel: Panel,
  given: ReadonlyArray<{ readonly group: string | undefined; readonly score: Exact }>
): { readonly score: Exact; readonly counted: number } | undefined => {
  if (panel.groups === undefined)
    return aggregated(
      panel.aggregate,
      given.map(({ score }) => score)
    )
  const parts = panel.groups.map((group) => ({
    weight: group.weight,
    one: aggregated(
      panel.aggregate,
      given.filter((one) => one.group === group.id).map(({ score }) => score)
    )
  }))
  if (panel.missing === "block" && parts.some(({ one }) => one === undefined)) return undefined
  const score = weighted(
    parts.flatMap(({ weight, one }) => {
      if (one === undefined) return panel.missing === "zero" ? [{ weight, score: zero }] : []
      return [{ weight, score: one.score }]
    })
  )
  return score === undefined ? undefined : { score, counted: parts.reduce((n, { one }) => n + (one?.counted ?? 0), 0) }
}

/** For each of some figures whether it counts towards the panel's: by the panel's method, within its group where it has groups. */
export const countedFigures = (
  panel: Panel,
  given: ReadonlyArray<{ readonly group: string | undefined; readonly score: Exact }>
): ReadonlyArray<boolean> => {
  const counted = given.map(() => false)
  for (const group of panel.groups?.map(({ id }) => id) ?? [undefined]) {
    const members = given.flatMap((one, at) => (group === undefined || one.group === group ? [{ ...one, at }] : []))
    const isIn = isCounted(
      panel.aggregate,
      members.map(({ score }) => score)
    )
    for (const [i, { at }] of members.entries()) counted[at] = isIn[i] === true
  }
  return counted
}

/** What a panel makes of some figures, one for each rater: its score, or what its absence means. */
const figure = (
  panel: Panel,
  given: ReadonlyArray<{ readonly group: string | undefined; readonly score: Exact }>,
  rounding: Rounding | undefined
): PanelScore => {
  const base = { panel: panel.id, scored: given.length }
  const made = given.length < panel.minimumRaters ? undefined : byGroup(panel, given)
  if (made !== undefined) return { ...base, counted: made.counted, score: rounded(made.score, rounding) }
  return { ...base, counted: 0, missing: panel.missing, ...(panel.missing === "zero" ? { score: zero } : {}) }
}

/** A panel's score of one item. */
export const panelScore = (book: RuleBookShape, panel: Panel, leaf: Leaf, { sheets }: PanelSheets): PanelScore => {
  const given = sheets.flatMap(({ group, scores: own }) => {
    const score = own.get(leaf.criterion.id)
    return score === undefined ? [] : [{ group, score }]
  })
  return figure(panel, given, book.rounding.panel)
}

/** What some scores of items come to by their weights, and what those items could earn; nothing where one blocks or none is left. */
export const earnings = (
  leaves: ReadonlyArray<Leaf>,
  scoreOfLeaf: (leaf: Leaf) => Exact | undefined
): { readonly earned: Exact; readonly possible: Exact } | undefined => {
  let earned = zero
  let possible = zero
  for (const leaf of leaves) {
    const score = scoreOfLeaf(leaf)
    if (score === undefined && leaf.criterion.missing === "block") return undefined
    if (score === undefined && leaf.criterion.missing === "exclude") continue
    earned = plus(earned, times(leaf.factor, score ?? zero))
    possible = plus(possible, times(leaf.factor, leaf.criterion.maximum))
  }
  return possible.n === 0n ? undefined : { earned, possible }
}

/** What some scores of items come to as a share of what the items that have one could earn. */
export const shareEarned = (
  leaves: ReadonlyArray<Leaf>,
  scoreOfLeaf: (leaf: Leaf) => Exact | undefined
): Exact | undefined => {
  const made = earnings(leaves, scoreOfLeaf)
  return made === undefined ? undefined : dividedByUnsafe(made.earned, made.possible)
}

/** The totals of a panel's sheets, out of the full marks, of those that have one. */
export const sheetTotals = (
  book: RuleBookShape,
  own: ReadonlyArray<Leaf>,
  sheets: ReadonlyArray<ScoredSheet>
): ReadonlyArray<{ readonly sheet: Sheet; readonly group: string | undefined; readonly score: Exact }> =>
  sheets.flatMap(({ sheet, group, scores: marked }) => {
    const share = shareEarned(own, ({ criterion }) => marked.get(criterion.id))
    return share === undefined ? [] : [{ sheet, group, score: times(share, book.fullMarks) }]
  })

/** The items that a panel scores. */
export const itemsOf = (panel: Panel, leaves: ReadonlyArray<Leaf>): ReadonlyArray<Leaf> =>
  leaves.filter(({ criterion }) => scores(panel, criterion.id))

/** A panel's own total, out of the full marks: of its scores of the items, or of the totals of its sheets. */
export const panelTotal = (
  book: RuleBookShape,
  panel: Panel,
  leaves: ReadonlyArray<Leaf>,
  { sheets }: PanelSheets,
  itemScores: ReadonlyMap<string, Exact>
): PanelScore => {
  const own = itemsOf(panel, leaves)
  if (panel.per === "sheet") return figure(panel, sheetTotals(book, own, sheets), book.rounding.panelTotal)
  const share =
    sheets.length < panel.minimumRaters ? undefined : shareEarned(own, ({ criterion }) => itemScores.get(criterion.id))
  const base = { panel: panel.id, scored: sheets.length }
  if (share !== undefined)
    return { ...base, counted: sheets.length, score: rounded(times(share, book.fullMarks), book.rounding.panelTotal) }
  return { ...base, counted: 0, missing: panel.missing, ...(panel.missing === "zero" ? { score: zero } : {}) }
}
