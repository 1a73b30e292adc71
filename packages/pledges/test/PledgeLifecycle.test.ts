import {
  deadlineInForce,
  isOverdue,
  type OpenPledge,
  type Pledge,
  type PledgeCommand,
  type PledgeContext,
  PledgeEvent,
  PledgeLifecycle,
  review
} from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { context, d, policy, sound, told, x } from "./support.ts"

const on = (day: string, change: Partial<PledgeContext> = {}): PledgeContext => ({
  ...context,
  today: d(day),
  ...change
})

type Step = readonly [PledgeCommand, string]

const draft: Step = [{ _tag: "DraftPledge", pledge: sound, by: "组织委员" }, "2012-02-20"]
const submit: Step = [{ _tag: "SubmitPledge", by: "组织委员" }, "2012-02-21"]
const pass: Step = [{ _tag: "PassPledge", by: "审核人" }, "2012-02-27"]
const approve: Step = [{ _tag: "ApprovePledge", by: "党委", record: "2012 年第 3 次会议" }, "2012-03-05"]
const publish: Step = [{ _tag: "PublishPledge", by: "宣传员", channel: "website", where: "支部网页" }, "2012-03-06"]
const progress: Step = [{ _tag: "RecordProgress", by: "窗口", note: "已改流程", evidence: ["新流程图"] }, "2012-04-10"]
const report: Step = [{ _tag: "ReportPledge", by: "窗口", evidence: ["登记簿"] }, "2012-06-20"]
const verify: Step = [
  { _tag: "VerifyPledge", by: "学生会", fulfilment: { _tag: "Fulfilled" }, note: "已核对" },
  "2012-06-25"
]
const evaluate: Step = [
  { _tag: "EvaluatePledge", by: "评议组", scores: { inspection: x(96), public: x(94) } },
  "2012-12-20"
]
const whole = [draft, submit, pass, approve, publish, progress, report, verify, evaluate]

const through = (last: Step | undefined) => {
  const pledge = told(PledgeLifecycle)
  if (last === undefined) return pledge
  for (const [command, day] of whole.slice(0, whole.indexOf(last) + 1)) pledge.ok(command, on(day))
  return pledge
}

const open = (pledge: { readonly state: () => unknown }): OpenPledge => pledge.state() as OpenPledge

describe("a pledge from draft to evaluation", () => {
  it("is reviewed, approved, published, worked on, reported, verified by somebody else, and evaluated", () => {
    const pledge = through(evaluate)
    expect(open(pledge)).toMatchObject({
      phase: "evaluated",
      texts: [{ pledge: { id: "p1" }, on: "2012-03-06" }],
      deadlines: [{ due: "2012-06-29" }],
      doers: ["z07", "副书记", "组织委员", "窗口"],
      evidence: ["新流程图", "登记簿"],
      fulfilment: { _tag: "Fulfilled" },
      result: { score: x("95.2"), level: { id: "good" } }
    })
  })

  it("is returned with findings as often as needed, and every return is kept", () => {
    const pledge = told(PledgeLifecycle)
    const { owner: _, ...without } = sound
    const bad: Pledge = without
    pledge.ok({ _tag: "DraftPledge", pledge: bad, by: "组织委员" }, on("2012-02-20"))
    for (const day of ["2012-02-21", "2012-02-22"]) {
      pledge.ok({ _tag: "SubmitPledge", by: "组织委员" }, on(day))
      const findings = review(bad, policy, context)
      expect(pledge.no({ _tag: "PassPledge", by: "审核人" }, on(day))).toMatchObject({
        _tag: "FindingsOutstanding",
        findings
      })
      pledge.ok({ _tag: "ReturnPledge", by: "审核人", findings, remark: "请写明责任人" }, on(day))
      pledge.ok({ _tag: "RevisePledge", by: "组织委员", pledge: day === "2012-02-22" ? sound : bad }, on(day))
    }
    pledge.ok({ _tag: "SubmitPledge", by: "组织委员" }, on("2012-02-23"))
    pledge.ok(pass[0], on("2012-02-24"))
    expect(open(pledge).returns.map(({ on: day, findings }) => [day, findings.length])).toEqual([
      ["2012-02-21", 1],
      ["2012-02-22", 1]
    ])
  })

  it("keeps warnings with the pass: only errors stop it", () => {
    const pledge = told(PledgeLifecycle)
    pledge.ok({ _tag: "DraftPledge", pledge: { ...sound, basis: [] }, by: "组织委员" }, on("2012-02-20"))
    pledge.ok(submit[0], on("2012-02-21"))
    expect(pledge.ok(pass[0], on("2012-02-22"))).toMatchObject([
      { _tag: "PledgePassed", policy: { id: "pledges-2012", version: "1" }, findings: [{ severity: "warning" }] }
    ])
  })
})

