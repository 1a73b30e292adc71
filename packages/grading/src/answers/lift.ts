import {
  type Comparison,
  type Condition,
  compareExact,
  type Exact,
  factValueFrom,
  formatExact,
  isSameExact,
  levelRank,
  minus,
  type Named,
  plus,
  times,
  zero
} from "@zhengyou/core"
import { leavesFor } from "../Criterion.ts"
import { named } from "../internal/named.ts"
import { ask, placeUnit, throughGates } from "../internal/placeUnit.ts"
import { totalOf, type UnitScore } from "../internal/scoreUnit.ts"
import type { Standing } from "../internal/standing.ts"
import { factsOfUnit, factsWithScores } from "../internal/unitFacts.ts"
import type { CriterionScore, Outcome, PanelScore } from "../Outcome.ts"
import { cheapest, type Lever, leversOf } from "./levers.ts"
import type { Lift, NoLift, Raise } from "./Obstacle.ts"
import { obstaclesOf } from "./obstaclesOf.ts"
import { type Threshold, thresholdOf } from "./threshold.ts"
import type { Scored, Trial } from "./trial.ts"

const half: Exact = { n: 1n, d: 2n }

/** The comparisons of a condition. */
const comparisonsOf = (condition: Condition): ReadonlyArray<Comparison> => {
  if ("fact" in condition) return [condition]
  const inner = "all" in condition ? condition.all : "any" in condition ? condition.any : [condition.not]
  return inner.flatMap(comparisonsOf)
}

/** A number that a score is compared with. */
interface Bound {
  readonly fact: string
  readonly bound: Exact
}

/** The numbers that gates compare scores with. */
export const gateBounds = ({ book }: Trial): ReadonlyArray<Bound> =>
  book.gates
    .flatMap(({ when }) => comparisonsOf(when))
    .filter(({ fact }) => fact.startsWith("score."))
    .flatMap(({ fact, value }) =>
      (typeof value === "object" ? value : [value]).flatMap((scalar) => {
        const read = factValueFrom("number", scalar)
        return read?._tag === "Number" ? [{ fact, bound: read.value }] : []
      })
    )

/** The scores of the others that a tie with them is broken by. */
const tieBounds = ({ book, stood, row }: Trial): ReadonlyArray<Bound> => {
  const facts = new Set(book.quotas.flatMap(({ tieBreak = [] }) => tieBreak))
  return [...facts].flatMap((fact) =>
    stood.flatMap(({ standing }, other) => {
      const found = standing._tag === "Placed" && other !== row ? standing.lookup(fact) : undefined
      return found?._tag === "Number" ? [{ fact, bound: found.value }] : []
    })
  )
}

const isLever = (fact: string, { lever }: Lever): boolean =>
  fact === `score.criterion.${lever.id}` || fact === `score.panel.${lever.id}`

/** The totals at which the cheapest raises bring a figure to a number that it is compared with. */
const figureTotals = (trial: Trial, levers: ReadonlyArray<Lever>, total: Exact): ReadonlyArray<Exact> => {
  const bounds = [...gateBounds(trial), ...tieBounds(trial)]
  let so = total
  return levers.flatMap((lever) => {
    const before = so
    so = plus(so, times(minus(lever.maximum, lever.score), lever.gain))
    return bounds.flatMap(({ fact, bound }) => {
      // A bound that the figure is on already may have to be passed: a tie-break that is equal breaks no tie.
      const isAhead = isLever(fact, lever) && compareExact(bound, lever.score) >= 0
      return isAhead ? [plus(before, times(minus(bound, lever.score), lever.gain))] : []
    })
  })
}

/** The totals of the other units, as they decide. */
const othersTotals = ({ stood, row }: Trial): ReadonlyArray<Exact> =>
  stood.flatMap(({ standing }, other) =>
    standing._tag === "Placed" && standing.total !== undefined && other !== row ? [standing.total.decided] : []
  )

/** The totals from which a unit could come out otherwise: bands, the totals of others, and what gates and tie-breaks compare; lowest first. */
const thresholdsFrom = (trial: Trial, levers: ReadonlyArray<Lever>, total: Exact): ReadonlyArray<Threshold> => {
  const { book } = trial
  const digits = book.decideOn === "rounded" ? book.rounding.total?.digits : undefined
  const step: Exact | undefined = digits === undefined ? undefined : { n: 1n, d: 10n ** BigInt(digits) }
  const ofTotal = gateBounds(trial).flatMap(({ fact, bound }) => (fact === "score.total" ? [bound] : []))
  const decided = [...book.bands.map(({ from }) => from), ...othersTotals(trial), ...ofTotal].flatMap((bound) =>
    step === undefined ? [bound] : [bound, plus(bound, step)]
  )
  const exact = [...decided.map((bound) => thresholdOf(book, bound)), ...figureTotals(trial, levers, total).map(from)]
  const all = exact.flatMap((one): ReadonlyArray<Threshold> => (one.strict ? [one] : [one, { ...one, strict: true }]))
  const above = all.filter(({ at, strict }) => {
    const order = compareExact(at, total)
    return order > 0 || (order === 0 && strict)
  })
  const sorted = above.toSorted((a, b) => compareExact(a.at, b.at) || Number(a.strict) - Number(b.strict))
  return sorted.filter((threshold, i) => {
    const before = sorted[i - 1]
    return before === undefined || before.strict !== threshold.strict || !isSameExact(before.at, threshold.at)
  })
}

