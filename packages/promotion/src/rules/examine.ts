import {
  addMonths,
  type CalendarDate,
  Citation,
  type CompiledCondition,
  type Condition,
  compileCondition,
  type Fact,
  type FactLookup,
  type FactValue,
  Id,
  levelRank,
  monthsBetween,
  Named,
  type Unit
} from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { levelNamed } from "../internal/ids.ts"
import type { LevelRecord } from "../levels/Standing.ts"
import { knownFacts } from "./internal/knownFacts.ts"
import { PromotionReason } from "./PromotionReason.ts"
import type { PromotionRules, PromotionRulesShape } from "./PromotionRules.ts"

/** Everything that the rules look at in one unit. */
export interface Candidate {
  readonly unit: Unit
  readonly record: LevelRecord
  readonly problems: { readonly open: number; readonly closed: number }
  readonly facts: ReadonlyArray<Fact>
  /** The level that the latest assessment gives. */
  readonly assessed?: Id
}

/** A condition that was looked at: what it asked, what was found, and whether it holds. */
export const Checked = Schema.Struct({
  requirement: Named,
  holds: Schema.optionalKey(Schema.Boolean),
  cited: Schema.Array(Citation)
}).annotate({ identifier: "Checked" })
export interface Checked extends Schema.Schema.Type<typeof Checked> {}

/** What the rules say to a move of one unit: every condition that was looked at, and every reason against. */
export const Examination = Schema.Struct({
  from: Schema.optionalKey(Id),
  to: Id,
  stage: Schema.Literals(["application", "decision"]),
  checked: Schema.Array(Checked),
  against: Schema.Array(PromotionReason)
}).annotate({ identifier: "Examination" })
export interface Examination extends Schema.Schema.Type<typeof Examination> {}

const number = (value: number): FactValue => ({ _tag: "Number", value: { n: BigInt(value), d: 1n } })

const optional = <A>(value: A | undefined, to: (value: A) => FactValue): FactValue | undefined =>
  value === undefined ? undefined : to(value)

const reaches = (rules: PromotionRulesShape, assessed: Id | undefined, to: Id): FactValue | undefined =>
  optional(assessed, (level) => ({
    _tag: "Flag",
    value: levelRank(rules.ladder, level) <= levelRank(rules.ladder, to)
  }))

const below = (rules: PromotionRulesShape, assessed: Id | undefined, level: Id | undefined): FactValue | undefined =>
  assessed === undefined || level === undefined
    ? undefined
    : { _tag: "Flag", value: levelRank(rules.ladder, assessed) > levelRank(rules.ladder, level) }

/** What is known of a candidate for a level on a day. */
const factsFor = (
  rules: PromotionRulesShape,
  { unit, record, problems, facts, assessed }: Candidate,
  to: Id | undefined,
  today: CalendarDate
): FactLookup => {
  const given = new Map(facts.filter((fact) => fact.unit === unit.id).map(({ fact, value }) => [fact, value]))
  const own: ReadonlyMap<string, FactValue | undefined> = new Map<string, FactValue | undefined>([
    ["unit.id", { _tag: "Text", value: unit.id }],
    ["unit.type", optional(unit.type, (value) => ({ _tag: "Text", value }))],
    ["unit.founded", optional(unit.founded, (value) => ({ _tag: "Date", value }))],
    ["unit.age.months", optional(unit.founded, (founded) => number(monthsBetween(founded, today)))],
    ["level.inForce", optional(record.level, (value) => ({ _tag: "Level", value }))],
    ["level.months", optional(record.since, (since) => number(monthsBetween(since, today)))],
    ["level.target", optional(to, (value) => ({ _tag: "Level", value }))],
    ["level.assessed", optional(assessed, (value) => ({ _tag: "Level", value }))],
    ["level.assessedReaches", to === undefined ? undefined : reaches(rules, assessed, to)],
    ["level.assessedBelow", below(rules, assessed, record.level)],
    ["problems.open", number(problems.open)],
    ["problems.closed", number(problems.closed)]
  ])
  return (name) => (own.has(name) ? own.get(name) : given.get(name))
}

/** The rules' conditions fit its facts, so that this one compiles. */
const ready = (rules: PromotionRulesShape, condition: Condition): CompiledCondition =>
  Result.getOrThrow(compileCondition(condition, knownFacts(rules.facts)))

/** Whether a condition holds for a unit with a level, apart from any move. */
export const holdsFor = (
  rules: PromotionRules,
  condition: Condition,
  candidate: Candidate,
  today: CalendarDate
): boolean | undefined => ready(rules, condition)(factsFor(rules, candidate, undefined, today)).holds

const check = (rules: PromotionRulesShape, { id, name }: Named, condition: Condition, lookup: FactLookup): Checked => {
  const { holds, cited } = ready(rules, condition)(lookup)
  return { requirement: { id, name }, ...(holds === undefined ? {} : { holds }), cited }
}

const against = ({ requirement, holds, cited }: Checked): ReadonlyArray<PromotionReason> =>
  holds === true ? [] : [{ _tag: holds === false ? "NotMet" : "NotKnown", requirement, cited }]

