import { dropsOf } from "../../Aggregator.ts"
import { blockSize } from "./ask.ts"
import type { IntegerKind, Weights } from "./integerPlan.ts"
import type { LinearBook } from "./linearBook.ts"
import type { RoundPlan } from "./planner.ts"
import type { Settle } from "./Tally.ts"

/** Columns with their weights, five at a time; a short last five is filled up with weight nought. */
interface Five {
  readonly columns: readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  readonly weights: readonly [number, number, number, number, number]
}

const fives = (pairs: ReadonlyArray<readonly [Float64Array, number]>): ReadonlyArray<Five> => {
  const all: Array<Five> = []
  for (let i = 0; i < pairs.length; i += 5) {
    const at = (k: number): readonly [Float64Array, number] => pairs[i + k] ?? [pairs[i]?.[0] ?? new Float64Array(0), 0]
    const [a, b, c, d, e] = [at(0), at(1), at(2), at(3), at(4)]
    all.push({ columns: [a[0], b[0], c[0], d[0], e[0]], weights: [a[1], b[1], c[1], d[1], e[1]] })
  }
  return all
}

/**
 * Adds weighted columns to `out`, both from row `from` on; the columns stand `shift` rows before it. Whole numbers below the plan's bound, so
 * that each sum is exact, and NaN stays NaN.
 */
const addFive = ({ columns, weights }: Five, from: number, count: number, out: Float64Array, shift = 0): void => {
  const [a, b, c, d, e] = columns
  const [v, w, x, y, z] = weights
  for (let i = from; i < from + count; i++) {
    const k = i - shift
    // The columns are as long as the round: the assertions cost nothing, a fallback for each would.
    out[i] =
      (out[i] as number) +
      (a[k] as number) * v +
      (b[k] as number) * w +
      (c[k] as number) * x +
      (d[k] as number) * y +
      (e[k] as number) * z
  }
}

/** The sums of what a cell keeps of its marks, for a block: NaN where one is not given. */
const trim = (
  columns: ReadonlyArray<Float64Array>,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
  from: number,
  count: number,
  sorted: Float64Array,
  out: Float64Array
): void => {
  const n = columns.length
  for (let i = 0; i < count; i++) {
    let all = 0
    for (let j = 0; j < n; j++) {
      const x = columns[j]?.[from + i] ?? Number.NaN
      all += x
      let k = j
      for (; k > 0 && (sorted[k - 1] ?? 0) > x; k--) sorted[k] = sorted[k - 1] ?? 0
      sorted[k] = x
    }
    for (let j = 0; j < lowest; j++) all -= sorted[j] ?? 0
    for (let j = n - highest; j < n; j++) all -= sorted[j] ?? 0
    out[i] = all
  }
}

/** A form over columns: those that are added as they stand, and the weights of the cells that are trimmed first. */
interface Sum {
  readonly plain: ReadonlyArray<Five>
  readonly trimmed: ReadonlyArray<readonly [cell: number, weight: number]>
}

/** What units of one type are added up to. */
interface KindSums {
  readonly kind: IntegerKind | undefined
  /** Nothing where the marks do not suffice. */
  readonly sums: { readonly total: Sum; readonly scores: ReadonlyArray<readonly [string, Sum]> } | undefined
}

/** What there is to be added up in a round of columns, made ready once for all its gradings. */
export interface ColumnSums {
  readonly cells: ReadonlyArray<ReadonlyArray<Float64Array>>
  /** How many marks a cell drops, for those that drop any. */
  readonly drops: ReadonlyArray<readonly [cell: number, { readonly lowest: number; readonly highest: number }]>
  readonly kinds: ReadonlyArray<KindSums>
  readonly kindOf: (row: number) => IntegerKind | undefined
}

