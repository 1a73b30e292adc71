import { type CalendarDate, type Deadline, type Decider, deadlineOf, recomputeDeadline } from "@zhengyou/core"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { evaluate } from "../evaluation/evaluate.ts"
import type { Pledge } from "../Pledge.ts"
import type { PledgePolicy } from "../policy/PledgePolicy.ts"
import type { Finding } from "../review/Finding.ts"
import { type ReviewContext, review } from "../review/review.ts"
import {
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
import { allowedPhases, channelsOf, judging } from "./internal/transitions.ts"
import { PledgeCommand } from "./PledgeCommand.ts"
import { PledgeEvent } from "./PledgeEvent.ts"
import type { PledgeRefusal } from "./PledgeRefusal.ts"
import { deadlineInForce, evolvePledge, type OpenPledge, type PledgeState } from "./PledgeState.ts"

/** What a pledge needs to know of the world: what a review does, and the policy. */
export interface PledgeContext extends ReviewContext {
  readonly policy: PledgePolicy
}

type Decision = Result.Result<ReadonlyArray<PledgeEvent>, PledgeRefusal>

type Of<Tag extends PledgeCommand["_tag"]> = Extract<PledgeCommand, { readonly _tag: Tag }>

const happened = (event: PledgeEvent): Decision => Result.succeed([event])

/** What a text needs before it may be public: a deadline ahead, and a review without an error. */
const reviewed = (
  pledge: Pledge,
  context: PledgeContext
): Result.Result<{ readonly deadline: Deadline; readonly findings: ReadonlyArray<Finding> }, PledgeRefusal> => {
  const { policy, calendar, today, suspensions } = context
  const findings = review(pledge, policy, context)
  const errors = findings.filter(({ severity }) => severity === "error")
  if (errors.length > 0) return Result.fail(new FindingsOutstanding({ pledge: pledge.id, findings: errors }))
  if (pledge.term === undefined) return Result.fail(new NoDeadline({ pledge: pledge.id }))
  const deadline = deadlineOf(calendar, today, pledge.term, suspensions)
  return deadline.due < today
    ? Result.fail(new DeadlineHasPassed({ pledge: pledge.id, due: deadline.due, today }))
    : Result.succeed({ deadline, findings })
}

const refOf = ({ policy: { id, version } }: PledgeContext) => ({ id, version })

const listedOf = ({ pledger, owner }: Pledge, deadline: Deadline) => ({
  unit: pledger.unit,
  ...(owner === undefined ? {} : { owner }),
  deadline
})

/** A new text is of the same pledge and pledger: who pledges does not change by writing it again. */
const otherPledge = ({ pledge }: OpenPledge, given: Pledge): OtherPledge | undefined => {
  if (given.id !== pledge.id) return new OtherPledge({ of: "pledge", opened: pledge.id, given: given.id })
  const [was, is] = [pledge.pledger, given.pledger]
  const isSame = was.kind === is.kind && was.id === is.id && was.unit === is.unit
  return isSame ? undefined : new OtherPledge({ of: "pledger", opened: was.id, given: is.id })
}

const publish = (
  { pledge }: OpenPledge,
  deadline: Deadline,
  { by, channel, where }: Of<"PublishPledge">,
  on: CalendarDate
): Decision => {
  const { visibility, id } = pledge
  const { due } = deadline
  if (due < on) return Result.fail(new DeadlineHasPassed({ pledge: id, due, today: on }))
  const allowed = channelsOf[visibility._tag]
  return allowed.includes(channel)
    ? happened({ _tag: "PledgePublished", ...listedOf(pledge, deadline), pledge, channel, where, by, on })
    : Result.fail(new ChannelNotAllowed({ pledge: id, visibility, channel, allowed }))
}

const accept = ({ proposed }: OpenPledge, by: string, context: PledgeContext): Decision => {
  if (proposed === undefined) return Result.succeed([])
  const { pledge } = proposed
  return Result.map(reviewed(pledge, context), ({ deadline, findings }) => [
    {
      _tag: "AmendmentAccepted",
      ...listedOf(pledge, deadline),
      policy: refOf(context),
      pledge,
      findings,
      by,
      on: context.today
    }
  ])
}

const verify = (
  state: OpenPledge,
  deadline: Deadline,
  { by, fulfilment, note }: Of<"VerifyPledge">,
  today: CalendarDate
): Decision => {
  const { id: pledge, pledger } = state.pledge
  const isReported = state.phase === "reported" && state.evidence.length > 0
  if (!isReported) {
    if (fulfilment._tag !== "NotFulfilled") return Result.fail(new EvidenceMissing({ pledge }))
    const { due } = deadline
    if (today <= due) return Result.fail(new DeadlineStillRuns({ pledge, due, today }))
  }
  const isExcused = fulfilment._tag === "NotFulfilled" && fulfilment.excused
  return isExcused && state.explanations.length === 0
    ? Result.fail(new ExplanationMissing({ pledge }))
    : happened({ _tag: "PledgeVerified", unit: pledger.unit, fulfilment, note, by, on: today })
}

/** Steps of a pledge that has passed the review, so that it has a deadline. */
const decidePassed = (
  state: OpenPledge,
  deadline: Deadline,
  command: Of<"PublishPledge" | "RecomputeDeadline" | "SendBackReport" | "VerifyPledge">,
  { today, calendar, suspensions }: PledgeContext
): Decision => {
  const { by } = command
  switch (command._tag) {
    case "PublishPledge":
      return publish(state, deadline, command, today)
    case "RecomputeDeadline": {
      const again = recomputeDeadline(calendar, deadline, suspensions)
      return Equal.equals(again, deadline)
        ? Result.succeed([])
        : happened({
            _tag: "DeadlineRecomputed",
            ...listedOf(state.pledge, again),
            isPublic: state.phase === "published",
            by,
            on: today
          })
    }
    case "SendBackReport":
      return happened({
        _tag: "ReportSentBack",
        ...listedOf(state.pledge, deadline),
        why: command.why,
        by,
        on: today
      })
    case "VerifyPledge":
      return verify(state, deadline, command, today)
  }
}

const decideOpen = (
  state: OpenPledge,
  command: Exclude<PledgeCommand, Of<"DraftPledge">>,
  context: PledgeContext
): Decision => {
  const { pledge } = state
  const { today, policy } = context
  const done = { by: command.by, on: today }
  switch (command._tag) {
    case "RevisePledge":
      return happened({ _tag: "PledgeRevised", pledge: command.pledge, ...done })
    case "SubmitPledge":
      return happened({ _tag: "PledgeSubmitted", ...done })
    case "ReturnPledge":
      return happened({ _tag: "PledgeReturned", findings: command.findings, remark: command.remark, ...done })
    case "PassPledge":
      return Result.map(reviewed(pledge, context), (found) => [
        { _tag: "PledgePassed", policy: refOf(context), ...found, ...done }
      ])
    case "ApprovePledge":
      return happened({ _tag: "PledgeApproved", record: command.record, ...done })
    case "RecordProgress":
      return happened({ _tag: "ProgressRecorded", note: command.note, evidence: command.evidence, ...done })
    case "InspectPledge":
      return happened({ _tag: "PledgeInspected", round: command.round, finding: command.finding, ...done })
    case "ProposeAmendment":
      return happened({ _tag: "AmendmentProposed", pledge: command.pledge, why: command.why, ...done })
    case "AcceptAmendment":
      return accept(state, command.by, context)
    case "RejectAmendment":
      return happened({ _tag: "AmendmentRejected", why: command.why, ...done })
    case "ReportPledge":
      return happened({ _tag: "PledgeReported", evidence: command.evidence, ...done })
    case "ExplainPledge":
      return happened({ _tag: "PledgeExplained", explanation: command.explanation, ...done })
    case "EvaluatePledge":
      return Result.map(evaluate(command.scores, policy.evaluation), (result) => [
        { _tag: "PledgeEvaluated", unit: pledge.pledger.unit, scores: command.scores, result, ...done }
      ])
    case "WithdrawPledge":
      return happened({ _tag: "PledgeWithdrawn", unit: pledge.pledger.unit, why: command.why, ...done })
    default: {
      const deadline = deadlineInForce(state)
      return deadline === undefined
        ? Result.fail(new NoDeadline({ pledge: pledge.id }))
        : decidePassed(state, deadline, command, context)
    }
  }
}

/** Nobody judges what they wrote or did, a text stays the pledge's own, and an amendment is answered before the next and before a verification. */
const standsInTheWay = (state: OpenPledge, command: PledgeCommand): PledgeRefusal | undefined => {
  const { id } = state.pledge
  const { _tag, by } = command
  const isOwn = state.doers.includes(by) || state.pledge.pledger.unit === by
  if (judging.has(_tag) && isOwn) return new JudgesOwnPledge({ pledge: id, by, command: _tag })
  const other = "pledge" in command ? otherPledge(state, command.pledge) : undefined
  if (other !== undefined) return other
  const waits = state.proposed !== undefined
  if (_tag === "ProposeAmendment" && waits) return new AmendmentWaits({ pledge: id })
  if (_tag === "VerifyPledge" && waits) return new AmendmentUnanswered({ pledge: id })
  const answers = _tag === "AcceptAmendment" || _tag === "RejectAmendment"
  return answers && !waits ? new NoAmendment({ pledge: id }) : undefined
}

const decide = (state: PledgeState, command: PledgeCommand, context: PledgeContext): Decision => {
  const { _tag } = command
  const { phase } = state
  const allowed = allowedPhases[_tag]
  const pledge = state.phase === "none" ? ("pledge" in command ? command.pledge.id : "") : state.pledge.id
  const wrong = () => Result.fail(new PledgeInWrongPhase({ pledge, command: _tag, phase, allowed }))
  if (!allowed.includes(phase)) return wrong()
  if (_tag === "DraftPledge")
    return happened({ _tag: "PledgeDrafted", pledge: command.pledge, by: command.by, on: context.today })
  if (state.phase === "none") return wrong()
  const refusal = standsInTheWay(state, command)
  return refusal === undefined ? decideOpen(state, command, context) : Result.fail(refusal)
}

/**
 * A public pledge as a decider: drafted (提诺) → submitted → passed (审诺) → approved (定诺) → published (示诺) → reported (践诺) → verified → evaluated (评诺).
 *
 * **Details**
 *
 * A reviewer returns a pledge with findings as often as needed, and every return is kept; passing it runs {@link review}, and an
 * error stops it. Once published, its text changes only by an amendment that passes the same review: the texts before it and their
 * deadlines stay; nothing is verified while an amendment waits for its answer. Whoever wrote, worked on or answers for a pledge never judges it. Fulfilment is verified only on reported
 * evidence; a pledge that nobody reports can be called unfulfilled once its deadline has passed, and is excused only when that was
 * explained to the public. Computing a deadline again, where nothing changed, does nothing.
 *
 * **Refusals**
 *
 * Every member of {@link PledgeRefusal}, as data; a refused command changes nothing.
 */
export const PledgeLifecycle: Decider<PledgeState, PledgeCommand, PledgeEvent, PledgeRefusal, PledgeContext> = {
  initial: { phase: "none" },
  decide,
  evolve: evolvePledge,
  stored: { schemaVersion: 1, event: PledgeEvent },
  command: PledgeCommand
}
