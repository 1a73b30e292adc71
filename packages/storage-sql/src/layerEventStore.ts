import type { Recorded } from "@zhengyou/core"
import {
  type Append,
  type Appended,
  EventStore,
  emptyHead,
  type Head,
  recordEvents,
  type StoredDataInvalid,
  type StoreRefusal,
  type StoreUnavailable,
  type Unplaced,
  VersionConflict
} from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { migrate } from "./internal/migrations.ts"
import { unavailable } from "./internal/refusals.ts"
import { type EventRow, fromRow, toRow } from "./internal/rows.ts"

/** Rows in one statement: databases limit the parameters of a statement, to some 32 thousand in SQLite. */
const rowsAtOnce = 500

const toRecords = (rows: ReadonlyArray<EventRow>): Effect.Effect<ReadonlyArray<Recorded>, StoredDataInvalid> =>
  Effect.fromResult(Result.all(rows.map(fromRow)))

const insert = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  records: ReadonlyArray<Unplaced>
): Effect.fn.Return<ReadonlyArray<Recorded>, StoredDataInvalid | SqlError> {
  const inserted: Array<EventRow> = []
  for (const rows of Arr.chunksOf(records.map(toRow), rowsAtOnce))
    inserted.push(...(yield* sql<EventRow>`INSERT INTO zhengyou_events ${sql.insert(rows)} RETURNING *`))
  // A database may give the rows of one statement in any order.
  return yield* toRecords(inserted.toSorted((a, b) => a.version - b.version))
})

/** Runs inside a transaction that holds the write lock, so nobody comes between the look and the write. */
const append = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  request: Append
): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
  const { stream, expectedVersion, meta } = request
  const first = yield* sql<EventRow>`
    SELECT * FROM zhengyou_events WHERE stream = ${stream} AND command_id = ${meta.commandId} ORDER BY version`
  if (first.length > 0) return { records: yield* toRecords(first), replayed: true }
  const last = yield* sql<Head>`
    SELECT version, hash FROM zhengyou_events WHERE stream = ${stream} ORDER BY version DESC LIMIT 1`
  const head = last[0] ?? emptyHead
  const unplaced = yield* Effect.fromResult(recordEvents(head, request))
  if (head.version !== expectedVersion)
    return yield* new VersionConflict({ stream, expected: expectedVersion, actual: head.version })
  return { records: yield* insert(sql, unplaced), replayed: false }
})

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
 * Makes its tables, whose names begin with `zhengyou_`, when the layer is built. SQLite is supported; a client of another
 * database is refused.
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
    yield* migrate
    // The application may have asked for its own naming of columns; ours are fixed.
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    return EventStore.of({
      read: Effect.fn("EventStore.read")((stream: string) =>
        sql<EventRow>`SELECT * FROM zhengyou_events WHERE stream = ${stream} ORDER BY version`.pipe(
          Effect.mapError(unavailable("read")),
          Effect.flatMap(toRecords)
        )
      ),
      append: Effect.fn("EventStore.append")((stream, expectedVersion, events, meta) =>
        sql
          .withTransaction(append(sql, { stream, expectedVersion, events, meta }))
          .pipe(Effect.catchTag("SqlError", (error) => Effect.fail(unavailable("append")(error))))
      ),
      readAll: Effect.fn("EventStore.readAll")((after: number, limit: number) =>
        sql<EventRow>`
          SELECT * FROM zhengyou_events WHERE position > ${after} ORDER BY position LIMIT ${Math.max(0, limit)}`.pipe(
          Effect.mapError(unavailable("read")),
          Effect.flatMap(toRecords)
        )
      )
    })
  })
)
