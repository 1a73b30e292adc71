export { Assessment, CaseCommand } from "./cases/CaseCommand.ts"
export { CaseEvent, RulesRef } from "./cases/CaseEvent.ts"
export type { CaseState, OpenCase } from "./cases/CaseState.ts"
export {
  AssessmentOffLadder,
  CaseCommandName,
  CaseInWrongPhase,
  CasePhase,
  type CaseRefusal,
  JudgesOwnCase,
  LevelChangedSince,
  NoLongerMet,
  NotDecidable,
  NothingToApplyFor,
  NoticeDatesWrong,
  NoticeStillRuns,
  ObjectionTooLate,
  OtherCase
} from "./cases/errors.ts"
export { type CaseContext, PromotionCase } from "./cases/PromotionCase.ts"
export { Claim, type ClaimCheck, type ClaimReading, checkClaim, ReadingKind } from "./closure/checkClaim.ts"
export { type CountedMove, countsAfter } from "./closure/countsAfter.ts"
export { AccountProblem, AccountsDoNotClose, DatesReversed, MoreLeaveThanThere, NoSuchLevel } from "./closure/errors.ts"
export {
  type MovementFigures,
  type MovementRow,
  type MovementTable,
  movementFigures,
  shareOf,
  type Transition,
  transitionShare,
  unitsMoved
} from "./closure/MovementTable.ts"
export { type Changes, movementsBetween, reconcile } from "./closure/reconcile.ts"
export { SurveyRefused } from "./errors.ts"
export { SurveyProblem } from "./internal/SurveyProblem.ts"
export {
  DeadlineHasPassed,
  EntryCommand,
  EntryInWrongState,
  type LedgerRefusal,
  NoSuchEntry,
  OpeningProblem,
  ProblemsRefused,
  VerifiesOwnWork
} from "./ledger/errors.ts"
export { LedgerCommand } from "./ledger/LedgerCommand.ts"
export { LedgerEvent } from "./ledger/LedgerEvent.ts"
export type { LedgerLine } from "./ledger/LedgerLine.ts"
export {
  type DueEntry,
  entriesByDeadline,
  entriesOf,
  entryOf,
  type Ledger,
  type LedgerEntry,
  openEntriesOf,
  problemOf,
  problemProgress
} from "./ledger/LedgerState.ts"
export { ledgerFromLines } from "./ledger/ledgerFromLines.ts"
export { LedgerLineProblem, LedgerLinesRefused } from "./ledger/lineErrors.ts"
export { EntryStatus, Problem, Rectification, RectificationPlan } from "./ledger/Problem.ts"
export { type LedgerContext, ProblemLedger } from "./ledger/ProblemLedger.ts"
export {
  LevelsRefused,
  RegisterIsOpen,
  RegisterNotOpen,
  RegisterProblem,
  type RegisterRefusal
} from "./levels/errors.ts"
export { LevelRegister } from "./levels/LevelRegister.ts"
export { RegisterCommand, Successor } from "./levels/RegisterCommand.ts"
export { RegisterEvent } from "./levels/RegisterEvent.ts"
export {
  allEnrolled,
  type Ending,
  type Enrolled,
  enrolledOf,
  isThere,
  type LevelRegisterState,
  levelOn,
  levelRecordOn,
  type OpenRegister,
  type Span,
  standingsOn
} from "./levels/RegisterState.ts"
export { LevelRecord, type Move, Standing } from "./levels/Standing.ts"
export { casesByPhase } from "./readModels/casesByPhase.ts"
export { levelHistory } from "./readModels/levelHistory.ts"
export { problemDeadlines } from "./readModels/problemDeadlines.ts"
export { ApplicationProblem, PromotionInputsRefused } from "./round/errors.ts"
export { promote } from "./round/promote.ts"
export {
  Application,
  DecisionOutcome,
  LevelEntry,
  type PromotionDecision,
  type PromotionInputs,
  type PromotionRound
} from "./round/Round.ts"
export { RulesInvalid } from "./rules/errors.ts"
export { type Candidate, Checked, Examination, examine } from "./rules/examine.ts"
export { RulesProblem } from "./rules/internal/RulesProblem.ts"
export { PromotionReason } from "./rules/PromotionReason.ts"
export {
  DemotionGround,
  PromotionRules,
  type PromotionRulesShape,
  parsePromotionRules,
  promotionRulesJsonSchema,
  Requirement,
  Target,
  Task
} from "./rules/PromotionRules.ts"
export { type Review, review } from "./rules/review.ts"
export { type TargetResult, type TaskList, targetsReached, tasksFor, unitsNeeded } from "./rules/targets.ts"
export {
  type Lacking,
  type PlanStep,
  type PointsWanted,
  type PromotionPlan,
  whatWouldItTake
} from "./rules/whatWouldItTake.ts"
export { type SurveyCoverage, SurveyFinding, SurveyForm, SurveyRecord, surveyCoverage } from "./Survey.ts"
export { claimText } from "./texts/claimText.ts"
export { promotionTextEn } from "./texts/en.ts"
export type { PromotionMessage } from "./texts/messages.ts"
export { promotionTextZhCN } from "./texts/zh-CN.ts"
