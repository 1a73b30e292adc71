import type { ReadModel, Recorded } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Append, headOf, recordEvents } from "../../Chain.ts"
import type { Appended } from "../../EventStore.ts"
import { type StoreRefusal, VersionConflict } from "../../errors.ts"
import { copyJson } from "../copyJson.ts"
import { takenIn } from "./rows.ts"
import { emptyStream, getOr, type State, type StreamState } from "./State.ts"

/** A reader gets copies, as from a database: what a reader does to them does not change what is kept. */
export const copies = (records: Iterable<Recorded>): ReadonlyArray<Recorded> =>
  Array.from(records, (record) => ({ ...record, data: copyJson(record.data) }))

const withRecords = (
  { records, commands }: StreamState,
  commandId: string,
  added: ReadonlyArray<Recorded>
): StreamState => ({
  head: headOf(added),
  records: Chunk.appendAll(records, Chunk.fromIterable(added)),
  commands: HashMap.set(commands, commandId, [...getOr(commands, commandId, []), ...added])
})

/** Adds records of one command to the log and to their stream. */
export const keep = (state: State, added: ReadonlyArray<Recorded>): State => {
  const [first] = added
  if (first === undefined) return state
  const stream = withRecords(getOr(state.streams, first.stream, emptyStream), first.commandId, added)
  return {
    ...state,
    log: Chunk.appendAll(state.log, Chunk.fromIterable(added)),
    streams: HashMap.set(state.streams, first.stream, stream)
  }
}

/** An append, and the rows that it changes. */
export const append =
  (models: ReadonlyArray<ReadModel>, request: Append) =>
  (state: State): Result.Result<readonly [Appended, State], StoreRefusal> => {
    const { stream, expectedVersion, meta } = request
    const { head, commands } = getOr(state.streams, stream, emptyStream)
    const first = HashMap.get(commands, meta.commandId)
    if (Option.isSome(first)) return Result.succeed([{ records: copies(first.value), replayed: true }, state])
    const unplaced = recordEvents(head, request)
    if (Result.isFailure(unplaced)) return Result.fail(unplaced.failure)
    if (head.version !== expectedVersion)
      return Result.fail(new VersionConflict({ stream, expected: expectedVersion, actual: head.version }))
    const start = Chunk.size(state.log) + 1
    const records = unplaced.success.map((record, index): Recorded => ({ ...record, position: start + index }))
    return Result.map(takenIn(keep(state, records), models, records), (after) => [
      { records: copies(records), replayed: false },
      after
    ])
  }
