import { dividedByUnsafe, type Exact, one, sum, times } from "@zhengyou/core"
import type { Criterion } from "../../Criterion.ts"
import { groupBy } from "../../internal/groupBy.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import type { Sheet } from "../../Sheet.ts"

/**
 * A panel with the criteria that it scores and its sheets.
 *
 * Sums run over whole numbers of parts of a mark: as long as they are whole, no fraction has to be put in lowest terms.
 */
export interface PanelSheets {
  readonly panel: Panel
  readonly parts: bigint
  readonly criteria: ReadonlyArray<Criterion>
  readonly sheets: ReadonlyArray<Sheet>
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

/** The score of a criterion on a sheet; a criterion may be called `constructor`, so inherited names do not count. */
export const scoreOn = (sheet: Sheet, criterion: Pick<Criterion, "id">): Exact | undefined =>
  Object.hasOwn(sheet.scores, criterion.id) ? sheet.scores[criterion.id] : undefined

/** Every score of a criterion. */
export const givenOn = ({ sheets, parts }: PanelSheets, criterion: Pick<Criterion, "id">): ReadonlyArray<Given> =>
  sheets.flatMap((sheet) => {
    const score = scoreOn(sheet, criterion)
    return score === undefined ? [] : [{ unit: sheet.unit, rater: sheet.rater, score: inParts(score, parts) }]
  })

/** The smallest number of parts of a mark of which every score has a whole number; nothing where it passes the limit. */
export const partsOf = (sheets: ReadonlyArray<Sheet>, digits: number): bigint | undefined => {
  const limit = 10n ** BigInt(digits)
  const seen = new Set<bigint>()
  let parts = 1n
  for (const { d } of sheets.flatMap((sheet) => Object.values(sheet.scores))) {
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
  sheets: ReadonlyArray<Sheet>,
  parts: bigint
): ReadonlyArray<PanelSheets> => {
  const byPanel = groupBy(sheets, (sheet) => sheet.panel)
  return book.panels.map((panel) => ({
    panel,
    parts,
    criteria: book.criteria.filter((criterion) => scores(panel, criterion.id)),
    sheets: byPanel.get(panel.id) ?? []
  }))
}
