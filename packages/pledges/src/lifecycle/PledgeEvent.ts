import { CalendarDate, Deadline, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { EvaluationResult, PartScores } from "../evaluation/evaluate.ts"
import { Words } from "../internal/words.ts"
import { Pledge } from "../Pledge.ts"
import { Finding } from "../review/Finding.ts"
import { Channel, Fulfilment } from "./Fulfilment.ts"

const done = { by: Id, on: CalendarDate }

/** What a list of open pledges shows of one; carried by the events that open or close it. */
const listed = { unit: Id, owner: Schema.optionalKey(Id), deadline: Deadline }

/** The policy that a pledge was reviewed by. */
const PolicyRef = Schema.Struct({ id: Id, version: Id })

/** What can happen to a pledge. */
export const PledgeEvent = Schema.TaggedUnion({
  PledgeDrafted: { ...done, pledge: Pledge },
  PledgeRevised: { ...done, pledge: Pledge },
  PledgeSubmitted: done,
  PledgeReturned: { ...done, findings: Schema.Array(Finding), remark: Schema.String },
  PledgePassed: { ...done, policy: PolicyRef, findings: Schema.Array(Finding), deadline: Deadline },
  PledgeApproved: { ...done, record: Schema.String },
  PledgePublished: { ...done, ...listed, pledge: Pledge, channel: Channel, where: Schema.String },
  ProgressRecorded: { ...done, note: Schema.String, evidence: Schema.Array(Words) },
  PledgeInspected: { ...done, round: Id, finding: Schema.String },
  AmendmentProposed: { ...done, pledge: Pledge, why: Schema.String },
  AmendmentAccepted: { ...done, ...listed, policy: PolicyRef, pledge: Pledge, findings: Schema.Array(Finding) },
  AmendmentRejected: { ...done, why: Schema.String },
  /** `isPublic` tells whether the pledge was public by then. */
  DeadlineRecomputed: { ...done, ...listed, isPublic: Schema.Boolean },
  PledgeReported: { ...done, evidence: Schema.Array(Words) },
  ReportSentBack: { ...done, ...listed, why: Schema.String },
  PledgeExplained: { ...done, explanation: Schema.String },
  PledgeVerified: { ...done, unit: Id, fulfilment: Fulfilment, note: Schema.String },
  PledgeEvaluated: { ...done, unit: Id, scores: PartScores, result: EvaluationResult },
  PledgeWithdrawn: { ...done, unit: Id, why: Schema.String }
})
export type PledgeEvent = typeof PledgeEvent.Type
