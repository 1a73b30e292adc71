import * as Effect from "effect/Effect"
import { EventStore } from "../../EventStore.ts"
import { VersionConflict } from "../../errors.ts"
import { contractCase, refused, same } from "./check.ts"
import { eventsOf, metaOf } from "./points.ts"

const empty = contractCase(
  "a stream that nobody wrote to is empty",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* same("the stream", yield* store.read("s"), [])
    yield* same("the whole store", yield* store.readAll(0, 10), [])
  })
)

const roundTrip = contractCase(
  "what was appended is read back",
  Effect.gen(function* () {
    const store = yield* EventStore
    const meta = { ...metaOf("c1"), why: "opened by decision 7" }
    const { records, replayed } = yield* store.append("s", 0, eventsOf({ points: 1 }, [true, null]), meta)
    yield* same("replayed", replayed, false)
    const kept = yield* store.read("s")
    yield* same("the stream", kept, records)
    const envelope = { stream: "s", type: "Scored", schemaVersion: 1, ...meta }
    yield* same(
      "the records but their hashes",
      kept.map(({ hash: _, ...record }) => record),
      [
        { ...envelope, version: 1, position: 1, data: { points: 1 } },
        { ...envelope, version: 2, position: 2, data: [true, null] }
      ]
    )
    yield* store.append("s", 2, eventsOf(3), metaOf("c2"))
    const last = (yield* store.read("s")).at(-1)
    yield* same("a reason that was not given", last !== undefined && "why" in last, false)
  })
)

const versions = contractCase(
  "versions count from 1 without gaps in each stream",
  Effect.gen(function* () {
    const store = yield* EventStore
    for (let n = 0; n < 5; n++) {
      yield* store.append("a", n * 2, eventsOf(n, n), metaOf(`a${n}`))
      yield* store.append("b", n, eventsOf(n), metaOf(`b${n}`))
    }
    const found = yield* Effect.forEach(["a", "b"], store.read)
    yield* same(
      "the versions",
      found.map((records) => records.map((record) => record.version)),
      [
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [1, 2, 3, 4, 5]
      ]
    )
  })
)

const conflict = contractCase(
  "an append at another version than the stream's is refused",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* store.append("s", 0, eventsOf(1, 2), metaOf("c1"))
    for (const expected of [0, 1, 3]) {
      const append = store.append("s", expected, eventsOf(expected), metaOf(`late-${expected}`))
      const error = yield* refused(`an append at ${expected}`, "VersionConflict", append)
      yield* same("the refusal", [error.stream, error.expected, error.actual], ["s", expected, 2])
    }
    yield* refused("an append to an absent stream", "VersionConflict", store.append("t", 1, eventsOf(1), metaOf("c")))
    yield* same("the records", (yield* store.readAll(0, 10)).length, 2)
  })
)

const batch = contractCase(
  "a batch is kept whole and in order",
  Effect.gen(function* () {
    const store = yield* EventStore
    const numbers = Array.from({ length: 3000 }, (_, index) => index)
    const { records } = yield* store.append("s", 0, eventsOf(...numbers), metaOf("c1"))
    const kept = yield* store.read("s")
    yield* same(
      "the data",
      kept.map((record) => record.data),
      numbers
    )
    yield* same("the answer", records, kept)
    yield* same("an empty batch", yield* store.append("s", 3000, [], metaOf("c2")), { records: [], replayed: false })
    yield* same("the versions after it", (yield* store.read("s")).length, 3000)
  })
)

const order = contractCase(
  "the whole store is one order without gaps, and agrees with each stream",
  Effect.gen(function* () {
    const store = yield* EventStore
    for (let n = 0; n < 12; n++) {
      yield* store.append(`s${n % 3}`, Math.floor(n / 3) * 2, eventsOf(n, -n), metaOf(`c${n}`))
      yield* Effect.exit(store.append("s0", 999, eventsOf(n), metaOf(`refused-${n}`)))
    }
    const all = yield* store.readAll(0, 1000)
    yield* same(
      "the positions",
      all.map((record) => record.position),
      Array.from({ length: 24 }, (_, index) => index + 1)
    )
    yield* same(
      "the data",
      all.map((record) => record.data),
      Array.from({ length: 12 }, (_, n) => [n, -n]).flat()
    )
    for (const stream of ["s0", "s1", "s2"])
      yield* same(
        `the part of ${stream}`,
        all.filter((record) => record.stream === stream),
        yield* store.read(stream)
      )
    const pages = yield* Effect.forEach([0, 7, 14, 21, 28], (after) => store.readAll(after, 7))
    yield* same(
      "the pages",
      pages.map((page) => page.length),
      [7, 7, 7, 3, 0]
    )
    yield* same("the pages in a row", pages.flat(), all)
    yield* same("a page of nothing", yield* store.readAll(0, 0), [])
  })
)

const oneWins = contractCase(
  "of several appends at one version exactly one takes effect",
  Effect.gen(function* () {
    const store = yield* EventStore
    const numbers = Array.from({ length: 20 }, (_, index) => index)
    const outcomes = yield* Effect.forEach(
      numbers,
      (n) =>
        Effect.match(store.append("s", 0, eventsOf(n, n), metaOf(`c${n}`)), {
          onSuccess: () => "kept",
          onFailure: (error) => error._tag
        }),
      { concurrency: "unbounded" }
    )
    yield* same("the kept ones", outcomes.filter((outcome) => outcome === "kept").length, 1)
    yield* same("the others", outcomes.filter((outcome) => outcome === "VersionConflict").length, 19)
    yield* same("the records", (yield* store.read("s")).length, 2)
  })
)

const nothingLost = contractCase(
  "appends at the same time lose nothing",
  Effect.gen(function* () {
    const store = yield* EventStore
    const numbers = Array.from({ length: 24 }, (_, index) => index)
    const appendNext = (n: number) =>
      store.read("s").pipe(
        Effect.flatMap((records) => store.append("s", records.length, eventsOf(n), metaOf(`c${n}`))),
        Effect.retry({ times: 100, while: (error) => error instanceof VersionConflict })
      )
    yield* Effect.forEach(numbers, appendNext, { concurrency: "unbounded", discard: true })
    const kept = yield* store.read("s")
    yield* same(
      "the commands",
      kept.map((record) => record.commandId).toSorted(),
      numbers.map((n) => `c${n}`).toSorted()
    )
    yield* same(
      "the versions",
      kept.map((record) => record.version),
      numbers.map((n) => n + 1)
    )
  })
)

/** What a store does with appends. */
export const appending = [empty, roundTrip, versions, conflict, batch, order, oneWins, nothingLost]
