export { Adjustment, Award, adjustmentOf } from "./Adjustment.ts"
export { Aggregator } from "./Aggregator.ts"
export { type BookComparison, type Change, changesBetween, compareBooks } from "./answers/compareBooks.ts"
export { type DecidingSheet, decidingSheets } from "./answers/decidingSheets.ts"
export { ComesTo, Fragile, Fragility } from "./answers/Fragile.ts"
export { fragility } from "./answers/fragility.ts"
export { Lift, NoLift, Obstacle, Raise, WhyNot } from "./answers/Obstacle.ts"
export { type Recomputed, recompute } from "./answers/recompute.ts"
export { type Difference, type ExampleResult, runExamples } from "./answers/runExamples.ts"
export { whyNot } from "./answers/whyNot.ts"
export { Band, bandOf } from "./Band.ts"
export { BookExample, Expectation } from "./BookExample.ts"
export {
  allCriteria,
  Criterion,
  type CriterionGroup,
  CriterionNode,
  type EncodedGroup,
  type EncodedNode,
  isGroup,
  type Leaf,
  leavesFor,
  MissingPolicy
} from "./Criterion.ts"
export { checkBook } from "./check/checkBook.ts"
export { Finding, FindingProblem, Witness } from "./check/Finding.ts"
export { checkTextEn } from "./check/texts/en.ts"
export type { CheckMessage } from "./check/texts/messages.ts"
export { checkTextZhCN } from "./check/texts/zh-CN.ts"
export { witnessLines } from "./check/witnessLines.ts"
export { describeBook } from "./describe/describeBook.ts"
export type { Regulation, RegulationArticle, RegulationChapter, RegulationItem } from "./describe/Regulation.ts"
export { regulationMarkdown, regulationText } from "./describe/regulationText.ts"
export { InputsInvalid, RuleBookInvalid } from "./errors.ts"
export {
  type EncodedExplanationNode,
  Explanation,
  ExplanationNode,
  type StepAt,
  stepsOf
} from "./explain/Explanation.ts"
export { ExplanationStep, Fate, QuotaPosition } from "./explain/ExplanationStep.ts"
export { explain } from "./explain/explain.ts"
export { explanationText, stepText } from "./explain/explanationText.ts"
export { explanationTextEn } from "./explain/texts/en.ts"
export type { ExplanationMessage } from "./explain/texts/messages.ts"
export { explanationTextZhCN } from "./explain/texts/zh-CN.ts"
export type { FactColumn, MarkColumn, RoundColumns } from "./fast/Columns.ts"
export { type CompactGrading, outcomeKinds } from "./fast/CompactGrading.ts"
export { type CompiledBook, compileBook } from "./fast/compileBook.ts"
export { gradeColumns, type ReadColumns, readColumns } from "./fast/gradeColumns.ts"
export { gradeMany } from "./fast/gradeMany.ts"
export { Eligibility, Gate, GateEffect, Recognition } from "./Gate.ts"
export type { GradingInputs } from "./GradingInputs.ts"
export { GradingReason, Reasons } from "./GradingReason.ts"
export { grade } from "./grade.ts"
export { BookProblem } from "./internal/book/BookProblem.ts"
export { InputsProblem } from "./internal/inputFaults.ts"
export { gradingSemantics } from "./internal/receiptOf.ts"
export {
  CriterionScore,
  countLevels,
  decidingReason,
  Grading,
  Outcome,
  PanelScore,
  QuotaResult,
  Total
} from "./Outcome.ts"
export { Panel, RaterGroup, scores } from "./Panel.ts"
export { Quota, type QuotaBase, Seats, seatsOf, TiePolicy } from "./Quota.ts"
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
export { parseRuleBook, RuleBook, type RuleBookProblem, type RuleBookShape, ruleBookJsonSchema } from "./RuleBook.ts"
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
  awardsOf,
  gradingOf,
  type RoundState,
  type RunningRound,
  roundFactsOf,
  type SheetHistory,
  sheetsOf
} from "./round/RoundState.ts"
export { gradingRounds, unitOutcomes } from "./round/readModels.ts"
export { AllowedMarks, allowedMarks, isAllowed, Mark, Scoring, scoreOf } from "./Scoring.ts"
export { Sheet, SheetRef, sheetKey } from "./Sheet.ts"
export { gradeTextEn, gradingTextEn } from "./texts/en.ts"
export type { GradeMessage, GradingMessage } from "./texts/messages.ts"
export { gradeTextZhCN, gradingTextZhCN } from "./texts/zh-CN.ts"
