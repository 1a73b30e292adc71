import type { GradingInputs, Panel, RuleBook, Sheet } from "@zhengyou/grading"
import {
  add,
  divide,
  type Fraction,
  isSame,
  larger,
  multiply,
  nought,
  roundedBy,
  smaller,
  subtract,
  total,
  weightedMean,
  whole
} from "./fraction.ts"
import { combined, type Item, itemsFor, worthOf } from "./marks.ts"

/** A sheet that counts, as scores by criterion. */
interface Counted {
  readonly group: string | undefined
  readonly scores: ReadonlyMap<string, Fraction>
}

/** Nothing is a figure that is missing; `blocked` one whose absence stops the grading. */
type Figure = Fraction | "blocked" | undefined

/** What a unit's sheets come to. */
export interface ReferenceScore {
  readonly items: ReadonlyArray<Item>
  readonly criteria: ReadonlyMap<string, Fraction>
  /** The scores of each panel by criterion. */
  readonly byPanel: ReadonlyMap<string, ReadonlyMap<string, Fraction>>
  /** The panels' own totals, where the book combines those. */
  readonly panelTotals: ReadonlyMap<string, Fraction>
  /** The total before its rounding; nothing where something missing stops the grading. */
  readonly exact: Fraction | undefined
}

const sees = (panel: Panel, criterion: string): boolean =>
  panel.criteria === undefined || panel.criteria.includes(criterion)

const countedSheet = (book: RuleBook, panel: Panel, items: ReadonlyArray<Item>, sheet: Sheet): Counted => {
  const marked = items.flatMap(({ criterion }): ReadonlyArray<readonly [string, Fraction]> => {
    const mark = Object.hasOwn(sheet.scores, criterion.id) ? sheet.scores[criterion.id] : undefined
    if (mark === undefined || !sees(panel, criterion.id)) return []
    return [[criterion.id, roundedBy(worthOf(criterion, mark), book.rounding.mark)]]
  })
  return { group: sheet.group, scores: new Map(marked) }
}

/** Whether discipline makes a sheet void: the same share of every maximum, or the maximum everywhere. */
const isVoid = (panel: Panel, items: ReadonlyArray<Item>, { scores }: Counted): boolean => {
  const shares = items.flatMap(({ criterion }) => {
    const score = scores.get(criterion.id)
    return score === undefined ? [] : [divide(score, criterion.maximum)]
  })
  const [first] = shares
  if (first === undefined || shares.length < 2 || !shares.every((share) => isSame(share, first))) return false
  return (panel.voids ?? []).some((rule) => rule === "allEqual" || isSame(first, whole(1)))
}

/** Whether a sheet is set aside because its rater belongs to the unit. */
export const isRecused = (panel: Panel, sheet: Sheet): boolean =>
  panel.recuse === "ownUnit" && sheet.raterUnit === sheet.unit

/** Whether a sheet is set aside as void. */
export const isVoidSheet = (book: RuleBook, panel: Panel, type: string | undefined, sheet: Sheet): boolean => {
  const items = itemsFor(book.criteria, type)
  return isVoid(panel, items, countedSheet(book, panel, items, sheet))
}

/** A panel's figure of one number for each rater. */
const figureOf = (panel: Panel, given: ReadonlyArray<readonly [string | undefined, Fraction]>): Figure => {
  const absent: Figure = { block: "blocked" as const, zero: nought, exclude: undefined }[panel.missing]
  if (given.length === 0 || given.length < panel.minimumRaters) return absent
  const { groups } = panel
  if (groups === undefined)
    return combined(
      panel.aggregate,
      given.map(([, number]) => number)
    )
  const parts = groups.flatMap(({ id, weight }) => {
    const own = given.flatMap(([group, number]) => (group === id ? [number] : []))
    if (own.length > 0) return [{ weight, value: combined(panel.aggregate, own) }]
    return panel.missing === "zero" ? [{ weight, value: nought }] : []
  })
  if (panel.missing === "block" && parts.length < groups.length) return "blocked"
  return weightedMean(parts) ?? absent
}

/** The earned marks as a share of those that could be earned. */
const shareOf = (items: ReadonlyArray<Item>, scoreOf: (criterion: string) => Fraction | undefined): Figure => {
  if (items.some(({ criterion }) => criterion.missing === "block" && scoreOf(criterion.id) === undefined))
    return "blocked"
  const counting = items.filter(({ criterion }) => criterion.missing === "zero" || scoreOf(criterion.id) !== undefined)
  const possible = total(counting.map(({ criterion, factor }) => multiply(factor, criterion.maximum)))
  if (possible.n === 0n) return undefined
  return divide(
    total(counting.map(({ criterion, factor }) => multiply(factor, scoreOf(criterion.id) ?? nought))),
    possible
  )
}

const isNumber = (figure: Figure): figure is Fraction => typeof figure === "object"

