import type { WorkCalendar } from "@zhengyou/core"
import { entriesByDeadline, entryOf, openEntriesOf, ProblemLedger, problemProgress } from "@zhengyou/promotion"
import { describe, expect, it } from "vitest"
import { d, told } from "./support.ts"

const calendar: WorkCalendar = []
const on = (day: string) => ({ today: d(day), calendar })

const common = { id: "p1", title: "制度不全", kind: "common", units: ["z01", "z02"] } as const
const single = { id: "p2", title: "缺宣传委员", kind: "individual", units: ["z02"] } as const
const plan = {
  cause: "换届后没有补选",
  measures: ["召开支部大会补选"],
  owner: "支部书记",
  term: { workingDays: 10, first: "next" }
} as const
const at = { problem: "p1", unit: "z01" } as const

const opened = () => {
  const ledger = told(ProblemLedger)
  ledger.ok({ _tag: "OpenProblems", problems: [common, single] }, on("2012-04-16"))
  return ledger
}

const submitted = () => {
  const ledger = opened()
  ledger.ok({ _tag: "PlanRectification", ...at, plan }, on("2012-04-16"))
  ledger.ok({ _tag: "StartRectification", ...at, by: "组织委员" }, on("2012-04-17"))
  ledger.ok({ _tag: "RecordProgress", ...at, by: "组织委员", note: "已拟三项制度" }, on("2012-04-20"))
  ledger.ok({ _tag: "SubmitRectification", ...at, by: "宣传委员", evidence: ["制度汇编"] }, on("2012-04-25"))
  return ledger
}

const close = { _tag: "CloseRectification", ...at, verifier: "督导组", note: "已核对" } as const

describe("a problem from opening to closing", () => {
  it("is planned with a computed deadline, worked on, submitted and closed by somebody else", () => {
    const ledger = submitted()
    expect(entryOf(ledger.state(), "p1", "z01")).toMatchObject({
      status: "submitted",
      plans: [{ owner: "支部书记", deadline: { due: "2012-04-30", unannounced: [2012] } }],
      doers: ["支部书记", "组织委员", "宣传委员"]
    })
    ledger.ok(close, on("2012-04-26"))
    expect(entryOf(ledger.state(), "p1", "z01")).toMatchObject({ status: "closed", closed: "2012-04-26" })
  })

  it("that is common closes in each unit, and as a whole with the last of them", () => {
    const ledger = submitted()
    ledger.ok(close, on("2012-04-26"))
    expect(problemProgress(ledger.state(), "p1")).toEqual({ units: 2, closed: 1 })
    expect(openEntriesOf(ledger.state(), "z01")).toEqual([])
    expect(
      openEntriesOf(ledger.state(), "z02")
        .map(({ problem }) => problem)
        .toSorted()
    ).toEqual(["p1", "p2"])
  })

  it("can be sent back, and then needs no new plan", () => {
    const ledger = submitted()
    ledger.ok({ _tag: "SendBackRectification", ...at, verifier: "督导组", why: "制度未公布" }, on("2012-04-26"))
    expect(entryOf(ledger.state(), "p1", "z01")?.status).toBe("inProgress")
    ledger.ok({ _tag: "SubmitRectification", ...at, by: "组织委员", evidence: ["公布栏照片"] }, on("2012-04-27"))
    ledger.ok(close, on("2012-04-28"))
  })

  it("that comes back is opened again, and keeps what went before", () => {
    const ledger = submitted()
    ledger.ok(close, on("2012-04-26"))
    ledger.ok({ _tag: "ReopenProblem", ...at, by: "回访组", why: "制度没有执行" }, on("2012-09-03"))
    expect(entryOf(ledger.state(), "p1", "z01")).toEqual({
      ...at,
      status: "opened",
      opened: "2012-04-16",
      plans: [expect.objectContaining({ owner: "支部书记" })],
      doers: ["支部书记", "组织委员", "宣传委员"],
      reopened: ["2012-09-03"]
    })
    const start = { _tag: "StartRectification", ...at, by: "组织委员" } as const
    expect(ledger.no(start, on("2012-09-04"))).toMatchObject({ _tag: "EntryInWrongState", status: "opened" })
  })
})

