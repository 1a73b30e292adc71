import type { Recorded } from "@zhengyou/core"
import {
  type Append,
  type Appended,
  EventStore,
  emptyHead,
  type Head,
  type NotStorable,
  recordEvents,
  type StoredDataInvalid,
  type StoreRefusal,
  VersionConflict
} from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { SqlError } from "effect/sql/SqlError"
import type { Place } from "./migrations.ts"
import { refusing } from "./refusals.ts"
import { type EventRow, fromRow, isStorableName } from "./rows.ts"
import { atomically, inTransaction } from "./transactions.ts"

/** The records of rows, in their order. */
export const toRecords = (rows: ReadonlyArray<EventRow>): Effect.Effect<ReadonlyArray<Recorded>, StoredDataInvalid> =>
  Effect.fromResult(Result.all(rows.map(fromRow)))

/** A whole number that a database can count to; nought for what is none. */
const counted = (given: number, most: number): number => Math.min(Math.max(0, Math.floor(given)) || 0, most)

/** What an append does beside adding records, in the same transaction. */
export type Follow = (
  records: ReadonlyArray<Recorded>
) => Effect.Effect<void, NotStorable | StoredDataInvalid | SqlError>

type Around = <A, E, R>(insert: Effect.Effect<A, E, R>) => Effect.Effect<A, E | SqlError, R>

/** The statements of an event store; `follow` is done with every append, where there is something to do. */
const statementsOf = ({ sql, dialect, names }: Place, follow: Follow | undefined) => {
  const events = sql(names.events)
  const read = Effect.fnUntraced(function* (stream: string) {
    // A name that cannot be kept was never kept; some databases would not even look for it.
    if (!isStorableName(stream)) return []
    return yield* toRecords(yield* sql<EventRow>`SELECT * FROM ${events} WHERE stream = ${stream} ORDER BY version`)
  })

  const readAll = Effect.fnUntraced(function* (after: number, limit: number) {
    const page = sql.literal(String(counted(limit, 2 ** 31 - 1)))
    const from = counted(after, Number.MAX_SAFE_INTEGER)
    return yield* toRecords(
      yield* sql<EventRow>`SELECT * FROM ${events} WHERE position > ${from} ORDER BY position LIMIT ${page}`
    )
  })

  /** The records that the command has already, and the head of the stream, in one look. */
  const look = Effect.fnUntraced(function* ({ stream, meta }: Append, isLocked: boolean) {
    // Without the lock of the head, what makes a look see the latest rows could wait for an append that waits for it.
    const latest = sql.literal(isLocked ? dialect.latest : "")
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

  /** Keeps what follows on what was seen; without the lock, `unlocked` makes an insert one that keeps all or nothing. */
  const appendAfter = Effect.fnUntraced(function* (
    request: Append,
    unlocked?: Around
  ): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    const { stream, expectedVersion } = request
    const { own, head } = yield* look(request, unlocked === undefined)
    if (own.length > 0) return { records: yield* toRecords(own), replayed: true }
    const unplaced = yield* Effect.fromResult(recordEvents(head, request))
    if (head.version !== expectedVersion)
      return yield* new VersionConflict({ stream, expected: expectedVersion, actual: head.version })
    if (unplaced.length === 0) return { records: [], replayed: false }
    const insert = dialect.insert(names, unplaced)
    const first = yield* unlocked === undefined ? insert : unlocked(insert)
    const records = unplaced.map((record, index) => ({ ...record, position: first + index }))
    if (follow !== undefined) yield* follow(records)
    return { records, replayed: false }
  })

  const appendLocked = (request: Append): Effect.Effect<Appended, StoreRefusal | SqlError> =>
    atomically(sql, Effect.andThen(dialect.lock(names), appendAfter(request)))

  const append = Effect.fnUntraced(function* (request: Append): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    // Names that cannot be kept are refused before a database is asked, which might not even take them for names.
    if (!isStorableName(request.stream) || !isStorableName(request.meta.commandId))
      yield* Effect.fromResult(recordEvents(emptyHead, request))
    if (dialect.unlocked === undefined || follow !== undefined || (yield* inTransaction(sql)))
      return yield* appendLocked(request)
    return yield* appendAfter(request, dialect.unlocked).pipe(
      Effect.catchIf(
        (error) => error._tag === "SqlError" && error.reason._tag === "UniqueViolation",
        () => appendLocked(request)
      )
    )
  })

  return { read, readAll, append }
}

/** The event store in a database. */
export const eventStoreIn = (place: Place, follow?: Follow): EventStore["Service"] => {
  const { read, readAll, append } = statementsOf(place, follow)
  return EventStore.of({
    read: Effect.fn("EventStore.read")((stream: string) => refusing("read")(read(stream))),
    append: Effect.fn("EventStore.append")((stream, expectedVersion, events, meta) =>
      refusing("append")(append({ stream, expectedVersion, events, meta }))
    ),
    readAll: Effect.fn("EventStore.readAll")((after: number, limit: number) => refusing("read")(readAll(after, limit)))
  })
}
