import { compareExact, levelRank, type Named, nextLevelDown } from "@zhengyou/core"
import { type Cap, seatsOf } from "../Cap.ts"
import type { GradingReason } from "../GradingReason.ts"
import type { CapResult } from "../Outcome.ts"
import type { RuleBookShape } from "../RuleBook.ts"
import { named } from "./named.ts"
import { because, type Placed, type Standing } from "./standing.ts"

/** How many units the shares of a cap are taken of. */
export interface Base {
  readonly eligible: number
  readonly all: number
}

const compareFact = (fact: string, a: Placed, b: Placed): number => {
  const [left, right] = [a.lookup(fact), b.lookup(fact)]
  const known = (value: typeof left) => value?._tag === "Number"
  if (left?._tag === "Number" && right?._tag === "Number") return compareExact(right.value, left.value)
  // A unit without the fact stands behind those that have it.
  return Number(known(right)) - Number(known(left))
}

/** Orders placed units as a cap does: the higher total first, then the facts that break ties. */
const compareFor =
  (cap: Cap) =>
  (a: Placed, b: Placed): number => {
    const byTotal = compareExact(b.total.decided, a.total.decided)
    if (byTotal !== 0) return byTotal
    for (const fact of cap.tieBreak ?? []) {
      const byFact = compareFact(fact, a, b)
      if (byFact !== 0) return byFact
    }
    return 0
  }

interface Cut {
  readonly seats: number
  readonly ordered: ReadonlyArray<Placed>
  /** The places, counted from 0, of the first unit that is tied across the cut and of the first that is not any more. */
  readonly tiedFrom: number
  readonly tiedTo: number
  /** The place of each of the ordered units, counted from 1: equals share one. */
  readonly places: ReadonlyArray<number>
}

const placesOf = (ordered: ReadonlyArray<Placed>, compare: (a: Placed, b: Placed) => number): ReadonlyArray<number> => {
  const places: Array<number> = []
  for (const [i, unit] of ordered.entries()) {
    const before = ordered[i - 1]
    places.push(before !== undefined && compare(before, unit) === 0 ? (places[i - 1] ?? i + 1) : i + 1)
  }
  return places
}

const cutOf = (cap: Cap, seats: number, candidates: ReadonlyArray<Placed>): Cut => {
  const compare = compareFor(cap)
  const ordered = candidates.toSorted(compare)
  const places = placesOf(ordered, compare)
  const [last, next] = [ordered[seats - 1], ordered[seats]]
  if (last === undefined || next === undefined || compare(last, next) !== 0) {
    return { seats, ordered, places, tiedFrom: seats, tiedTo: seats }
  }
  const isTied = (one: Placed) => compare(one, last) === 0
  return { seats, ordered, places, tiedFrom: ordered.findIndex(isTied), tiedTo: ordered.findLastIndex(isTied) + 1 }
}

const keptUnder = (cap: Cap, cut: Cut): number => (cap.ties === "include" ? cut.tiedTo : cut.tiedFrom)

const settle = (book: RuleBookShape, cap: Cap, cut: Cut, unit: Placed, place: number): Standing => {
  const level = (id: string): Named => named(book.ladder[levelRank(book.ladder, id)] ?? { id, name: id })
  const { seats, ordered } = cut
  const kept = keptUnder(cap, cut)
  const tied = place >= cut.tiedFrom && place < cut.tiedTo
  const total = unit.total.decided
  if (place < kept) {
    if (!tied) return unit
    const reason: GradingReason = { _tag: "KeptByTie", level: level(cap.level), seats, kept, total }
    return { ...unit, reasons: because(unit.reasons, reason) }
  }
  if (tied && cap.ties === "undetermined") {
    const reason: GradingReason = {
      _tag: "TiedAtCap",
      level: level(cap.level),
      seats,
      tied: cut.tiedTo - cut.tiedFrom,
      total
    }
    const { unit: id, scores } = unit
    return { _tag: "Undetermined", unit: id, total: unit.total, scores, reasons: because(unit.reasons, reason) }
  }
  const down = nextLevelDown(book.ladder, cap.level) ?? cap.level
  const lastSeated = ordered[kept - 1]?.total.decided
  const reason: GradingReason = {
    _tag: "CapPushed",
    from: level(cap.level),
    to: level(down),
    seats,
    candidates: ordered.length,
    place: cut.places[place] ?? place + 1,
    total,
    tied,
    ...(lastSeated === undefined ? {} : { lastSeated })
  }
  return { ...unit, level: down, reasons: because(unit.reasons, reason) }
}

/** Applies the caps from the best level down, so that whoever falls counts under the next level's cap. */
export const applyCaps = (
  book: RuleBookShape,
  standings: ReadonlyArray<Standing>,
  base: Base
): { readonly standings: ReadonlyArray<Standing>; readonly caps: ReadonlyArray<CapResult> } => {
  const bestFirst = book.caps.toSorted((a, b) => levelRank(book.ladder, a.level) - levelRank(book.ladder, b.level))
  const results: Array<CapResult> = []
  const settled = bestFirst.reduce((so: ReadonlyArray<Standing>, cap) => {
    const candidates = so.flatMap((one) => (one._tag === "Placed" && one.level === cap.level ? [one] : []))
    const cut = cutOf(cap, seatsOf(cap.atMost, base), candidates)
    const kept = Math.min(keptUnder(cap, cut), candidates.length)
    results.push({ level: cap.level, seats: cut.seats, candidates: candidates.length, kept })
    const after = new Map(cut.ordered.map((unit, place) => [unit.unit, settle(book, cap, cut, unit, place)]))
    return so.map((one) => after.get(one.unit) ?? one)
  }, standings)
  return { standings: settled, caps: results }
}
