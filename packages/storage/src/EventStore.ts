import type { CommandMeta, Recorded } from "@zhengyou/core"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { NewEvent } from "./Chain.ts"
import type { StoredDataInvalid, StoreRefusal, StoreUnavailable } from "./errors.ts"

/** The answer to an append: the records, and whether they were there already because the command came before. */
export interface Appended {
  readonly records: ReadonlyArray<Recorded>
  readonly replayed: boolean
}

/**
 * The port through which events are kept: streams of records that only ever grow.
 *
 * **Details**
 *
 * - `read` gives the records of one stream in the order of their versions, which count from 1 without gaps; a stream
 *   that nobody wrote to is empty.
 * - `append` keeps all events or none. It refuses with `VersionConflict` when the stream is not at `expectedVersion`.
 *   A command id belongs to its stream: when the stream has it already, whatever the expected version, nothing is
 *   appended and the records of the first time are the answer. Without events nothing is kept, not even the command id.
 * - `readAll` gives a page of at most `limit` records of the whole store, in the order in which they were appended, from
 *   the first after position `after`. Positions count from 1 without gaps, and a record never appears below one that was
 *   read already, so a reader who goes on from the last position misses nothing.
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    read(stream: string): Effect.Effect<ReadonlyArray<Recorded>, StoreUnavailable | StoredDataInvalid>
    append(
      stream: string,
      expectedVersion: number,
      events: ReadonlyArray<NewEvent>,
      meta: CommandMeta
    ): Effect.Effect<Appended, StoreRefusal>
    readAll(after: number, limit: number): Effect.Effect<ReadonlyArray<Recorded>, StoreUnavailable | StoredDataInvalid>
  }
>()("@zhengyou/storage/EventStore") {}
