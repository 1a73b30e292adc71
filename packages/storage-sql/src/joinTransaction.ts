import * as Layer from "effect/Layer"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as SqlClient from "effect/sql/SqlClient"
import { type JoinedDatabase, joinedClient, type RunStatement } from "./internal/joined.ts"

export type { JoinedDatabase, RunStatement }

/**
 * A client inside a transaction that the application has begun by other means, such as a query builder.
 *
 * **When to use**
 *
 * When the application's transactions are not those of an `SqlClient`: provide it to `layerOpenedStore`, and what the ports then write is
 * committed or rolled back with the application's own writes.
 *
 * **Details**
 *
 * `run` runs one statement on the connection of the transaction and gives its rows; placeholders are those of the database, `$1` or
 * `?`. Nothing is committed here: a write is a savepoint, and one that is refused leaves what the transaction did before. Statements
 * that the application runs meanwhile on the same connection are parts of the same transaction.
 *
 * **Refusals**
 *
 * A write where no transaction is open fails, so that nothing is kept by itself: `StoreUnavailable` with the trouble `no-transaction`.
 *
 * @example
 * ```ts
 * import { DatabaseSync } from "node:sqlite"
 * import { EventStore } from "@zhengyou/storage"
 * import { joinTransaction, layerOpenedStore, layerStore, type RunStatement, sqliteDatabase } from "@zhengyou/storage-sql"
 * import { Effect, Layer } from "effect"
 *
 * const db = new DatabaseSync(":memory:")
 * const run: RunStatement = async (text, values) => db.prepare(text).all(...values.map(String))
 * const opened = { type: "RoundOpened", schemaVersion: 1, data: {} }
 * const meta = { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 * const append = EventStore.use((store) => store.append("round-2012", 0, [opened], meta))
 * const count = EventStore.use((store) => Effect.map(store.read("round-2012"), (records) => records.length))
 *
 * // Once, when the application starts: the tables are made.
 * await Effect.runPromise(Effect.provide(count, layerStore([]).pipe(Layer.provide(sqliteDatabase(db))))) // => 0
 *
 * const joined = layerOpenedStore([]).pipe(Layer.provide(joinTransaction("sqlite", run)))
 * db.exec("BEGIN IMMEDIATE")
 * await Effect.runPromise(Effect.provide(append, joined))
 * db.exec("ROLLBACK")
 * await Effect.runPromise(Effect.provide(count, joined)) // => 0
 * ```
 */
export const joinTransaction = (database: JoinedDatabase, run: RunStatement): Layer.Layer<SqlClient.SqlClient> =>
  Layer.effect(SqlClient.SqlClient, joinedClient(database, run)).pipe(Layer.provide(Reactivity.layer))
