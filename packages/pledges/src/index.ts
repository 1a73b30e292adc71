export { EvaluationPart, EvaluationRules, ScoreBand } from "./evaluation/EvaluationRules.ts"
export { EvaluationProblem, EvaluationRefused } from "./evaluation/errors.ts"
export { EvaluationResult, evaluate, levelOfScore, PartScores } from "./evaluation/evaluate.ts"
export { type FulfilmentRate, fulfilmentRate } from "./evaluation/fulfilmentRate.ts"
export { pledgeFactDeclarations, pledgeFacts } from "./evaluation/pledgeFacts.ts"
export { type Contribution, rollUp } from "./evaluation/rollUp.ts"
export { InspectionProblem, InspectionRefused } from "./inspection/errors.ts"
export {
  FollowUp,
  type InspectionCoverage,
  InspectionFinding,
  InspectionRound,
  InspectionVisit,
  inspectionCoverage,
  type OpenFollowUp
} from "./inspection/Inspection.ts"
export {
  AmendmentUnanswered,
  AmendmentWaits,
  ChannelNotAllowed,
  DeadlineHasPassed,
  DeadlineStillRuns,
  EvidenceMissing,
  ExplanationMissing,
  FindingsOutstanding,
  JudgesOwnPledge,
  NoAmendment,
  NoDeadline,
  OtherPledge,
  PledgeCommandName,
  PledgeInWrongPhase
} from "./lifecycle/errors.ts"
export { Channel, Fulfilment, PledgePhase } from "./lifecycle/Fulfilment.ts"
export { PledgeCommand } from "./lifecycle/PledgeCommand.ts"
export { PledgeEvent } from "./lifecycle/PledgeEvent.ts"
export { type PledgeContext, PledgeLifecycle } from "./lifecycle/PledgeLifecycle.ts"
export type { PledgeRefusal } from "./lifecycle/PledgeRefusal.ts"
export {
  deadlineInForce,
  isOverdue,
  type OpenPledge,
  type PledgeState,
  type PublishedText
} from "./lifecycle/PledgeState.ts"
export { Baseline, Basis, Direction, Pledge, Pledger, PledgerKind, Target, Visibility } from "./Pledge.ts"
export { CheckName, Principle, RequiredField, Severity } from "./policy/checks.ts"
export { defaultPrinciples } from "./policy/defaultPrinciples.ts"
export { PolicyInvalid } from "./policy/errors.ts"
export {
  HostRule,
  KindRules,
  PledgePolicy,
  type PolicyShape,
  parsePledgePolicy,
  pledgePolicyJsonSchema
} from "./policy/PledgePolicy.ts"
export { PolicyProblem } from "./policy/PolicyProblem.ts"
export { type Publication, type PublicationCoverage, publicationCoverage } from "./publicationCoverage.ts"
export { pledgeDeadlines } from "./readModels/pledgeDeadlines.ts"
export { pledgeEvidence } from "./readModels/pledgeEvidence.ts"
export { pledgePublications } from "./readModels/pledgePublications.ts"
export { pledgesByUnit } from "./readModels/pledgesByUnit.ts"
export { Finding, FindingProblem, StructureFinding } from "./review/Finding.ts"
export { type PledgeReview, pledgeText, type ReviewContext, review, reviewAll } from "./review/review.ts"
// The checks of texts.
export { type CompiledWording, compileWording, type Quantity } from "./text/compileWording.ts"
export { type DateMention, datesIn, lastDayOf, type PeriodPart } from "./text/dates.ts"
export { defaultWording } from "./text/defaultWording.ts"
export {
  type CopiedText,
  type Copy,
  CopyRules,
  defaultCopyRules,
  findCopies,
  type PledgeText
} from "./text/findCopies.ts"
export { HiddenCharacters, type NormalText, normalise, originalSpan } from "./text/normalise.ts"
export { Span } from "./text/Span.ts"
export { maskedText, shinglesOf } from "./text/shingles.ts"
export { copiedFinding, TextFinding } from "./text/TextFinding.ts"
export { textFindingEn } from "./text/texts/en.ts"
export { textFindingZhCN } from "./text/texts/zh-CN.ts"
export { Wording } from "./text/Wording.ts"
export { pledgesTextEn } from "./texts/en.ts"
export type { PledgesMessage } from "./texts/messages.ts"
export { pledgesTextZhCN } from "./texts/zh-CN.ts"
