import { CalendarDate } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { PromotionReason } from "../rules/PromotionReason.ts"
import { promotionTextEn } from "../texts/en.ts"

/** The phases of a case; `none` before there is an application. */
export const CasePhase = Schema.Literals([
  "none",
  "applied",
  "admitted",
  "refused",
  "reassessed",
  "granted",
  "declined",
  "onNotice",
  "suspended",
  "inForce",
  "withdrawn"
])
export type CasePhase = typeof CasePhase.Type

/** The names of the commands of a case. */
export const CaseCommandName = Schema.Literals([
  "Apply",
  "ExamineApplication",
  "Reassess",
  "Decide",
  "PublishNotice",
  "Object",
  "ResolveObjection",
  "PutInForce",
  "Withdraw"
])
export type CaseCommandName = typeof CaseCommandName.Type

/** A step that the phase of the case does not allow. */
export class CaseInWrongPhase extends Schema.TaggedError<CaseInWrongPhase>("@zhengyou/promotion/CaseInWrongPhase")(
  "CaseInWrongPhase",
  { command: CaseCommandName, phase: CasePhase, allowed: Schema.Array(CasePhase) }
) {
  override get message(): string {
    return promotionTextEn.CaseInWrongPhase(this)
  }
}

/** An application for a unit that is not graded, for a level that the ladder does not have, or for the level in force. */
export class NothingToApplyFor extends Schema.TaggedError<NothingToApplyFor>("@zhengyou/promotion/NothingToApplyFor")(
  "NothingToApplyFor",
  {
    unit: Schema.String,
    to: Schema.String,
    inForce: Schema.optionalKey(Schema.String),
    known: Schema.Array(Schema.String)
  }
) {
  override get message(): string {
    return promotionTextEn.NothingToApplyFor(this)
  }
}

/** A case that is held against another unit or other rules than it was opened with. */
export class OtherCase extends Schema.TaggedError<OtherCase>("@zhengyou/promotion/OtherCase")("OtherCase", {
  of: Schema.Literals(["unit", "rules"]),
  opened: Schema.String,
  given: Schema.String
}) {
  override get message(): string {
    return promotionTextEn.OtherCase(this)
  }
}

/** Somebody who decides on an application or an objection of their own, or on an objection to their own decision. */
export class JudgesOwnCase extends Schema.TaggedError<JudgesOwnCase>("@zhengyou/promotion/JudgesOwnCase")(
  "JudgesOwnCase",
  { by: Schema.String, as: Schema.Literals(["applicant", "objector", "decider"]) }
) {
  override get message(): string {
    return promotionTextEn.JudgesOwnCase(this)
  }
}

/** An assessment that gives no level of the ladder. */
export class AssessmentOffLadder extends Schema.TaggedError<AssessmentOffLadder>(
  "@zhengyou/promotion/AssessmentOffLadder"
)("AssessmentOffLadder", { level: Schema.String, known: Schema.Array(Schema.String) }) {
  override get message(): string {
    return promotionTextEn.AssessmentOffLadder(this)
  }
}

/** A decision that cannot be taken, because the answer to some conditions is not known. */
export class NotDecidable extends Schema.TaggedError<NotDecidable>("@zhengyou/promotion/NotDecidable")("NotDecidable", {
  reasons: Schema.Array(PromotionReason)
}) {
  override get message(): string {
    return promotionTextEn.NotDecidable(this)
  }
}

/** A level that cannot be put in force, because what was granted no longer holds. */
export class NoLongerMet extends Schema.TaggedError<NoLongerMet>("@zhengyou/promotion/NoLongerMet")("NoLongerMet", {
  reasons: Schema.Array(PromotionReason)
}) {
  override get message(): string {
    return promotionTextEn.NoLongerMet(this)
  }
}

/** A level that is no longer the one that the case started from. */
export class LevelChangedSince extends Schema.TaggedError<LevelChangedSince>("@zhengyou/promotion/LevelChangedSince")(
  "LevelChangedSince",
  { unit: Schema.String, from: Schema.String, inForce: Schema.optionalKey(Schema.String) }
) {
  override get message(): string {
    return promotionTextEn.LevelChangedSince(this)
  }
}

/** A notice that ends before it begins, or begins before the day on which it is published. */
export class NoticeDatesWrong extends Schema.TaggedError<NoticeDatesWrong>("@zhengyou/promotion/NoticeDatesWrong")(
  "NoticeDatesWrong",
  { from: CalendarDate, until: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return promotionTextEn.NoticeDatesWrong(this)
  }
}

/** A level put in force while the notice still runs. */
export class NoticeStillRuns extends Schema.TaggedError<NoticeStillRuns>("@zhengyou/promotion/NoticeStillRuns")(
  "NoticeStillRuns",
  { until: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return promotionTextEn.NoticeStillRuns(this)
  }
}

/** An objection outside the days of the notice. */
export class ObjectionTooLate extends Schema.TaggedError<ObjectionTooLate>("@zhengyou/promotion/ObjectionTooLate")(
  "ObjectionTooLate",
  { from: CalendarDate, until: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return promotionTextEn.ObjectionTooLate(this)
  }
}

/** Every way in which a case refuses a command. */
export type CaseRefusal =
  | CaseInWrongPhase
  | NothingToApplyFor
  | OtherCase
  | JudgesOwnCase
  | AssessmentOffLadder
  | NotDecidable
  | NoLongerMet
  | LevelChangedSince
  | NoticeDatesWrong
  | NoticeStillRuns
  | ObjectionTooLate
