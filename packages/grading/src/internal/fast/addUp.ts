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

/** Adds weighted columns to `out`; whole numbers below the plan's bound, so that each sum is exact, and NaN stays NaN. */
const addFive = ({ columns, weights }: Five, from: number, count: number, out: Float64Array): void => {
  const [a, b, c, d, e] = columns
  const [v, w, x, y, z] = weights
  for (let i = 0; i < count; i++) {
    const k = from + i
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
  const buffer = new Float64Array(block)
  const run = ({ plain, trimmed }: Sum, from: number, count: number): void => {
    buffer.fill(0)
    for (const five of plain) addFive(five, from, count, buffer)
    for (const five of trimmed) addFive(five, 0, count, buffer)
  }
  const keep = (out: Float64Array, kind: IntegerKind | undefined, from: number, count: number): void => {
    if (isOne) out.set(count === block ? buffer : buffer.subarray(0, count), from)
    else for (let i = 0; i < count; i++) if (plan.kindOf(types?.[from + i]) === kind) out[from + i] = buffer[i] ?? 0
  }
  for (let from = 0; from < totals.length; from += block) {
    const count = Math.min(block, totals.length - from)
    for (const [cell, dropped] of drops.entries()) {
      if (dropped !== undefined) trim(cells[cell] ?? [], dropped, from, count, sorted, dropped.sums)
    }
    for (const { kind, ready: sums } of kinds) {
      if (sums === undefined) {
        buffer.fill(Number.NaN)
        keep(totals, kind, from, count)
        continue
      }
      run(sums.total, from, count)
      keep(totals, kind, from, count)
      for (const [out, sum] of sums.scores) {
        run(sum, from, count)
        keep(out, kind, from, count)
      }
    }
    if (isAside !== undefined)
      for (let row = from; row < from + count; row++) if (isAside(row)) totals[row] = Number.NaN
    settle(from, count)
  }
}
