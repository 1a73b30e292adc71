import { type CalendarDate, compareDates, dateUnsafe, exactUnsafe } from "@zhengyou/core"
import {
  type OpenPledge,
  type Pledge,
  type PledgeCommand,
  PledgeLifecycle,
  type PledgePhase,
  type PledgeState,
  pledgeText,
  type ReviewContext,
  review
} from "@zhengyou/pledges"
import type { PledgeRow } from "@zhengyou/tables"
import { Result } from "effect"
import { acts, amendment, judgements } from "./acts.ts"
import { calendar, pledgesAt, policy } from "./files.ts"

const pledgeOf = ({ row: _row, publishedOn: _on, ...pledge }: PledgeRow): Pledge => pledge

const drafts = pledgesAt("drafts.csv").map(pledgeOf)
const revised = pledgesAt("revised.csv")
const earlier = pledgesAt("drafts-2011.csv").map(pledgeText)

/** What is done about a pledge on a day, where its state asks for it. */
interface Step {
  readonly on: CalendarDate
  readonly pledge: string
  readonly commandFor: (state: PledgeState, context: ReviewContext) => PledgeCommand | undefined
}

const step = (on: string, pledge: string, command: PledgeCommand): Step => ({
  on: dateUnsafe(on),
  pledge,
  commandFor: () => command
})

/** A step that is taken in one phase only. */
const stepIn = (phase: PledgePhase, on: string, pledge: string, command: PledgeCommand): Step => ({
  on: dateUnsafe(on),
  pledge,
  commandFor: (state) => (state.phase === phase ? command : undefined)
})

/** What the reviewers do with a pledge that is submitted: they return it for an error, and pass it otherwise. */
const reviewing = (on: string, pledge: string): Step => ({
  on: dateUnsafe(on),
  pledge,
  commandFor: (state, context) => {
    if (state.phase !== "submitted") return undefined
    const findings = review(state.pledge, policy, context)
    return findings.some(({ severity }) => severity === "error")
      ? { _tag: "ReturnPledge", by: "office", findings, remark: "请逐条修改" }
      : { _tag: "PassPledge", by: "office" }
  }
})

const beforePublication: ReadonlyArray<Step> = [
  ...drafts.flatMap((pledge) => {
    const by = `${pledge.id}-clerk`
    return [
      step("2012-02-20", pledge.id, { _tag: "DraftPledge", by, pledge }),
      step("2012-02-20", pledge.id, { _tag: "SubmitPledge", by })
    ]
  }),
  ...drafts.map(({ id }) => reviewing("2012-02-27", id)),
  // What was returned is written again, all of it before any is reviewed again: a copy is judged beside its neighbours.
  ...revised.flatMap((row) => {
    const by = `${row.id}-clerk`
    return [
      stepIn("returned", "2012-03-08", row.id, { _tag: "RevisePledge", by, pledge: pledgeOf(row) }),
      stepIn("drafted", "2012-03-08", row.id, { _tag: "SubmitPledge", by })
    ]
  }),
  ...revised.map(({ id }) => reviewing("2012-03-12", id)),
  ...revised.map(({ id }) => step("2012-03-15", id, { _tag: "ApprovePledge", by: "meeting", record: "会议纪要" })),
  ...revised.map(({ id, visibility, publishedOn }) => {
    const isOral = visibility._tag === "OralOnly"
    return step(publishedOn ?? "2012-04-09", id, {
      _tag: "PublishPledge",
      by: "office",
      channel: isOral ? "oral" : "website",
      where: isOral ? "支部大会" : "公开承诺专栏"
    })
  })
]

const amended = revised
  .filter(({ id }) => id === amendment.pledge)
  .map((row) => pledgeOf({ ...row, term: { on: amendment.due } }))

const afterPublication: ReadonlyArray<Step> = [
  ...acts.map(({ on, pledge, command }) => step(on, pledge, command)),
  ...amended.flatMap((pledge) => [
    step(amendment.proposed, pledge.id, {
      _tag: "ProposeAmendment",
      by: `${pledge.id}-clerk`,
      pledge,
      why: amendment.why
    }),
    step(amendment.accepted, pledge.id, { _tag: "AcceptAmendment", by: "office" })
  ]),
  ...judgements.flatMap(([id, fulfilment, note, [self, inspection, everybody]]) => [
    step("2013-01-08", id, { _tag: "VerifyPledge", by: "inspectors", fulfilment, note }),
    step("2013-01-15", id, {
      _tag: "EvaluatePledge",
      by: "office",
      scores: {
        self: exactUnsafe(self),
        inspection: exactUnsafe(inspection),
        public: exactUnsafe(everybody)
      }
    })
  ])
]

const contextOn = (today: CalendarDate, states: ReadonlyMap<string, PledgeState>): ReviewContext => {
  const others = [...states.values()].flatMap((state) => (state.phase === "none" ? [] : [state.pledge]))
  // The university keeps its needs, problems and feedback on record: here all that pledges name are.
  const bases = [...drafts, ...revised].flatMap(({ basis }) => basis)
  return { today, calendar, suspensions: [], others, earlier, bases, facts: [] }
}

/** The pledges as they stand on a day, by their ids, after everything that was done by then; a refusal throws. */
export const yearUntil = (asOf: CalendarDate): ReadonlyMap<string, OpenPledge> => {
  const states = new Map<string, PledgeState>()
  const steps = [...beforePublication, ...afterPublication].filter(({ on }) => on <= asOf)
  for (const { on, pledge, commandFor } of steps.toSorted((a, b) => compareDates(a.on, b.on))) {
    const state = states.get(pledge) ?? PledgeLifecycle.initial
    const context = contextOn(on, states)
    const command = commandFor(state, context)
    if (command === undefined) continue
    const events = Result.getOrThrow(PledgeLifecycle.decide(state, command, { ...context, policy }))
    states.set(pledge, events.reduce(PledgeLifecycle.evolve, state))
  }
  return new Map([...states].flatMap(([id, state]) => (state.phase === "none" ? [] : [[id, state] as const])))
}
