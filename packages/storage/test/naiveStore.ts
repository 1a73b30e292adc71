import type { Recorded } from "@zhengyou/core"
import { Effect, Layer, Result } from "effect"
import { type Appended, EventStore, headOf, recordEvents, VersionConflict } from "../src/index.ts"

/** Ways to break a store, as adapters are really broken. */
export interface Flaws {
  readonly ignoresVersion?: boolean
  readonly losesTail?: boolean
  readonly forgetsCommands?: boolean
  readonly answersWithEverything?: boolean
  readonly pausesBeforeWriting?: boolean
  readonly countsPositionsPerStream?: boolean
  readonly ordersByStream?: boolean
  readonly isNotEmpty?: boolean
  readonly readsOneRecord?: boolean
  readonly sharesCommandIds?: boolean
  readonly foldsCase?: boolean
  readonly sharesRecords?: boolean
  readonly trimsTexts?: boolean
  readonly cutsNames?: boolean
  readonly cutsData?: boolean
  readonly swallowsFaults?: boolean
  readonly forgetsHashes?: boolean
}

/** What a store with flaws makes of a record that it should keep as it is. */
const spoilt = (flaws: Flaws, record: Recorded): Recorded => {
  const why = flaws.trimsTexts ? record.why?.slice(0, 10) : record.why
  const isLong = flaws.cutsData && JSON.stringify(record.data).length > 65_535
  return {
    ...record,
    ...(why === undefined ? {} : { why }),
    ...(isLong ? { data: null } : {}),
    ...(flaws.cutsNames ? { actor: record.actor.slice(0, 100) } : {}),
    ...(flaws.forgetsHashes ? { hash: "" } : {})
  }
}

const leftOver: Recorded = {
  stream: "s",
  version: 1,
  position: 1,
  type: "Scored",
  schemaVersion: 1,
  data: 1,
  commandId: "c0",
  actor: "clerk",
  at: "2012-04-01T08:00:00Z",
  hash: ""
}

/** A store in one list, simple enough to be seen to be right, and the flaws on demand. */
export const naiveStore = (flaws: Flaws): Layer.Layer<EventStore> =>
  Layer.sync(EventStore, () => {
    let log: ReadonlyArray<Recorded> = flaws.isNotEmpty ? [leftOver] : []
    const keyOf = (stream: string) => (flaws.foldsCase ? stream.toLowerCase() : stream)
    const streamOf = (stream: string) => log.filter((record) => keyOf(record.stream) === keyOf(stream))
    const out = <A>(value: A): A => (flaws.sharesRecords ? value : structuredClone(value))
    const inOrder = () =>
      flaws.ordersByStream ? log.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0)) : log
    return EventStore.of({
      read: (stream) => Effect.sync(() => out(streamOf(stream).slice(0, flaws.readsOneRecord ? 1 : undefined))),
      readAll: (after, limit) =>
        Effect.sync(() =>
          out(
            inOrder()
              .filter((record) => record.position > after)
              .slice(0, limit)
          )
        ),
      append: (stream, expected, given, meta) =>
        Effect.gen(function* () {
          const before = streamOf(stream)
          const start = log
          const known = flaws.sharesCommandIds ? start : before
          const first = flaws.forgetsCommands ? [] : known.filter((record) => record.commandId === meta.commandId)
          if (first.length > 0)
            return out<Appended>({ records: flaws.answersWithEverything ? before : first, replayed: true })
          const events = flaws.losesTail && given.length > 1 ? given.slice(0, -1) : given
          const unplaced = recordEvents(headOf(before), { stream, expectedVersion: expected, events, meta })
          if (Result.isFailure(unplaced) && flaws.swallowsFaults) return { records: [], replayed: false }
          if (Result.isFailure(unplaced)) return yield* unplaced.failure
          if (before.length !== expected && !flaws.ignoresVersion)
            return yield* new VersionConflict({ stream, expected, actual: before.length })
          if (flaws.pausesBeforeWriting) yield* Effect.yieldNow
          const last = flaws.countsPositionsPerStream ? before.length : start.length
          const records = unplaced.success.map(
            (record, index): Recorded => spoilt(flaws, { ...record, position: last + index + 1 })
          )
          log = [...start, ...records]
          return out<Appended>({ records, replayed: false })
        })
    })
  })
