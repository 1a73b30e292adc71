import { CalendarDate, type Fact, Id, type Named, type Unit } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import type { MovementTable } from "../closure/MovementTable.ts"
import type { Ledger } from "../ledger/LedgerState.ts"
import type { LevelRegisterState } from "../levels/RegisterState.ts"
import type { Examination } from "../rules/examine.ts"
import type { TargetResult } from "../rules/targets.ts"

/** A level of a unit from a day on; no level where it is not graded from then on. */
export const LevelEntry = Schema.Struct({ unit: Id, level: Schema.optionalKey(Id), on: CalendarDate }).annotate({
  identifier: "LevelEntry"
})
export interface LevelEntry extends Schema.Schema.Type<typeof LevelEntry> {}

/** An application of a unit for a level (晋级申请), with what is known of the case so far. */
export const Application = Schema.Struct({
  unit: Id,
  /** The level in force as the application has it, where it says so; another one is a fault. */
  from: Schema.optionalKey(Id),
  to: Id,
  on: CalendarDate,
  /** The level that the second assessment gives (复评等级). */
  assessed: Schema.optionalKey(Id),
  /** The day on which it is decided; it waits where this is left out. */
  decided: Schema.optionalKey(CalendarDate),
  /** The day from which a level that is granted is in force; that of the decision where this is left out. */
  inForce: Schema.optionalKey(CalendarDate)
}).annotate({ identifier: "Application" })
export interface Application extends Schema.Schema.Type<typeof Application> {}

/** Everything that a round of promotion is decided from. */
export interface PromotionInputs {
  readonly units: ReadonlyArray<Unit>
  /** The levels in force by date. A unit's later entry with another level is a move. */
  readonly levels: ReadonlyArray<LevelEntry>
  readonly applications: ReadonlyArray<Application>
  readonly facts: ReadonlyArray<Fact>
  readonly ledger: Ledger
  /** The first day of the movement table. */
  readonly from: CalendarDate
  /** The day as of which everything is told. */
  readonly asOf: CalendarDate
}

/**
 * What an application came to: granted, declined, refused before it was looked at, still awaiting its decision, not decidable because facts are
 * unknown, or granted and then stopped because the conditions no longer held when it was to come into force.
 */
export const DecisionOutcome = Schema.Literals(["granted", "stopped", "declined", "refused", "awaiting", "undecided"])
export type DecisionOutcome = typeof DecisionOutcome.Type

/** What became of one application, with what the rules said last. */
export interface PromotionDecision {
  readonly application: Application
  readonly from?: Named
  readonly to: Named
  readonly outcome: DecisionOutcome
  readonly examination: Examination
}

/** What a round of promotion came to: the decisions in the order of the applications, and the accounts. */
export interface PromotionRound {
  readonly decisions: ReadonlyArray<PromotionDecision>
  readonly register: LevelRegisterState
  readonly table: MovementTable
  readonly targets: ReadonlyArray<TargetResult>
}
