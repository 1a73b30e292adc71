import type { Recorded } from "@zhengyou/core"
import { Effect, Layer } from "effect"
import { type Appended, EventStore, headOf, recordEvents, VersionConflict } from "../src/index.ts"

/** Ways to break a store, as adapters are really broken. */
export interface Flaws {
  readonly ignoresVersion?: boolean
  readonly losesTail?: boolean
  readonly forgetsCommands?: boolean
  readonly pausesBeforeWriting?: boolean
  readonly countsPositionsPerStream?: boolean
  readonly foldsCase?: boolean
  readonly sharesRecords?: boolean
  readonly trimsTexts?: boolean
}

/** A store in one list, simple enough to be seen to be right, and the flaws on demand. */
export const naiveStore = (flaws: Flaws): Layer.Layer<EventStore> =>
  Layer.sync(EventStore, () => {
    let log: ReadonlyArray<Recorded> = []
    const keyOf = (stream: string) => (flaws.foldsCase ? stream.toLowerCase() : stream)
    const streamOf = (stream: string) => log.filter((record) => keyOf(record.stream) === keyOf(stream))
    const out = <A>(value: A): A => (flaws.sharesRecords ? value : structuredClone(value))
    return EventStore.of({
      read: (stream) => Effect.sync(() => out(streamOf(stream))),
      readAll: (after, limit) =>
        Effect.sync(() => out(log.filter((record) => record.position > after).slice(0, limit))),
      append: (stream, expected, given, meta) =>
        Effect.gen(function* () {
          const before = streamOf(stream)
          const start = log
          const first = flaws.forgetsCommands ? [] : before.filter((record) => record.commandId === meta.commandId)
          if (first.length > 0) return out<Appended>({ records: first, replayed: true })
          const events = flaws.losesTail && given.length > 1 ? given.slice(0, -1) : given
          const unplaced = yield* Effect.fromResult(
            recordEvents(headOf(before), { stream, expectedVersion: expected, events, meta })
          )
          if (before.length !== expected && !flaws.ignoresVersion)
            return yield* new VersionConflict({ stream, expected, actual: before.length })
          if (flaws.pausesBeforeWriting) yield* Effect.yieldNow
          const last = flaws.countsPositionsPerStream ? before.length : start.length
          const records = unplaced.map((record, index): Recorded => {
            const why = flaws.trimsTexts ? record.why?.slice(0, 10) : record.why
            return { ...record, ...(why === undefined ? {} : { why }), position: last + index + 1 }
          })
          log = [...start, ...records]
          return out<Appended>({ records, replayed: false })
        })
    })
  })
