import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { EventStore } from "../../EventStore.ts"
import { VersionConflict } from "../../errors.ts"
import { Transactions } from "./Adapter.ts"
import { contractCase, refused, same } from "./check.ts"
import { eventsOf, metaOf } from "./points.ts"

const inTransaction = <A, E, R>(effect: Effect.Effect<A, E, R>) => Transactions.use(({ run }) => run(effect))

const append = (stream: string, expected: number, id: string, ...data: ReadonlyArray<number>) =>
  EventStore.use((store) => store.append(stream, expected, eventsOf(...data), metaOf(id)))

const needs = ["transactions"] as const

const rolledBack = contractCase(
  "what was rolled back was never there, and leaves no gap",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* append("s", 0, "c1", 1)
    const failing = append("s", 1, "c2", 2, 3).pipe(
      Effect.andThen(append("t", 0, "c3", 4)),
      Effect.andThen(Effect.fail("the application's own write failed"))
    )
    yield* Effect.exit(inTransaction(failing))
    yield* same("the other stream", yield* store.read("t"), [])
    const again = yield* append("s", 1, "c2", 5)
    yield* same("the command afterwards", [again.replayed, again.records.map(({ position }) => position)], [false, [2]])
    yield* same(
      "the whole store",
      (yield* store.readAll(0, 10)).map(({ data }) => data),
      [1, 5]
    )
  }),
  needs
)

const committed = contractCase(
  "what was done in one transaction is there whole, and is seen in it before",
  Effect.gen(function* () {
    const store = yield* EventStore
    const seen = yield* inTransaction(
      append("s", 0, "c1", 1).pipe(
        Effect.andThen(append("t", 0, "c2", 2)),
        Effect.andThen(append("s", 1, "c3", 3)),
        Effect.andThen(store.read("s"))
      )
    )
    yield* same("what was seen in it", seen, yield* store.read("s"))
    yield* same(
      "the whole store",
      (yield* store.readAll(0, 10)).map(({ stream, version, position, data }) => [stream, version, position, data]),
      [
        ["s", 1, 1, 1],
        ["t", 1, 2, 2],
        ["s", 2, 3, 3]
      ]
    )
  }),
  needs
)

const refusedInside = contractCase(
  "a refused append in a transaction leaves what the transaction did before",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* inTransaction(
      append("s", 0, "c1", 1).pipe(
        Effect.andThen(refused("an append at another version", "VersionConflict", append("s", 7, "c2", 2))),
        Effect.andThen(append("s", 1, "c3", 3))
      )
    )
    yield* same(
      "the stream",
      (yield* store.read("s")).map(({ data }) => data),
      [1, 3]
    )
  }),
  needs
)

const isolated = contractCase(
  "a transaction is seen by others whole or not at all",
  Effect.gen(function* () {
    const store = yield* EventStore
    const writer = yield* Effect.forkChild(
      inTransaction(Effect.forEach([0, 1, 2, 3], (n) => Effect.andThen(append("s", n, `c${n}`, n), Effect.yieldNow)))
    )
    const seen = yield* Effect.forEach(
      Array.from({ length: 12 }),
      () => Effect.tap(store.read("s"), () => Effect.yieldNow),
      { concurrency: 3 }
    )
    yield* Fiber.join(writer)
    const lengths = new Set(seen.map((records) => records.length))
    yield* same(
      "how much was seen, but all or nothing",
      [...lengths].filter((length) => length % 4 !== 0),
      []
    )
    yield* same("what is there in the end", (yield* store.read("s")).length, 4)
  }),
  needs
)

const interrupted = contractCase(
  "a transaction that is interrupted leaves nothing, and does not stand in the way",
  Effect.gen(function* () {
    const store = yield* EventStore
    const written = yield* Deferred.make<void>()
    const writer = yield* append("s", 0, "c1", 1).pipe(
      Effect.andThen(Deferred.succeed(written, undefined)),
      Effect.andThen(Effect.never),
      inTransaction,
      Effect.forkChild
    )
    yield* Deferred.await(written)
    yield* Fiber.interrupt(writer)
    yield* append("s", 0, "c2", 2)
    yield* same(
      "the whole store",
      (yield* store.readAll(0, 10)).map(({ commandId, position }) => [commandId, position]),
      [["c2", 1]]
    )
  }),
  needs
)

/** Moves a point from one stream to the other: reads both and appends to both. */
const move = (id: string, from: string, to: string) =>
  inTransaction(
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b] = [yield* store.read(from), yield* store.read(to)]
      yield* append(from, a.length, id, -1)
      yield* append(to, b.length, id, 1)
    })
  ).pipe(
    // Databases give up one of two transactions that wait for each other: it is begun again.
    Effect.retry({ times: 1000, while: isWorthAnother })
  )

const isWorthAnother = (error: unknown): boolean =>
  error instanceof VersionConflict ||
  (typeof error === "object" && error !== null && "retryable" in error && error.retryable === true)

const moved = contractCase(
  "transactions over two streams at the same time keep both in step",
  Effect.gen(function* () {
    const store = yield* EventStore
    const ids = Array.from({ length: 12 }, (_, i) => `c${i}`)
    yield* Effect.forEach(ids, (id, i) => (i % 2 === 0 ? move(id, "s", "t") : move(id, "t", "s")), {
      concurrency: "unbounded",
      discard: true
    })
    const [s, t] = [yield* store.read("s"), yield* store.read("t")]
    yield* same("the commands of one", s.map(({ commandId }) => commandId).toSorted(), ids.toSorted())
    yield* same("the commands of the other", t.map(({ commandId }) => commandId).toSorted(), ids.toSorted())
    yield* same(
      "the order in both",
      s.map(({ commandId }) => commandId),
      t.map(({ commandId }) => commandId)
    )
  }),
  needs
)

/** What a store does inside a transaction of the application. */
export const transacting = [rolledBack, committed, refusedInside, isolated, interrupted, moved]
