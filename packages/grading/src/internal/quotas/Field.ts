import { compareExact, type Exact, type FactLookup } from "@zhengyou/core"
import type { Quota } from "../../Quota.ts"

/**
 * The units of a round as quotas see them: a row for each, in the order of the units.
 *
 * **Details**
 *
 * Numbers in place of records, so that one way of applying quotas serves a department and a million units alike.
 */
export interface Field {
  /** The place of each unit's level on the ladder, 0 for the best; -1 for a unit that has none. Quotas change it. */
  readonly levels: Int16Array
  /** What orders the units: a greater key is a greater decided total, an equal one an equal total; recognised units have Infinity. */
  readonly keys: Float64Array
  /** 1 for a unit that may be graded, 0 for the others. */
  readonly isEligible: Uint8Array
  /** The rows of units whose level takes no seat. */
  readonly seatless: ReadonlySet<number>
  readonly id: (row: number) => string
  /** The type or the parent of a unit, where a quota counts within those; an empty text for a unit without one. */
  readonly group: (row: number, within: NonNullable<Quota["within"]>) => string
  /** The decided total; nothing for a unit that was recognised without being scored. */
  readonly total: (row: number) => Exact | undefined
  /** What is known of a unit, its scores included. */
  readonly lookup: (row: number) => FactLookup
}

const compareFact = (a: FactLookup, b: FactLookup, fact: string): number => {
  const [left, right] = [a(fact), b(fact)]
  if (left?._tag === "Number" && right?._tag === "Number") return compareExact(right.value, left.value)
  // A unit without the fact stands behind those that have it.
  return Number(right?._tag === "Number") - Number(left?._tag === "Number")
}

/** Orders units of one key by the facts that break ties; the recognised, who have no score, stay equal. */
export const tieBreakFor =
  (field: Field, { tieBreak = [] }: Quota) =>
  (a: number, b: number): number => {
    if (tieBreak.length === 0 || field.keys[a] === Infinity) return 0
    const [left, right] = [field.lookup(a), field.lookup(b)]
    for (const fact of tieBreak) {
      const order = compareFact(left, right, fact)
      if (order !== 0) return order
    }
    return 0
  }

/** The order in which a quota lets units keep their level: the recognised, then the higher total, then what breaks ties. */
export const orderFor = (field: Field, quota: Quota) => {
  const breakTie = tieBreakFor(field, quota)
  return (a: number, b: number): number => {
    const [left = 0, right = 0] = [field.keys[a], field.keys[b]]
    return left === right ? breakTie(a, b) : right > left ? 1 : -1
  }
}

/** Keys for exact totals: equal totals have equal keys, greater ones greater keys, and units without a total Infinity. */
export const keysOf = (totals: ReadonlyArray<Exact | undefined>): Float64Array => {
  const keys = new Float64Array(totals.length).fill(Infinity)
  const known = totals.flatMap((total, row) => (total === undefined ? [] : [{ total, row }]))
  let key = 0
  let before: Exact | undefined
  for (const { total, row } of known.toSorted((a, b) => compareExact(a.total, b.total))) {
    if (before !== undefined && compareExact(before, total) !== 0) key++
    keys[row] = key
    before = total
  }
  return keys
}
