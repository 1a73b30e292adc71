import { hashOf, levelRank } from "@zhengyou/core"
import type { Quota } from "../../Quota.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { type Field, tieBreakFor } from "./Field.ts"
import { selectGreatest } from "./selectGreatest.ts"

/**
 * What a quota came to in one group: who was in question, and where it cut.
 *
 * **Details**
 *
 * Who stands above `edge` keeps its level and who stands below falls; between the units at the edge, which `atEdge` has in their order,
 * `keptAtEdge` says how many keep it. Those from `tiedFrom` up to `tiedTo` are equal in everything that the book looks at.
 */
export interface Cut {
  readonly quota: Quota
  readonly group: string | undefined
  /** The seats of a cap, or the units that a floor demands. */
  readonly seats: number
  /** How many of the group's units had a level. */
  readonly placed: number
  /** The rows in question, from the first to the last. */
  readonly candidates: Int32Array
  readonly edge: number
  /** How many candidates stand above the edge. */
  readonly above: number
  readonly atEdge: ReadonlyArray<number>
  readonly keptAtEdge: number
  readonly tiedFrom: number
  readonly tiedTo: number
  readonly byLot: boolean
}

type Edge = Pick<Cut, "edge" | "above" | "atEdge" | "keptAtEdge" | "tiedFrom" | "tiedTo" | "byLot">

/** The places of the levels from `best` to `worst`, and how many levels there are at all: the levels are places on a ladder, or -1. */
const placesOf = (levels: Int16Array, best: number, worst: number) => {
  const { length } = levels
  let [placed, found] = [0, 0]
  for (let i = 0; i < length; i++) {
    const level = levels[i] as number
    placed += Number(level >= 0)
    found += Number(level >= best) & Number(level <= worst)
  }
  const places = new Int32Array(found + 1)
  let at = 0
  for (let i = 0; i < length; i++) {
    const level = levels[i] as number
    // Written whether it counts or not: a sum of comparisons is faster than a branch that nobody can guess.
    places[at] = i
    at += Number(level >= best) & Number(level <= worst)
  }
  return { placed, places: places.subarray(0, found) }
}

/** The units that a quota is about: a cap's are on its level and take a seat; a floor's stand above it. */
const candidatesOf = (
  { levels, seatless }: Field,
  quota: Quota,
  rank: number,
  rows: Int32Array | undefined
): { readonly placed: number; readonly candidates: Int32Array } => {
  // The levels that are in question: one for a cap, those above for a floor.
  const [best, worst] = quota.kind === "cap" ? [rank, rank] : [0, rank - 1]
  const own = rows === undefined ? levels : Int16Array.from(rows, (row) => levels[row] ?? -1)
  const { placed, places } = placesOf(own, best, worst)
  const all = rows === undefined ? places : places.map((place) => rows[place] ?? 0)
  const isSeated = quota.kind === "floor" || seatless.size === 0
  return { placed, candidates: isSeated ? all : all.filter((row) => !seatless.has(row)) }
}

/** How many of the candidates a quota lets keep their level. */
const keepOf = (quota: Quota, seats: number, candidates: number, placed: number): number =>
  quota.kind === "cap"
    ? Math.min(seats, candidates)
    : candidates - Math.min(candidates, Math.max(0, seats - (placed - candidates)))

const drawn = (field: Field, seed: string, tied: ReadonlyArray<number>): ReadonlyArray<number> =>
  tied
    .map((row) => ({ row, lot: hashOf([seed, field.id(row)]) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ row }) => row)

