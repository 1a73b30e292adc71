import type { StoreUnavailable } from "@zhengyou/storage"
import type * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { refusing } from "./internal/refusals.ts"

/**
 * Runs an effect in one transaction, or in a savepoint of the one there is: all of it is kept, or nothing where it fails.
 *
 * **Details**
 *
 * As `sql.withTransaction`, but what the database refuses at the beginning or at the commit is a refusal of the store.
 *
 * **Refusals**
 *
 * Those of the effect, and `StoreUnavailable`.
 *
 * @example
 * ```ts
 * import { EventStore } from "@zhengyou/storage"
 * import { layerEventStore, sqliteFile, transact } from "@zhengyou/storage-sql"
 * import { Effect, Layer } from "effect"
 *
 * const opened = { type: "RoundOpened", schemaVersion: 1, data: {} }
 * const meta = { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 * const program = Effect.gen(function* () {
 *   const store = yield* EventStore
 *   const both = Effect.andThen(store.append("round-2012", 0, [opened], meta), store.append("round-2013", 7, [opened], meta))
 *   const refused = yield* Effect.flip(transact(both))
 *   return [refused._tag, (yield* store.read("round-2012")).length]
 * })
 * const layer = layerEventStore.pipe(Layer.provideMerge(sqliteFile(":memory:")))
 * await Effect.runPromise(Effect.provide(program, layer)) // => ["VersionConflict", 0]
 * ```
 */
export const transact = <A, E, R>(
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, Exclude<E, SqlError> | StoreUnavailable, R | SqlClient.SqlClient> =>
  SqlClient.SqlClient.use((sql) => refusing("append")(sql.withTransaction(effect)))
