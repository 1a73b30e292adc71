import type { CalendarDate, Deadline, Id } from "@zhengyou/core"
import type { EvaluationResult } from "../evaluation/evaluate.ts"
import type { Pledge } from "../Pledge.ts"
import type { Finding } from "../review/Finding.ts"
import type { Channel, Fulfilment, PledgePhase } from "./Fulfilment.ts"
import type { PledgeEvent } from "./PledgeEvent.ts"

/** A text of a pledge that has been public, and since when. */
export interface PublishedText {
  readonly pledge: Pledge
  readonly deadline: Deadline
  readonly on: CalendarDate
  /** Why it took the place of the text before it; nothing for the first. */
  readonly why?: string
}

/** A pledge that has been drafted, with everything that was done about it. */
export interface OpenPledge {
  readonly phase: Exclude<PledgePhase, "none">
  /** The text in force; before it is published, the latest draft. */
  readonly pledge: Pledge
  /** Every draft that was returned, with what was found. */
  readonly returns: ReadonlyArray<{
    readonly pledge: Pledge
    readonly findings: ReadonlyArray<Finding>
    readonly remark: string
    readonly on: CalendarDate
  }>
  /** The texts that have been public, the first one first: none is ever taken away. */
  readonly texts: ReadonlyArray<PublishedText>
  /** The deadlines so far, the one in force last. */
  readonly deadlines: ReadonlyArray<Deadline>
  /** Everybody who wrote, submitted, worked on or answers for it: none of them may judge it. */
  readonly doers: ReadonlyArray<Id>
  readonly channel?: Channel
  readonly proposed?: { readonly pledge: Pledge; readonly why: string; readonly by: Id }
  readonly evidence: ReadonlyArray<string>
  readonly inspections: ReadonlyArray<{
    readonly round: Id
    readonly finding: string
    readonly by: Id
    readonly on: CalendarDate
  }>
  readonly explanations: ReadonlyArray<string>
  readonly reportedOn?: CalendarDate
  readonly fulfilment?: Fulfilment
  readonly result?: EvaluationResult
  readonly withdrawal?: string
}

/** Where a pledge stands; nothing but its phase before it is drafted. */
export type PledgeState = { readonly phase: "none" } | OpenPledge

/** The deadline in force, once the pledge has passed the review. */
export const deadlineInForce = (state: PledgeState): Deadline | undefined =>
  state.phase === "none" ? undefined : state.deadlines.at(-1)

/** Whether a pledge is overdue on a day (逾期): it is public, not reported as done, and its deadline has passed. */
export const isOverdue = (state: PledgeState, today: CalendarDate): boolean => {
  const due = deadlineInForce(state)?.due
  return state.phase === "published" && due !== undefined && due < today
}

const withDoers = (doers: ReadonlyArray<Id>, more: ReadonlyArray<Id>): ReadonlyArray<Id> => [
  ...new Set([...doers, ...more])
]

const peopleOf = ({ pledger, owner }: Pledge): ReadonlyArray<Id> => [
  pledger.id,
  ...(owner === undefined ? [] : [owner])
]

const drafted = ({ pledge, by }: Extract<PledgeEvent, { _tag: "PledgeDrafted" }>): OpenPledge => ({
  phase: "drafted",
  pledge,
  returns: [],
  texts: [],
  deadlines: [],
  doers: withDoers([], [...peopleOf(pledge), by]),
  evidence: [],
  inspections: [],
  explanations: []
})

const amended = (
  { proposed, ...state }: OpenPledge,
  { pledge, deadline, on }: Extract<PledgeEvent, { _tag: "AmendmentAccepted" }>
): OpenPledge => ({
  ...state,
  pledge,
  texts: [...state.texts, { pledge, deadline, on, why: proposed?.why ?? "" }],
  deadlines: [...state.deadlines, deadline],
  doers: withDoers(state.doers, peopleOf(pledge))
})

const after = (state: OpenPledge, event: Exclude<PledgeEvent, { _tag: "PledgeDrafted" }>): OpenPledge => {
  const { pledge, doers } = state
  switch (event._tag) {
    case "PledgeRevised":
      return {
        ...state,
        phase: "drafted",
        pledge: event.pledge,
        doers: withDoers(doers, [...peopleOf(event.pledge), event.by])
      }
    case "PledgeSubmitted":
      return { ...state, phase: "submitted", doers: withDoers(doers, [event.by]) }
    case "PledgeReturned": {
      const { findings, remark, on } = event
      return {
        ...state,
        phase: "returned",
        deadlines: [],
        returns: [...state.returns, { pledge, findings, remark, on }]
      }
    }
    case "PledgePassed":
      return { ...state, phase: "passed", deadlines: [event.deadline] }
    case "PledgeApproved":
      return { ...state, phase: "approved" }
    case "PledgePublished": {
      const { channel, deadline, on } = event
      return { ...state, phase: "published", channel, texts: [{ pledge: event.pledge, deadline, on }] }
    }
    case "ProgressRecorded":
      return { ...state, doers: withDoers(doers, [event.by]), evidence: [...state.evidence, ...event.evidence] }
    case "PledgeInspected": {
      const { round, finding, by, on } = event
      return { ...state, inspections: [...state.inspections, { round, finding, by, on }] }
    }
    case "AmendmentProposed": {
      const { why, by } = event
      return { ...state, proposed: { pledge: event.pledge, why, by }, doers: withDoers(doers, [by]) }
    }
    case "AmendmentAccepted":
      return amended(state, event)
    case "AmendmentRejected": {
      const { proposed: _, ...rest } = state
      return rest
    }
    case "DeadlineRecomputed":
      return { ...state, deadlines: [...state.deadlines, event.deadline] }
    case "PledgeReported": {
      const { by, on, evidence } = event
      const all = [...state.evidence, ...evidence]
      return { ...state, phase: "reported", reportedOn: on, evidence: all, doers: withDoers(doers, [by]) }
    }
    case "ReportSentBack": {
      const { reportedOn: _, ...rest } = state
      return { ...rest, phase: "published" }
    }
    case "PledgeExplained":
      return { ...state, explanations: [...state.explanations, event.explanation], doers: withDoers(doers, [event.by]) }
    case "PledgeVerified":
      return { ...state, phase: "verified", fulfilment: event.fulfilment }
    case "PledgeEvaluated":
      return { ...state, phase: "evaluated", result: event.result }
    case "PledgeWithdrawn":
      return { ...state, phase: "withdrawn", withdrawal: event.why }
  }
}

/** The pledge after an event; an event that cannot follow leaves it as it is. */
export const evolvePledge = (state: PledgeState, event: PledgeEvent): PledgeState => {
  if (event._tag === "PledgeDrafted") return state.phase === "none" ? drafted(event) : state
  return state.phase === "none" ? state : after(state, event)
}