describe("an amendment", () => {
  const later: Pledge = { ...sound, term: { on: d("2012-09-28") } }
  const propose: PledgeCommand = { _tag: "ProposeAmendment", by: "副书记", pledge: later, why: "系统推迟上线" }

  it("keeps the first text public and the old deadline on record", () => {
    const pledge = through(progress)
    pledge.ok(propose, on("2012-05-10"))
    expect(deadlineInForce(pledge.state())?.due).toBe("2012-06-29")
    pledge.ok({ _tag: "AcceptAmendment", by: "审核人" }, on("2012-05-14"))
    const { texts, deadlines, pledge: now } = open(pledge)
    expect(texts).toMatchObject([
      { pledge: sound, on: "2012-03-06" },
      { pledge: later, on: "2012-05-14", why: "系统推迟上线" }
    ])
    expect(deadlines.map(({ due }) => due)).toEqual(["2012-06-29", "2012-09-28"])
    expect(now).toEqual(later)
    expect(isOverdue(pledge.state(), d("2012-07-01"))).toBe(false)
  })

  it("passes the same review, and can be rejected", () => {
    const pledge = through(progress)
    pledge.ok({ ...propose, pledge: { ...sound, term: { on: d("2013-01-31") } } }, on("2012-05-10"))
    expect(pledge.no({ _tag: "AcceptAmendment", by: "审核人" }, on("2012-05-14"))).toMatchObject({
      _tag: "FindingsOutstanding"
    })
    expect(pledge.no(propose, on("2012-05-14"))).toMatchObject({ _tag: "AmendmentWaits", pledge: "p1" })
    pledge.ok({ _tag: "RejectAmendment", by: "审核人", why: "超出本周期" }, on("2012-05-14"))
    expect(open(pledge).texts.length).toBe(1)
    expect(pledge.no({ _tag: "AcceptAmendment", by: "审核人" }, on("2012-05-15"))).toMatchObject({
      _tag: "NoAmendment"
    })
  })

  it("is answered before the pledge is verified: by rejecting it, or by sending the report back and accepting it", () => {
    const waits = { _tag: "AmendmentUnanswered", pledge: "p1" }
    const kept = { ...verify[0], fulfilment: { _tag: "Fulfilled" } } as PledgeCommand
    const broken = { ...verify[0], fulfilment: { _tag: "NotFulfilled", excused: false } } as PledgeCommand
    const overdue = through(progress)
    overdue.ok(propose, on("2012-06-28"))
    expect(overdue.no(broken, on("2012-07-02"))).toMatchObject(waits)

    const reported = () => {
      const pledge = through(progress)
      pledge.ok(propose, on("2012-06-18"))
      pledge.ok(...([report[0], on(report[1])] as const))
      expect(pledge.no(kept, on("2012-06-25"))).toMatchObject(waits)
      return pledge
    }
    const rejected = reported()
    rejected.ok({ _tag: "RejectAmendment", by: "审核人", why: "已报结" }, on("2012-06-25"))
    rejected.ok(kept, on("2012-06-25"))

    const accepted = reported()
    expect(accepted.no({ _tag: "AcceptAmendment", by: "审核人" }, on("2012-06-25"))).toMatchObject({
      _tag: "PledgeInWrongPhase"
    })
    accepted.ok({ _tag: "SendBackReport", by: "审核人", why: "先答复变更" }, on("2012-06-25"))
    accepted.ok({ _tag: "AcceptAmendment", by: "审核人" }, on("2012-06-25"))
    accepted.ok(...([report[0], on("2012-09-20")] as const))
    accepted.ok(kept, on("2012-09-25"))
  })
})

