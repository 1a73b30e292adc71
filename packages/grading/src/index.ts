export { Band, bandOf } from "./Band.ts"
export { Cap, Seats, seatsOf, TiePolicy } from "./Cap.ts"
export { Criterion, MissingPolicy } from "./Criterion.ts"
export { InputsInvalid, RuleBookInvalid } from "./errors.ts"
export { Eligibility, Gate, GateEffect } from "./Gate.ts"
export { GradingReason, Reasons } from "./GradingReason.ts"
export { type GradingInputs, grade } from "./grade.ts"
export { BookProblem } from "./internal/book/BookProblem.ts"
export { InputsProblem } from "./internal/inputFaults.ts"
export { gradingSemantics } from "./internal/receiptOf.ts"
export {
  CapResult,
  CriterionScore,
  countLevels,
  decidingReason,
  Grading,
  Outcome,
  PanelScore,
  Total
} from "./Outcome.ts"
export { Aggregator, Panel, scores } from "./Panel.ts"
export { Alpha, Intraclass, PanelAgreement, Reliability } from "./quality/Agreement.ts"
export { ScoresTooFine } from "./quality/errors.ts"
export { PanelQuality, panelQuality } from "./quality/panelQuality.ts"
export { QualityFlag } from "./quality/QualityFlag.ts"
export { QualityLimits } from "./quality/QualityLimits.ts"
export { RaterSeverity } from "./quality/RaterSeverity.ts"
export { ratersNeeded } from "./quality/ratersNeeded.ts"
export { SelfAppraisal } from "./quality/SelfAppraisal.ts"
export { qualityTextEn } from "./quality/texts/en.ts"
export type { QualityMessage } from "./quality/texts/messages.ts"
export { qualityTextZhCN } from "./quality/texts/zh-CN.ts"
export { parseRuleBook, RuleBook, type RuleBookProblem, type RuleBookShape } from "./RuleBook.ts"
export { Completeness, completenessOf, Outstanding } from "./round/Completeness.ts"
export {
  NoSuchSheet,
  NothingToAmend,
  NoticeEndsBeforeItBegins,
  NoticeNotOver,
  OutcomesNotSettled,
  Phase,
  RoundInputsRefused,
  RoundInWrongPhase,
  RoundProblem,
  type RoundRefusal
} from "./round/errors.ts"
export { GradingRound, type RoundContext } from "./round/GradingRound.ts"
export { Assignment, Plan } from "./round/Plan.ts"
export { RoundCommand } from "./round/RoundCommand.ts"
export { RoundEvent } from "./round/RoundEvent.ts"
export {
  gradingOf,
  type RoundState,
  type RunningRound,
  roundFactsOf,
  type SheetHistory,
  sheetsOf
} from "./round/RoundState.ts"
export { Sheet, sheetKey } from "./Sheet.ts"
export { gradingTextEn } from "./texts/en.ts"
export type { GradingMessage } from "./texts/messages.ts"
export { gradingTextZhCN } from "./texts/zh-CN.ts"
