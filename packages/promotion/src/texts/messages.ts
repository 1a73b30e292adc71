import type { ConditionProblem, CoreMessage } from "@zhengyou/core"
import type { CaseRefusal } from "../cases/errors.ts"
import type {
  AccountProblem,
  AccountsDoNotClose,
  DatesReversed,
  MoreLeaveThanThere,
  NoSuchLevel
} from "../closure/errors.ts"
import type { SurveyRefused } from "../errors.ts"
import type { SurveyProblem } from "../internal/SurveyProblem.ts"
import type { LedgerRefusal, OpeningProblem } from "../ledger/errors.ts"
import type { LedgerLineProblem, LedgerLinesRefused } from "../ledger/lineErrors.ts"
import type { RegisterProblem, RegisterRefusal } from "../levels/errors.ts"
import type { ApplicationProblem, PromotionInputsRefused } from "../round/errors.ts"
import type { RulesInvalid } from "../rules/errors.ts"
import type { RulesProblem } from "../rules/internal/RulesProblem.ts"
import type { PromotionReason } from "../rules/PromotionReason.ts"
import type { PlanStep } from "../rules/whatWouldItTake.ts"

/** Everything that promotion says to people, core's messages included. */
export type PromotionMessage =
  | CoreMessage
  | ConditionProblem
  | SurveyProblem
  | SurveyRefused
  | OpeningProblem
  | LedgerRefusal
  | RegisterProblem
  | RegisterRefusal
  | AccountProblem
  | AccountsDoNotClose
  | DatesReversed
  | MoreLeaveThanThere
  | NoSuchLevel
  | RulesProblem
  | RulesInvalid
  | PromotionReason
  | PlanStep
  | CaseRefusal
  | LedgerLineProblem
  | LedgerLinesRefused
  | ApplicationProblem
  | PromotionInputsRefused