describe("a deadline", () => {
  const summer = { from: d("2012-07-09"), until: d("2012-08-26"), why: "暑假" }
  const inDays: Pledge = { ...sound, term: { workingDays: 20, first: "next" } }
  const published = (world: Partial<PledgeContext>) => {
    const pledge = told(PledgeLifecycle)
    pledge.ok({ ...draft[0], pledge: inDays } as PledgeCommand, on("2012-03-01", world))
    for (const [command] of [submit, pass, approve, publish]) pledge.ok(command, on("2012-03-13", world))
    return pledge
  }

  it("passes over the weekends worked and the holidays, and says how", () => {
    const { deadlines } = open(published({}))
    expect(deadlines).toMatchObject([
      { due: "2012-04-11", unannounced: [], workedWeekends: ["2012-03-31", "2012-04-01"] }
    ])
  })

  it("moves when the year's holidays are announced, and stays otherwise", () => {
    const pledge = published({ calendar: [] })
    expect(deadlineInForce(pledge.state())).toMatchObject({ due: "2012-04-10", unannounced: [2012] })
    const recompute: PledgeCommand = { _tag: "RecomputeDeadline", by: "系统" }
    expect(pledge.ok(recompute, on("2012-03-20"))).toMatchObject([{ deadline: { due: "2012-04-11" }, isPublic: true }])
    expect(pledge.ok(recompute, on("2012-03-21"))).toEqual([])
    expect(open(pledge).deadlines.map(({ due }) => due)).toEqual(["2012-04-10", "2012-04-11"])
    const turned = { ...sound, term: { first: "next", workingDays: 20 } as const }
    const other = told(PledgeLifecycle)
    other.ok({ ...draft[0], pledge: turned } as PledgeCommand, on("2012-03-01"))
    for (const [command] of [submit, pass]) other.ok(command, on("2012-03-13"))
    const [passed] = other.events.slice(-1).map((event) => Schema.encodeSync(PledgeEvent)(event))
    const again = Schema.decodeUnknownSync(PledgeEvent)(JSON.parse(JSON.stringify(passed)))
    const state = PledgeLifecycle.evolve(other.state(), again)
    expect(PledgeLifecycle.decide(state, recompute, on("2012-03-21"))).toEqual(Result.succeed([]))
  })

  it("waits while no time runs", () => {
    const pledge = told(PledgeLifecycle)
    const world = { suspensions: [summer] }
    pledge.ok({ ...draft[0], pledge: inDays } as PledgeCommand, on("2012-06-20", world))
    for (const [command] of [submit, pass]) pledge.ok(command, on("2012-06-20", world))
    // 12 working days to 6 July, and 8 from 27 August on.
    expect(deadlineInForce(pledge.state())).toMatchObject({ due: "2012-09-05", suspended: [summer] })
  })

  it("makes a pledge overdue on the day after it, until it is reported", () => {
    const pledge = through(progress)
    expect(["2012-06-29", "2012-06-30"].map((day) => isOverdue(pledge.state(), d(day)))).toEqual([false, true])
    pledge.ok(report[0], on("2012-07-02"))
    expect(isOverdue(pledge.state(), d("2012-07-03"))).toBe(false)
    pledge.ok({ _tag: "SendBackReport", by: "学生会", why: "缺 5 月的登记" }, on("2012-07-04"))
    expect(isOverdue(pledge.state(), d("2012-07-05"))).toBe(true)
  })
})

describe("nobody judges a pledge that they wrote, worked on or answer for", () => {
  const judges: ReadonlyArray<readonly [PledgeCommand, Step]> = [
    [{ _tag: "ReturnPledge", by: "", findings: [], remark: "x" }, submit],
    [pass[0], submit],
    [approve[0], pass],
    [{ _tag: "InspectPledge", by: "", round: "1", finding: "x" }, progress],
    [{ _tag: "SendBackReport", by: "", why: "x" }, report],
    [verify[0], report],
    [evaluate[0], verify]
  ]
  it.each(judges)("$_tag", (command, before) => {
    for (const by of ["z07", "副书记", "组织委员"])
      expect(through(before).no({ ...command, by }, on("2012-06-26"))).toMatchObject({
        _tag: "JudgesOwnPledge",
        by,
        command: command._tag
      })
    through(before).ok({ ...command, by: "别人" }, on("2012-06-26"))
  })

  it("also not an amendment of their own, or one of a member's branch", () => {
    const pledge = through(progress)
    pledge.ok({ _tag: "ProposeAmendment", by: "新人", pledge: sound, why: "x" }, on("2012-05-01"))
    for (const _tag of ["AcceptAmendment", "RejectAmendment"] as const)
      expect(pledge.no({ _tag, by: "新人", why: "x" }, on("2012-05-02"))).toMatchObject({ _tag: "JudgesOwnPledge" })
    const member = told(PledgeLifecycle)
    const pledger = { kind: "member", id: "m1", name: "甲", unit: "z07" } as const
    member.ok({ _tag: "DraftPledge", by: "m1", pledge: { ...sound, pledger } }, on("2012-02-20"))
    member.ok({ _tag: "SubmitPledge", by: "m1" }, on("2012-02-20"))
    expect(member.no({ ...pass[0], by: "z07" }, on("2012-02-20"))).toMatchObject({ by: "z07" })
  })
})