const from = (at: Exact): Threshold => ({ at, strict: false })

const raised = <A extends CriterionScore | PanelScore>(figure: A, id: string, raises: ReadonlyArray<Raise>): A => {
  const raise = raises.find(({ lever }) => lever.id === id)
  return raise === undefined || figure.score === undefined ? figure : { ...figure, score: plus(figure.score, raise.by) }
}

/** How the unit would stand on a higher total, its figures raised accordingly; `without` leaves out some gates. */
const standAt = (
  trial: Trial,
  outcome: Scored,
  total: Exact,
  raises: ReadonlyArray<Raise>,
  without: ReadonlySet<string>
): Standing => {
  const { book, rules, unit, given } = trial
  const isByPanel = book.combine === "panels"
  const score: UnitScore = {
    leaves: leavesFor(book.criteria, unit.type),
    scores: outcome.scores.map((own) => (isByPanel ? own : raised(own, own.criterion, raises))),
    panels: outcome.panels.map((own) => (isByPanel ? raised(own, own.panel, raises) : own)),
    total: totalOf(book, total),
    reasons: []
  }
  const lookup = factsWithScores(book, unit, factsOfUnit(unit, given.facts, trial.asOf), score)
  const placed = placeUnit(book, unit, score, lookup)
  const gates = rules.gates.filter(({ rule }) => !without.has(rule.id))
  return placed._tag === "Placed" ? throughGates(book, placed, ask(gates, placed.lookup)) : placed
}

/**
 * The least threshold at which a trial succeeds. More points never hurt among some of them, the `sure`: by halves over those, then one by
 * one from the last of them that fails.
 */
const firstPassing = (
  count: number,
  sure: ReadonlyArray<number>,
  passes: (at: number) => boolean
): number | undefined => {
  let [low, high] = [0, sure.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(sure[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  for (let at = (sure[low - 1] ?? -1) + 1; at < count; at++) if (passes(at)) return at
  return undefined
}

/**
 * The smallest rise of the total that gives a unit a level, all other units as they are.
 *
 * **Details**
 *
 * Points are added where they bring most, and what gates and tie-breaks ask for rises with them. Where gates hold the unit down at
 * every total, the rise is the one that would do without them, and they are named. Where none does, what is in the way at the top is told.
 */
export const liftTo = (trial: Trial, outcome: Scored, level: Named): Lift | NoLift => {
  const { book, stood, row, unit } = trial
  const rank = levelRank(book.ladder, level.id)
  const { exact: total } = outcome.total
  const levers = leversOf(book, leavesFor(book.criteria, unit.type), outcome).toSorted((a, b) =>
    compareExact(b.gain, a.gain)
  )
  const room = levers.reduce((so, lever) => plus(so, times(minus(lever.maximum, lever.score), lever.gain)), zero)
  const top = plus(total, room)
  const thresholds = thresholdsFrom(trial, levers, total).filter(({ at, strict }) => {
    const order = compareExact(at, top)
    return order < 0 || (order === 0 && !strict)
  })
  /** A total that a threshold lets pass and the next one does not change: itself, or halfway to the next. */
  const totalAt = (i: number): Exact => {
    const { at, strict } = thresholds[i] ?? from(total)
    const next = thresholds.slice(i + 1).find((other) => !isSameExact(other.at, at))
    if (!strict) return at
    return next === undefined ? times(plus(at, top), half) : times(plus(at, next.at), half)
  }
  const others = new Set(othersTotals(trial).map(formatExact))
  const isTied = (i: number): boolean => others.has(formatExact(totalOf(book, totalAt(i)).decided))
  // A tie can cost both units the level, and more points can make one; and a gate may want a score to be low.
  const sure = gateBounds(trial).length > 0 ? [] : [...thresholds.keys()].filter((i) => !isTied(i))
  const outcomeAt = (at: Exact, without: ReadonlySet<string>): Outcome => {
    const raises = cheapest(levers, minus(at, total)) ?? []
    const standing = standAt(trial, outcome, at, raises, without)
    return trial.outcome({ unit, eligible: stood[row]?.eligible === true, standing })
  }
  const reaches = (at: Exact, without: ReadonlySet<string>): boolean => {
    const result = outcomeAt(at, without)
    return "level" in result && levelRank(book.ladder, result.level) <= rank
  }
  const liftWithout = (clear: ReadonlyArray<Named>): Lift | undefined => {
    const without = new Set(clear.map(({ id }) => id))
    const found = firstPassing(thresholds.length, sure, (i) => reaches(totalAt(i), without))
    const threshold = found === undefined ? undefined : thresholds[found]
    if (threshold === undefined) return undefined
    const short = minus(threshold.at, total)
    const raises = cheapest(levers, short) ?? []
    return { _tag: "LiftTo", level, needed: threshold.at, strict: threshold.strict, short, raises, clear }
  }
  const holding = outcome.reasons.flatMap((reason) =>
    reason._tag === "GateLowered" || reason._tag === "GateFroze" ? [named(reason.gate)] : []
  )
  const isHeldOnly = holding.length > 0 && reaches(total, new Set(holding.map(({ id }) => id)))
  const lift = liftWithout([]) ?? (holding.length === 0 || isHeldOnly ? undefined : liftWithout(holding))
  if (lift !== undefined) return lift
  const held = obstaclesOf(book, unit, outcomeAt(top, new Set()), level)
  return { _tag: "NoLift", level, top, held, clear: isHeldOnly ? holding : [] }
}
