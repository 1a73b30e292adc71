import type { Exact } from "@zhengyou/core"
import type { GradingReason } from "../../GradingReason.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { levelNamed } from "../named.ts"
import { once } from "../once.ts"
import { type Cut, isLeftOpen, keptOf, targetOf } from "./Cut.ts"
import { type Field, orderFor } from "./Field.ts"

/** What a cut meant for a unit that was in question: it fell, its tie was left open, or it kept its level by the tie policy. */
export type CutReason = Extract<GradingReason, { _tag: "QuotaPushed" | "KeptByTie" | "TiedAtQuota" }>

/** The places of the candidates by row, from 1: equals share a place. */
const placesOf = (field: Field, cut: Cut): ReadonlyMap<number, number> => {
  const order = orderFor(field, cut.quota)
  const places = new Map<number, number>()
  let place = 1
  let before: number | undefined
  for (const [i, row] of [...cut.candidates].toSorted(order).entries()) {
    if (before !== undefined && order(before, row) !== 0) place = i + 1
    places.set(row, place)
    before = row
  }
  return places
}

/** The lowest total that kept its level; nothing where nobody did, or only the recognised. */
const lastKeptOf = (field: Field, cut: Cut): Exact | undefined => {
  const last = cut.atEdge[cut.keptAtEdge - 1]
  if (last !== undefined) return field.total(last)
  let [lowest, least] = [-1, Infinity]
  for (const row of cut.candidates) {
    const key = field.keys[row] ?? Infinity
    if (key > cut.edge && key < least) [lowest, least] = [row, key]
  }
  return lowest < 0 ? undefined : field.total(lowest)
}

/** Why a cut changed or kept the level that a unit had so far, by its row; nothing where it had nothing to say. */
export const cutReasons = (
  book: RuleBookShape,
  field: Field,
  cut: Cut
): ((row: number, level: string) => CutReason | undefined) => {
  const { quota, seats, candidates, edge, atEdge, keptAtEdge, tiedFrom, tiedTo, byLot } = cut
  const inQuestion = once(() => new Set(candidates))
  const atEdgeBy = once(() => new Map(atEdge.map((row, at) => [row, at])))
  const places = once(() => placesOf(field, cut))
  const lastKept = once(() => lastKeptOf(field, cut))
  const isOpen = isLeftOpen(cut)
  const to = levelNamed(book.ladder, book.ladder[targetOf(book, quota)]?.id ?? quota.level)
  return (row, soFar) => {
    const key = field.keys[row] ?? 0
    if (quota.force === "soft" || key > edge || !inQuestion().has(row)) return undefined
    const position = atEdgeBy().get(row)
    const isTied = position !== undefined && position >= tiedFrom && position < tiedTo
    const total = field.total(row)
    const ofTotal = total === undefined ? {} : { total }
    if (isTied && isOpen) {
      const level = levelNamed(book.ladder, quota.level)
      return {
        _tag: "TiedAtQuota",
        level,
        seats,
        tied: tiedTo - tiedFrom,
        ...ofTotal,
        wantsLots: quota.ties === "lots"
      }
    }
    if (position !== undefined && position < keptAtEdge) {
      if (!isTied) return undefined
      return { _tag: "KeptByTie", level: levelNamed(book.ladder, soFar), seats, kept: keptOf(cut), ...ofTotal, byLot }
    }
    const last = lastKept()
    return {
      _tag: "QuotaPushed",
      kind: quota.kind,
      from: levelNamed(book.ladder, soFar),
      to,
      seats,
      candidates: candidates.length,
      place: places().get(row) ?? 1,
      tied: isTied,
      byLot,
      ...ofTotal,
      ...(last === undefined ? {} : { lastKept: last })
    }
  }
}
