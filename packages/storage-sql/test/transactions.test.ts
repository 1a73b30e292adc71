import { assert, describe, it } from "@effect/vitest"
import { EventStore, execute, load, StoreUnavailable, VersionConflict } from "@zhengyou/storage"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { SqlClient } from "effect/sql"
import { metaOf, points } from "./points.ts"
import { databaseServers, databases, newPrefix, newStore, storeOn } from "./stores.ts"

const give = (id: string, ...given: ReadonlyArray<number>) => execute(points, "s", given, undefined, metaOf(id))
const event = { type: "Scored", schemaVersion: 1, data: { _tag: "Scored", points: 1 } }
const appendTo = (stream: string, version: number) =>
  EventStore.use((store) => store.append(stream, version, [event], metaOf(`${stream}-${version}`)))

/** A table of the application beside ours. */
const withUnits = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const units = sql(newPrefix())
  yield* sql`CREATE TABLE ${units} (id varchar(20) PRIMARY KEY, n integer NOT NULL)`
  yield* sql`INSERT INTO ${units} ${sql.insert([
    { id: "a", n: 0 },
    { id: "b", n: 0 }
  ])}`
  return {
    add: (id: string) => sql`UPDATE ${units} SET n = n + 1 WHERE id = ${id}`,
    counts: Effect.map(sql<{ readonly n: number }>`SELECT n FROM ${units} ORDER BY id`, (rows) =>
      rows.map(({ n }) => n)
    ),
    remove: sql`DROP TABLE ${units}`
  }
})

for (const database of databases)
  describe(`the application's own transaction on ${database.name}`, () => {
    it.live("takes our writes along when it is rolled back, and leaves no gap", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const store = yield* EventStore
        const { add, counts, remove } = yield* withUnits
        const both = (id: string, end: Effect.Effect<void, string>) =>
          sql.withTransaction(Effect.all([add("a"), give(id, 1, 2), end]))
        yield* give("c0", 5)
        assert.strictEqual(yield* Effect.flip(both("c1", Effect.fail("its own refusal"))), "its own refusal")
        assert.strictEqual((yield* store.read("s")).length, 1)
        assert.deepStrictEqual(yield* counts, [0, 0])
        yield* both("c1", Effect.void)
        assert.deepStrictEqual(yield* counts, [1, 0])
        assert.deepStrictEqual(
          (yield* store.readAll(0, 10)).map(({ position }) => position),
          [1, 2, 3]
        )
        yield* remove
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("goes on after one of our refusals inside it", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const store = yield* EventStore
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* give("c1", 1)
            assert.instanceOf(yield* Effect.flip(store.append("s", 0, [event], metaOf("c2"))), VersionConflict)
            const { replayed } = yield* store.append("s", 0, [event], metaOf("c1"))
            assert.isTrue(replayed)
            yield* give("c3", 1)
          })
        )
        const kept = yield* store.readAll(0, 10)
        assert.deepStrictEqual(
          kept.map(({ commandId, position }) => [commandId, position]),
          [
            ["c1", 1],
            ["c3", 2]
          ]
        )
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("is not seen from outside before it ends", () => {
      const prefix = newPrefix()
      const [left, right] = database.twoClients()
      if (left === undefined || right === undefined) throw new Error("two clients")
      return Effect.gen(function* () {
        yield* give("c0", 1)
        const written = yield* Deferred.make<void>()
        const seen = yield* Deferred.make<void>()
        const sql = yield* SqlClient.SqlClient
        const writing = yield* Effect.forkChild(
          sql.withTransaction(Effect.all([give("c1", 1), Deferred.succeed(written, undefined), Deferred.await(seen)]))
        )
        yield* Deferred.await(written)
        const outside = yield* Effect.provide(load(points, "s"), storeOn(right, prefix))
        assert.strictEqual(outside.version, 1)
        yield* Deferred.succeed(seen, undefined)
        yield* Fiber.join(writing)
        const after = yield* Effect.provide(load(points, "s"), storeOn(right, prefix))
        assert.strictEqual(after.version, 2)
      }).pipe(Effect.provide(storeOn(left, prefix)))
    })
  })

/** How a transaction of an application may begin. */
const beginnings = {
  sqlite: [],
  postgres: [
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    "BEGIN ISOLATION LEVEL REPEATABLE READ",
    "BEGIN ISOLATION LEVEL SERIALIZABLE"
  ],
  mysql: ["START TRANSACTION", "START TRANSACTION WITH CONSISTENT SNAPSHOT"]
}

for (const database of databaseServers)
  describe(`a transaction on ${database.name} that began before somebody else's append`, () => {
    for (const beginning of beginnings[database.dialect])
      it.live(`cannot undo it: ${beginning}`, () => {
        const prefix = newPrefix()
        const [left, right] = database.twoClients()
        if (left === undefined || right === undefined) throw new Error("two clients")
        return Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          yield* appendTo("s", 0)
          const late = yield* sql
            .withTransaction(
              Effect.gen(function* () {
                assert.strictEqual((yield* load(points, "s")).version, 1)
                yield* Effect.provide(appendTo("s", 1), storeOn(right, prefix))
                return yield* EventStore.use((store) => store.append("s", 1, [event], metaOf("late")))
              })
            )
            .pipe(Effect.provideService(SqlClient.BeginTransaction, beginning), Effect.flip)
          if (late instanceof StoreUnavailable) assert.deepStrictEqual([late.trouble, late.retryable], ["busy", true])
          else assert.instanceOf(late, VersionConflict)
          const kept = yield* EventStore.use((store) => store.readAll(0, 10))
          assert.deepStrictEqual(
            kept.map(({ commandId, position }) => [commandId, position]),
            [
              ["s-0", 1],
              ["s-1", 2]
            ]
          )
        }).pipe(Effect.provide(storeOn(left, prefix)))
      })

    it.live("and another that wait for each other: one is given up whole, and can be run again", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { add, counts, remove } = yield* withUnits
        const ready = [yield* Deferred.make<void>(), yield* Deferred.make<void>()] as const
        const transaction = (own: 0 | 1, wait: boolean) =>
          sql.withTransaction(
            Effect.gen(function* () {
              const [first, second] = own === 0 ? ["a", "b"] : ["b", "a"]
              yield* add(first)
              if (own === 0) yield* appendTo("left", 0)
              yield* Deferred.succeed(ready[own], undefined)
              if (wait) yield* Deferred.await(ready[own === 0 ? 1 : 0])
              // Whoever was given up on MySQL, and goes on regardless, must not write outside of any transaction.
              const append = appendTo("right", 0)
              if (own === 1) yield* database.dialect === "mysql" ? Effect.ignore(append) : append
              yield* Effect.ignore(add(second))
              yield* add(second)
            })
          )
        const exits = yield* Effect.all([Effect.exit(transaction(0, true)), Effect.exit(transaction(1, true))], {
          concurrency: 2
        })
        const failed = exits.flatMap((exit, index) => (Exit.isFailure(exit) ? [index] : []))
        assert.strictEqual(failed.length, 1)
        assert.deepStrictEqual(yield* counts, failed[0] === 0 ? [2, 1] : [1, 2])
        yield* transaction(failed[0] === 0 ? 0 : 1, false)
        assert.deepStrictEqual(yield* counts, [3, 3])
        const kept = yield* EventStore.use((store) => store.readAll(0, 10))
        assert.deepStrictEqual(
          kept.map(({ position }) => position),
          [1, 2]
        )
        yield* remove
      }).pipe(Effect.provide(newStore(database)))
    )
  })
