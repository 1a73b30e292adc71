import { dropsOf } from "../../Aggregator.ts"
import { blockSize as block } from "./ask.ts"
import { type IntegerKind, type IntegerPlan, suffices, type Weights } from "./integerPlan.ts"
import type { LinearBook } from "./linearBook.ts"
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

/** A form over columns: those that are added as they stand, and the cells that are trimmed first. */
interface Sum {
  readonly plain: ReadonlyArray<Five>
  readonly trimmed: ReadonlyArray<Five>
}

/**
 * Adds up a round's columns block by block into `totals` and `scores`, and has each block settled while it is at hand.
 */
export const addUp = (
  linear: LinearBook,
  plan: IntegerPlan,
  cells: ReadonlyArray<ReadonlyArray<Float64Array>>,
  types: ReadonlyArray<string | undefined> | undefined,
  isAside: ((row: number) => boolean) | undefined,
  totals: Float64Array,
  scores: ReadonlyMap<string, Float64Array>,
  settle: Settle
): void => {
  const drops = cells.map((own, i) => {
    const aggregate = linear.cells[i]?.aggregate ?? { method: "mean" }
    const { lowest, highest } = dropsOf(aggregate, own.length)
    return own.length > 0 && lowest + highest > 0 ? { lowest, highest, sums: new Float64Array(block) } : undefined
  })
  const sorted = new Float64Array(Math.max(1, ...cells.map((own) => own.length)))
  const sumOf = (form: Weights): Sum => {
    const weight = (cell: number) => form.get(cell)?.get(cells[cell]?.length ?? 0) ?? 0
    const isTrimmed = (cell: number) => drops[cell] !== undefined
    const all = [...form.keys()]
    return {
      plain: fives(
        all.flatMap((cell) => (isTrimmed(cell) ? [] : (cells[cell] ?? []).map((one) => [one, weight(cell)] as const)))
      ),
      trimmed: fives(
        all.flatMap((cell) => [drops[cell]?.sums].flatMap((one) => (one ? [[one, weight(cell)] as const] : [])))
      )
    }
  }
  const ready = new Map<
    IntegerKind,
    { readonly total: Sum; readonly scores: ReadonlyArray<readonly [Float64Array, Sum]> }
  >()
  const readyFor = (kind: IntegerKind | undefined) => {
    if (kind === undefined || !suffices(linear, kind, (cell) => cells[cell]?.length ?? 0)) return undefined
    const before = ready.get(kind)
    if (before !== undefined) return before
    const made = {
      total: sumOf(kind.total),
      scores: [...kind.scores].flatMap(([name, form]) =>
        [scores.get(name)].flatMap((out) => (out ? [[out, sumOf(form)] as const] : []))
      )
    }
    ready.set(kind, made)
    return made
  }
  const kindNames = [...new Set(types ?? [undefined])]
  const kinds = [...new Set(kindNames.map((type) => plan.kindOf(type)))].map((kind) => ({
    kind,
    ready: readyFor(kind)
  }))
  const isOne = kinds.length === 1
  const run = ({ plain, trimmed }: Sum, from: number, count: number, out: Float64Array): void => {
    out.fill(0, from, from + count)
    for (const five of plain) addFive(five, from, count, out)
    for (const five of trimmed) addFive(five, from, count, out, from)
  }
  // Where units of several types are told apart, each type is added up for the whole block, and its rows are taken over.
  const apart = isOne ? undefined : new Float64Array(totals.length)
  const sumInto = (out: Float64Array, sum: Sum, kind: IntegerKind | undefined, from: number, count: number): void => {
    run(sum, from, count, apart ?? out)
    if (apart === undefined) return
    for (let row = from; row < from + count; row++)
      if (plan.kindOf(types?.[row]) === kind) out[row] = apart[row] ?? Number.NaN
  }
  for (let from = 0; from < totals.length; from += block) {
    const count = Math.min(block, totals.length - from)
    for (const [cell, dropped] of drops.entries()) {
      if (dropped !== undefined) trim(cells[cell] ?? [], dropped, from, count, sorted, dropped.sums)
    }
    for (const { kind, ready: sums } of kinds) {
      if (sums === undefined) {
        for (let row = from; row < from + count; row++)
          if (isOne || plan.kindOf(types?.[row]) === kind) totals[row] = Number.NaN
        continue
      }
      sumInto(totals, sums.total, kind, from, count)
      for (const [out, sum] of sums.scores) sumInto(out, sum, kind, from, count)
    }
    if (isAside !== undefined)
      for (let row = from; row < from + count; row++) if (isAside(row)) totals[row] = Number.NaN
    settle(from, count)
  }
}