/** Settles the units at the edge, of which the quota alone would keep `keep`. */
const settleEdge = (
  field: Field,
  quota: Quota,
  rows: ReadonlyArray<number>,
  keep: number,
  seed: string | undefined
): Omit<Edge, "edge" | "above"> => {
  const breakTie = tieBreakFor(field, quota)
  const atEdge = rows.toSorted(breakTie)
  const [last, next] = [atEdge[keep - 1], atEdge[keep]]
  if (last === undefined || next === undefined || breakTie(last, next) !== 0) {
    return { atEdge, keptAtEdge: keep, tiedFrom: keep, tiedTo: keep, byLot: false }
  }
  const isTied = (row: number) => breakTie(row, last) === 0
  const tiedFrom = atEdge.findIndex(isTied)
  const tiedTo = atEdge.findLastIndex(isTied) + 1
  if (quota.ties !== "lots" || seed === undefined) {
    return { atEdge, keptAtEdge: quota.ties === "include" ? tiedTo : tiedFrom, tiedFrom, tiedTo, byLot: false }
  }
  const lots = drawn(field, seed, atEdge.slice(tiedFrom, tiedTo))
  const settled = [...atEdge.slice(0, tiedFrom), ...lots, ...atEdge.slice(tiedTo)]
  return { atEdge: settled, keptAtEdge: keep, tiedFrom, tiedTo, byLot: true }
}

const nobodyAtEdge = { above: 0, atEdge: [], keptAtEdge: 0, tiedFrom: 0, tiedTo: 0, byLot: false }

const edgeOf = (field: Field, quota: Quota, candidates: Int32Array, keep: number, seed: string | undefined): Edge => {
  const { keys } = field
  // Beyond every key: nobody is at such an edge, and everybody stands below it or above it.
  if (keep === 0) return { ...nobodyAtEdge, edge: Number.NaN }
  if (keep >= candidates.length) return { ...nobodyAtEdge, edge: -Infinity, above: candidates.length }
  const { length } = candidates
  const own = new Float64Array(length)
  for (let i = 0; i < length; i++) own[i] = keys[candidates[i] as number] as number
  const edge = selectGreatest(own, keep - 1)
  const rows: Array<number> = []
  let above = 0
  for (let i = 0; i < length; i++) {
    above += Number((own[i] as number) > edge)
    if (own[i] === edge) rows.push(candidates[i] as number)
  }
  return { edge, above, ...settleEdge(field, quota, rows, keep - above, seed) }
}

/** Whether the units that are tied at the edge are left open: the book is silent, or wants lots and has no seed. */
export const isLeftOpen = ({ quota, byLot, tiedFrom, tiedTo }: Cut): boolean =>
  !byLot && tiedTo > tiedFrom && (quota.ties === "undetermined" || quota.ties === "lots")

/** Cuts one group by a quota, as the levels are now. */
export const cutGroup = (
  book: RuleBookShape,
  field: Field,
  quota: Quota,
  group: { readonly name: string | undefined; readonly rows: Int32Array | undefined },
  seats: number,
  seed: string | undefined
): Cut => {
  const { placed, candidates } = candidatesOf(field, quota, levelRank(book.ladder, quota.level), group.rows)
  const keep = keepOf(quota, seats, candidates.length, placed)
  const edge = edgeOf(field, quota, candidates, keep, seed)
  return { quota, group: group.name, seats, placed, candidates, ...edge }
}

/** The place on the ladder of the level to which a quota lets units fall: the next one for a cap, its own for a floor. */
export const targetOf = (book: RuleBookShape, { kind, level }: Quota): number => {
  const rank = levelRank(book.ladder, level)
  return kind === "floor" ? rank : Math.min(rank + 1, book.ladder.length - 1)
}

/** How many candidates keep their level. */
export const keptOf = (cut: Cut): number =>
  cut.quota.force === "soft" ? cut.candidates.length : cut.above + cut.keptAtEdge

/** Moves the units of a group as its cut says; those whose tie is left open have no level any more. */
export const applyCut = (book: RuleBookShape, field: Field, cut: Cut): void => {
  if (cut.quota.force === "soft") return
  const { levels, keys } = field
  const target = targetOf(book, cut.quota)
  const { candidates, edge } = cut
  const { length } = candidates
  for (let i = 0; i < length; i++) {
    const row = candidates[i] as number
    const isKept = Number((keys[row] as number) >= edge)
    levels[row] = target + isKept * ((levels[row] as number) - target)
  }
  for (const row of cut.atEdge.slice(cut.keptAtEdge)) levels[row] = target
  if (isLeftOpen(cut)) for (const row of cut.atEdge.slice(cut.tiedFrom, cut.tiedTo)) levels[row] = -1
}
