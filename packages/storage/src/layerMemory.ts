import type { Recorded } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Ref from "effect/Ref"
import * as Result from "effect/Result"
import { type Append, headOf, recordEvents } from "./Chain.ts"
import { type Appended, EventStore } from "./EventStore.ts"
import { type NotStorable, VersionConflict } from "./errors.ts"

interface Kept {
  readonly log: Chunk.Chunk<Recorded>
  readonly streams: HashMap.HashMap<string, ReadonlyArray<Recorded>>
}

/** A reader gets copies, as from a database: what a reader does to them does not change what is kept. */
const copies = (records: Iterable<Recorded>): ReadonlyArray<Recorded> => JSON.parse(JSON.stringify([...records]))

const streamOf = (kept: Kept, stream: string): ReadonlyArray<Recorded> =>
  Option.getOrElse(HashMap.get(kept.streams, stream), () => [])

const append = (
  kept: Kept,
  request: Append
): readonly [Result.Result<Appended, VersionConflict | NotStorable>, Kept] => {
  const { stream, expectedVersion, meta } = request
  const before = streamOf(kept, stream)
  const first = before.filter((record) => record.commandId === meta.commandId)
  if (first.length > 0) return [Result.succeed({ records: copies(first), replayed: true }), kept]
  const unplaced = recordEvents(headOf(before), request)
  if (Result.isFailure(unplaced)) return [Result.fail(unplaced.failure), kept]
  if (before.length !== expectedVersion)
    return [Result.fail(new VersionConflict({ stream, expected: expectedVersion, actual: before.length })), kept]
  const start = Chunk.size(kept.log) + 1
  const records = unplaced.success.map((record, index): Recorded => ({ ...record, position: start + index }))
  return [
    Result.succeed({ records: copies(records), replayed: false }),
    {
      log: Chunk.appendAll(kept.log, Chunk.fromIterable(records)),
      streams: HashMap.set(kept.streams, stream, [...before, ...records])
    }
  ]
}

/**
 * An event store that lives as long as its layer, for tests, trials and the browser.
 *
 * **Details**
 *
 * It has the same conflicts, answers and refusals as a store on a database, and passes the same contract.
 */
export const layerMemory: Layer.Layer<EventStore> = Layer.effect(
  EventStore,
  Effect.gen(function* () {
    const ref = yield* Ref.make<Kept>({ log: Chunk.empty(), streams: HashMap.empty() })
    return EventStore.of({
      read: Effect.fn("EventStore.read")((stream: string) =>
        Effect.map(Ref.get(ref), (kept) => copies(streamOf(kept, stream)))
      ),
      append: Effect.fn("EventStore.append")((stream, expectedVersion, events, meta) =>
        Effect.flatMap(
          Ref.modify(ref, (kept) => append(kept, { stream, expectedVersion, events, meta })),
          Effect.fromResult
        )
      ),
      readAll: Effect.fn("EventStore.readAll")((after: number, limit: number) =>
        Effect.map(Ref.get(ref), (kept) => copies(Chunk.take(Chunk.drop(kept.log, after), limit)))
      )
    })
  })
)
