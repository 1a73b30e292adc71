import type { CalendarDate, Id, Text } from "@zhengyou/core"
import type {
  Candidate,
  CaseCommand,
  LedgerCommand,
  PromotionInputs,
  PromotionRules,
  RegisterCommand
} from "@zhengyou/promotion"
import type { Law, LawSetting } from "../Law.ts"
import type { PromotionEngine } from "./PromotionEngine.ts"

/** A move of one unit to one level that is held against the rules on a day. */
export interface PromotionMove {
  readonly candidate: Candidate
  readonly to: Id
  readonly stage: "application" | "decision"
  readonly today: CalendarDate
}

/** A command of a ledger, and the day on which it is told. */
export interface LedgerStep {
  readonly command: LedgerCommand
  readonly today: CalendarDate
}

/** A command of a case, the day on which it is told, and how many problems are open then. */
export interface CaseStep {
  readonly command: CaseCommand
  readonly today: CalendarDate
  readonly open: number
}

/** A case from its application on: the unit as it is, and what the case is told, of which some is refused. */
export interface CaseTale {
  readonly candidate: Candidate
  readonly told: ReadonlyArray<CaseStep>
}

/** What a law of promotion is held against: one move, or everything that a register, a ledger or a case is told, or a round of applications. */
export type PromotionLawCase =
  | ({
      readonly _tag: "Move"
      /** The other side of a comparison, where the law makes one. */
      readonly varied?: { readonly change: Text; readonly candidate?: Candidate; readonly rules?: PromotionRules }
    } & PromotionMove)
  | {
      readonly _tag: "Register"
      readonly commands: ReadonlyArray<RegisterCommand>
      /** Two days that the register is asked about, the first not after the second. */
      readonly days: readonly [CalendarDate, CalendarDate]
    }
  | { readonly _tag: "Ledger"; readonly told: ReadonlyArray<LedgerStep> }
  | ({ readonly _tag: "Case" } & CaseTale)
  | { readonly _tag: "Round"; readonly inputs: PromotionInputs }

/** What laws of promotion are held against: rules, an engine, and the facts of which more is better. */
export interface PromotionSetting extends LawSetting<PromotionLawCase> {
  readonly rules: PromotionRules
  readonly engine: PromotionEngine
  readonly benefits: ReadonlyArray<Id>
}

/** A law of promotion. */
export type PromotionLaw = Law<PromotionSetting, PromotionLawCase>