/** Scores one unit by the words of the book, one step after the other. */
export const referenceScore = (book: RuleBook, inputs: GradingInputs, unit: string): ReferenceScore => {
  const items = itemsFor(book.criteria, inputs.units.find(({ id }) => id === unit)?.type)
  const adjust = (figure: Fraction, isOn: (on: RuleBook["adjustments"][number]["on"]) => boolean): Fraction =>
    book.adjustments.reduce((so, { id, kind, on, cap, highestOnly }) => {
      const own = (inputs.awards ?? []).filter((award) => award.unit === unit && award.adjustment === id)
      if (!isOn(on) || own.length === 0) return so
      const points = own.map((award) => award.points)
      const given = highestOnly === true ? points.reduce(larger) : total(points)
      const counted = roundedBy(cap === undefined ? given : smaller(given, cap), book.rounding.adjustment)
      return kind === "bonus" ? add(so, counted) : larger(nought, subtract(so, counted))
    }, figure)

  const panels = book.panels.map((panel) => {
    const counted = inputs.sheets
      .filter((sheet) => sheet.unit === unit && sheet.panel === panel.id && !isRecused(panel, sheet))
      .map((sheet) => countedSheet(book, panel, items, sheet))
      .filter((sheet) => !isVoid(panel, items, sheet))
    const seen = items.filter(({ criterion }) => sees(panel, criterion.id))
    const figures = new Map(
      seen.map(({ criterion }): readonly [string, Figure] => {
        const given = counted.flatMap(({ group, scores }): ReadonlyArray<readonly [string | undefined, Fraction]> => {
          const score = scores.get(criterion.id)
          return score === undefined ? [] : [[group, score]]
        })
        const figure = figureOf(panel, given)
        return [criterion.id, isNumber(figure) ? roundedBy(figure, book.rounding.panel) : figure]
      })
    )
    return { panel, counted, seen, figures }
  })

  const criteria = new Map<string, Fraction>()
  let isBlocked = false
  for (const { criterion } of items) {
    const { id, missing } = criterion
    const figures = panels.flatMap(({ panel, figures: own }) =>
      own.has(id) ? [{ weight: panel.weight, figure: own.get(id) }] : []
    )
    if (book.combine === "criteria" && figures.some(({ figure }) => figure === "blocked")) {
      isBlocked = true
      continue
    }
    const mean = weightedMean(
      figures.flatMap(({ weight, figure }) => (isNumber(figure) ? [{ weight, value: figure }] : []))
    )
    const figure =
      mean === undefined ? (missing === "zero" ? nought : undefined) : roundedBy(mean, book.rounding.criterion)
    if (figure !== undefined)
      criteria.set(
        id,
        adjust(figure, (on) => "criterion" in on && on.criterion === id)
      )
  }

  const panelTotals = new Map<string, Fraction>()
  if (book.combine === "panels") {
    for (const { panel, counted, seen, figures } of panels) {
      const figure = ownTotal(book, panel, counted, seen, figures)
      if (figure === "blocked") isBlocked = true
      else if (figure !== undefined) panelTotals.set(panel.id, figure)
    }
  }

  const share =
    book.combine === "criteria"
      ? shareOf(items, (criterion) => criteria.get(criterion))
      : sharesOfPanels(book, panelTotals)
  const earned = isBlocked || !isNumber(share) ? undefined : multiply(share, book.convertTo ?? book.fullMarks)
  return {
    items,
    criteria,
    byPanel: new Map(
      panels.map(({ panel, figures }) => [
        panel.id,
        new Map([...figures].flatMap(([id, figure]) => (isNumber(figure) ? [[id, figure] as const] : [])))
      ])
    ),
    panelTotals,
    exact: earned && adjust(earned, (on) => "total" in on)
  }
}

const sharesOfPanels = (book: RuleBook, totals: ReadonlyMap<string, Fraction>): Figure => {
  const mean = weightedMean(
    book.panels.flatMap(({ id, weight }) => {
      const value = totals.get(id)
      return value === undefined ? [] : [{ weight, value }]
    })
  )
  return mean && divide(mean, book.fullMarks)
}

/** A panel's own total out of the full marks: of its figures of the items, or of its sheets' totals. */
const ownTotal = (
  book: RuleBook,
  panel: Panel,
  counted: ReadonlyArray<Counted>,
  seen: ReadonlyArray<Item>,
  figures: ReadonlyMap<string, Figure>
): Figure => {
  const absent: Figure = { block: "blocked" as const, zero: nought, exclude: undefined }[panel.missing]
  const { panelTotal } = book.rounding
  if (panel.per === "sheet") {
    const given = counted.flatMap(({ group, scores }): ReadonlyArray<readonly [string | undefined, Fraction]> => {
      const share = shareOf(seen, (criterion) => scores.get(criterion))
      return isNumber(share) ? [[group, multiply(share, book.fullMarks)]] : []
    })
    const figure = figureOf(panel, given)
    return isNumber(figure) ? roundedBy(figure, panelTotal) : figure
  }
  if (counted.length < panel.minimumRaters) return absent
  const share = shareOf(seen, (criterion) => {
    const figure = figures.get(criterion)
    return isNumber(figure) ? figure : undefined
  })
  return isNumber(share) ? roundedBy(multiply(share, book.fullMarks), panelTotal) : absent
}
