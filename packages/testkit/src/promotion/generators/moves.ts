import { type CalendarDate, type CompiledCondition, compileCondition, type FactValue, type Id } from "@zhengyou/core"
import type { Candidate, PromotionRules } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import fc from "fast-check"
import { daysLater, monthsLater } from "../../internal/months.ts"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"
import { valuesNear } from "../../internal/valuesNear.ts"
import type { PromotionMove } from "../PromotionLaw.ts"
import { knownIn, statedIn, windowOf } from "../reference/asked.ts"

const number = (n: number): FactValue => ({ _tag: "Number", value: { n: BigInt(n), d: 1n } })

/** Says whether no condition fails on a value of a fact, as far as it depends on that fact alone. */
const speaksFor = (rules: PromotionRules) => {
  const known = knownIn(rules)
  const asked = rules.promotion.requirements.flatMap(({ require }): ReadonlyArray<CompiledCondition> => {
    const compiled = compileCondition(require, known)
    return Result.isSuccess(compiled) ? [compiled.success] : []
  })
  return (fact: Id, value: FactValue): boolean =>
    asked.every((meets) => meets((name) => (name === fact ? value : undefined)).holds !== false)
}

/** One of some values: mostly one that speaks for the move, where the case is to be a promising one. */
const favoured = <A>(values: readonly [A, ...ReadonlyArray<A>], isGood: (value: A) => boolean, promising: boolean) => {
  const good = promising ? values.filter(isGood) : []
  const any = fc.constantFrom(...values)
  return good.length === 0
    ? any
    : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: any })
}

/** Whole numbers around those that the rules state, and the first ones. */
const counts = (
  rules: PromotionRules,
  fact: Id,
  ...first: ReadonlyArray<number>
): readonly [number, ...Array<number>] => {
  const stated = statedIn(rules, fact).flatMap((value) => {
    const n = Math.floor(Number(value))
    return [n - 1, n, n + 1]
  })
  return [0, ...new Set([...first, ...stated].filter((n) => n > 0 && n <= 1200))]
}

const typesIn = (rules: PromotionRules): ReadonlyArray<string | undefined> => {
  const stated = statedIn(rules, "unit.type").map(String)
  return stated.length === 0 ? [undefined] : [undefined, ...stated, "other"]
}

/** Days on which units apply and are decided: the ends of the window and of the cycle, and their neighbours. */
const daysOf = (rules: PromotionRules): ReadonlyArray<CalendarDate> => {
  const { from, until } = windowOf(rules)
  return [from, until, daysLater(from, -1), daysLater(until, 1), rules.cycle.from, rules.cycle.until]
}

/** Facts of a unit; where it is to be a promising one, mostly such as the rules want. */
const factsOf = (rules: PromotionRules, promising: boolean) => {
  const isGood = speaksFor(rules)
  return fc.tuple(
    ...rules.facts.map((declared) => {
      const [first, ...rest] = valuesNear(declared, statedIn(rules, declared.id), rules.ladder)
      if (first === undefined) return fc.constant(undefined)
      const value = favoured([first, ...rest], (one) => isGood(declared.id, one), promising)
      return fc.oneof({ weight: promising ? 9 : 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) })
    })
  )
}

const numbersFor = (rules: PromotionRules, promising: boolean) => {
  const isGood = speaksFor(rules)
  return (fact: Id, ...first: ReadonlyArray<number>) =>
    favoured(counts(rules, fact, ...first), (n) => isGood(fact, number(n)), promising)
}

