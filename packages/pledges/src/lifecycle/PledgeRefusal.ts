import type { EvaluationRefused } from "../evaluation/errors.ts"
import type {
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
  PledgeInWrongPhase
} from "./errors.ts"

/** Every way in which a pledge refuses a command. */
export type PledgeRefusal =
  | PledgeInWrongPhase
  | OtherPledge
  | JudgesOwnPledge
  | FindingsOutstanding
  | NoDeadline
  | DeadlineHasPassed
  | ChannelNotAllowed
  | AmendmentWaits
  | AmendmentUnanswered
  | NoAmendment
  | EvidenceMissing
  | DeadlineStillRuns
  | ExplanationMissing
  | EvaluationRefused
