import type { CalendarDate } from "@zhengyou/core"
import {
  type CaseCommand,
  type CaseContext,
  casesByPhase,
  type LedgerCommand,
  LevelRegister,
  levelHistory,
  ProblemLedger,
  PromotionCase,
  problemDeadlines,
  type RegisterCommand
} from "@zhengyou/promotion"
import { type EventStore, execute, makeMemory, ReadModels } from "@zhengyou/storage"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { d, ladder, named, rules } from "./support.ts"

const models = { levels: levelHistory("levels/"), due: problemDeadlines("problems/"), cases: casesByPhase("cases/") }

const meta = (commandId: string) => ({ commandId, actor: "clerk", at: "2012-04-01T08:00:00Z" })

/** Runs a program on a store in memory that keeps the three read models. */
const stored = <A, E>(program: Effect.Effect<A, E, EventStore | ReadModels>): Promise<A> =>
  Effect.runPromise(
    Effect.flatMap(makeMemory, (memory) =>
      Effect.provide(program, memory.layer([models.levels, models.due, models.cases]))
    )
  )

it("levels are rows by unit and day, and units that are gone say since when", async () => {
  const commands: ReadonlyArray<RegisterCommand> = [
    { _tag: "OpenRegister", ladder, units: [named("a"), named("b")], on: d("2012-01-01") },
    { _tag: "PutLevels", levels: [{ unit: "a", level: "good" }], on: d("2012-04-12"), source: "round" },
    { _tag: "MoveLevel", unit: "a", from: "good", to: "advanced", on: d("2012-12-17"), case: "k" },
    { _tag: "CloseUnit", unit: "b", on: d("2012-12-31") }
  ]
  const { rows } = await stored(
    Effect.gen(function* () {
      for (const [i, command] of commands.entries())
        yield* execute(LevelRegister, "levels/2012", command, undefined, meta(`c${i}`))
      return yield* ReadModels.use((read) => read.query(models.levels, { where: {}, limit: 10 }))
    })
  )
  expect(rows.map(({ unit, since, level, closedOn }) => [unit, since, level, closedOn])).toEqual([
    ["a", "2012-01-01", null, null],
    ["a", "2012-04-12", "good", null],
    ["a", "2012-12-17", "advanced", null],
    ["b", "2012-01-01", null, "2012-12-31"]
  ])
})

it("deadlines are rows, the earliest first, until their lines are closed", async () => {
  const plan = (unit: string, on: CalendarDate): LedgerCommand => ({
    _tag: "PlanRectification",
    problem: "p",
    unit,
    plan: { cause: "x", measures: ["y"], owner: "甲", term: { on } }
  })
  const commands: ReadonlyArray<LedgerCommand> = [
    {
      _tag: "OpenProblems",
      problems: [{ id: "p", title: "共性问题", kind: "common", units: ["a", "b", "c"] }]
    },
    plan("a", d("2012-06-30")),
    plan("b", d("2012-05-31")),
    plan("c", d("2012-04-30")),
    plan("a", d("2012-04-20")),
    { _tag: "StartRectification", problem: "p", unit: "c", by: "乙" },
    { _tag: "SubmitRectification", problem: "p", unit: "c", by: "乙", evidence: ["x"] },
    { _tag: "CloseRectification", problem: "p", unit: "c", verifier: "丙", note: "x" }
  ]
  const { rows } = await stored(
    Effect.gen(function* () {
      const context = { today: d("2012-04-16"), calendar: [] }
      for (const [i, command] of commands.entries())
        yield* execute(ProblemLedger, "problems/2012", command, context, meta(`c${i}`))
      return yield* ReadModels.use((read) => read.query(models.due, { where: { ledger: "problems/2012" }, limit: 10 }))
    })
  )
  expect(rows.map(({ due, unit, owner }) => [due, unit, owner])).toEqual([
    ["2012-04-20", "a", "甲"],
    ["2012-05-31", "b", "甲"]
  ])
})

it("a case is a row in the phase that it is in, and in no other", async () => {
  const context: CaseContext = {
    today: d("2012-10-15"),
    rules,
    unit: named("a"),
    record: { level: "good", since: d("2012-04-12"), moves: [] },
    problems: { open: 0, closed: 0 },
    facts: []
  }
  const apply: CaseCommand = { _tag: "Apply", to: "advanced", by: "书记", statement: "" }
  const rows = await stored(
    Effect.gen(function* () {
      yield* execute(PromotionCase, "cases/a", apply, context, meta("c1"))
      yield* execute(PromotionCase, "cases/b", apply, context, meta("c1"))
      yield* execute(PromotionCase, "cases/b", { _tag: "ExamineApplication", by: "组织员" }, context, meta("c2"))
      return yield* ReadModels.use((read) =>
        Effect.forEach(["applied", "admitted"], (phase) => read.query(models.cases, { where: { phase }, limit: 10 }))
      )
    })
  )
  expect(rows.map((page) => page.rows.map((row) => row.case))).toEqual([["cases/a"], ["cases/b"]])
})
