import { CommandMeta, decodeInput, hashOf, Id, type Recorded } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type ChainBreak, ChainBroken, NotStorable } from "./errors.ts"
import { copyJson } from "./internal/copyJson.ts"

/** An event as it goes into a store. */
export const NewEvent = Schema.Struct({
  type: Id,
  schemaVersion: Schema.Natural,
  data: Schema.Json
}).annotate({ identifier: "NewEvent" })
export interface NewEvent extends Schema.Schema.Type<typeof NewEvent> {}

/** Where a stream ends: the version and the hash of its last record. */
export const Head = Schema.Struct({ version: Schema.Natural, hash: Schema.String }).annotate({ identifier: "Head" })
export interface Head extends Schema.Schema.Type<typeof Head> {}

/** The head of a stream without records. */
export const emptyHead: Head = { version: 0, hash: "" }

/** The head of a stream, given its records in order. */
export const headOf = (records: ReadonlyArray<Head>): Head => {
  const last = records.at(-1)
  return last === undefined ? emptyHead : { version: last.version, hash: last.hash }
}

/** What an append brings: all of it is checked before any of it is kept. */
export const Append = Schema.Struct({
  stream: Id,
  expectedVersion: Schema.Natural,
  events: Schema.Array(NewEvent),
  meta: CommandMeta
}).annotate({ identifier: "Append" })
export interface Append extends Schema.Schema.Type<typeof Append> {}

/** A record before the store has given it its position. */
export type Unplaced = Omit<Recorded, "position">

/** The hash of a record whose predecessor in the stream has the hash `previous`; nothing where the record is not plain JSON. */
const chainHash = ({ hash: _, ...record }: Unplaced, previous: string): string | undefined =>
  Result.getOrUndefined(Result.try(() => hashOf({ ...record, previous })))

const withoutPosition = ({ position: _, ...record }: Recorded): Unplaced => record

/**
 * Makes records of new events, to follow on the head of their stream.
 *
 * **When to use**
 *
 * In an adapter of the store, so that every adapter keeps the same records with the same hashes.
 *
 * **Details**
 *
 * A record's hash covers everything in it but its position, and the hash of the record before it in the stream.
 *
 * **Refusals**
 *
 * `NotStorable` with every fault, where something is not plain JSON of a bearable size, or a name or instant is malformed.
 *
 * @example
 * ```ts
 * import { emptyHead, recordEvents } from "@zhengyou/storage"
 * import { Result } from "effect"
 *
 * const records = recordEvents(emptyHead, {
 *   stream: "round-2012",
 *   expectedVersion: 0,
 *   events: [{ type: "RoundOpened", schemaVersion: 1, data: { book: "branches-2012" } }],
 *   meta: { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 * })
 * Result.getOrThrow(records).map((record) => record.version) // => [1]
 * ```
 */
export const recordEvents = (head: Head, append: Append): Result.Result<ReadonlyArray<Unplaced>, NotStorable> =>
  decodeInput(Append, append).pipe(
    Result.mapError((faults) => new NotStorable({ faults })),
    Result.map(({ stream, events, meta }) => {
      let { version, hash } = head
      return events.map((event): Unplaced => {
        version += 1
        const record = { stream, version, ...event, data: copyJson(event.data), ...meta, hash: "" }
        // What was decoded is plain JSON, so it always has a hash.
        hash = chainHash(record, hash) ?? ""
        return { ...record, hash }
      })
    })
  )

/**
 * Checks that the records of one stream are those that were written: none edited, removed, reordered or inserted.
 *
 * **Details**
 *
 * Give all records from version 1. A cut at the end leaves a sound chain, and so does a chain that was forged from some
 * version onwards: to find these too, give a head that was noted elsewhere, such as in a published result. The stream may
 * have grown since. Positions are the store's own and are not covered.
 *
 * **Refusals**
 *
 * `ChainBroken` with every version at fault.
 *
 * @example
 * ```ts
 * import { emptyHead, verifyStream } from "@zhengyou/storage"
 * import { Result } from "effect"
 *
 * Result.getOrThrow(verifyStream([])) // => emptyHead
 * Result.isFailure(verifyStream([], { version: 3, hash: "f0…" })) // => true
 * ```
 */
export const verifyStream = (
  records: ReadonlyArray<Recorded>,
  noted: Head = emptyHead
): Result.Result<Head, ChainBroken> => {
  const breaks: Array<ChainBreak> = []
  const stream = records[0]?.stream ?? ""
  let previous = emptyHead
  for (const record of records) {
    const version = previous.version + 1
    if (record.version !== version || record.stream !== stream) breaks.push({ version, problem: "misplaced" })
    else if (record.hash !== chainHash(withoutPosition(record), previous.hash))
      breaks.push({ version, problem: "altered" })
    previous = { version: record.version, hash: record.hash }
  }
  const atNoted = records[noted.version - 1]
  if (noted.version > records.length) breaks.push({ version: records.length + 1, problem: "missing" })
  else if (atNoted !== undefined && atNoted.hash !== noted.hash)
    breaks.push({ version: noted.version, problem: "altered" })
  const [first, ...others] = breaks
  return first === undefined
    ? Result.succeed(headOf(records))
    : Result.fail(new ChainBroken({ stream, breaks: [first, ...others] }))
}
