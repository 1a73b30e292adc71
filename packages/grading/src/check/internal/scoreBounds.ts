import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  isSameExact,
  minus,
  plus,
  type Rounding,
  sum,
  times,
  zero
} from "@zhengyou/core"
import type { Adjustment } from "../../Adjustment.ts"
import { type Criterion, type Leaf, leavesFor } from "../../Criterion.ts"
import { rounded } from "../../internal/panelScores.ts"
import { scores } from "../../Panel.ts"
import type { RuleBook } from "../../RuleBook.ts"

/** The least and the most that a figure can be; without an end above where `most` is missing. */
export interface Bounds {
  readonly least: Exact
  readonly most: Exact | undefined
}

const smaller = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b)
const larger = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b)

/** Bounds that hold both. */
export const hull = (a: Bounds, b: Bounds): Bounds => ({
  least: smaller(a.least, b.least),
  most: a.most === undefined || b.most === undefined ? undefined : larger(a.most, b.most)
})

const hullOf = (parts: ReadonlyArray<Bounds>): Bounds | undefined => {
  const [first, ...rest] = parts
  return first && rest.reduce(hull, first)
}

const mapped = ({ least, most }: Bounds, f: (x: Exact) => Exact): Bounds => ({
  least: f(least),
  most: most === undefined ? undefined : f(most)
})

const summed = (parts: ReadonlyArray<Bounds>): Bounds => {
  const most = parts.flatMap((part) => part.most ?? [])
  return { least: sum(parts.map((part) => part.least)), most: most.length < parts.length ? undefined : sum(most) }
}

/** The points that the marks of a scoring with stated points can be worth; nothing where it has no list of them. */
const pointsListed = ({ maximum, scoring }: Criterion): ReadonlyArray<Exact> | undefined => {
  switch (scoring.kind) {
    case "anchors":
      return scoring.anchors.map(({ points }) => points)
    case "letters":
      return scoring.letters.map(({ share }) => times(share, maximum))
    case "rate":
      // The points below the lowest step are out of reach where that step begins at nought.
      return [
        ...scoring.steps.map(({ points }) => points),
        ...(scoring.steps.at(-1)?.from.n === 0n ? [] : [scoring.below])
      ]
    default:
      return undefined
  }
}

/** What a mark on a criterion can be worth. */
const markBounds = (criterion: Criterion): Bounds => {
  const { maximum, scoring } = criterion
  const listed = pointsListed(criterion)
  if (listed !== undefined) return hullOf(listed.map((x) => ({ least: x, most: x }))) ?? { least: zero, most: maximum }
  if (scoring.kind === "deduct") return { least: scoring.floor, most: maximum }
  return { least: zero, most: scoring.kind === "count" && !scoring.capped ? undefined : maximum }
}

const withRoundings = (bounds: Bounds, roundings: ReadonlyArray<Rounding | undefined>): Bounds =>
  roundings.reduce((so, rounding) => mapped(so, (x) => rounded(x, rounding)), bounds)

/** What marks make of a criterion before adjustments: every step from marks to scores keeps their order. */
const scoredBounds = (book: RuleBook, criterion: Criterion): Bounds => {
  const { mark, panel, criterion: last } = book.rounding
  return withRoundings(markBounds(criterion), [mark, panel, last])
}

/** The score that every mark on a criterion is worth, where they are all worth the same. */
export const constantScore = (book: RuleBook, criterion: Criterion): Exact | undefined => {
  // A panel's own total is made of scores that no rounding of the criterion has gone over.
  const { least, most } =
    book.combine === "panels"
      ? withRoundings(markBounds(criterion), [book.rounding.mark])
      : scoredBounds(book, criterion)
  return most !== undefined && isSameExact(least, most) ? least : undefined
}

const fromNought = (bounds: Bounds): Bounds => ({ least: smaller(bounds.least, zero), most: bounds.most })

/** What an adjustment can come to. */
export const adjustmentMost = (book: RuleBook, { cap }: Adjustment): Exact | undefined =>
  cap === undefined ? undefined : rounded(cap, book.rounding.adjustment)

const adjusted = (book: RuleBook, bounds: Bounds, where: (adjustment: Adjustment) => boolean): Bounds =>
  book.adjustments.filter(where).reduce((so, adjustment) => {
    const most = adjustmentMost(book, adjustment)
    if (adjustment.kind === "bonus")
      return { least: so.least, most: so.most === undefined || most === undefined ? undefined : plus(so.most, most) }
    return { least: most === undefined ? zero : larger(zero, minus(so.least, most)), most: so.most }
  }, bounds)

