import {
  type Grading,
  GradingRound,
  grade,
  gradingOf,
  type RoundRefusal,
  type RunningRound,
  roundFactsOf,
  sheetsOf
} from "@zhengyou/grading"
import {
  type ChainBroken,
  type EventStore,
  execute,
  type Head,
  load,
  type StoreRefusal,
  verifyStream
} from "@zhengyou/storage"
import { Effect, Equal, Result } from "effect"
import type { Inputs } from "./inputs.ts"
import { type Step, stepsOf } from "./steps.ts"
import { stream } from "./story.ts"

/** The stored result is not what the stored sheets give. */
export interface ReceiptDiffers {
  readonly _tag: "ReceiptDiffers"
}

/** The stored round has not been graded yet. */
export interface RoundUnfinished {
  readonly _tag: "RoundUnfinished"
}

/** A graded round as its store has it: what was decided, and where the record ends. */
export interface RecordedRound {
  readonly state: RunningRound
  readonly grading: Grading
  readonly head: Head
}

/** Told of each step when it is done; `before` where an earlier run had done it already. */
export type Tell = (step: Step, before: boolean, state: RunningRound) => Effect.Effect<void>

/**
 * Gives every command of the round to the store, in order: those that it has already change nothing. The answer is the
 * number of records that this run added.
 */
export const runRound = Effect.fn("runRound")(function* (
  inputs: Inputs,
  tell: Tell
): Effect.fn.Return<number, RoundRefusal | StoreRefusal, EventStore> {
  let added = 0
  for (const step of stepsOf(inputs)) {
    const { commandId, command, actor, at, today } = step
    const { state, records, replayed } = yield* execute(
      GradingRound,
      stream,
      command,
      { today },
      { commandId, actor, at }
    )
    if (!replayed) added += records.length
    if (state.phase !== "none") yield* tell(step, replayed, state)
  }
  return added
})

/** Grades the sheets that a round holds, by its own book unless another is given. */
export const gradeSheetsOf = (state: RunningRound, book = state.plan.book) =>
  grade(book, { units: state.plan.units, sheets: sheetsOf(state), facts: roundFactsOf(state) })

/** Reads the round from its store and proves it: no record was touched, and the sheets give the same result again. */
export const readRound: Effect.Effect<
  RecordedRound,
  StoreRefusal | ChainBroken | ReceiptDiffers | RoundUnfinished,
  EventStore
> = Effect.gen(function* () {
  const { state, records } = yield* load(GradingRound, stream)
  const head = yield* Effect.fromResult(verifyStream(records))
  const grading = gradingOf(state)
  if (state.phase === "none" || grading === undefined)
    return yield* Effect.fail<RoundUnfinished>({ _tag: "RoundUnfinished" })
  const again = gradeSheetsOf(state)
  const same = Result.isSuccess(again) && Equal.equals(again.success.receipt, grading.receipt)
  return same ? { state, grading, head } : yield* Effect.fail<ReceiptDiffers>({ _tag: "ReceiptDiffers" })
})
