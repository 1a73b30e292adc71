import { addDays, type CalendarDate, replay } from "@zhengyou/core"
import {
  isOverdue,
  type OpenPledge,
  type Pledge,
  PledgeCommand,
  type PledgeContext,
  PledgeEvent,
  PledgeLifecycle,
  type PledgeState
} from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { context, d, sound, x } from "./support.ts"

const people = fc.constantFrom("甲", "乙", "丙", "z07", "副书记")
const text: fc.Arbitrary<Pledge> = fc
  .record({
    day: fc.constantFrom("2012-06-29", "2012-09-28", "2012-09-28", "2012-12-31", "2012-12-31", "2013-03-01"),
    owner: fc.constantFrom("副书记", "丙"),
    kind: fc.constantFrom("p1", "p1", "p1", "p1", "p1", "p1", "p1", "p2")
  })
  .map(({ day, owner, kind }) => ({ ...sound, id: kind, owner, term: { on: d(day) } }))

const by = { by: people }
const words = fc.constant("x")
const scores = fc.record({ inspection: fc.integer({ min: 0, max: 101 }).map(x), public: fc.constant(x(90)) })
const fulfilment = fc.constantFrom(
  { _tag: "Fulfilled" as const },
  { _tag: "PartlyFulfilled" as const, share: x("1/2") },
  { _tag: "NotFulfilled" as const, excused: true },
  { _tag: "NotFulfilled" as const, excused: false }
)
const evidence = fc.constant(["e"] as const)
const t = <T extends string>(tag: T) => fc.constant(tag)

const kinds: { readonly [T in PledgeCommand["_tag"]]: fc.Arbitrary<Extract<PledgeCommand, { readonly _tag: T }>> } = {
  DraftPledge: fc.record({ _tag: t("DraftPledge"), ...by, pledge: text }),
  RevisePledge: fc.record({ _tag: t("RevisePledge"), ...by, pledge: text }),
  SubmitPledge: fc.record({ _tag: t("SubmitPledge"), ...by }),
  ReturnPledge: fc.record({ _tag: t("ReturnPledge"), ...by, findings: fc.constant([]), remark: words }),
  PassPledge: fc.record({ _tag: t("PassPledge"), ...by }),
  ApprovePledge: fc.record({ _tag: t("ApprovePledge"), ...by, record: words }),
  PublishPledge: fc.record({
    _tag: t("PublishPledge"),
    ...by,
    channel: fc.constantFrom("website" as const, "oral" as const),
    where: words
  }),
  RecordProgress: fc.record({ _tag: t("RecordProgress"), ...by, note: words, evidence: fc.constant([]) }),
  InspectPledge: fc.record({ _tag: t("InspectPledge"), ...by, round: words, finding: words }),
  ProposeAmendment: fc.record({ _tag: t("ProposeAmendment"), ...by, pledge: text, why: words }),
  AcceptAmendment: fc.record({ _tag: t("AcceptAmendment"), ...by }),
  RejectAmendment: fc.record({ _tag: t("RejectAmendment"), ...by, why: words }),
  RecomputeDeadline: fc.record({ _tag: t("RecomputeDeadline"), ...by }),
  ReportPledge: fc.record({ _tag: t("ReportPledge"), ...by, evidence }),
  SendBackReport: fc.record({ _tag: t("SendBackReport"), ...by, why: words }),
  ExplainPledge: fc.record({ _tag: t("ExplainPledge"), ...by, explanation: words }),
  VerifyPledge: fc.record({ _tag: t("VerifyPledge"), ...by, fulfilment, note: words }),
  EvaluatePledge: fc.record({ _tag: t("EvaluatePledge"), ...by, scores }),
  WithdrawPledge: fc.record({ _tag: t("WithdrawPledge"), ...by, why: words })
}

const anyCommand: fc.Arbitrary<PledgeCommand> = fc.oneof(...Object.values<fc.Arbitrary<PledgeCommand>>(kinds))

