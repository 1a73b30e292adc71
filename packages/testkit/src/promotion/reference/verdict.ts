import {
  type Condition,
  compileCondition,
  type Exact,
  type FactLookup,
  type FactValue,
  type Id,
  levelRank
} from "@zhengyou/core"
import type { PromotionRules } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import { monthsApart, monthsLater } from "../../internal/months.ts"
import type { PromotionMove } from "../PromotionLaw.ts"
import { knownIn, windowOf } from "./asked.ts"

const whole = (n: number): Exact => ({ n: BigInt(n), d: 1n })

const number = (n: number): FactValue => ({ _tag: "Number", value: whole(n) })

/** What is known of a unit on its way to a level, written down a second time. */
const lookupOf = ({ ladder }: PromotionRules, { candidate, to, today }: PromotionMove): FactLookup => {
  const { unit, record, problems, facts, assessed } = candidate
  const rank = (level: Id) => levelRank(ladder, level)
  return (name) => {
    switch (name) {
      case "unit.id":
        return { _tag: "Text", value: unit.id }
      case "unit.type":
        return unit.type === undefined ? undefined : { _tag: "Text", value: unit.type }
      case "unit.founded":
        return unit.founded && { _tag: "Date", value: unit.founded }
      case "unit.age.months":
        return unit.founded && number(monthsApart(unit.founded, today))
      case "level.inForce":
        return record.level === undefined ? undefined : { _tag: "Level", value: record.level }
      case "level.months":
        return record.since && number(monthsApart(record.since, today))
      case "level.target":
        return { _tag: "Level", value: to }
      case "level.assessed":
        return assessed === undefined ? undefined : { _tag: "Level", value: assessed }
      case "level.assessedReaches":
        return assessed === undefined ? undefined : { _tag: "Flag", value: rank(assessed) <= rank(to) }
      case "level.assessedBelow":
        if (assessed === undefined || record.level === undefined) return undefined
        return { _tag: "Flag", value: rank(assessed) > rank(record.level) }
      case "problems.open":
        return number(problems.open)
      case "problems.closed":
        return number(problems.closed)
      default:
        return facts.findLast((one) => one.unit === unit.id && one.fact === name)?.value
    }
  }
}

const holds = (rules: PromotionRules, condition: Condition, move: PromotionMove): boolean => {
  const compiled = compileCondition(condition, knownIn(rules))
  return Result.isSuccess(compiled) && compiled.success(lookupOf(rules, move)).holds === true
}

/** How many levels a move goes up; negative where it goes down, nothing where the unit has no level. */
export const stepsUp = (rules: PromotionRules, { candidate, to }: PromotionMove): number | undefined => {
  const { level } = candidate.record
  return level === undefined ? undefined : levelRank(rules.ladder, level) - levelRank(rules.ladder, to)
}

/** How many levels a move may go that way; nothing where there is no limit. */
export const stepsAllowed = ({ promotion, demotion }: PromotionRules, steps: number): number | undefined => {
  const allowed = steps > 0 ? promotion.maxSteps : demotion?.maxSteps
  return typeof allowed === "number" ? allowed : undefined
}

/** The conditions of a move up that are not met, by their ids. */
export const unmetIn = (rules: PromotionRules, move: PromotionMove): ReadonlyArray<Id> =>
  rules.promotion.requirements
    .filter(
      ({ to, at }) => (to === undefined || to.includes(move.to)) && (move.stage === "decision" || at === move.stage)
    )
    .filter(({ require }) => !holds(rules, require, move))
    .map(({ id }) => id)

/** The grounds for a move down that hold, by their ids. */
export const groundsIn = (rules: PromotionRules, move: PromotionMove): ReadonlyArray<Id> =>
  (rules.demotion?.grounds ?? []).filter(({ when }) => holds(rules, when, move)).map(({ id }) => id)

/** What the calendar has against a move up: the window, the moves of the cycle, the months after a demotion. */
export const timesAgainst = (
  rules: PromotionRules,
  { candidate, stage, today }: PromotionMove
): ReadonlyArray<string> => {
  const { cycle, ladder, promotion } = rules
  const { from, until } = windowOf(rules)
  const up = candidate.record.moves.filter((move) => levelRank(ladder, move.to) < levelRank(ladder, move.from))
  const down = candidate.record.moves.filter((move) => !up.includes(move))
  const inCycle = up.filter(({ on }) => cycle.from <= on && on <= cycle.until)
  const frozen = down.some(({ on }) => today < monthsLater(on, promotion.freezeMonths ?? 0))
  return [
    ...(stage === "application" && (today < from || until < today) ? ["OutsideWindow"] : []),
    ...(inCycle.length >= promotion.movesPerCycle ? ["MovesUsedUp"] : []),
    ...(promotion.freezeMonths !== undefined && frozen ? ["Frozen"] : [])
  ]
}

/** Whether everything that the rules ask of a move is met. */
export const isAllowed = (rules: PromotionRules, move: PromotionMove): boolean => {
  const steps = stepsUp(rules, move)
  if (steps === undefined || steps === 0) return false
  if (Math.abs(steps) > (stepsAllowed(rules, steps) ?? Number.POSITIVE_INFINITY)) return false
  if (steps > 0) return unmetIn(rules, move).length === 0 && timesAgainst(rules, move).length === 0
  return rules.demotion !== undefined && (move.stage === "application" || groundsIn(rules, move).length > 0)
}
