import { addDays, type CalendarDate, type Id } from "@zhengyou/core"
import { type LedgerLine, ledgerFromLines, type PromotionInputs, type PromotionRules } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import fc from "fast-check"
import { monthsLater } from "../../internal/months.ts"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"
import type { PromotionMove } from "../PromotionLaw.ts"
import { promisingMovesFor } from "./moves.ts"

/** A unit's part of a round. */
interface Part {
  readonly move: PromotionMove
  /** Whether the level that a unit applies for is decided, and whether it comes into force later than that. */
  readonly until: "application" | "decision" | "force"
  /** Whether a problem is found between the decision and the day from which the level is to be in force. */
  readonly found: true | undefined
}

type Of<K extends keyof PromotionInputs> = PromotionInputs[K] extends ReadonlyArray<infer A> ? A : never

const levelsOf = ({ candidate, today }: PromotionMove): ReadonlyArray<Of<"levels">> => {
  const { unit, record } = candidate
  const { level, since = today, moves } = record
  if (level === undefined) return []
  const on = since < today ? since : today
  const earlier = moves.find(({ from }) => from !== level)?.from
  const before = earlier === undefined ? [] : [{ unit: unit.id, level: earlier, on: monthsLater(on, -1) }]
  return [...before, { unit: unit.id, level, on }]
}

const applicationOf = ({ move, until }: Part): Of<"applications"> => {
  const { candidate, to, today } = move
  return {
    unit: candidate.unit.id,
    to,
    on: today,
    ...present("assessed", candidate.assessed),
    ...(until === "application" ? {} : { decided: addDays(today, 2) }),
    ...(until === "force" ? { inForce: addDays(today, 5) } : {})
  }
}

const linesOf = ({ move: { candidate, today }, found }: Part): ReadonlyArray<LedgerLine> => {
  const { unit, problems } = candidate
  const opened = monthsLater(today, -1)
  const line = (name: string, on: CalendarDate): LedgerLine => {
    const problem = `${unit.id} ${name}`
    return { problem, unit: unit.id, title: problem, opened: on, status: "opened" }
  }
  const plan = { cause: "x", measures: ["y"] as const, owner: "p1", due: today }
  const closing = { status: "closed", plan, closed: addDays(today, 1), verifier: "p2" } as const
  return [
    ...Array.from({ length: Math.min(5, problems.open) }, (_, i) => line(`open ${i}`, opened)),
    ...Array.from({ length: Math.min(5, problems.closed) }, (_, i) => ({ ...line(`closed ${i}`, opened), ...closing })),
    ...(found === undefined ? [] : [line("found", addDays(today, 3))])
  ]
}

/** The unit, founded before it had its first level where it says when. */
const unitOf = (move: PromotionMove): Of<"units"> => {
  const { founded, ...unit } = move.candidate.unit
  const first = levelsOf(move)[0]?.on ?? move.today
  return { ...unit, ...present("founded", founded !== undefined && founded <= first ? founded : undefined) }
}

const inputsOf = (rules: PromotionRules, parts: ReadonlyArray<Part>): PromotionInputs => {
  const { cycle } = rules
  const from = monthsLater(cycle.from, -12)
  return {
    units: parts.map(({ move }) => unitOf(move)),
    levels: parts.flatMap(({ move }) => levelsOf(move)),
    applications: parts.map(applicationOf),
    facts: parts.flatMap(({ move }) => move.candidate.facts),
    ledger: Result.getOrThrow(ledgerFromLines(parts.flatMap(linesOf))),
    from,
    asOf: monthsLater(cycle.until, 2)
  }
}

/**
 * Rounds of applications under given rules: a few units, most of them such as the rules want, with their levels, problems and facts.
 */
export const roundsFor = (rules: PromotionRules): fc.Arbitrary<PromotionInputs> => {
  const part = (unit: Id): fc.Arbitrary<Part> =>
    fc.record({
      move: promisingMovesFor(rules, unit),
      until: fc.constantFrom("decision", "force", "force", "application"),
      found: seldom(fc.constant(true as const), 5)
    })
  return fc.tuple(part("u1"), fc.option(part("u2")), fc.option(part("u3"))).map((parts) =>
    inputsOf(
      rules,
      parts.filter((one) => one !== null)
    )
  )
}
