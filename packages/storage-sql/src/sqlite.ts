import { DatabaseSync } from "node:sqlite"
import { type EventStore, StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as SqlClient from "effect/sql/SqlClient"
import { clientOf, sqliteError } from "./internal/NodeSqlite.ts"
import { sqliteTrouble } from "./internal/refusals.ts"
import { layerEventStore } from "./layerEventStore.ts"

/** With WAL readers go on while somebody writes. */
const useWal = "PRAGMA busy_timeout = 100; PRAGMA journal_mode = WAL"

/**
 * `FULL` syncs the log at every commit: what was acknowledged outlives not only the process but also a power cut, at the
 * price of a few milliseconds each.
 */
const settings = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"

const cannotOpen =
  (path: string) =>
  (error: unknown): StoreUnavailable => {
    const { code, message } = sqliteError(error)
    const trouble = code === undefined ? "cannot-open" : sqliteTrouble(code)
    return new StoreUnavailable({
      operation: "open",
      trouble,
      retryable: trouble === "busy",
      cause: `${JSON.stringify(path)}: ${message}`
    })
  }

const open = (path: string): Effect.Effect<DatabaseSync, StoreUnavailable, Scope.Scope> => {
  const attempt = <A>(run: () => A) => Effect.try({ try: run, catch: cannotOpen(path) })
  // SQLite takes an empty path for a file that it deletes when it closes it.
  if (path === "") return Effect.fail(cannotOpen(path)(new Error("no path")))
  return Effect.acquireRelease(
    attempt(() => new DatabaseSync(path)),
    (db) => Effect.sync(() => db.close())
  ).pipe(
    Effect.tap((db) =>
      attempt(() => db.exec(useWal)).pipe(
        // Processes that open a new file at once stand in each other's way when they turn WAL on, whatever the timeout.
        Effect.retry({ while: (error) => error.retryable, schedule: Schedule.spaced("20 millis"), times: 50 })
      )
    ),
    Effect.tap((db) => attempt(() => db.exec(settings)))
  )
}

/**
 * A client of an SQLite file, by Node's own `node:sqlite`.
 *
 * **When to use**
 *
 * To keep tables of the application in the same file, or to write both in one transaction: provide it to the application
 * and to `layerEventStore`. For the event store alone, `layerSqlite` is enough.
 *
 * **Details**
 *
 * The file is made where there is none; `":memory:"` is a database that lives as long as the layer. Several processes may
 * use one file; a writer waits up to five seconds for another, and its process does nothing else meanwhile. Commits are
 * synced to the disk (WAL, `synchronous = FULL`).
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the path cannot be opened, is not a database, or is damaged or read-only.
 */
export const sqliteFile = (path: string): Layer.Layer<SqlClient.SqlClient, StoreUnavailable> =>
  Layer.effect(SqlClient.SqlClient, Effect.flatMap(open(path), clientOf)).pipe(Layer.provide(Reactivity.layer))

/**
 * A client of an open database of Node's own `node:sqlite`.
 *
 * **When to use**
 *
 * When the application has opened the database already: its own `sql.withTransaction` by this client then includes our writes.
 *
 * **Details**
 *
 * The database stays the application's: it is not closed here, and its settings are left as they are. There is one connection:
 * whatever the application does on it while a transaction of this client is open is part of that transaction.
 */
export const sqliteDatabase = (db: DatabaseSync): Layer.Layer<SqlClient.SqlClient> =>
  Layer.effect(SqlClient.SqlClient, clientOf(db)).pipe(Layer.provide(Reactivity.layer))

/**
 * An event store in an SQLite file, complete.
 *
 * @example
 * ```ts
 * import { EventStore } from "@zhengyou/storage"
 * import { layerSqlite } from "@zhengyou/storage-sql"
 * import { Effect } from "effect"
 *
 * const opened = { type: "RoundOpened", schemaVersion: 1, data: { book: "branches-2012" } }
 * const program = Effect.gen(function* () {
 *   const store = yield* EventStore
 *   yield* store.append("round-2012", 0, [opened], { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" })
 *   return (yield* store.read("round-2012")).map((record) => record.data)
 * })
 * await Effect.runPromise(Effect.provide(program, layerSqlite(":memory:"))) // => [{ book: "branches-2012" }]
 * ```
 */
export const layerSqlite = (path: string): Layer.Layer<EventStore, StoreUnavailable> =>
  layerEventStore.pipe(Layer.provide(sqliteFile(path)))
