import { Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { PartScores } from "../evaluation/evaluate.ts"
import { Words } from "../internal/words.ts"
import { Pledge } from "../Pledge.ts"
import { Finding } from "../review/Finding.ts"
import { Channel, Fulfilment } from "./Fulfilment.ts"

const by = { by: Id }
const Evidence = Schema.NonEmptyArray(Words)

/** What a pledge can be told (提诺、审诺、定诺、示诺、践诺、评诺). */
export const PledgeCommand = Schema.TaggedUnion({
  DraftPledge: { ...by, pledge: Pledge },
  RevisePledge: { ...by, pledge: Pledge },
  SubmitPledge: by,
  /** Sends it back to be written again, with what was found and what the reviewer says. */
  ReturnPledge: { ...by, findings: Schema.Array(Finding), remark: Words },
  /** Passes the review (审诺): only a pledge in which the review finds no error. */
  PassPledge: by,
  /** Approves what was passed, such as by a meeting (定诺). */
  ApprovePledge: { ...by, record: Words },
  PublishPledge: { ...by, channel: Channel, where: Words },
  RecordProgress: { ...by, note: Words, evidence: Schema.Array(Words) },
  InspectPledge: { ...by, round: Id, finding: Words },
  /** Proposes another text or term for a published pledge; the one in force stays until it is accepted. */
  ProposeAmendment: { ...by, pledge: Pledge, why: Words },
  AcceptAmendment: by,
  RejectAmendment: { ...by, why: Words },
  /** Computes the deadline again, when a year's holidays have been announced. */
  RecomputeDeadline: by,
  ReportPledge: { ...by, evidence: Evidence },
  SendBackReport: { ...by, why: Words },
  /** Tells the public why a pledge was not fulfilled (未兑现说明). */
  ExplainPledge: { ...by, explanation: Words },
  VerifyPledge: { ...by, fulfilment: Fulfilment, note: Words },
  EvaluatePledge: { ...by, scores: PartScores },
  WithdrawPledge: { ...by, why: Words }
})
export type PledgeCommand = typeof PledgeCommand.Type
