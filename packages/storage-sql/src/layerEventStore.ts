import { EventStore, type StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as SqlClient from "effect/sql/SqlClient"
import { eventStoreIn } from "./internal/eventStore.ts"
import { findPlace, migratePlace } from "./internal/migrations.ts"

/**
 * The event store on an SQL database, by the `SqlClient` that the application provides.
 *
 * **When to use**
 *
 * When the application has a database of its own: an append inside the application's `sql.withTransaction` is committed
 * or rolled back with it.
 *
 * **Details**
 *
 * Makes its tables when the layer is built; their names begin with the {@link TablePrefix}. SQLite, PostgreSQL, MySQL and
 * MariaDB are supported, and a client of another database is refused.
 *
 * An append inside a transaction holds back every other append to the store until the transaction ends: keep it short.
 * A transaction that ends with `StoreUnavailable` and `retryable` is to be run again as a whole.
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the tables cannot be made.
 *
 * @example
 * ```ts
 * import { EventStore } from "@zhengyou/storage"
 * import { layerEventStore, sqliteFile } from "@zhengyou/storage-sql"
 * import { Effect, Layer } from "effect"
 * import { SqlClient } from "effect/sql"
 *
 * const opened = { type: "RoundOpened", schemaVersion: 1, data: {} }
 * const meta = { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 * const program = Effect.gen(function* () {
 *   const sql = yield* SqlClient.SqlClient
 *   const store = yield* EventStore
 *   const both = Effect.andThen(store.append("round-2012", 0, [opened], meta), Effect.fail("the application's own write failed"))
 *   yield* Effect.exit(sql.withTransaction(both))
 *   return yield* store.read("round-2012")
 * })
 * const layer = layerEventStore.pipe(Layer.provideMerge(sqliteFile(":memory:")))
 * await Effect.runPromise(Effect.provide(program, layer)) // => []
 * ```
 */
export const layerEventStore: Layer.Layer<EventStore, StoreUnavailable, SqlClient.SqlClient> = Layer.effect(
  EventStore,
  Effect.gen(function* () {
    const place = yield* findPlace
    yield* migratePlace(place)
    return eventStoreIn(place)
  })
)
