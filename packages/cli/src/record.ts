import path from "node:path"
import { dateUnsafe, type Language, render, textIn } from "@zhengyou/core"
import {
  type Grading,
  GradingRound,
  grade,
  gradingOf,
  gradingTextEn,
  gradingTextZhCN,
  type RoundCommand,
  roundFactsOf,
  sheetsOf
} from "@zhengyou/grading"
import { execute, load, storageTextEn, storageTextZhCN, verifyStream } from "@zhengyou/storage"
import { layerSqlite } from "@zhengyou/storage-sql"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import { Trouble } from "./errors.ts"
import type { Inputs } from "./inputs.ts"
import { say } from "./say.ts"

/** The store holds another result under the stream of these rules and inputs. */
class StoredOtherwise extends Data.TaggedError("StoredOtherwise") {}

/** The stream that a round is kept in: named after its rules and inputs, so that the same input finds its own round again. */
const streamOf = ({ receipt }: Grading): string =>
  `grading-round/${receipt.rules.slice(0, 12)}-${receipt.inputs.slice(0, 20)}`

const commandsOf = ({ book, grading }: Inputs): ReadonlyArray<RoundCommand> => {
  const { units, asOf } = grading
  const [firstSheet, ...sheets] = grading.sheets
  const [firstFact, ...facts] = grading.facts
  return [
    {
      _tag: "PlanRound",
      plan: { title: book.title, book, units, assignments: [], ...(asOf === undefined ? {} : { asOf }) }
    },
    { _tag: "OpenRound" },
    ...(firstFact === undefined ? [] : [{ _tag: "RecordFacts", facts: [firstFact, ...facts] } as const]),
    ...(firstSheet === undefined ? [] : [{ _tag: "SubmitSheets", sheets: [firstSheet, ...sheets] } as const]),
    { _tag: "SealRound" },
    { _tag: "GradeRound" }
  ]
}

/** What came of recording a round: whether it was there already. */
export interface Recording {
  readonly stream: string
  readonly alreadyThere: boolean
}

/** Holds what is stored against its own hashes, and the stored sheets and facts against the result. */
const holdsTrue = Effect.fnUntraced(function* (stream: string, expected: Grading) {
  const { state, records } = yield* load(GradingRound, stream)
  yield* Effect.fromResult(verifyStream(records))
  if (state.phase === "none") return yield* new StoredOtherwise()
  const { book, units, asOf } = state.plan
  const kept = { units, sheets: sheetsOf(state), facts: roundFactsOf(state), ...(asOf === undefined ? {} : { asOf }) }
  const again = yield* Effect.fromResult(grade(book, kept))
  if (!Equal.equals(again.receipt, expected.receipt)) return yield* new StoredOtherwise()
})

/**
 * Keeps a graded round in an SQLite file, step by step.
 *
 * **Details**
 *
 * The ids of the commands are those of the steps, so that a run that was killed is continued by the next one, and a round
 * that is there already is answered from the store.
 */
export const recordRound = (
  inputs: Inputs,
  expected: Grading,
  store: { readonly file: string; readonly at: string; readonly language: Language },
  onStep: (done: number, all: number, step: string) => void
): Effect.Effect<Recording, Trouble> => {
  const { file, at, language } = store
  const stream = streamOf(expected)
  const commands = commandsOf(inputs)
  const context = { today: dateUnsafe(at.slice(0, 10)) }
  const trouble = (text: string) => new Trouble({ line: `${file}: ${text}` })
  return Effect.gen(function* () {
    let alreadyThere = true
    for (const [i, command] of commands.entries()) {
      const meta = { commandId: command._tag, actor: "zhengyou", at, why: textIn(inputs.book.title, language) }
      const done = yield* execute(GradingRound, stream, command, context, meta)
      alreadyThere = alreadyThere && done.replayed
      onStep(i + 1, commands.length, command._tag)
      const stored = gradingOf(done.state)
      if (stored !== undefined && stored.receipt.result !== expected.receipt.result) {
        return yield* new StoredOtherwise()
      }
    }
    yield* holdsTrue(stream, expected)
    return { stream, alreadyThere }
  }).pipe(
    // A path, whatever it looks like: ":memory:" would keep nothing.
    Effect.provide(layerSqlite(path.resolve(file))),
    Effect.mapError((error) => {
      switch (error._tag) {
        case "StoredOtherwise":
          return new Trouble({ line: say({ _tag: "StoredOtherwise", file, stream }, language) })
        case "ChainBroken":
        case "VersionConflict":
        case "StoreUnavailable":
        case "StoredDataInvalid":
        case "NotStorable":
          return trouble(render(language === "en" ? storageTextEn : storageTextZhCN, error))
        default:
          return trouble(render(language === "en" ? gradingTextEn : gradingTextZhCN, error))
      }
    })
  )
}
