import type { RuleBookShape } from "../../RuleBook.ts"
import { type IntegerKind, type IntegerPlan, integerPlan, suffices } from "./integerPlan.ts"
import { isSame } from "./isSame.ts"
import type { LinearBook } from "./linearBook.ts"

/** The weights of the cells, for units of one type that have as many marks as one pattern says. */
export interface PatternWeights {
  readonly total: Float64Array
  /** By the names of the scores that conditions ask for. */
  readonly scores: ReadonlyArray<readonly [string, Float64Array]>
}

/** A book's arithmetic for a round whose units have marks in some patterns. */
export interface RoundPlan {
  readonly plan: IntegerPlan
  /** Nothing where a pattern's marks do not suffice for units of that type. */
  readonly weightsOf: (pattern: number, kind: IntegerKind | undefined) => PatternWeights | undefined
}

/**
 * Plans a book's arithmetic for the patterns of a round, in units of `10 ** -digits`; a pattern says how many marks each cell has.
 */
export type Planner = (patterns: ReadonlyArray<Int32Array>, digits: number) => RoundPlan | undefined

const roundPlan = (
  book: RuleBookShape,
  linear: LinearBook,
  patterns: ReadonlyArray<Int32Array>,
  digits: number
): RoundPlan | undefined => {
  const counts = linear.cells.map((_, cell) => new Set(patterns.flatMap((pattern) => pattern[cell] || [])))
  const plan = integerPlan(book, linear, counts, digits)
  if (plan === undefined) return undefined
  const weigh = (pattern: Int32Array, kind: IntegerKind): PatternWeights | undefined => {
    if (!suffices(linear, kind, (cell) => pattern[cell] ?? 0)) return undefined
    const weights = (form: IntegerKind["total"]) =>
      Float64Array.from(pattern, (count, cell) => form.get(cell)?.get(count) ?? 0)
    return {
      total: weights(kind.total),
      scores: [...kind.scores].map(([name, form]) => [name, weights(form)] as const)
    }
  }
  const weighed = patterns.map(() => new Map<IntegerKind, PatternWeights | undefined>())
  return {
    plan,
    weightsOf: (at, kind) => {
      const [own, pattern] = [weighed[at], patterns[at]]
      if (own === undefined || pattern === undefined || kind === undefined) return undefined
      if (!own.has(kind)) own.set(kind, weigh(pattern, kind))
      return own.get(kind)
    }
  }
}

/** A planner that keeps its last plan: rounds of one book mostly have as many marks as the one before, and planning takes longer than a small round. */
export const plannerFor = (book: RuleBookShape, linear: LinearBook | undefined): Planner => {
  let last:
    | { readonly patterns: ReadonlyArray<Int32Array>; readonly digits: number; readonly made: RoundPlan | undefined }
    | undefined
  return (patterns, digits) => {
    const isLast =
      last?.digits === digits &&
      last.patterns.length === patterns.length &&
      last.patterns.every((pattern, i) => isSame(pattern, patterns[i]))
    if (last === undefined || !isLast) {
      last = { patterns, digits, made: linear && roundPlan(book, linear, patterns, digits) }
    }
    return last.made
  }
}