/** What a criterion's score can be, with what a missing one counts and with adjustments. */
export const criterionBounds = (book: RuleBook, criterion: Criterion): Bounds => {
  const isZeroed =
    criterion.missing === "zero" || book.panels.some((panel) => panel.missing === "zero" && scores(panel, criterion.id))
  const bounds = scoredBounds(book, criterion)
  return adjusted(
    book,
    isZeroed ? fromNought(bounds) : bounds,
    ({ on }) => "criterion" in on && on.criterion === criterion.id
  )
}

/** The share of the maximum that items can earn; nothing where there are none. */
const shareBounds = (leaves: ReadonlyArray<Leaf>, boundsOf: (criterion: Criterion) => Bounds): Bounds | undefined => {
  const of = (leaf: Leaf) => boundsOf(leaf.criterion)
  // Where items may be left out, the share lies between the least and the most of any item.
  if (leaves.some(({ criterion }) => criterion.missing === "exclude"))
    return hullOf(leaves.map((leaf) => mapped(of(leaf), (x) => dividedByUnsafe(x, leaf.criterion.maximum))))
  const possible = sum(leaves.map(({ criterion, factor }) => times(factor, criterion.maximum)))
  if (possible.n === 0n) return undefined
  const earned = summed(leaves.map((leaf) => mapped(of(leaf), (x) => times(leaf.factor, x))))
  return mapped(earned, (x) => dividedByUnsafe(x, possible))
}

/** What a panel's own total can be, where panels make totals of their own. */
const panelTotalBounds = (
  book: RuleBook,
  panel: RuleBook["panels"][number],
  leaves: ReadonlyArray<Leaf>
): Bounds | undefined => {
  const { mark, panel: perItem, panelTotal } = book.rounding
  const boundsOf = (criterion: Criterion): Bounds => {
    const bounds = withRoundings(markBounds(criterion), [mark, panel.per === "sheet" ? undefined : perItem])
    return criterion.missing === "zero" || panel.missing === "zero" ? fromNought(bounds) : bounds
  }
  const share = shareBounds(
    leaves.filter(({ criterion }) => scores(panel, criterion.id)),
    boundsOf
  )
  if (share === undefined) return undefined
  const total = mapped(share, (x) => rounded(times(x, book.fullMarks), panelTotal))
  return panel.missing === "zero" ? fromNought(total) : total
}

/** What the weighted scores of some items can come to. */
export const itemsBounds = (book: RuleBook, leaves: ReadonlyArray<Leaf>): Bounds =>
  summed(leaves.map(({ criterion, factor }) => mapped(criterionBounds(book, criterion), (x) => times(factor, x))))

/** What a panel's score can be, as conditions ask for it. */
export const panelBounds = (
  book: RuleBook,
  panel: RuleBook["panels"][number],
  leaves: ReadonlyArray<Leaf>
): Bounds | undefined => {
  if (book.combine === "panels") return panelTotalBounds(book, panel, leaves)
  const own = leaves.filter(({ criterion }) => scores(panel, criterion.id))
  const { mark, panel: perItem } = book.rounding
  return summed(
    own.map(({ criterion, factor }) => {
      const bounds = withRoundings(markBounds(criterion), [mark, perItem])
      return mapped(panel.missing === "zero" ? fromNought(bounds) : bounds, (x) => times(factor, x))
    })
  )
}

const byPanels = (book: RuleBook, leaves: ReadonlyArray<Leaf>): Bounds | undefined => {
  const parts = book.panels.flatMap((panel) => {
    const bounds = panel.weight.n === 0n ? undefined : panelTotalBounds(book, panel, leaves)
    return bounds === undefined ? [] : [{ panel, bounds }]
  })
  const shares = (bounds: Bounds) => mapped(bounds, (x) => dividedByUnsafe(x, book.fullMarks))
  if (parts.some(({ panel }) => panel.missing === "exclude")) {
    const whole = hullOf(parts.map(({ bounds }) => bounds))
    return whole && shares(whole)
  }
  const weights = sum(parts.map(({ panel }) => panel.weight))
  if (weights.n === 0n) return undefined
  const weighed = parts.map(({ panel, bounds }) => mapped(bounds, (x) => times(panel.weight, x)))
  return shares(mapped(summed(weighed), (x) => dividedByUnsafe(x, weights)))
}

/** What the deciding total of a type of unit can be; nothing where no item applies to it. */
export const totalBounds = (book: RuleBook, type: string | undefined): Bounds | undefined => {
  const leaves = leavesFor(book.criteria, type)
  if (leaves.length === 0) return undefined
  const share =
    book.combine === "panels"
      ? byPanels(book, leaves)
      : shareBounds(leaves, (criterion) => criterionBounds(book, criterion))
  if (share === undefined) return undefined
  const scaled = mapped(share, (x) => times(x, book.convertTo ?? book.fullMarks))
  const whole = adjusted(book, scaled, ({ on }) => "total" in on)
  return book.decideOn === "rounded" ? withRoundings(whole, [book.rounding.total]) : whole
}
