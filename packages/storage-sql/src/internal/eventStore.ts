import type { Recorded } from "@zhengyou/core"
import {
  type Append,
  type Appended,
  EventStore,
  emptyHead,
  type Head,
  recordEvents,
  type StoreRefusal,
  VersionConflict
} from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import { appendTogether, type Follow } from "./appendTogether.ts"
import { knownHeads } from "./knownHeads.ts"
import type { Place } from "./migrations.ts"
import { refusing } from "./refusals.ts"
import { type EventRow, isStorableName, toRecords, toRow } from "./rows.ts"
import { atomically, inTransaction, wasOvertaken } from "./transactions.ts"

const recordsOf = (rows: ReadonlyArray<EventRow>) => Effect.fromResult(toRecords(rows))

/** A whole number that a database can count to; nought for what is none. */
const counted = (given: number, most: number): number => Math.min(Math.max(0, Math.floor(given)) || 0, most)

/** The statements of an append that looks first. */
const appendingTo = ({ sql, dialect, names }: Place, follow: Follow | undefined) => {
  const events = sql(names.events)

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

  /** Keeps what follows on what was seen. */
  const appendAfter = Effect.fnUntraced(function* (
    request: Append,
    isLocked: boolean
  ): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    const { stream, expectedVersion } = request
    const { own, head } = yield* look(request, isLocked)
    if (own.length > 0) return { records: yield* recordsOf(own), replayed: true }
    const unplaced = yield* Effect.fromResult(recordEvents(head, request))
    if (head.version !== expectedVersion)
      return yield* new VersionConflict({ stream, expected: expectedVersion, actual: head.version })
    const rows = unplaced.map(toRow)
    if (!Arr.isArrayNonEmpty(rows)) return { records: [], replayed: false }
    const insert = dialect.insert(names, rows, [])
    const isAlone = isLocked || dialect.insertsAtOnce(rows.length)
    // Without heads to compare there is always a first position.
    const first = (yield* isAlone ? insert : sql.withTransaction(insert)) ?? 0
    const records = unplaced.map((record, index) => ({ ...record, position: first + index }))
    if (follow !== undefined) yield* follow(records)
    return { records, replayed: false }
  })

  const locked = (request: Append): Effect.Effect<Appended, StoreRefusal | SqlError> =>
    atomically(sql, Effect.andThen(dialect.lock(names), appendAfter(request, true)))

  /** Without the lock the unique keys find who came between; then it is done again under the lock. */
  const unlocked = (request: Append): Effect.Effect<Appended, StoreRefusal | SqlError> =>
    follow === undefined
      ? Effect.catchIf(appendAfter(request, false), wasOvertaken, () => locked(request))
      : locked(request)

  return { locked, unlocked }
}

/** The statements of an event store; `follow` is done with every append, where there is something to do. */
const statementsOf = (place: Place, follow: Follow | undefined) => {
  const { sql, names } = place
  const events = sql(names.events)
  const heads = knownHeads()
  const { locked, unlocked } = appendingTo(place, follow)
  const together = appendTogether(place, heads, follow)

  const note = (records: ReadonlyArray<Recorded>): void => {
    const last = records.at(-1)
    if (last !== undefined) heads.note(last.stream, last)
  }

  const read = Effect.fnUntraced(function* (stream: string) {
    // A name that cannot be kept was never kept; some databases would not even look for it.
    if (!isStorableName(stream)) return []
    const rows = yield* sql<EventRow>`SELECT * FROM ${events} WHERE stream = ${stream} ORDER BY version`
    const records = yield* recordsOf(rows)
    // What a transaction reads may never be committed.
    if (!(yield* inTransaction(sql))) note(records)
    return records
  })

  const readAll = Effect.fnUntraced(function* (after: number, limit: number) {
    const page = sql.literal(String(counted(limit, 2 ** 31 - 1)))
    const from = counted(after, Number.MAX_SAFE_INTEGER)
    return yield* recordsOf(
      yield* sql<EventRow>`SELECT * FROM ${events} WHERE position > ${from} ORDER BY position LIMIT ${page}`
    )
  })

  const append = Effect.fnUntraced(function* (request: Append): Effect.fn.Return<Appended, StoreRefusal | SqlError> {
    // Names that cannot be kept are refused before a database is asked, which might not even take them for names.
    if (!isStorableName(request.stream) || !isStorableName(request.meta.commandId))
      yield* Effect.fromResult(recordEvents(emptyHead, request))
    if (yield* inTransaction(sql)) return yield* locked(request)
    const kept = yield* together(request)
    if (kept !== undefined) return kept
    const appended = yield* unlocked(request)
    if (!appended.replayed) note(appended.records)
    return appended
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
