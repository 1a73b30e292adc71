import {
  type PledgeCommand,
  PledgeLifecycle,
  pledgeDeadlines,
  pledgeEvidence,
  pledgePublications,
  pledgesByUnit
} from "@zhengyou/pledges"
import { type EventStore, execute, makeMemory, ReadModels } from "@zhengyou/storage"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { context, d, sound, x } from "./support.ts"

const models = {
  units: pledgesByUnit("pledges/"),
  due: pledgeDeadlines("pledges/"),
  published: pledgePublications("pledges/"),
  evidence: pledgeEvidence("pledges/")
}

const stored = <A, E>(program: Effect.Effect<A, E, EventStore | ReadModels>): Promise<A> =>
  Effect.runPromise(
    Effect.flatMap(makeMemory, (memory) =>
      Effect.provide(program, memory.layer([models.units, models.due, models.published, models.evidence]))
    )
  )

const draft = (day: string, owner = "副书记"): PledgeCommand => ({
  _tag: "DraftPledge",
  by: "组织委员",
  pledge: { ...sound, owner, term: { on: d(day) } }
})
const toPublic: ReadonlyArray<PledgeCommand> = [
  { _tag: "SubmitPledge", by: "组织委员" },
  { _tag: "PassPledge", by: "审核人" },
  { _tag: "ApprovePledge", by: "党委", record: "x" },
  { _tag: "PublishPledge", by: "宣传员", channel: "website", where: "网页" }
]
const report: PledgeCommand = { _tag: "ReportPledge", by: "窗口", evidence: ["登记簿", "照片"] }

it("pledges are rows by unit and state, by deadline until they are reported, with their evidence", async () => {
  const told: Readonly<Record<string, ReadonlyArray<PledgeCommand>>> = {
    "pledges/a": [
      draft("2012-06-29"),
      ...toPublic,
      { _tag: "RecordProgress", by: "窗口", note: "x", evidence: ["流程图"] },
      report,
      { _tag: "VerifyPledge", by: "学生会", fulfilment: { _tag: "Fulfilled" }, note: "x" },
      { _tag: "EvaluatePledge", by: "评议组", scores: { inspection: x(90), public: x(90) } }
    ],
    "pledges/b": [draft("2012-09-28"), ...toPublic, report, { _tag: "SendBackReport", by: "学生会", why: "x" }],
    "pledges/c": [
      draft("2012-05-31"),
      ...toPublic,
      {
        _tag: "ProposeAmendment",
        by: "副书记",
        pledge: { ...sound, owner: "书记", term: { on: d("2012-04-27") } },
        why: "x"
      },
      { _tag: "AcceptAmendment", by: "审核人" }
    ],
    "pledges/d": [
      draft("2012-05-31"),
      { _tag: "SubmitPledge", by: "组织委员" },
      { _tag: "ReturnPledge", by: "审核人", findings: [], remark: "x" }
    ],
    "pledges/e": [draft("2012-05-31"), ...toPublic, { _tag: "WithdrawPledge", by: "副书记", why: "x" }]
  }
  const rows = await stored(
    Effect.gen(function* () {
      for (const [stream, commands] of Object.entries(told))
        for (const [i, command] of commands.entries())
          yield* execute(PledgeLifecycle, stream, command, context, {
            commandId: `${stream} ${i}`,
            actor: "clerk",
            at: "2012-03-01T08:00:00Z"
          })
      return {
        units: yield* ReadModels.use((read) => read.query(models.units, { where: { unit: "z07" }, limit: 10 })),
        due: yield* ReadModels.use((read) => read.query(models.due, { where: {}, limit: 10 })),
        published: yield* ReadModels.use((read) => read.query(models.published, { where: {}, limit: 10 })),
        evidence: yield* ReadModels.use((read) =>
          read.query(models.evidence, { where: { stream: "pledges/a" }, limit: 10 })
        )
      }
    })
  )
  expect(
    rows.units.rows.map(({ stream, phase, due, owner, level }) => [stream.slice(-1), phase, due, owner, level])
  ).toEqual([
    ["a", "evaluated", "2012-06-29", "副书记", "fair"],
    ["b", "published", "2012-09-28", "副书记", null],
    ["c", "published", "2012-04-27", "书记", null],
    ["d", "returned", null, "副书记", null],
    ["e", "withdrawn", "2012-05-31", "副书记", null]
  ])
  expect(
    rows.due.rows.map(({ due, stream, owner, provisional }) => [due, stream.slice(-1), owner, provisional])
  ).toEqual([
    ["2012-04-27", "c", "书记", false],
    ["2012-09-28", "b", "副书记", false]
  ])
  expect(rows.published.rows.map(({ stream, on, channel }) => [stream.slice(-1), on, channel])).toEqual(
    ["a", "b", "c", "e"].map((stream) => [stream, "2012-03-01", "website"])
  )
  expect(rows.evidence.rows.map(({ number, by, evidence }) => [number, by, evidence])).toEqual([
    [1, "窗口", "流程图"],
    [1, "窗口", "登记簿"],
    [2, "窗口", "照片"]
  ])
})

it("a deadline that moves before a pledge is public is not among those of public pledges", async () => {
  const waiting: ReadonlyArray<PledgeCommand> = [
    { _tag: "DraftPledge", by: "组织委员", pledge: { ...sound, term: { workingDays: 40, first: "next" } } },
    ...toPublic.slice(0, 2)
  ]
  const rows = await stored(
    Effect.gen(function* () {
      const meta = (commandId: string) => ({ commandId, actor: "clerk", at: "2012-03-01T08:00:00Z" })
      const early = { ...context, calendar: [] }
      for (const [i, command] of waiting.entries())
        yield* execute(PledgeLifecycle, "pledges/a", command, early, meta(`${i}`))
      yield* execute(PledgeLifecycle, "pledges/a", { _tag: "RecomputeDeadline", by: "系统" }, context, meta("r"))
      return {
        due: yield* ReadModels.use((read) => read.query(models.due, { where: {}, limit: 10 })),
        units: yield* ReadModels.use((read) => read.query(models.units, { where: {}, limit: 10 }))
      }
    })
  )
  expect(rows.due.rows).toEqual([])
  expect(rows.units.rows).toMatchObject([{ phase: "passed", due: "2012-04-27" }])
})
