import { existsOn } from "@zhengyou/core"
import { type EventStore, layerMemory } from "@zhengyou/storage"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { readInputs } from "../src/inputs.ts"
import { readRound, runRound } from "../src/round.ts"
import { readYearInputs } from "../src/year/data.ts"
import { yearFigures } from "../src/year/figures.ts"
import { readYear, runYear } from "../src/year/run.ts"
import { tellYear } from "../src/year/tell.ts"
import { example } from "./program.ts"

const inMemory = <A, E>(program: Effect.Effect<A, E, EventStore>): Promise<A> =>
  Effect.runPromise(Effect.provide(program, layerMemory))

/** The round, and the year after it, so many times. */
const told = Effect.gen(function* () {
  const inputs = yield* readInputs(example)
  yield* runRound(inputs, () => Effect.void)
  const round = yield* readRound
  const year = yield* readYearInputs(example)
  const start = { book: inputs.book, roster: inputs.roster, grading: round.grading }
  const first = yield* runYear(year, start)
  const second = yield* runYear(year, start)
  const lines = yield* tellYear(example, round, "zh-CN")
  return { inputs, year, first, second, lines, figures: yearFigures(year, inputs.roster, yield* readYear(year)) }
})

const { inputs, year, first, second, lines, figures } = await inMemory(told)

describe("the year after the round", () => {
  it("ends as published: 14 and 2 move up, 12, 22 and 3 become 26, 10 and 1, and 2 of 39 are not graded", () => {
    expect(
      figures.table.rows.map((row) => [row.level?.id, row.before, row.in, row.out, row.founded, row.after])
    ).toEqual([
      ["advanced", 12, 14, 0, 0, 26],
      ["good", 22, 2, 14, 0, 10],
      ["ordinary", 3, 0, 2, 0, 1],
      [undefined, 0, 0, 0, 2, 2]
    ])
    expect([figures.applications, figures.inForce, figures.unsuccessful.length]).toEqual([21, 16, 5])
  })

  it("surveys 37 branches in 6 batches and finds 4 common problems and 13 of one branch", () => {
    const surveyed = figures.coverage.batches.flatMap(({ units }) => units)
    expect([figures.coverage.batches.length, surveyed.length, figures.coverage.missing]).toEqual([6, 37, []])
    expect([figures.common, figures.individual]).toEqual([4, 13])
    const common = year.data.problems.flatMap(({ kind, units }) => (kind === "common" ? units : []))
    expect(figures.lines).toBe(common.length + 13)
  })

  it("leaves one line open, 171 days overdue: 60 working days after 18 April 2012 are 13 July", () => {
    expect(figures.due).toMatchObject([{ entry: { problem: "i05", unit: "z23" }, due: "2012-07-13", daysLeft: -171 }])
  })

  it("says of every application that came to nothing why", () => {
    expect(figures.unsuccessful).toMatchObject([
      { unit: "z32", phase: "declined", reasons: [{ _tag: "NotMet", requirement: { id: "rate" } }] },
      { unit: "z33", phase: "declined", reasons: [{ _tag: "NotMet", requirement: { id: "score" } }] },
      { unit: "z23", phase: "declined", reasons: [{ _tag: "NotMet", requirement: { id: "closed" } }] },
      { unit: "z16", phase: "refused", reasons: [{ _tag: "OutsideWindow" }] },
      { unit: "z05", phase: "refused", reasons: [{ _tag: "StepsTooMany", steps: 2, allowed: 1 }] }
    ])
  })

  it("supports what was published as far as its figures go: 16 of 37, and 16 of the 25 that could move up", () => {
    expect(figures.claims.map(({ claim, verdict }) => [claim._tag, verdict])).toEqual([
      ["Moved", "supported"],
      ["Moved", "supported"],
      ["GenerallyMovedUp", "dependsOnReading"],
      ["EveryUnitMovedUp", "contradicted"],
      ["LevelShare", "dependsOnReading"]
    ])
    expect(figures.claims[2]?.readings.map(({ units, of, holds }) => [units, of, holds])).toEqual([
      [16, 37, false],
      [16, 25, false],
      [16, 37, false],
      [16, 25, true]
    ])
  })

  it("shows the ledger on its page, with the one line that is overdue", () => {
    expect(lines.html).toContain(
      "共 17 个问题（共性 4 个、个性 13 个），逐单位 38 项：已销号 37 项，未销号 1 项，其中逾期 1 项。"
    )
    expect(lines.html.match(/<i class="cell state-overdue" title="直属第三支部/g)).toHaveLength(1)
  })

  it("adds nothing when it is told again, and tells the same", () => {
    expect(first).toBeGreaterThan(300)
    expect([second, lines.added]).toEqual([0, 0])
    expect(lines.lines.join("\n")).toContain("晋级申请：21 个，生效 16 个，未成 5 个")
  })

  it("counts the working days of 2012 by the notice of the State Council", () => {
    // The days off and the weekends worked are those of the notice; the two new branches are not there before May.
    expect(year.data.holidays.map(({ year: of, workdays }) => [of, workdays.length])).toEqual([[2012, 7]])
    expect(inputs.roster.filter((unit) => !existsOn(unit, year.data.survey.batches[0]?.on as never)).length).toBe(2)
  })
})
