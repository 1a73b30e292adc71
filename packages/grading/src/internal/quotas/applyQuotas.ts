import { levelRank } from "@zhengyou/core"
import type { QuotaResult } from "../../Outcome.ts"
import { type Quota, type QuotaBase, seatsOf } from "../../Quota.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { applyCut, type Cut, cutGroup, isLeftOpen, keptOf, targetOf } from "./Cut.ts"
import { type Field, orderFor } from "./Field.ts"

/** Units that a quota counts together; all rows where none are named. */
interface Group {
  readonly name: string | undefined
  readonly rows: Int32Array | undefined
}

const countEligible = (isEligible: Uint8Array): number => {
  const { length } = isEligible
  let count = 0
  for (let i = 0; i < length; i++) count += isEligible[i] as number
  return count
}

const countPlaced = (levels: Int16Array): number => {
  const { length } = levels
  let count = 0
  for (let i = 0; i < length; i++) count += Number((levels[i] as number) >= 0)
  return count
}

/** How many units of a group a share is taken of. */
const baseOf = ({ isEligible, levels }: Field, rows: Int32Array | undefined, of: keyof QuotaBase): number => {
  if (of === "all") return rows?.length ?? levels.length
  if (of === "eligible") {
    return countEligible(rows === undefined ? isEligible : Uint8Array.from(rows, (row) => isEligible[row] ?? 0))
  }
  return countPlaced(rows === undefined ? levels : Int16Array.from(rows, (row) => levels[row] ?? -1))
}

const seatsIn = (field: Field, { seats }: Quota, rows: Int32Array | undefined): number => {
  // Only the number that the share is taken of is counted, and only that one is asked for.
  const base = "count" in seats ? 0 : baseOf(field, rows, seats.of)
  return seatsOf(seats, { eligible: base, graded: base, all: base })
}

/** The groups that a quota counts within; a single one where it does not. */
const groupsOf = (field: Field, within: Quota["within"]): ReadonlyArray<Group> => {
  if (within === undefined) return [{ name: undefined, rows: undefined }]
  const members = new Map<string, Array<number>>()
  for (let row = 0; row < field.levels.length; row++) {
    const name = field.group(row, within)
    const group = members.get(name)
    if (group === undefined) members.set(name, [row])
    else group.push(row)
  }
  return [...members].map(([name, some]) => ({ name, rows: Int32Array.from(some) }))
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
  const ready = [...floors, ...caps].flatMap((quota) =>
    groupsOf(field, quota.within).map((group) => ({ quota, group, seats: seatsIn(field, quota, group.rows) }))
  )
  return ready.map(({ quota, group, seats }) => {
    const cut = cutGroup(book, field, quota, group, seats, seed)
    applyCut(book, field, cut)
    return cut
  })
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
