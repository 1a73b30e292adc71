import { type Exact, levelRank, times } from "@zhengyou/core"
import type { CompactGrading } from "../../fast/CompactGrading.ts"
import type { CompiledBook } from "../../fast/compileBook.ts"
import type { Outcome } from "../../Outcome.ts"
import { once } from "../once.ts"
import { applyQuotas, quotaResult } from "../quotas/applyQuotas.ts"
import { cutReasons } from "../quotas/cutReason.ts"
import { type Field, keysOf } from "../quotas/Field.ts"
import { afterQuotas, outcomeFrom, rankedKeys, ranksOf } from "../settleRound.ts"
import { standUnit } from "../standUnit.ts"
import type { IntegerPlan } from "./integerPlan.ts"
import { exactLimit } from "./integerPlan.ts"
import type { Source } from "./Source.ts"
import { outcomeKinds, type Tally } from "./Tally.ts"

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** A scale that holds exact totals beside those that stand in a tally, which are changed to it; the old one where there is none. */
const commonScale = (totals: Float64Array, scale: bigint, exact: ReadonlyMap<number, Exact>): bigint => {
  if (exact.size === 0) return scale
  let common = scale
  for (const { d } of exact.values()) {
    common = (common / gcd(common, d)) * d
    if (common >= exactLimit) return scale
  }
  const factor = Number(common / scale)
  let greatest = 0
  for (const total of totals) if (total > greatest) greatest = total
  if (greatest * factor >= Number(exactLimit)) return scale
  for (const { n, d } of exact.values()) if (n * (common / d) >= exactLimit) return scale
  if (factor > 1) for (let row = 0; row < totals.length; row++) totals[row] = (totals[row] ?? 0) * factor
  return common
}

/** Stands the rows that are left by the ordinary engine: their exact totals, and those that take no seat. */
const standLeft = ({ book, rules }: CompiledBook, source: Source, tally: Tally) => {
  const exact = new Map<number, Exact>()
  const seatless = new Set<number>()
  for (const row of tally.left) {
    const { eligible, standing } = standUnit(book, rules, source.inputs(row), source.asOf)
    tally.isEligible[row] = Number(eligible)
    tally.totals[row] = Number.NaN
    tally.levels[row] = -1
    if (standing._tag !== "Placed") {
      tally.kinds[row] = outcomeKinds.indexOf(standing._tag)
      if ("total" in standing) exact.set(row, standing.total.decided)
      continue
    }
    tally.levels[row] = levelRank(book.ladder, standing.level)
    tally.kinds[row] = standing.total === undefined ? 1 : 0
    if (standing.total !== undefined) exact.set(row, standing.total.decided)
    if (!standing.takesSeat) seatless.add(row)
  }
  return { exact, seatless }
}

/** Brings a tally to its end: the units that are left, then quotas; ranks and outcomes on demand. */
export const finish = (
  compiled: CompiledBook,
  plan: IntegerPlan | undefined,
  source: Source,
  tally: Tally
): CompactGrading => {
  const { book, rules } = compiled
  const { kinds, levels, totals, isEligible } = tally
  const { exact, seatless } = standLeft(compiled, source, tally)
  const scale = commonScale(totals, plan?.scale ?? 1n, exact)
  let isHeld = true
  for (const [row, { n, d }] of exact) {
    const whole = n * scale
    if (whole % d === 0n && whole / d < exactLimit) totals[row] = Number(whole / d)
    else isHeld = false
  }
  const total = (row: number): Exact | undefined => {
    const known = exact.get(row)
    const units = totals[row] ?? Number.NaN
    if (known !== undefined || Number.isNaN(units)) return known
    return times({ n: BigInt(units), d: 1n }, { n: 1n, d: scale })
  }
  const stood = (row: number) => standUnit(book, rules, source.inputs(row), source.asOf).standing
  const known = new Map<number, ReturnType<Field["lookup"]>>()
  const field: Field = {
    levels,
    keys: keysFor(tally, isHeld, total),
    isEligible,
    seatless,
    id: (row) => source.unit(row).id,
    group: (row, within) => (within === "unit.type" ? source.unit(row).type : source.unit(row).parent) ?? "",
    total,
    lookup: (row) => {
      const before = known.get(row)
      if (before !== undefined) return before
      const standing = stood(row)
      const lookup = standing._tag === "Placed" ? standing.lookup : () => undefined
      known.set(row, lookup)
      return lookup
    }
  }
  const cuts = applyQuotas(book, field, source.lotSeed)
  for (const { atEdge } of cuts) for (const row of atEdge) if ((levels[row] ?? -1) < 0) kinds[row] = 4
  const reasons = once(() => cuts.map((cut) => cutReasons(book, field, cut)))
  const ranks = once(() => ranksOf(rankedKeys(field), book.ranking))
  const rank = (row: number) => (kinds[row] === 0 ? ranks()(field.keys[row] ?? 0) : undefined)
  const outcome = (row: number): Outcome => {
    if (!Number.isInteger(row) || row < 0 || row >= source.size) throw new RangeError(`no row ${row}`)
    const standing = stood(row)
    if (standing._tag !== "Placed") return standing
    const settled = afterQuotas(
      standing,
      reasons().map((reason) => (level) => reason(row, level))
    )
    return outcomeFrom(settled, () => rank(row) ?? 1)
  }
  return {
    book: { id: book.id, version: book.version },
    size: source.size,
    kinds,
    levels,
    totals,
    scale,
    bound: plan?.bound,
    settledInWholeNumbers: source.size - tally.left.length,
    total,
    rank,
    outcome,
    quotas: once(() => cuts.map((cut) => quotaResult(book, field, cut)))
  }
}

/** What orders the units: the totals themselves where one scale holds them all, and nobody is above them all, as only those left can be. */
const keysFor = (
  { kinds, totals, left }: Tally,
  isHeld: boolean,
  total: (row: number) => Exact | undefined
): Float64Array => {
  if (!isHeld) return keysOf(Array.from(totals, (_, row) => (kinds[row] === 1 ? undefined : total(row))))
  const isTopped = left.some((row) => kinds[row] === 1)
  return isTopped ? totals.map((key, row) => (kinds[row] === 1 ? Infinity : key)) : totals
}