const way = [
  "DraftPledge",
  "SubmitPledge",
  "PassPledge",
  "ApprovePledge",
  "PublishPledge",
  "ProposeAmendment",
  "AcceptAmendment",
  "ExplainPledge",
  "ReportPledge",
  "VerifyPledge",
  "EvaluatePledge"
] as const

const isJudging = (tag: string): boolean => /^(Pass|Approve|Accept|Verify|Evaluate)/.test(tag)

/** A step of the way, mostly by somebody who may take it, and sometimes something else before it. */
const step = (tag: (typeof way)[number]) => {
  const own: fc.Arbitrary<PledgeCommand> = kinds[tag]
  const steady = own.map((command): PledgeCommand => ({ ...command, by: isJudging(tag) ? "丁" : "甲" }))
  const first = fc.oneof({ weight: 8, arbitrary: steady }, { weight: 1, arbitrary: own })
  const between = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(anyCommand) })
  return fc.tuple(between, first, fc.oneof(fc.constant([]), fc.tuple(steady)))
}

/** The way to the end with anything in between, so that every phase is often reached. */
const told = fc
  .tuple(...way.map(step))
  .map(
    (steps): ReadonlyArray<PledgeCommand> => steps.flatMap(([between, first, again]) => [...between, first, ...again])
  )

const worlds = fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(40) }), {
  minLength: 40,
  maxLength: 40
})

interface Told {
  readonly event: PledgeEvent
  readonly before: PledgeState
  readonly after: PledgeState
}

const run = (commands: ReadonlyArray<PledgeCommand>, steps: ReadonlyArray<number>) => {
  let state: PledgeState = PledgeLifecycle.initial
  let today: CalendarDate = d("2012-03-01")
  const happened: Array<Told> = []
  commands.forEach((command, i) => {
    today = addDays(today, steps[i % steps.length] ?? 0)
    const world: PledgeContext = { ...context, today }
    const decided = PledgeLifecycle.decide(state, command, world)
    if (Result.isFailure(decided)) return
    for (const event of decided.success) {
      const before = state
      state = PledgeLifecycle.evolve(state, event)
      happened.push({ event, before, after: state })
    }
  })
  return { state, happened, today }
}

const open = (state: PledgeState): OpenPledge | undefined => (state.phase === "none" ? undefined : state)

