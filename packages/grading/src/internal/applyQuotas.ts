import { compareExact, hashOf, levelRank, nextLevelDown } from "@zhengyou/core"
import type { GradingReason } from "../GradingReason.ts"
import type { QuotaResult } from "../Outcome.ts"
import { type Quota, type QuotaBase, seatsOf } from "../Quota.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { levelNamed } from "./named.ts"
import { because, type Placed, type Standing, unitOf } from "./standing.ts"

const compareFact = (fact: string, a: Placed, b: Placed): number => {
  const [left, right] = [a.lookup(fact), b.lookup(fact)]
  if (left?._tag === "Number" && right?._tag === "Number") return compareExact(right.value, left.value)
  // A unit without the fact stands behind those that have it.
  return Number(right?._tag === "Number") - Number(left?._tag === "Number")
}

/** Orders placed units as a quota does: the recognised first, then the higher total, then the facts that break ties. */
const compareFor =
  (quota: Quota) =>
  (a: Placed, b: Placed): number => {
    if (a.total === undefined || b.total === undefined)
      return Number(b.total === undefined) - Number(a.total === undefined)
    const byTotal = compareExact(b.total.decided, a.total.decided)
    if (byTotal !== 0) return byTotal
    for (const fact of quota.tieBreak ?? []) {
      const byFact = compareFact(fact, a, b)
      if (byFact !== 0) return byFact
    }
    return 0
  }

/** The candidates of a quota in order, with the group that is tied across the cut, which may be empty. */
interface Cut {
  readonly ordered: ReadonlyArray<Placed>
  /** How many the quota alone would keep. */
  readonly keep: number
  /** The places, from 0, of the first of the tied and of the first after them. */
  readonly tiedFrom: number
  readonly tiedTo: number
  /** How many keep the level by the tie policy. */
  readonly kept: number
  readonly byLot: boolean
}

