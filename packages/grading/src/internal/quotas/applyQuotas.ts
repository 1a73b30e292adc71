import { levelRank } from "@zhengyou/core"
import type { QuotaResult } from "../../Outcome.ts"
import { type Quota, type QuotaBase, seatsOf } from "../../Quota.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { applyCut, type Cut, cutGroup, isLeftOpen, keptOf, targetOf } from "./Cut.ts"
import { type Field, orderFor } from "./Field.ts"

/** Units that a quota counts together, with the numbers that shares are taken of; all rows where none are named. */
interface Group {
  readonly name: string | undefined
  readonly rows: Int32Array | undefined
  readonly base: QuotaBase
}

const baseOf = (field: Field, rows: Int32Array | undefined): QuotaBase => {
  const all = rows?.length ?? field.levels.length
  let [eligible, graded] = [0, 0]
  for (let i = 0; i < all; i++) {
    const row = rows === undefined ? i : (rows[i] ?? 0)
    if (field.isEligible(row)) eligible++
    if ((field.levels[row] ?? -1) >= 0) graded++
  }
  return { eligible, graded, all }
}

/** The groups that a quota counts within; a single one where it does not. */
const groupsOf = (field: Field, within: Quota["within"]): ReadonlyArray<Group> => {
  if (within === undefined) return [{ name: undefined, rows: undefined, base: baseOf(field, undefined) }]
  const members = new Map<string, Array<number>>()
  for (let row = 0; row < field.levels.length; row++) {
    const name = field.group(row, within)
    const group = members.get(name)
    if (group === undefined) members.set(name, [row])
    else group.push(row)
  }
  return [...members].map(([name, some]) => {
    const rows = Int32Array.from(some)
    return { name, rows, base: baseOf(field, rows) }
  })
}

/**
 * Applies the quotas: floors first, then caps from the best level down, so that whoever falls counts under the next
 * level's cap. A cap lets units fall only, so a floor that is met stays met.
 */
export const applyQuotas = (book: RuleBookShape, field: Field, seed: string | undefined): ReadonlyArray<Cut> => {
  const rank = (quota: Quota) => levelRank(book.ladder, quota.level)
  const floors = book.quotas.filter(({ kind }) => kind === "floor").toSorted((a, b) => rank(b) - rank(a))
  const caps = book.quotas.filter(({ kind }) => kind === "cap").toSorted((a, b) => rank(a) - rank(b))
  // Shares are taken of the units as they stood before any quota.
  const ready = [...floors, ...caps].map((quota) => ({ quota, groups: groupsOf(field, quota.within) }))
  return ready.flatMap(({ quota, groups }) =>
    groups.map((group) => {
      const cut = cutGroup(book, field, quota, group, seatsOf(quota.seats, group.base), seed)
      applyCut(book, field, cut)
      return cut
    })
  )
}

/** Who fell by a cut, the first in line first. */
const reserveOf = (book: RuleBookShape, field: Field, cut: Cut): ReadonlyArray<number> => {
  const { quota, edge, atEdge, keptAtEdge } = cut
  const goesNowhere = quota.kind === "cap" && targetOf(book, quota) === levelRank(book.ladder, quota.level)
  if (quota.force === "soft" || goesNowhere) return []
  const below = [...cut.candidates.filter((row) => !((field.keys[row] ?? 0) >= edge))]
  const fell = atEdge.slice(isLeftOpen(cut) ? cut.tiedTo : keptAtEdge)
  return [...fell, ...below.toSorted(orderFor(field, quota))]
}

/** What a cut came to, for the record. */
export const quotaResult = (book: RuleBookShape, field: Field, cut: Cut): QuotaResult => {
  const { quota, group, seats, placed, candidates } = cut
  const kept = keptOf(cut)
  return {
    kind: quota.kind,
    level: quota.level,
    ...(group === undefined ? {} : { group }),
    seats,
    candidates: candidates.length,
    kept,
    reserve: reserveOf(book, field, cut).map((row) => field.id(row)),
    isMet: quota.kind === "cap" ? kept <= seats : placed - kept >= Math.min(seats, placed)
  }
}
