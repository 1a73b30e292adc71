import type { Recorded } from "@zhengyou/core"
import {
  type Append,
  type Appended,
  emptyHead,
  type Head,
  headOf,
  type NotStorable,
  recordEvents,
  type StoredDataInvalid,
  type Unplaced
} from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { SqlError } from "effect/sql/SqlError"
import type { StreamHead } from "./Dialect.ts"
import { inGroups } from "./inGroups.ts"
import type { KnownHeads } from "./knownHeads.ts"
import type { Place } from "./migrations.ts"
import { type NewRow, toRow } from "./rows.ts"
import { atomically, wasOvertaken } from "./transactions.ts"

/** What an append does beside adding records, in the same transaction. */
export type Follow = (
  records: ReadonlyArray<Recorded>
) => Effect.Effect<void, NotStorable | StoredDataInvalid | SqlError>

/** What is inserted at once; a single append may be larger. */
const limits = { requests: 100, rows: 500, characters: 1_000_000 }

/** The records that are to be kept at once, by request, and the heads that they rest on. */
interface Plan {
  readonly rows: ReadonlyArray<NewRow>
  readonly parts: ReadonlyArray<{ readonly start: number; readonly records: ReadonlyArray<Unplaced> } | undefined>
  readonly after: ReadonlyArray<StreamHead>
  /** Where the streams then stand. */
  readonly heads: ReadonlyMap<string, Head>
}

/** Plans what can be kept without asking first; a request that cannot, or does not fit, has no part in it. */
const planOf = (requests: ReadonlyArray<Append>, known: KnownHeads): Plan => {
  const rows: Array<NewRow> = []
  const after: Array<StreamHead> = []
  const heads = new Map<string, Head>()
  let characters = 0
  const parts = requests.map((request) => {
    const { stream, expectedVersion } = request
    const before = heads.get(stream)
    const head = before ?? (expectedVersion === 0 ? emptyHead : known.get(stream))
    if (head === undefined || head.version !== expectedVersion) return undefined
    const records = Result.getOrElse(recordEvents(head, request), () => [])
    if (records.length === 0) return undefined
    const added = records.map(toRow)
    const length = added.reduce((sum, { data }) => sum + data.length, 0)
    const start = rows.length
    if (start > 0 && (start + added.length > limits.rows || characters + length > limits.characters)) return undefined
    characters += length
    for (const row of added) rows.push(row)
    if (before === undefined && expectedVersion > 0) after.push({ stream, ...head })
    heads.set(stream, headOf(records))
    return { start, records }
  })
  return { rows, parts, after, heads }
}

/**
 * Appends to streams whose heads are known, and all that wait for each other in one transaction. Nothing comes of an
 * append that somebody overtook, that is not fit to be kept, or that shared the transaction with one of these.
 */
export const appendTogether = (
  { sql, dialect, names }: Place,
  known: KnownHeads,
  follow: Follow | undefined
): ((request: Append) => Effect.Effect<Appended | undefined, NotStorable | StoredDataInvalid | SqlError>) => {
  const keep = Effect.fnUntraced(function* (
    rows: Arr.NonEmptyReadonlyArray<NewRow>,
    { parts, after }: Plan
  ): Effect.fn.Return<ReadonlyArray<Appended | undefined> | undefined, NotStorable | StoredDataInvalid | SqlError> {
    const first = yield* dialect.insert(names, rows, after)
    if (first === undefined) return undefined
    const answers = parts.map((part): Appended | undefined =>
      part === undefined
        ? undefined
        : {
            records: part.records.map((record, i) => ({ ...record, position: first + part.start + i })),
            replayed: false
          }
    )
    if (follow !== undefined) yield* follow(answers.flatMap((answer) => answer?.records ?? []))
    return answers
  })

  const run = Effect.fnUntraced(function* (
    requests: Arr.NonEmptyReadonlyArray<Append>
  ): Effect.fn.Return<ReadonlyArray<Appended | undefined>, NotStorable | StoredDataInvalid | SqlError> {
    const plan = planOf(requests, known)
    const { rows, heads } = plan
    if (!Arr.isReadonlyArrayNonEmpty(rows)) return []
    const keeping = keep(rows, plan)
    const isOneStatement = follow === undefined && dialect.insertsAtOnce(rows.length)
    const answers = yield* (isOneStatement ? keeping : atomically(sql, keeping)).pipe(
      Effect.catchIf(wasOvertaken, () => Effect.undefined)
    )
    if (answers === undefined) return []
    for (const [stream, head] of heads) known.note(stream, head)
    return answers
  })

  return inGroups(limits.requests, run)
}
