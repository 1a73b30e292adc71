import { type Exact, levelRank, times } from "@zhengyou/core"
import { dropsOf } from "../../Aggregator.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { boundOf } from "./ask.ts"
import { type BandTable, bandTable } from "./bandTable.ts"
import type { Form, LinearBook, LinearKind } from "./linearBook.ts"

/** The whole numbers below which every sum of whole doubles is exact. */
export const exactLimit = 2n ** 53n

/** A form in whole numbers: the weight of a mark by its cell and by how many marks the cell has. */
export type Weights = ReadonlyMap<number, ReadonlyMap<number, number>>

/** The forms of one type of unit in whole numbers. */
export interface IntegerKind {
  readonly cells: ReadonlyArray<number>
  readonly total: Weights
  readonly scores: ReadonlyMap<string, Weights>
}

/**
 * A book's arithmetic in whole numbers.
 *
 * **Details**
 *
 * A form is the sum of scaled marks times weights; divided by `scale` it is the exact score. `bound` is proved to be at least
 * every sum that can come up on the way, and is below 2^53, so that doubles hold each of them exactly.
 */
export interface IntegerPlan {
  /** Marks are in units of `10 ** -digits`. */
  readonly digits: number
  readonly scale: bigint
  readonly bound: bigint
  /** How many units of the scale one unit of the total's rounding is; nothing where totals decide as they are. */
  readonly step: number | undefined
  readonly bands: BandTable
  /** The names of the scores that conditions ask for. */
  readonly scores: ReadonlyArray<string>
  readonly kindOf: (type: string | undefined) => IntegerKind | undefined
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

const formsOf = ({ total, scores }: LinearKind): ReadonlyArray<Form> => [total, ...scores.values()]

/** The greatest mark of a criterion in units of `10 ** -digits`: the scoring of a cell is by points or out of a maximum. */
export const greatestMark = (
  { maximum, scoring }: { readonly maximum: Exact; readonly scoring: { readonly kind: string; readonly of?: Exact } },
  digits: number
): bigint => {
  const { n, d } = scoring.kind === "outOf" && scoring.of !== undefined ? scoring.of : maximum
  return (n * 10n ** BigInt(digits)) / d
}

/** Plans a book's arithmetic for the numbers of marks that its cells have; nothing where whole doubles cannot hold it. */
export const integerPlan = (
  book: RuleBookShape,
  linear: LinearBook,
  counts: ReadonlyArray<Iterable<number>>,
  digits: number
): IntegerPlan | undefined => {
  const unit = 10n ** BigInt(digits)
  const occurring = counts.map((own) => [...own].filter((n) => n > 0))
  const keptOf = (cell: number, n: number): number => {
    const aggregate = linear.cells[cell]?.aggregate
    if (aggregate === undefined) return n
    const { lowest, highest } = dropsOf(aggregate, n)
    return n - lowest - highest
  }
  const perMark = (cell: number, x: Exact, n: number): Exact => times(x, { n: 1n, d: BigInt(keptOf(cell, n)) * unit })
  const rounding = book.decideOn === "rounded" ? book.rounding.total : undefined
  let scale = rounding === undefined ? 1n : 10n ** BigInt(rounding.digits)
  const kinds = [...linear.kinds.values(), linear.otherwise].flatMap((kind) => kind ?? [])
  for (const form of kinds.flatMap(formsOf)) {
    for (const [cell, x] of form) {
      for (const n of occurring[cell] ?? []) {
        scale = lcm(scale, perMark(cell, x, n).d)
        if (scale > exactLimit) return undefined
      }
    }
  }
  let bound = 0n
  const weightsOf = (form: Form): Weights => {
    let greatest = 0n
    const weights = [...form].map(([cell, x]): readonly [number, ReadonlyMap<number, number>] => {
      let most = 0n
      const byCount = (occurring[cell] ?? []).map((n): readonly [number, number] => {
        const { n: top, d } = perMark(cell, x, n)
        const weight = top * (scale / d)
        const criterion = linear.cells[cell]?.criterion
        const sum = criterion === undefined ? 0n : weight * BigInt(n) * greatestMark(criterion, digits)
        // The marks themselves must be held as well, whatever they weigh.
        const plain = criterion === undefined ? 0n : BigInt(n) * greatestMark(criterion, digits)
        for (const one of [sum, plain]) if (one > most) most = one
        return [n, Number(weight)]
      })
      greatest += most
      return [cell, new Map(byCount)]
    })
    if (greatest > bound) bound = greatest
    return new Map(weights)
  }
  const ready = (kind: LinearKind | undefined): IntegerKind | undefined =>
    kind && {
      cells: kind.cells,
      total: weightsOf(kind.total),
      scores: new Map([...kind.scores].map(([name, form]) => [name, weightsOf(form)]))
    }
  const byType = new Map([...linear.kinds].map(([type, kind]) => [type, ready(kind)]))
  const otherwise = ready(linear.otherwise)
  const step = rounding === undefined ? undefined : scale / 10n ** BigInt(rounding.digits)
  // Rounding upwards takes a total at most one step beyond its bound.
  bound += step ?? 0n
  if (bound >= exactLimit) return undefined
  return {
    digits,
    scale,
    bound,
    step: step === undefined ? undefined : Number(step),
    bands: bandTable(
      book.bands.map(({ from }) => boundOf(from, scale).ceil),
      book.bands.map(({ level }) => levelRank(book.ladder, level)),
      Number(bound)
    ),
    scores: [...new Set(kinds.flatMap((kind) => [...kind.scores.keys()]))],
    kindOf: (type) => (type !== undefined && byType.has(type) ? byType.get(type) : otherwise)
  }
}

/** Whether a cell's marks suffice: every group of a panel has one, and all together are as many as the panel needs. */
export const suffices = (linear: LinearBook, kind: IntegerKind, count: (cell: number) => number): boolean => {
  const given = new Map<string, number>()
  for (const i of kind.cells) {
    const cell = linear.cells[i]
    if (cell === undefined || count(i) === 0) return false
    const key = JSON.stringify([cell.panel.id, cell.criterion.id])
    given.set(key, (given.get(key) ?? 0) + count(i))
  }
  return kind.cells.every((i) => {
    const cell = linear.cells[i]
    return (
      cell !== undefined &&
      (given.get(JSON.stringify([cell.panel.id, cell.criterion.id])) ?? 0) >= cell.panel.minimumRaters
    )
  })
}
