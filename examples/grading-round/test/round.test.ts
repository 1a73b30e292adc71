import { dateUnsafe, unitsAsOf } from "@zhengyou/core"
import { gradingRounds, unitOutcomes } from "@zhengyou/grading"
import { type EventStore, layerMemory, makeMemory, ReadModels } from "@zhengyou/storage"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { changesBetween, figuresOf } from "../src/figures.ts"
import { type Inputs, readInputs } from "../src/inputs.ts"
import { gradeSheetsOf, readRound, runRound } from "../src/round.ts"
import { example } from "./program.ts"

const inputs = await Effect.runPromise(readInputs(example))

const runSilently = (from: Inputs) => runRound(from, () => Effect.void)

const inMemory = <A, E>(program: Effect.Effect<A, E, EventStore>): Promise<A> =>
  Effect.runPromise(Effect.provide(program, layerMemory))

describe("the round of 2012", () => {
  it("comes out as published: 12, 22 and 3 of 37, and 2 not graded", async () => {
    const { state, grading } = await inMemory(Effect.andThen(runSilently(inputs), readRound))
    const { units, graded, notGraded, levels } = figuresOf(state.plan.book, grading)
    expect([units, graded, notGraded]).toEqual([39, 37, 2])
    expect(levels.map(({ level, ...figure }) => [level.id, figure.units, figure.share])).toEqual([
      ["advanced", 12, "32.43"],
      ["good", 22, "59.46"],
      ["ordinary", 3, "8.11"]
    ])
    expect(state.phase).toBe("confirmed")
  })

  it("has 37 branches when it is scored and 39 by the end of the year", () => {
    expect(unitsAsOf(inputs.roster, dateUnsafe("2012-04-01")).length).toBe(37)
    expect(unitsAsOf(inputs.roster, dateUnsafe("2012-12-31")).length).toBe(39)
  })

  it("would leave eleven Advanced under a cap of 30 %: the twelfth falls", async () => {
    const { state, grading } = await inMemory(Effect.andThen(runSilently(inputs), readRound))
    const strict = Result.getOrThrow(gradeSheetsOf(state, inputs.strict))
    expect(strict.quotas).toMatchObject([
      { kind: "cap", level: "advanced", seats: 11, candidates: 12, kept: 11, isMet: true }
    ])
    expect(strict.quotas[0]?.reserve).toHaveLength(1)
    expect(changesBetween(grading, strict)).toMatchObject([{ reason: { _tag: "QuotaPushed", place: 12, tied: false } }])
  })

  it("shows in the tables of rounds and outcomes as it was graded and confirmed", async () => {
    const [rounds, outcomes] = [gradingRounds(""), unitOutcomes("")]
    const { grading, kept } = await Effect.runPromise(
      Effect.gen(function* () {
        const memory = yield* makeMemory
        return yield* Effect.gen(function* () {
          yield* runSilently(inputs)
          const { grading } = yield* readRound
          const models = yield* ReadModels
          const kept = [
            yield* models.query(rounds, { limit: 10 }),
            yield* models.query(outcomes, { limit: 100 })
          ] as const
          return { grading, kept }
        }).pipe(Effect.provide(memory.layer([rounds, outcomes])))
      })
    )
    const [{ rows: roundRows }, { rows: outcomeRows }] = kept
    expect(roundRows).toMatchObject([{ units: 39, phase: "confirmed" }])
    const counts = ["advanced", "good", "ordinary", null].map(
      (level) => outcomeRows.filter((row) => row.level === level).length
    )
    expect(counts).toEqual([12, 22, 3, 2])
    const confirmedOn = roundRows[0]?.confirmedOn
    expect(outcomeRows.every((row) => row.confirmedOn === confirmedOn && confirmedOn !== null)).toBe(true)
    expect(new Map(outcomeRows.map((row) => [row.unit, row.level]))).toEqual(
      new Map(grading.outcomes.map((outcome) => [outcome.unit, "level" in outcome ? outcome.level : null]))
    )
  })

  it("adds nothing when it is run again", async () => {
    const [first, second] = await inMemory(Effect.all([runSilently(inputs), runSilently(inputs)]))
    // A plan, an opening, 37 sheets by 13 raters, a sealing, a grading, a notice, a confirmation.
    expect([first, second]).toEqual([6 + 37 * 13, 0])
  })

  it("refuses files that were edited after it was recorded, and stays as it was", async () => {
    const [sheet, ...others] = inputs.sheets
    if (sheet === undefined) throw new Error("no sheets")
    const edited = { ...inputs, sheets: [{ ...sheet, scores: {} }, ...others] }
    const [before, refusal, after] = await inMemory(
      Effect.gen(function* () {
        yield* runSilently(inputs)
        const recorded = yield* readRound
        return [recorded, yield* Effect.flip(runSilently(edited)), yield* readRound] as const
      })
    )
    expect(refusal).toMatchObject({ _tag: "RoundInWrongPhase", command: "SubmitSheets", phase: "confirmed" })
    expect(after.head).toEqual(before.head)
  })
})
