import { dividedByUnsafe, type Exact, one, sum, times } from "@zhengyou/core"
import { allCriteria, type Criterion } from "../../Criterion.ts"
import { groupBy } from "../../internal/groupBy.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { scoreOf } from "../../Scoring.ts"
import { markOn, type Sheet } from "../../Sheet.ts"

/** A sheet whose marks have become scores. */
export interface ScoredSheet {
  readonly unit: string
  readonly panel: string
  readonly rater: string
  readonly scores: ReadonlyMap<string, Exact>
}

/** Turns the marks of sheets into scores. */
export const scoredSheets = (book: RuleBookShape, sheets: ReadonlyArray<Sheet>): ReadonlyArray<ScoredSheet> => {
  const criteria = allCriteria(book.criteria)
  return sheets.map((sheet) => {
    const scores = criteria.flatMap((criterion): ReadonlyArray<[string, Exact]> => {
      const mark = markOn(sheet, criterion.id)
      const score = mark === undefined ? undefined : scoreOf(criterion, mark)
      return score === undefined ? [] : [[criterion.id, score]]
    })
    return { unit: sheet.unit, panel: sheet.panel, rater: sheet.rater, scores: new Map(scores) }
  })
}

/**
 * A panel with the criteria that it scores and its sheets.
 *
 * Sums run over whole numbers of parts of a mark: as long as they are whole, no fraction has to be put in lowest terms.
 */
export interface PanelSheets {
  readonly panel: Panel
  readonly parts: bigint
  readonly criteria: ReadonlyArray<Criterion>
  readonly sheets: ReadonlyArray<ScoredSheet>
}

/** What a rater gave one unit, in parts: on a criterion, or in all. */
export interface Given {
  readonly unit: string
  readonly rater: string
  readonly score: Exact
}

export const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n })

/** The mean of numbers of which there is at least one. */
export const mean = (numbers: ReadonlyArray<Exact>): Exact => dividedByUnsafe(sum(numbers), whole(numbers.length))

const inParts = ({ n, d }: Exact, parts: bigint): Exact => ({ n: n * (parts / d), d: 1n })

/** A number of parts as marks. */
export const inMarks = (x: Exact, parts: bigint): Exact => times(x, { ...one, d: parts })

/** Groups in the order of their keys, whatever the order of the items. */
export const sortedGroups = <A>(items: Iterable<A>, key: (item: A) => string) =>
  [...groupBy(items, key)].toSorted(([a], [b]) => (a < b ? -1 : 1))

/** The score of a criterion on a sheet; what is no score of the sheet's own does not count. */
export const scoreOn = (sheet: ScoredSheet, criterion: Pick<Criterion, "id">): Exact | undefined =>
  sheet.scores.get(criterion.id)

/** Every score of a criterion. */
export const givenOn = ({ sheets, parts }: PanelSheets, criterion: Pick<Criterion, "id">): ReadonlyArray<Given> =>
  sheets.flatMap((sheet) => {
    const score = scoreOn(sheet, criterion)
    return score === undefined ? [] : [{ unit: sheet.unit, rater: sheet.rater, score: inParts(score, parts) }]
  })

/** The smallest number of parts of a mark of which every score has a whole number; nothing where it passes the limit. */
export const partsOf = (sheets: ReadonlyArray<ScoredSheet>, digits: number): bigint | undefined => {
  const limit = 10n ** BigInt(digits)
  const seen = new Set<bigint>()
  let parts = 1n
  for (const { d } of sheets.flatMap((sheet) => [...sheet.scores.values()])) {
    if (seen.has(d)) continue
    seen.add(d)
    // In lowest terms, the denominator of parts / d is what d has and parts lacks.
    parts *= dividedByUnsafe({ n: parts, d: 1n }, { n: d, d: 1n }).d
    if (parts > limit) return undefined
  }
  return parts
}

/** The panels of a book with their sheets, in the order of the book. */
export const panelSheets = (
  book: RuleBookShape,
  sheets: ReadonlyArray<ScoredSheet>,
  parts: bigint
): ReadonlyArray<PanelSheets> => {
  const byPanel = groupBy(sheets, (sheet) => sheet.panel)
  return book.panels.map((panel) => ({
    panel,
    parts,
    criteria: allCriteria(book.criteria).filter((criterion) => scores(panel, criterion.id)),
    sheets: byPanel.get(panel.id) ?? []
  }))
}
