import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  exactUnsafe,
  type Id,
  plus,
  type Rounding,
  round,
  sum,
  times,
  zero
} from "@zhengyou/core"
import type { Formula, Trim } from "../Formula.ts"
import type { Scale } from "../Questionnaire.ts"
import type { GroupFigure, Worth } from "../Satisfaction.ts"

const count = (n: number): Exact => ({ n: BigInt(n), d: 1n })
const hundred = exactUnsafe(100)

/** A share rounded as a per cent. */
export const roundedPercent = (share: Exact, rounding: Rounding | undefined): Exact =>
  rounding === undefined ? share : dividedByUnsafe(round(times(share, hundred), rounding), hundred)

/** The mean share of full marks of answers. */
const meanOf = (worths: ReadonlyArray<Worth>): Exact => {
  const ballots = worths.reduce((n, worth) => n + worth.ballots, 0)
  return dividedByUnsafe(sum(worths.map((worth) => times(worth.share, count(worth.ballots)))), count(ballots))
}

/** The answers without the `k` highest and the `k` lowest. */
const trimmedBy = (worths: ReadonlyArray<Worth>, k: number): ReadonlyArray<Worth> => {
  const without = (sorted: ReadonlyArray<Worth>): ReadonlyArray<Worth> => {
    let left = k
    return sorted.map((worth) => {
      const taken = Math.min(left, worth.ballots)
      left -= taken
      return { ...worth, ballots: worth.ballots - taken }
    })
  }
  const upwards = worths.toSorted((a, b) => compareExact(a.share, b.share))
  return without(without(upwards).toReversed()).filter(({ ballots }) => ballots > 0)
}

const trimCount = (trim: Trim | undefined, answers: number): number =>
  trim === undefined || answers <= trim.moreThan
    ? 0
    : Math.min(
        Number(round(times(trim.share, count(answers)), { mode: trim.mode, digits: 0 }).n),
        Math.floor((answers - 1) / 2)
      )

/** The counts of one group on one question of one subject. */
export interface CellCounts {
  readonly group: Id
  readonly question: Id
  readonly scale: Scale
  readonly counts: ReadonlyMap<Id, number>
  readonly returned: number
  /** Ballots issued or people due, where the formula divides by them. */
  readonly invited: number | undefined
}

/** The figure of one group on one question; nothing where no ballot counts. */
export const groupFigure = (formula: Formula, cell: CellCounts): GroupFigure | undefined => {
  const ofKind = (...kinds: ReadonlyArray<string>) => cell.scale.choices.filter(({ kind }) => kinds.includes(kind))
  const ballots = (id: Id): number => cell.counts.get(id) ?? 0
  const total = (ids: ReadonlyArray<{ readonly id: Id }>): number => ids.reduce((n, { id }) => n + ballots(id), 0)
  const share = (points: Exact): Exact => dividedByUnsafe(points, formula.fullMarks)
  const pointsOf = (id: Id): Exact => (formula.points === "marks" ? exactUnsafe(id) : (formula.points[id] ?? zero))

  const rated = ofKind("rated")
  const neutral = total(ofKind("neutral"))
  const valid = total(rated)
  const heard = valid + neutral
  const whole = { valid: heard, returned: cell.returned, issued: cell.invited ?? 0, due: cell.invited ?? 0 }[
    formula.base
  ]
  const worths: ReadonlyArray<Worth> = [
    ...rated.map(({ id }) => ({ share: share(pointsOf(id)), ballots: ballots(id) })),
    ...(formula.neutral === "excluded" ? [] : [{ share: share(formula.neutral), ballots: neutral }]),
    { share: share(formula.unanswered), ballots: Math.max(0, whole - heard) }
  ].filter((worth) => worth.ballots > 0)
  const answers = worths.reduce((n, worth) => n + worth.ballots, 0)
  if (answers === 0) return undefined
  const trimmed = trimCount(formula.trim, answers)
  const kept = trimmedBy(worths, trimmed)
  const answered = total(cell.scale.choices)
  return {
    group: cell.group,
    question: cell.question,
    counts: cell.scale.choices.map(({ id }) => ({ choice: id, ballots: ballots(id) })),
    blank: cell.returned - answered,
    returned: cell.returned,
    valid,
    base: answers - 2 * trimmed,
    trimmed,
    worths: kept,
    rate: roundedPercent(meanOf(kept), formula.rounding.group)
  }
}

/** A weighted mean of figures. */
export const weightedMean = (parts: ReadonlyArray<{ readonly weight: Exact; readonly rate: Exact }>): Exact =>
  dividedByUnsafe(
    parts.reduce((total, { weight, rate }) => plus(total, times(weight, rate)), zero),
    sum(parts.map(({ weight }) => weight))
  )