describe("whatever a pledge is told", () => {
  it("it answers every command in every phase, with events or with a refusal that has a text", () => {
    const phases = new Set<string>()
    fc.assert(
      fc.property(told, worlds, anyCommand, (commands, steps, command) => {
        const { state, today } = run(commands, steps)
        phases.add(state.phase)
        const decided = PledgeLifecycle.decide(state, command, { ...context, today })
        if (Result.isFailure(decided)) expect(decided.failure.message).toMatch(/[a-z]+ [a-z]+/)
        else for (const event of decided.success) expect(Schema.is(PledgeEvent)(event)).toBe(true)
      })
    )
    expect(phases.size).toBeGreaterThan(6)
    for (const tag of Object.keys(PledgeCommand.cases)) expect(Object.keys(kinds)).toContain(tag)
  })

  it("nothing is public that was not passed and approved just so, or accepted after a review without errors", () => {
    let published = 0
    fc.assert(
      fc.property(told, worlds, (commands, steps) => {
        let passed: Pledge | undefined
        for (const { event, before, after } of run(commands, steps).happened) {
          if (event._tag === "PledgePassed") passed = open(before)?.pledge
          if (event._tag === "PledgeRevised" || event._tag === "PledgeReturned") passed = undefined
          if (event._tag === "PledgePublished") {
            published++
            expect(open(before)?.phase).toBe("approved")
            expect(event.pledge).toEqual(passed)
            expect(open(after)?.texts).toHaveLength(1)
          }
          if (event._tag === "AmendmentAccepted")
            expect(event.findings.filter(({ severity }) => severity === "error")).toEqual([])
        }
      })
    )
    expect(published).toBeGreaterThan(10)
  })

  it("nobody reviews, verifies or evaluates what they own, wrote, amended or did", () => {
    let judged = 0
    const doing = new Set([
      "PledgeDrafted",
      "PledgeRevised",
      "PledgeSubmitted",
      "ProgressRecorded",
      "AmendmentProposed"
    ])
    for (const tag of ["PledgeReported", "PledgeExplained"]) doing.add(tag)
    const judging = new Set([
      "PledgePassed",
      "PledgeReturned",
      "PledgeApproved",
      "PledgeInspected",
      "AmendmentAccepted"
    ])
    for (const tag of ["AmendmentRejected", "ReportSentBack", "PledgeVerified", "PledgeEvaluated"]) judging.add(tag)
    fc.assert(
      fc.property(told, worlds, (commands, steps) => {
        const mine = new Set(["z07"])
        for (const { event } of run(commands, steps).happened) {
          if (judging.has(event._tag)) {
            judged++
            expect(mine.has(event.by)).toBe(false)
          }
          if (doing.has(event._tag)) mine.add(event.by)
          if ("pledge" in event && event._tag !== "AmendmentProposed") mine.add(event.pledge.owner ?? "")
        }
      })
    )
    expect(judged).toBeGreaterThan(100)
  })

  it("what counts as kept was reported with evidence, and what is excused was explained", () => {
    let kept = 0
    fc.assert(
      fc.property(told, worlds, (commands, steps) => {
        for (const { event, before } of run(commands, steps).happened) {
          if (event._tag !== "PledgeVerified") continue
          const state = open(before)
          if (event.fulfilment._tag !== "NotFulfilled") {
            kept++
            expect([state?.phase, (state?.evidence.length ?? 0) > 0]).toEqual(["reported", true])
          } else if (event.fulfilment.excused) expect(state?.explanations.length).toBeGreaterThan(0)
        }
      })
    )
    expect(kept).toBeGreaterThan(5)
  })

  it("texts and deadlines that were public are never taken away or changed", () => {
    fc.assert(
      fc.property(told, worlds, (commands, steps) => {
        for (const { before, after } of run(commands, steps).happened) {
          const [was, is] = [open(before), open(after)]
          if (was === undefined || was.texts.length === 0) continue
          expect(is?.texts.slice(0, was.texts.length)).toEqual(was.texts)
          expect(is?.deadlines.slice(0, was.deadlines.length)).toEqual(was.deadlines)
          expect(is?.returns.slice(0, was.returns.length)).toEqual(was.returns)
        }
      })
    )
  })

  it("it is overdue exactly where it is public, not reported, and the calendar is past its last deadline", () => {
    fc.assert(
      fc.property(told, worlds, fc.nat(500), (commands, steps, days) => {
        const { state, happened } = run(commands, steps)
        const today = addDays(d("2012-03-01"), days)
        const last = happened.findLast(({ event }) =>
          ["PledgePublished", "PledgeReported", "ReportSentBack", "PledgeVerified", "PledgeWithdrawn"].includes(
            event._tag
          )
        )?.event._tag
        const isRunning = last === "PledgePublished" || last === "ReportSentBack"
        const due = open(state)?.deadlines.at(-1)?.due
        expect(isOverdue(state, today)).toBe(isRunning && due !== undefined && due < today)
      })
    )
  })

  it("its events, stored as JSON and read again, give the same pledge", () => {
    const codec = Schema.fromJsonString(PledgeEvent)
    fc.assert(
      fc.property(told, worlds, (commands, steps) => {
        const { state, happened } = run(commands, steps)
        const stored = happened.map(({ event }) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event)))
        expect(replay(PledgeLifecycle, stored)).toEqual(state)
      })
    )
  })
})
