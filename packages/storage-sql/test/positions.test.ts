import { assert, describe, it } from "@effect/vitest"
import type { Recorded } from "@zhengyou/core"
import { EventStore, VersionConflict, verifyStream } from "@zhengyou/storage"
import { Effect, Fiber, Result } from "effect"
import { SqlClient } from "effect/sql"
import { metaOf } from "./points.ts"
import { databases, newPrefix, storeOn } from "./stores.ts"

const event = { type: "Scored", schemaVersion: 1, data: {} }
const [writers, rounds] = [10, 12]
const expected = writers * rounds * 2

/** Appends at the end of a stream, whoever else does so too. */
const appendNext = (stream: string, id: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { length } = yield* store.read(stream)
    return yield* store.append(stream, length, [event, event], metaOf(id))
  }).pipe(Effect.retry({ times: 200, while: (error) => error instanceof VersionConflict }))

const giveUp = (stream: string, id: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.exit(sql.withTransaction(Effect.andThen(appendNext(stream, id), Effect.fail("given up"))))
  )

/** Half of the writers share a stream, and each gives up every third of its transactions. */
const writer = (name: string, index: number) =>
  Effect.forEach(
    Array.from({ length: rounds }, (_, round) => round),
    (round) => {
      const stream = index % 2 === 0 ? "shared" : `own-${name}-${index}`
      const id = `${name}-${index}-${round}`
      return round % 3 === 0
        ? Effect.andThen(giveUp(stream, `${id}-given-up`), appendNext(stream, id))
        : appendNext(stream, id)
    },
    { discard: true }
  )

const writersOn = (name: string) =>
  Effect.forEach(
    Array.from({ length: writers / 2 }, (_, index) => index),
    (index) => writer(name, index),
    { concurrency: "unbounded", discard: true }
  )

/** Reads on from the last position until everything is there, as a follower of the log does. */
const follow = Effect.gen(function* () {
  const store = yield* EventStore
  const seen: Array<Recorded> = []
  while (seen.length < expected) {
    const page = yield* store.readAll(seen.at(-1)?.position ?? 0, 7)
    seen.push(...page)
    yield* Effect.yieldNow
  }
  return seen
})

for (const database of databases)
  describe(`many writers on ${database.name}`, () => {
    it.live("leave no gap in the order of the whole store, and a reader who follows misses nothing", () => {
      const prefix = newPrefix()
      const [left, right] = database.twoClients()
      if (left === undefined || right === undefined) throw new Error("two clients")
      return Effect.gen(function* () {
        const following = yield* Effect.forkChild(follow)
        // A connection to SQLite that waits keeps its process waiting, and so the one that it waits for.
        const other = writersOn("right")
        const onRight = database.dialect === "sqlite" ? other : Effect.provide(other, storeOn(right, prefix))
        yield* Effect.all([writersOn("left"), onRight], { concurrency: 2 })
        const seen = yield* Fiber.join(following)
        assert.deepStrictEqual(
          seen.map(({ position }) => position),
          Array.from({ length: expected }, (_, index) => index + 1)
        )
        const store = yield* EventStore
        for (const stream of new Set(seen.map((record) => record.stream))) {
          const records = yield* store.read(stream)
          assert.deepStrictEqual(
            seen.filter((record) => record.stream === stream),
            records
          )
          assert.strictEqual(Result.getOrThrow(verifyStream(records)).version, records.length)
        }
        assert.strictEqual((yield* store.readAll(0, 10_000)).length, expected)
      }).pipe(Effect.provide(storeOn(left, prefix)))
    })
  })