const partsOf = (rules: PromotionRules, promising: boolean) => {
  const near = numbersFor(rules, promising)
  const freeze = rules.promotion.freezeMonths ?? 1
  const rank = fc.nat(rules.ladder.length - 1)
  const lowest = Math.max(0, rules.ladder.length - 2)
  const [earliest = rules.cycle.from, ...days] = daysOf(rules)
  return fc.record({
    to: promising ? fc.nat(lowest) : rank,
    // Mostly the level below or above; nothing where the unit is not graded.
    below: fc.oneof(
      { weight: promising ? 9 : 3, arbitrary: fc.constant(1) },
      { weight: promising ? 1 : 3, arbitrary: fc.constant(-1) },
      { weight: 2, arbitrary: fc.integer({ min: -2, max: 3 }) },
      { weight: promising ? 0 : 1, arbitrary: fc.constant(undefined) }
    ),
    today: favoured(
      [earliest, ...days],
      (day) => day <= windowOf(rules).until && windowOf(rules).from <= day,
      promising
    ),
    stage: fc.constantFrom("decision" as const, "application" as const),
    since: near("level.months", 6, 12),
    dayOff: fc.constantFrom(0, 0, 1, -1),
    age: seldom(near("unit.age.months", 12), 2),
    type: fc.constantFrom(...typesIn(rules)),
    open: near("problems.open", 1),
    closed: near("problems.closed", 1),
    facts: factsOf(rules, promising),
    // Mostly assessed at the level that is wanted, or at the one in force.
    assessed: fc.oneof(
      { weight: 4, arbitrary: fc.constant("to" as const) },
      { weight: promising ? 1 : 4, arbitrary: fc.constant("level" as const) },
      { weight: 2, arbitrary: rank },
      { weight: 1, arbitrary: fc.constant(undefined) }
    ),
    moves: fc.array(
      fc.record({
        back: fc.constantFrom(1, freeze, freeze + 1, 13),
        dayOff: fc.constantFrom(0, 1, -1),
        from: rank,
        up: rank
      }),
      { maxLength: promising ? 1 : 2 }
    )
  })
}

type Parts = ReturnType<typeof partsOf> extends fc.Arbitrary<infer P> ? P : never

const shifted = (day: CalendarDate, days: number): CalendarDate =>
  days === 0 ? day : daysLater(day, days < 0 ? -1 : 1)

const moveOf = (rules: PromotionRules, unit: Id, parts: Parts): PromotionMove => {
  const { ladder } = rules
  const levelAt = (rank: number): Id => ladder[Math.max(0, Math.min(ladder.length - 1, rank))]?.id ?? ladder[0].id
  const { to, below, today, since, dayOff, age, type, open, closed, facts, assessed, moves, stage } = parts
  const level = below === undefined ? undefined : levelAt(to + below)
  const candidate: Candidate = {
    unit: {
      id: unit,
      name: unit,
      ...present("type", type),
      ...present("founded", age === undefined ? undefined : monthsLater(today, -age))
    },
    record: {
      ...present("level", level),
      ...(level === undefined ? {} : { since: shifted(monthsLater(today, -since), dayOff) }),
      moves: moves
        .map((one) => ({
          on: shifted(monthsLater(today, -one.back), one.dayOff),
          from: levelAt(one.from),
          to: levelAt(one.up)
        }))
        .filter((one) => one.from !== one.to)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    },
    problems: { open, closed },
    facts: rules.facts.flatMap(({ id }, f) => {
      const value = facts[f]
      return value === undefined ? [] : [{ unit, fact: id, value }]
    }),
    ...present(
      "assessed",
      typeof assessed === "number" ? levelAt(assessed) : assessed === "to" ? levelAt(to) : assessed && level
    )
  }
  return { candidate, to: levelAt(to), stage, today }
}

/** Moves of a unit that is such as the rules want in most respects. */
export const promisingMovesFor = (rules: PromotionRules, unit: Id = "u1"): fc.Arbitrary<PromotionMove> =>
  partsOf(rules, true).map((parts) => moveOf(rules, unit, parts))

/**
 * Moves of a unit to a level under given rules: with days, numbers and facts at which the rules change their mind.
 *
 * **Details**
 *
 * Nothing is filtered. Half of the units are such as the rules want in most respects, so that moves that may be made are common, and so are those
 * that one thing speaks against.
 *
 * @example
 * ```ts
 * import { examine } from "@zhengyou/promotion"
 * import { anyPromotionRules, movesFor } from "@zhengyou/testkit/promotion"
 * import fc from "fast-check"
 *
 * const moves = anyPromotionRules().chain((rules) => movesFor(rules).map((move) => ({ rules, move })))
 * fc.assert(
 *   fc.property(moves, ({ rules, move: { candidate, to, stage, today } }) => examine(rules, candidate, to, stage, today).to === to),
 *   { numRuns: 20 }
 * )
 * ```
 */
export const movesFor = (rules: PromotionRules, unit: Id = "u1"): fc.Arbitrary<PromotionMove> =>
  fc.oneof(
    { weight: 1, arbitrary: promisingMovesFor(rules, unit) },
    { weight: 1, arbitrary: partsOf(rules, false).map((parts) => moveOf(rules, unit, parts)) }
  )
