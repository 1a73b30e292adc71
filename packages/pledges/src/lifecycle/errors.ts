import { CalendarDate, formatPath, render } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { Visibility } from "../Pledge.ts"
import { Finding } from "../review/Finding.ts"
import { pledgesTextEn } from "../texts/en.ts"
import { Channel, PledgePhase } from "./Fulfilment.ts"

const ref = { pledge: Schema.String }

/** The names of the commands of a pledge. */
export const PledgeCommandName = Schema.Literals([
  "DraftPledge",
  "RevisePledge",
  "SubmitPledge",
  "ReturnPledge",
  "PassPledge",
  "ApprovePledge",
  "PublishPledge",
  "RecordProgress",
  "InspectPledge",
  "ProposeAmendment",
  "AcceptAmendment",
  "RejectAmendment",
  "RecomputeDeadline",
  "ReportPledge",
  "SendBackReport",
  "ExplainPledge",
  "VerifyPledge",
  "EvaluatePledge",
  "WithdrawPledge"
])
export type PledgeCommandName = typeof PledgeCommandName.Type

/** A step that the phase of the pledge does not allow. */
export class PledgeInWrongPhase extends Schema.TaggedError<PledgeInWrongPhase>("@zhengyou/pledges/PledgeInWrongPhase")(
  "PledgeInWrongPhase",
  { ...ref, command: PledgeCommandName, phase: PledgePhase, allowed: Schema.Array(PledgePhase) }
) {
  override get message(): string {
    return pledgesTextEn.PledgeInWrongPhase(this)
  }
}

/** A text that is not of this pledge: another id, or another pledger. */
export class OtherPledge extends Schema.TaggedError<OtherPledge>("@zhengyou/pledges/OtherPledge")("OtherPledge", {
  of: Schema.Literals(["pledge", "pledger"]),
  opened: Schema.String,
  given: Schema.String
}) {
  override get message(): string {
    return pledgesTextEn.OtherPledge(this)
  }
}

/** A review, an inspection, a verification or an evaluation by somebody who wrote, worked on or answers for the pledge. */
export class JudgesOwnPledge extends Schema.TaggedError<JudgesOwnPledge>("@zhengyou/pledges/JudgesOwnPledge")(
  "JudgesOwnPledge",
  { ...ref, by: Schema.String, command: PledgeCommandName }
) {
  override get message(): string {
    return pledgesTextEn.JudgesOwnPledge(this)
  }
}

/** A pledge that cannot be passed, because the review finds errors in it. */
export class FindingsOutstanding extends Schema.TaggedError<FindingsOutstanding>(
  "@zhengyou/pledges/FindingsOutstanding"
)("FindingsOutstanding", { ...ref, findings: Schema.Array(Finding) }) {
  override get message(): string {
    const lines = this.findings
      .slice(0, 20)
      .map(({ path, problem }) => `  ${formatPath(path)}: ${render(pledgesTextEn, problem)}`)
    return [pledgesTextEn.FindingsOutstanding(this), ...lines].join("\n")
  }
}

/** A pledge without a deadline: it cannot be passed, whatever the policy requires. */
export class NoDeadline extends Schema.TaggedError<NoDeadline>("@zhengyou/pledges/NoDeadline")("NoDeadline", ref) {
  override get message(): string {
    return pledgesTextEn.NoDeadline(this)
  }
}

/** A deadline that has passed on the day it is set. */
export class DeadlineHasPassed extends Schema.TaggedError<DeadlineHasPassed>("@zhengyou/pledges/DeadlineHasPassed")(
  "DeadlineHasPassed",
  { ...ref, due: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return pledgesTextEn.DeadlineHasPassed(this)
  }
}

/** A channel that does not fit how the pledge is to become known. */
export class ChannelNotAllowed extends Schema.TaggedError<ChannelNotAllowed>("@zhengyou/pledges/ChannelNotAllowed")(
  "ChannelNotAllowed",
  { ...ref, visibility: Visibility, channel: Channel, allowed: Schema.Array(Channel) }
) {
  override get message(): string {
    return pledgesTextEn.ChannelNotAllowed(this)
  }
}

/** An amendment that is proposed while another waits to be answered. */
export class AmendmentWaits extends Schema.TaggedError<AmendmentWaits>("@zhengyou/pledges/AmendmentWaits")(
  "AmendmentWaits",
  ref
) {
  override get message(): string {
    return pledgesTextEn.AmendmentWaits(this)
  }
}

/** A verification while an amendment waits to be answered: what is verified would not be what was asked for. */
export class AmendmentUnanswered extends Schema.TaggedError<AmendmentUnanswered>(
  "@zhengyou/pledges/AmendmentUnanswered"
)("AmendmentUnanswered", ref) {
  override get message(): string {
    return pledgesTextEn.AmendmentUnanswered(this)
  }
}

/** An answer to an amendment where none is proposed. */
export class NoAmendment extends Schema.TaggedError<NoAmendment>("@zhengyou/pledges/NoAmendment")("NoAmendment", ref) {
  override get message(): string {
    return pledgesTextEn.NoAmendment(this)
  }
}

/** A fulfilment that nobody reported with evidence. */
export class EvidenceMissing extends Schema.TaggedError<EvidenceMissing>("@zhengyou/pledges/EvidenceMissing")(
  "EvidenceMissing",
  ref
) {
  override get message(): string {
    return pledgesTextEn.EvidenceMissing(this)
  }
}

/** A pledge called unfulfilled, with nothing reported, while its time still runs. */
export class DeadlineStillRuns extends Schema.TaggedError<DeadlineStillRuns>("@zhengyou/pledges/DeadlineStillRuns")(
  "DeadlineStillRuns",
  { ...ref, due: CalendarDate, today: CalendarDate }
) {
  override get message(): string {
    return pledgesTextEn.DeadlineStillRuns(this)
  }
}

/** A pledge excused for not being fulfilled, which was never explained to the public. */
export class ExplanationMissing extends Schema.TaggedError<ExplanationMissing>("@zhengyou/pledges/ExplanationMissing")(
  "ExplanationMissing",
  ref
) {
  override get message(): string {
    return pledgesTextEn.ExplanationMissing(this)
  }
}
