import type { Pledge } from "../../Pledge.ts"
import type { PledgeCommandName } from "../errors.ts"
import type { Channel, PledgePhase } from "../Fulfilment.ts"

const beforePublication = ["drafted", "submitted", "returned", "passed", "approved"] as const

/** The phases in which a command is possible. */
export const allowedPhases: { readonly [C in PledgeCommandName]: ReadonlyArray<PledgePhase> } = {
  DraftPledge: ["none"],
  RevisePledge: ["drafted", "returned"],
  SubmitPledge: ["drafted"],
  ReturnPledge: ["submitted", "passed"],
  PassPledge: ["submitted"],
  ApprovePledge: ["passed"],
  PublishPledge: ["approved"],
  RecordProgress: ["published"],
  InspectPledge: ["published", "reported"],
  ProposeAmendment: ["published"],
  AcceptAmendment: ["published"],
  RejectAmendment: ["published", "reported"],
  RecomputeDeadline: ["passed", "approved", "published"],
  ReportPledge: ["published"],
  SendBackReport: ["reported"],
  ExplainPledge: ["published", "reported"],
  VerifyPledge: ["published", "reported"],
  EvaluatePledge: ["verified"],
  WithdrawPledge: [...beforePublication, "published", "reported"]
}

/** The commands that nobody gives about a pledge of their own. */
export const judging: ReadonlySet<PledgeCommandName> = new Set<PledgeCommandName>([
  "ReturnPledge",
  "PassPledge",
  "ApprovePledge",
  "InspectPledge",
  "AcceptAmendment",
  "RejectAmendment",
  "SendBackReport",
  "VerifyPledge",
  "EvaluatePledge"
])

/** The channels that fit how a pledge is to become known. */
export const channelsOf: { readonly [V in Pledge["visibility"]["_tag"]]: ReadonlyArray<Channel> } = {
  Public: ["website", "board", "document", "meeting"],
  OralOnly: ["meeting", "oral"],
  ByReceivingOrganisation: ["website", "board", "document", "meeting"]
}
