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
  VersionConflict
} from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { findPlace, migratePlace, type Place } from "./internal/migrations.ts"
import { refusing } from "./internal/refusals.ts"
import { type EventRow, fromRow, isStorableName } from "./internal/rows.ts"

/** Runs the SQL of one store. */
const storeOn = ({ sql, dialect, names }: Place) => {
  const events = sql(names.events)
  const latest = sql.literal(dialect.latest)

  const toRecords = (rows: ReadonlyArray<EventRow>): Effect.Effect<ReadonlyArray<Recorded>, StoredDataInvalid> =>
    Effect.fromResult(Result.all(rows.map(fromRow)))

  const read = Effect.fnUntraced(function* (stream: string) {
    // A name that cannot be kept was never kept; some databases would not even look for it.
    if (!isStorableName(stream)) return []
    return yield* toRecords(yield* sql<EventRow>`SELECT * FROM ${events} WHERE stream = ${stream} ORDER BY version`)
  })

  const readAll = Effect.fnUntraced(function* (after: number, limit: number) {
    const page = sql.literal(String(pageSize(limit)))
    return yield* toRecords(
      yield* sql<EventRow>`SELECT * FROM ${events} WHERE position > ${after} ORDER BY position LIMIT ${page}`
    )
  })

  /** The records that the command has already, and the head of the stream, in one look. */
  const look = Effect.fnUntraced(function* ({ stream, meta }: Append) {
    const rows = yield* sql<EventRow & { readonly mine: number }>`
      SELECT * FROM (
        SELECT 1 AS mine, position, stream, version, type, schema_version, data, command_id, actor, at, why, hash
        FROM ${events} WHERE stream = ${stream} AND command_id = ${meta.commandId} ${latest}
      ) AS own UNION ALL
      SELECT * FROM (
        SELECT 0 AS mine, position, stream, version, type, schema_version, '' AS data, command_id, actor, at, why, hash
        FROM ${events} WHERE stream = ${stream} ORDER BY version DESC LIMIT 1 ${latest}
      ) AS last`
    const own = rows.filter(({ mine }) => Number(mine) === 1).toSorted((a, b) => a.version - b.version)
    const last = rows.find(({ mine }) => Number(mine) === 0)
    const head: Head = last === undefined ? emptyHead : { version: last.version, hash: last.hash }
    return { own, head }
  })

  /** Keeps what follows on what was seen; `insert` is all or nothing. */
  const appendAfter = Effect.fnUntraced(function* (
    request: Append,
    around: <A, E, R>(insert: Effect.Effect<A, E, R>) => Effect.Effect<A, E | SqlError, R>
  ): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    const { stream, expectedVersion } = request
    const { own, head } = yield* look(request)
    if (own.length > 0) return { records: yield* toRecords(own), replayed: true }
    const unplaced = yield* Effect.fromResult(recordEvents(head, request))
    if (head.version !== expectedVersion)
      return yield* new VersionConflict({ stream, expected: expectedVersion, actual: head.version })
    if (unplaced.length === 0) return { records: [], replayed: false }
    const first = yield* around(dialect.insert(names, unplaced))
    return { records: unplaced.map((record, index) => ({ ...record, position: first + index })), replayed: false }
  })

  const appendLocked = (request: Append): Effect.Effect<Appended, StoreRefusal | SqlError> =>
    sql.withTransaction(
      Effect.andThen(
        dialect.lock(names),
        appendAfter(request, (insert) => insert)
      )
    )

  const append = Effect.fnUntraced(function* (request: Append): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    // Names that cannot be kept are refused before a database is asked, which might not even take them for names.
    if (!isStorableName(request.stream) || !isStorableName(request.meta.commandId))
      yield* Effect.fromResult(recordEvents(emptyHead, request))
    const inTransaction = Option.isSome(yield* Effect.serviceOption(sql.transactionService))
    if (dialect.unlocked === undefined || inTransaction) return yield* appendLocked(request)
    return yield* appendAfter(request, dialect.unlocked).pipe(
      Effect.catchIf(
        (error) => error._tag === "SqlError" && error.reason._tag === "UniqueViolation",
        () => appendLocked(request)
      )
    )
  })

  return { read, readAll, append }
}

/** A page that a database can count; nothing where less than one is asked for. */
const pageSize = (limit: number): number => Math.min(Math.max(0, Math.floor(limit)) || 0, 2 ** 31 - 1)

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
    const { read, readAll, append } = storeOn(place)
    return EventStore.of({
      read: Effect.fn("EventStore.read")((stream: string) => refusing("read")(read(stream))),
      append: Effect.fn("EventStore.append")((stream, expectedVersion, events, meta) =>
        refusing("append")(append({ stream, expectedVersion, events, meta }))
      ),
      readAll: Effect.fn("EventStore.readAll")((after: number, limit: number) =>
        refusing("read")(readAll(after, limit))
      )
    })
  })
)
