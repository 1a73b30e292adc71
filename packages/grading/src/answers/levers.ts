import { compareExact, dividedByUnsafe, type Exact, minus, type Named, sum, times, zero } from "@zhengyou/core"
import type { Leaf } from "../Criterion.ts"
import { named } from "../internal/named.ts"
import type { CriterionScore, PanelScore } from "../Outcome.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import type { Raise } from "./Obstacle.ts"

/** A figure that a unit could raise: how far it is, how far it can go, and what one point of it adds to the total. */
export interface Lever {
  readonly lever: Named
  readonly score: Exact
  readonly maximum: Exact
  readonly gain: Exact
}

const scaleOf = (book: RuleBookShape): Exact => book.convertTo ?? book.fullMarks

const criterionLevers = (
  book: RuleBookShape,
  leaves: ReadonlyArray<Leaf>,
  scores: ReadonlyArray<CriterionScore>
): ReadonlyArray<Lever> => {
  const scored = leaves.flatMap((leaf) => {
    const score = scores.find((one) => one.criterion === leaf.criterion.id)?.score
    return score === undefined ? [] : [{ leaf, score }]
  })
  const possible = sum(scored.map(({ leaf }) => times(leaf.factor, leaf.criterion.maximum)))
  return scored.map(({ leaf, score }) => ({
    lever: named(leaf.criterion),
    score,
    maximum: leaf.criterion.maximum,
    gain: dividedByUnsafe(times(leaf.factor, scaleOf(book)), possible)
  }))
}

const panelLevers = (book: RuleBookShape, panels: ReadonlyArray<PanelScore>): ReadonlyArray<Lever> => {
  const scored = book.panels.flatMap((panel) => {
    const score = panels.find((one) => one.panel === panel.id)?.score
    return score === undefined || panel.weight.n === 0n ? [] : [{ panel, score }]
  })
  const weights = sum(scored.map(({ panel }) => panel.weight))
  return scored.map(({ panel, score }) => ({
    lever: named(panel),
    score,
    maximum: book.fullMarks,
    gain: dividedByUnsafe(times(panel.weight, scaleOf(book)), times(weights, book.fullMarks))
  }))
}

/** The figures that a unit's total is made of: its criteria's scores, or its panels' totals where the book combines those. */
export const leversOf = (
  book: RuleBookShape,
  leaves: ReadonlyArray<Leaf>,
  outcome: { readonly scores: ReadonlyArray<CriterionScore>; readonly panels: ReadonlyArray<PanelScore> }
): ReadonlyArray<Lever> =>
  book.combine === "panels" ? panelLevers(book, outcome.panels) : criterionLevers(book, leaves, outcome.scores)

/**
 * The raises that add a need to the total with the fewest points, each within its room; nothing where there is not room
 * enough. What gains most a point is raised first, which no other choice can beat.
 */
export const cheapest = (levers: ReadonlyArray<Lever>, need: Exact): ReadonlyArray<Raise> | undefined => {
  let left = need
  const raises: Array<Raise> = []
  for (const { lever, score, maximum, gain } of levers.toSorted((a, b) => compareExact(b.gain, a.gain))) {
    const room = minus(maximum, score)
    if (compareExact(left, zero) <= 0) break
    if (room.n <= 0n || gain.n === 0n) continue
    const wanted = dividedByUnsafe(left, gain)
    const by = compareExact(wanted, room) < 0 ? wanted : room
    raises.push({ lever, from: score, by })
    left = minus(left, times(by, gain))
  }
  return compareExact(left, zero) > 0 ? undefined : raises
}