const drawn = (seed: string, tied: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
  tied
    .map((one) => ({ one, lot: hashOf([seed, one.unit.id]) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)

const cutOf = (quota: Quota, keep: number, candidates: ReadonlyArray<Placed>, seed: string | undefined): Cut => {
  const compare = compareFor(quota)
  const ordered = candidates.toSorted(compare)
  const [last, next] = [ordered[keep - 1], ordered[keep]]
  const clean = { ordered, keep, tiedFrom: keep, tiedTo: keep, kept: keep, byLot: false }
  if (last === undefined || next === undefined || compare(last, next) !== 0) return clean
  const isTied = (one: Placed) => compare(one, last) === 0
  const tiedFrom = ordered.findIndex(isTied)
  const tiedTo = ordered.findLastIndex(isTied) + 1
  if (quota.ties === "lots" && seed !== undefined) {
    const tied = drawn(seed, ordered.slice(tiedFrom, tiedTo))
    const settled = [...ordered.slice(0, tiedFrom), ...tied, ...ordered.slice(tiedTo)]
    return { ordered: settled, keep, tiedFrom, tiedTo, kept: keep, byLot: true }
  }
  return { ordered, keep, tiedFrom, tiedTo, kept: quota.ties === "include" ? tiedTo : tiedFrom, byLot: false }
}

/** Where a quota lets units fall: a cap to the next level down, a floor to its own level. */
const targetOf = (book: RuleBookShape, quota: Quota): string =>
  quota.kind === "floor" ? quota.level : (nextLevelDown(book.ladder, quota.level) ?? quota.level)

const settle = (
  book: RuleBookShape,
  quota: Quota,
  seats: number,
  cut: Cut,
  unit: Placed,
  at: number,
  place: number
): Standing => {
  const level = (id: string) => levelNamed(book.ladder, id)
  const tied = at >= cut.tiedFrom && at < cut.tiedTo
  const total = unit.total?.decided
  const { byLot, kept } = cut
  if (tied && !byLot && unit.total !== undefined && (quota.ties === "undetermined" || quota.ties === "lots")) {
    const count = cut.tiedTo - cut.tiedFrom
    const wantsLots = quota.ties === "lots"
    const reason: GradingReason = {
      _tag: "TiedAtQuota",
      level: level(quota.level),
      seats,
      tied: count,
      total: unit.total.decided,
      wantsLots
    }
    const { scores, panels } = unit
    const reasons = because(unit.reasons, reason)
    return { _tag: "Undetermined", unit: unit.unit.id, total: unit.total, scores, panels, reasons }
  }
  if (at < kept) {
    if (!tied || total === undefined) return unit
    const reason: GradingReason = { _tag: "KeptByTie", level: level(unit.level), seats, kept, total, byLot }
    return { ...unit, reasons: because(unit.reasons, reason) }
  }
  const down = targetOf(book, quota)
  const lastKept = cut.ordered[kept - 1]?.total?.decided
  const reason: GradingReason = {
    _tag: "QuotaPushed",
    kind: quota.kind,
    from: level(unit.level),
    to: level(down),
    seats,
    candidates: cut.ordered.length,
    place,
    tied,
    byLot,
    ...(total === undefined ? {} : { total }),
    ...(lastKept === undefined ? {} : { lastKept })
  }
  return { ...unit, level: down, reasons: because(unit.reasons, reason) }
}

/** The places of ordered units, from 1, in one pass: equals share a place. */
const placesOf = (quota: Quota, ordered: ReadonlyArray<Placed>): ReadonlyArray<number> => {
  const compare = compareFor(quota)
  const places: Array<number> = []
  for (const [i, one] of ordered.entries()) {
    const before = ordered[i - 1]
    places.push(before !== undefined && compare(before, one) === 0 ? (places[i - 1] ?? 1) : i + 1)
  }
  return places
}

/** The units that a quota is about: a cap's are on its level; a floor's stand above it. */
const candidatesOf = (book: RuleBookShape, quota: Quota, group: ReadonlyArray<Placed>): ReadonlyArray<Placed> => {
  const rank = levelRank(book.ladder, quota.level)
  return group.filter((one) =>
    quota.kind === "cap" ? one.level === quota.level && one.takesSeat : levelRank(book.ladder, one.level) < rank
  )
}

/** How many of the candidates a quota lets keep their level. */
const keepOf = (quota: Quota, seats: number, candidates: number, placed: number): number =>
  quota.kind === "cap"
    ? Math.min(seats, candidates)
    : candidates - Math.min(candidates, Math.max(0, seats - (placed - candidates)))

interface Group {
  readonly name: string | undefined
  readonly units: ReadonlySet<string>
  readonly base: QuotaBase
}

interface Settled {
  readonly standings: ReadonlyArray<Standing>
  readonly result: QuotaResult
}

const applyOne = (
  book: RuleBookShape,
  quota: Quota,
  { name, units, base }: Group,
  standings: ReadonlyArray<Standing>,
  seed: string | undefined
): Settled => {
  const placed = standings.flatMap((one) => (one._tag === "Placed" && units.has(one.unit.id) ? [one] : []))
  const candidates = candidatesOf(book, quota, placed)
  const seats = seatsOf(quota.seats, base)
  const cut = cutOf(quota, keepOf(quota, seats, candidates.length, placed.length), candidates, seed)
  const kept = quota.force === "soft" ? candidates.length : cut.kept
  const places = placesOf(quota, cut.ordered)
  const after =
    quota.force === "soft"
      ? new Map<string, Standing>()
      : new Map(
          cut.ordered.map((one, at) => [one.unit.id, settle(book, quota, seats, cut, one, at, places[at] ?? at + 1)])
        )
  const fallen = cut.ordered.filter((one) => {
    const now = after.get(one.unit.id)
    return now?._tag === "Placed" && now.level !== one.level
  })
  const reached = quota.kind === "cap" ? kept : placed.length - kept
  return {
    standings: after.size === 0 ? standings : standings.map((one) => after.get(unitOf(one)) ?? one),
    result: {
      kind: quota.kind,
      level: quota.level,
      ...(name === undefined ? {} : { group: name }),
      seats,
      candidates: candidates.length,
      kept,
      reserve: fallen.map((one) => one.unit.id),
      isMet: quota.kind === "cap" ? reached <= seats : reached >= Math.min(seats, placed.length)
    }
  }
}

/**
 * Applies the quotas: floors first, then caps from the best level down, so that whoever falls counts under the next
 * level's cap. A cap lets units fall only, so a floor that is met stays met.
 */
export const applyQuotas = (
  book: RuleBookShape,
  standings: ReadonlyArray<Standing>,
  groupsOf: (quota: Quota) => ReadonlyArray<Group>,
  seed: string | undefined
): { readonly standings: ReadonlyArray<Standing>; readonly quotas: ReadonlyArray<QuotaResult> } => {
  const rank = (quota: Quota) => levelRank(book.ladder, quota.level)
  const floors = book.quotas.filter(({ kind }) => kind === "floor").toSorted((a, b) => rank(b) - rank(a))
  const caps = book.quotas.filter(({ kind }) => kind === "cap").toSorted((a, b) => rank(a) - rank(b))
  let so = standings
  const quotas: Array<QuotaResult> = []
  for (const quota of [...floors, ...caps]) {
    for (const group of groupsOf(quota)) {
      const settled = applyOne(book, quota, group, so, seed)
      so = settled.standings
      quotas.push(settled.result)
    }
  }
  return { standings: so, quotas }
}