/** Makes the sums of a round ready, given the mark columns of each cell. */
export const columnSums = (
  linear: LinearBook,
  { plan, weightsOf }: RoundPlan,
  cells: ReadonlyArray<ReadonlyArray<Float64Array>>,
  types: ReadonlyArray<string | undefined> | undefined
): ColumnSums => {
  const drops = new Map(
    cells.flatMap((own, i) => {
      const aggregate = linear.cells[i]?.aggregate ?? { method: "mean" }
      const { lowest, highest } = dropsOf(aggregate, own.length)
      return own.length > 0 && lowest + highest > 0 ? [[i, { lowest, highest }] as const] : []
    })
  )
  const sumOf = (form: Weights, weights: Float64Array): Sum => {
    const all = [...form.keys()].map((cell) => [cell, weights[cell] ?? 0] as const)
    const plain = all.filter(([cell]) => !drops.has(cell))
    return {
      plain: fives(plain.flatMap(([cell, weight]) => (cells[cell] ?? []).map((one) => [one, weight] as const))),
      trimmed: all.filter(([cell]) => drops.has(cell))
    }
  }
  const sumsOf = (kind: IntegerKind | undefined): KindSums["sums"] => {
    const weights = weightsOf(0, kind)
    return (
      kind &&
      weights && {
        total: sumOf(kind.total, weights.total),
        scores: weights.scores.map(([name, own]) => [name, sumOf(kind.scores.get(name) ?? new Map(), own)] as const)
      }
    )
  }
  const kinds = new Set([...new Set(types ?? [undefined])].map((type) => plan.kindOf(type)))
  return {
    cells,
    drops: [...drops],
    kinds: [...kinds].map((kind) => ({ kind, sums: sumsOf(kind) })),
    kindOf: (row) => plan.kindOf(types?.[row])
  }
}

/**
 * Adds up a round's columns block by block into `totals` and `scores`, and has each block settled while it is at hand.
 */
export const addUp = (
  { cells, drops, kinds, kindOf }: ColumnSums,
  isAside: ((row: number) => boolean) | undefined,
  totals: Float64Array,
  scores: ReadonlyMap<string, Float64Array>,
  settle: Settle
): void => {
  const block = Math.min(blockSize, totals.length)
  const kept = new Map(drops.map(([cell]) => [cell, new Float64Array(block)]))
  const sorted = new Float64Array(drops.reduce((most, [cell]) => Math.max(most, cells[cell]?.length ?? 0), 0))
  const trimmedFives = ({ trimmed }: Sum) =>
    fives(trimmed.flatMap(([cell, weight]) => [kept.get(cell)].flatMap((one) => (one ? [[one, weight] as const] : []))))
  const run = (sum: Sum, from: number, count: number, out: Float64Array): void => {
    out.fill(0, from, from + count)
    for (const five of sum.plain) addFive(five, from, count, out)
    if (sum.trimmed.length > 0) for (const five of trimmedFives(sum)) addFive(five, from, count, out, from)
  }
  // Where units of several types are told apart, each type is added up for the whole block, and its rows are taken over.
  const isOne = kinds.length === 1
  const apart = isOne ? undefined : new Float64Array(totals.length)
  const sumInto = (out: Float64Array, sum: Sum, kind: IntegerKind | undefined, from: number, count: number): void => {
    run(sum, from, count, apart ?? out)
    if (apart === undefined) return
    for (let row = from; row < from + count; row++) if (kindOf(row) === kind) out[row] = apart[row] ?? Number.NaN
  }
  for (let from = 0; from < totals.length; from += block) {
    const count = Math.min(block, totals.length - from)
    for (const [cell, dropped] of drops) {
      trim(cells[cell] ?? [], dropped, from, count, sorted, kept.get(cell) ?? sorted)
    }
    for (const { kind, sums } of kinds) {
      if (sums === undefined) {
        for (let row = from; row < from + count; row++) if (isOne || kindOf(row) === kind) totals[row] = Number.NaN
        continue
      }
      sumInto(totals, sums.total, kind, from, count)
      for (const [name, sum] of sums.scores) {
        const out = scores.get(name)
        if (out !== undefined) sumInto(out, sum, kind, from, count)
      }
    }
    if (isAside !== undefined)
      for (let row = from; row < from + count; row++) if (isAside(row)) totals[row] = Number.NaN
    settle(from, count)
  }
}
