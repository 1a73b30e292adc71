import { compareExact, type Exact, plus, times, zero } from "@zhengyou/core"
import {
  type Criterion,
  type CriterionGroup,
  type CriterionNode,
  type CriterionScore,
  isGroup,
  type Outcome,
  type RuleBook
} from "@zhengyou/grading"

/** A heading of the book above the criteria that a unit was scored on. */
interface WorkedGroup {
  readonly depth: number
  readonly group: CriterionGroup
}

/** A criterion of the book with what a unit scored on it, and its weight in the total. */
interface WorkedCriterion {
  readonly depth: number
  readonly criterion: Criterion
  readonly factor: Exact
  readonly scored: CriterionScore
}

export type WorkedRow = WorkedGroup | WorkedCriterion

const rowsOf = (
  nodes: ReadonlyArray<CriterionNode>,
  scores: ReadonlyMap<string, CriterionScore>,
  above: Exact,
  depth: number
): ReadonlyArray<WorkedRow> =>
  nodes.flatMap((node): ReadonlyArray<WorkedRow> => {
    const factor = times(above, node.weight)
    if (isGroup(node)) {
      const inside = rowsOf(node.items, scores, factor, depth + 1)
      return inside.length === 0 ? [] : [{ depth, group: node }, ...inside]
    }
    const scored = scores.get(node.id)
    return scored === undefined ? [] : [{ depth, criterion: node, factor, scored }]
  })

/** The criteria that apply to a unit under their headings, in the order of the book, with the unit's scores. */
export const workedRows = (book: RuleBook, outcome: Outcome): ReadonlyArray<WorkedRow> =>
  "scores" in outcome
    ? rowsOf(book.criteria, new Map(outcome.scores.map((one) => [one.criterion, one])), { n: 1n, d: 1n }, 0)
    : []

/**
 * What the weighted scores come to and could come to, and what that is converted to; nothing where nothing is converted, or
 * where the total comes of panels that each have one.
 */
export const conversionOf = (
  book: RuleBook,
  worked: ReadonlyArray<WorkedRow>
): { readonly earned: Exact; readonly possible: Exact; readonly to: Exact } | undefined => {
  if (book.combine === "panels") return undefined
  let earned = zero
  let possible = zero
  for (const row of worked) {
    if ("group" in row || row.scored.score === undefined) continue
    earned = plus(earned, times(row.factor, row.scored.score))
    possible = plus(possible, times(row.factor, row.criterion.maximum))
  }
  const to = book.convertTo ?? book.fullMarks
  return compareExact(possible, to) === 0 ? undefined : { earned, possible, to }
}