const stepReasons = (
  { ladder, promotion, demotion }: PromotionRulesShape,
  from: Id,
  to: Id
): ReadonlyArray<PromotionReason> => {
  const difference = levelRank(ladder, from) - levelRank(ladder, to)
  if (difference === 0) return [{ _tag: "HasLevelAlready", level: levelNamed(ladder, to) }]
  const allowed = difference > 0 ? promotion.maxSteps : (demotion?.maxSteps ?? "any")
  const steps = Math.abs(difference)
  return allowed === "any" || steps <= allowed
    ? []
    : [{ _tag: "StepsTooMany", from: levelNamed(ladder, from), to: levelNamed(ladder, to), steps, allowed }]
}

const isWithin = (day: CalendarDate, { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate }) =>
  from <= day && day <= until

const isUp = ({ ladder }: PromotionRulesShape, from: Id, to: Id): boolean =>
  levelRank(ladder, to) < levelRank(ladder, from)

/** The first day after a freeze, where one runs on a day. */
const freezeOf = (
  rules: PromotionRulesShape,
  { moves }: LevelRecord,
  today: CalendarDate
): PromotionReason | undefined => {
  const { freezeMonths } = rules.promotion
  const demotedOn = moves.findLast((move) => !isUp(rules, move.from, move.to))?.on
  if (freezeMonths === undefined || demotedOn === undefined) return undefined
  const until = addMonths(demotedOn, freezeMonths)
  return today < until ? { _tag: "Frozen", demotedOn, until } : undefined
}

/** What speaks against a move up, whatever the facts: the calendar, the cycle, an earlier demotion. */
const timeReasons = (
  rules: PromotionRulesShape,
  record: LevelRecord,
  stage: Examination["stage"],
  today: CalendarDate
): ReadonlyArray<PromotionReason> => {
  const { cycle, window, promotion } = rules
  const { movesPerCycle } = promotion
  const moves = record.moves.filter(({ on, from, to }) => isWithin(on, cycle) && isUp(rules, from, to)).length
  const frozen = freezeOf(rules, record, today)
  const open = window ?? cycle
  const closed = stage === "application" && !isWithin(today, open)
  return [
    ...(closed ? [{ _tag: "OutsideWindow" as const, today, ...open }] : []),
    ...(moves < movesPerCycle ? [] : [{ _tag: "MovesUsedUp" as const, moves, allowed: movesPerCycle }]),
    ...(frozen === undefined ? [] : [frozen])
  ]
}

/** What is asked of a move up: the requirements of the level, those of the decision only when it is due. */
const promotion = (
  rules: PromotionRulesShape,
  to: Id,
  stage: Examination["stage"],
  lookup: FactLookup
): ReadonlyArray<Checked> =>
  rules.promotion.requirements
    .filter((one) => (one.to === undefined || one.to.includes(to)) && (stage === "decision" || one.at === stage))
    .map(({ id, name, require }) => check(rules, { id, name }, require, lookup))

/** What is asked of a move down: one of the grounds has to hold when it is decided. */
const demotion = (
  rules: PromotionRulesShape,
  stage: Examination["stage"],
  lookup: FactLookup
): { readonly checked: ReadonlyArray<Checked>; readonly against: ReadonlyArray<PromotionReason> } => {
  if (rules.demotion === undefined) return { checked: [], against: [{ _tag: "NoDemotion" }] }
  if (stage === "application") return { checked: [], against: [] }
  const checked = rules.demotion.grounds.map(({ id, name, when }) => check(rules, { id, name }, when, lookup))
  if (checked.some(({ holds }) => holds === true)) return { checked, against: [] }
  const unknown = checked.filter(({ holds }) => holds === undefined)
  const grounds = checked.map(({ requirement }) => requirement)
  return { checked, against: unknown.length > 0 ? unknown.flatMap(against) : [{ _tag: "NoGround", grounds }] }
}

/**
 * Holds a move of one unit to one level against the rules.
 *
 * **Details**
 *
 * On `application` only what can be known then is looked at; on `decision` everything. Nothing is cut short: every condition is looked at and
 * every reason against is told. Where nothing is against it, the move may be made.
 */
export const examine = (
  rules: PromotionRules,
  candidate: Candidate,
  to: Id,
  stage: Examination["stage"],
  today: CalendarDate
): Examination => {
  const { record } = candidate
  const from = record.level
  if (from === undefined) return { to, stage, checked: [], against: [{ _tag: "NoLevel" }] }
  const lookup = factsFor(rules, candidate, to, today)
  const steps = stepReasons(rules, from, to)
  if (levelRank(rules.ladder, to) > levelRank(rules.ladder, from)) {
    const down = demotion(rules, stage, lookup)
    return { from, to, stage, checked: down.checked, against: [...steps, ...down.against] }
  }
  const checked = promotion(rules, to, stage, lookup)
  const time = timeReasons(rules, record, stage, today)
  return { from, to, stage, checked, against: [...steps, ...time, ...checked.flatMap(against)] }
}