describe("what was not kept", () => {
  const no = (excused: boolean): PledgeCommand => ({
    _tag: "VerifyPledge",
    by: "学生会",
    fulfilment: { _tag: "NotFulfilled", excused },
    note: "x"
  })

  it("counts as kept or partly kept only on reported evidence", () => {
    const pledge = through(progress)
    for (const fulfilment of [{ _tag: "Fulfilled" }, { _tag: "PartlyFulfilled", share: x("1/2") }] as const)
      expect(pledge.no({ ...no(false), fulfilment } as PledgeCommand, on("2012-07-02"))).toMatchObject({
        _tag: "EvidenceMissing"
      })
  })

  it("unreported is unfulfilled only once its deadline has passed", () => {
    const pledge = through(progress)
    expect(pledge.no(no(false), on("2012-06-29"))).toMatchObject({ _tag: "DeadlineStillRuns", due: "2012-06-29" })
    pledge.ok(no(false), on("2012-06-30"))
    expect(open(pledge)).toMatchObject({ phase: "verified", fulfilment: { excused: false } })
  })

  it("is excused only when the public was told why", () => {
    const pledge = through(progress)
    expect(pledge.no(no(true), on("2012-07-02"))).toMatchObject({ _tag: "ExplanationMissing" })
    pledge.ok({ _tag: "ExplainPledge", by: "副书记", explanation: "系统未按期上线，已在公示栏说明" }, on("2012-07-02"))
    pledge.ok(no(true), on("2012-07-03"))
  })
})

describe("a pledge refuses", () => {
  it("a step that comes too early, and everything after it is withdrawn", () => {
    expect(told(PledgeLifecycle).no(submit[0], on("2012-02-20"))).toMatchObject({
      _tag: "PledgeInWrongPhase",
      phase: "none",
      allowed: ["drafted"]
    })
    expect(through(approve).no(report[0], on("2012-03-06"))).toMatchObject({
      phase: "approved",
      allowed: ["published"]
    })
    const gone = through(progress)
    gone.ok({ _tag: "WithdrawPledge", by: "副书记", why: "机构撤销" }, on("2012-05-02"))
    for (const [command] of whole)
      expect(gone.no(command, on("2012-05-03"))).toMatchObject({ _tag: "PledgeInWrongPhase" })
    expect(open(gone).texts.length).toBe(1)
  })

  it("the text of another pledge, or of another pledger", () => {
    const revise = (pledge: Pledge) =>
      through(draft).no({ _tag: "RevisePledge", by: "组织委员", pledge }, on("2012-02-21"))
    expect(revise({ ...sound, id: "p2" })).toMatchObject({ _tag: "OtherPledge", of: "pledge", given: "p2" })
    expect(revise({ ...sound, pledger: { ...sound.pledger, id: "z08" } })).toMatchObject({ of: "pledger" })
  })

  it("a channel that does not fit how it is to become known", () => {
    const of = (visibility: Pledge["visibility"]) => {
      const pledge = told(PledgeLifecycle)
      pledge.ok({ ...draft[0], pledge: { ...sound, visibility } } as PledgeCommand, on("2012-02-20"))
      for (const [command] of [submit, pass, approve]) pledge.ok(command, on("2012-02-20"))
      return pledge
    }
    const oral = { ...publish[0], channel: "oral" } as PledgeCommand
    const infirm = of({ _tag: "OralOnly", why: "年老体弱" })
    expect(infirm.no(publish[0], on("2012-03-06"))).toMatchObject({
      _tag: "ChannelNotAllowed",
      allowed: ["meeting", "oral"]
    })
    infirm.ok(oral, on("2012-03-06"))
    expect(of({ _tag: "Public" }).no(oral, on("2012-03-06"))).toMatchObject({ channel: "oral" })
    of({ _tag: "ByReceivingOrganisation", organisation: { id: "o", name: "接收支部" } }).ok(
      publish[0],
      on("2012-03-06")
    )
  })

  it("a deadline that has passed, and a pledge without one", () => {
    const late = told(PledgeLifecycle)
    late.ok(draft[0], on("2012-02-20"))
    late.ok(submit[0], on("2012-02-20"))
    expect(late.no(pass[0], on("2012-06-30"))).toMatchObject({ _tag: "DeadlineHasPassed", due: "2012-06-29" })
    expect(through(approve).no(publish[0], on("2012-06-30"))).toMatchObject({ _tag: "DeadlineHasPassed" })
    const { term: _, ...without } = sound
    const none = told(PledgeLifecycle)
    none.ok({ ...draft[0], pledge: without } as PledgeCommand, on("2012-02-20"))
    none.ok(submit[0], on("2012-02-20"))
    const branch = { ...policy.kinds.branch, required: [] }
    const lax = { ...policy, kinds: { ...policy.kinds, branch }, principles: { ...policy.principles, effective: [] } }
    expect(none.no(pass[0], on("2012-02-21", { policy: lax }))).toMatchObject({ _tag: "NoDeadline" })
  })

  it("an evaluation with a score missing", () => {
    const pledge = through(verify)
    expect(
      pledge.no({ ...evaluate[0], scores: { inspection: x(90) } } as PledgeCommand, on("2012-12-20"))
    ).toMatchObject({
      _tag: "EvaluationRefused",
      faults: [{ path: ["scores", "public"], problem: { _tag: "ScoreMissing", part: "public" } }]
    })
  })
})