describe("nobody verifies what they owned or did", () => {
  it.each([
    ["支部书记", true],
    ["组织委员", false],
    ["宣传委员", false]
  ])("%s", (verifier, isOwner) => {
    const refusal = { _tag: "VerifiesOwnWork", ...at, verifier, isOwner }
    expect(submitted().no({ ...close, verifier }, on("2012-04-26"))).toMatchObject(refusal)
    const back = { _tag: "SendBackRectification", ...at, verifier, why: "x" } as const
    expect(submitted().no(back, on("2012-04-26"))).toMatchObject(refusal)
  })

  it("also not the owner of an earlier plan", () => {
    const ledger = opened()
    ledger.ok({ _tag: "PlanRectification", ...at, plan }, on("2012-04-16"))
    ledger.ok({ _tag: "PlanRectification", ...at, plan: { ...plan, owner: "新书记" } }, on("2012-04-17"))
    ledger.ok({ _tag: "StartRectification", ...at, by: "新书记" }, on("2012-04-17"))
    ledger.ok({ _tag: "SubmitRectification", ...at, by: "新书记", evidence: ["x"] }, on("2012-04-18"))
    expect(ledger.no({ ...close, verifier: "支部书记" }, on("2012-04-19"))).toMatchObject({ isOwner: true })
  })
})

describe("the ledger refuses", () => {
  it("problems that exist, name a unit twice, or are of the wrong kind, all at once", () => {
    const ledger = opened()
    const problems = [
      single,
      { ...common, id: "p3", units: ["z01", "z01"] },
      { ...common, id: "p4", units: ["z01"] },
      { ...single, id: "p5", units: ["z01", "z02"] },
      { ...single, id: "p5" }
    ] as const
    expect(ledger.no({ _tag: "OpenProblems", problems }, on("2012-04-17"))).toMatchObject({
      _tag: "ProblemsRefused",
      faults: [
        { path: ["problems", 0, "id"], problem: { _tag: "ProblemExists", problem: "p2" } },
        { path: ["problems", 1, "units", 1], problem: { _tag: "ProblemUnitTwice", unit: "z01" } },
        { path: ["problems", 2, "units"], problem: { _tag: "NotSeveralUnits" } },
        { path: ["problems", 3, "units"], problem: { _tag: "NotOneUnit", units: 2 } },
        { path: ["problems", 4, "id"], problem: { _tag: "ProblemExists", problem: "p5" } }
      ]
    })
  })

  it("what it does not have, what comes too early, and a deadline that has passed", () => {
    const ledger = opened()
    expect(ledger.no({ ...close, unit: "z09" }, on("2012-04-17"))).toMatchObject({ _tag: "NoSuchEntry", unit: "z09" })
    expect(ledger.no(close, on("2012-04-17"))).toMatchObject({
      _tag: "EntryInWrongState",
      status: "opened",
      allowed: ["submitted"]
    })
    const late = { _tag: "PlanRectification", ...at, plan: { ...plan, term: { on: d("2012-04-16") } } } as const
    expect(ledger.no(late, on("2012-04-17"))).toMatchObject({ _tag: "DeadlineHasPassed", due: "2012-04-16" })
    ledger.ok(late, on("2012-04-16"))
  })
})

describe("the lines that are not closed", () => {
  it("come by deadline, the longest overdue first and those without a plan last", () => {
    const ledger = opened()
    const until = (unit: string, problem: string, day: string) =>
      ledger.ok({ _tag: "PlanRectification", problem, unit, plan: { ...plan, term: { on: d(day) } } }, on("2012-04-16"))
    until("z02", "p1", "2012-05-31")
    until("z02", "p2", "2012-04-30")
    const rows = entriesByDeadline(ledger.state(), d("2012-05-10"))
    expect(rows.map(({ entry, daysLeft }) => [entry.problem, entry.unit, daysLeft])).toEqual([
      ["p2", "z02", -10],
      ["p1", "z02", 21],
      ["p1", "z01", undefined]
    ])
  })
})
