import { levelRank } from "@zhengyou/core"
import type { Grading, Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { applyQuotas, quotaResult } from "./quotas/applyQuotas.ts"
import type { Cut } from "./quotas/Cut.ts"
import { type CutReason, cutReasons } from "./quotas/cutReason.ts"
import { type Field, keysOf } from "./quotas/Field.ts"
import { because, type Placed, type Standing } from "./standing.ts"
import type { Stood } from "./standUnit.ts"

/** Ranks by key, greatest first: equal keys share a rank, and the next rank counts everybody above, or is the next number. */
export const ranksOf = (keys: Float64Array, ranking: RuleBook["ranking"]): ((key: number) => number) => {
  const ranks = new Map<number, number>()
  const sorted = keys.slice().sort()
  for (let i = sorted.length - 1; i >= 0; i--) {
    const key = sorted[i] ?? 0
    if (!ranks.has(key)) ranks.set(key, ranking === "dense" ? ranks.size + 1 : sorted.length - i)
  }
  return (key) => ranks.get(key) ?? 1
}

/** The keys of the units that have a rank: those with a total that have a level after the quotas. */
export const rankedKeys = ({ keys, levels }: Field): Float64Array =>
  keys.filter((key, row) => key !== Infinity && (levels[row] ?? -1) >= 0)

/** A placed unit after the quotas, given what each of them has to say of it in turn. */
export const afterQuotas = (
  placed: Placed,
  reasonsFor: ReadonlyArray<(level: string) => CutReason | undefined>
): Standing => {
  let so = placed
  for (const reasonFor of reasonsFor) {
    const reason = reasonFor(so.level)
    if (reason === undefined) continue
    const reasons = because(so.reasons, reason)
    if (reason._tag === "TiedAtQuota") {
      const { total, scores, panels } = so
      const ofTotal = total === undefined ? {} : { total }
      return { _tag: "Undetermined", unit: so.unit.id, ...ofTotal, scores, panels, reasons }
    }
    so = { ...so, level: reason._tag === "QuotaPushed" ? reason.to.id : so.level, reasons }
  }
  return so
}

/** What a standing comes to, once its unit's rank is known. */
export const outcomeFrom = (standing: Standing, rank: () => number): Outcome => {
  if (standing._tag !== "Placed") return standing
  const { level, total, scores, panels, reasons } = standing
  const unit = standing.unit.id
  if (total === undefined) return { _tag: "Recognised", unit, level, reasons }
  return { _tag: "Graded", unit, level, total, rank: rank(), scores, panels, reasons }
}

const fieldOf = (book: RuleBook, stood: ReadonlyArray<Stood>): Field => {
  const placed = stood.map(({ standing }) => (standing._tag === "Placed" ? standing : undefined))
  const totals = placed.map((one) => one?.total?.decided)
  return {
    levels: Int16Array.from(placed, (one) => (one === undefined ? -1 : levelRank(book.ladder, one.level))),
    keys: keysOf(totals),
    isEligible: Uint8Array.from(stood, ({ eligible }) => Number(eligible)),
    seatless: new Set(placed.flatMap((one, row) => (one?.takesSeat === false ? [row] : []))),
    id: (row) => stood[row]?.unit.id ?? "",
    group: (row, within) => (within === "unit.type" ? stood[row]?.unit.type : stood[row]?.unit.parent) ?? "",
    total: (row) => totals[row],
    lookup: (row) => placed[row]?.lookup ?? (() => undefined)
  }
}

/** Brings units into a round, with the field and the cuts for those who ask how. */
export const settleWithCuts = (
  book: RuleBook,
  stood: ReadonlyArray<Stood>,
  lotSeed: string | undefined
): {
  readonly grading: Pick<Grading, "outcomes" | "quotas">
  readonly field: Field
  readonly cuts: ReadonlyArray<Cut>
} => {
  const field = fieldOf(book, stood)
  const cuts = applyQuotas(book, field, lotSeed)
  const reasons = cuts.map((cut) => cutReasons(book, field, cut))
  const rankOf = ranksOf(rankedKeys(field), book.ranking)
  const outcomes = stood.map(({ standing }, row) => {
    if (standing._tag !== "Placed") return standing
    const settled = afterQuotas(
      standing,
      reasons.map((reason) => (level) => reason(row, level))
    )
    return outcomeFrom(settled, () => rankOf(field.keys[row] ?? 0))
  })
  return { grading: { outcomes, quotas: cuts.map((cut) => quotaResult(book, field, cut)) }, field, cuts }
}

/** Brings units that stand by themselves into a round: quotas, then ranks. */
export const settleRound = (
  book: RuleBook,
  stood: ReadonlyArray<Stood>,
  lotSeed: string | undefined
): Pick<Grading, "outcomes" | "quotas"> => settleWithCuts(book, stood, lotSeed).grading
