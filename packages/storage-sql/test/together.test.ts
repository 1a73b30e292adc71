import { assert, describe, it } from "@effect/vitest"
import { readModel } from "@zhengyou/core"
import { EventStore, verifyStream } from "@zhengyou/storage"
import { Deferred, Effect, Fiber, Layer, Result, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { layerStore, TablePrefix } from "../src/index.ts"
import { metaOf } from "./points.ts"
import { databaseServers, databases, newPrefix, newStore } from "./stores.ts"

const eventOf = (points: unknown) => ({
  type: "Scored",
  schemaVersion: 1,
  data: { _tag: "Scored", points } as Schema.Json
})

const append = (stream: string, version: number, command: string, points: unknown = 1) =>
  EventStore.use((store) => store.append(stream, version, [eventOf(points)], metaOf(command)))

const Scored = Schema.TaggedStruct("Scored", { points: Schema.Json })

/** Rows in which only short texts fit. */
const short = readModel({
  name: "short",
  version: 1,
  about: { "zh-CN": "短", en: "Short" },
  columns: {
    points: { type: "text", max: 5, about: { "zh-CN": "分", en: "Points" } }
  },
  key: ["points"],
  streams: "",
  stored: { schemaVersion: 1, event: Scored },
  on: { Scored: ({ points }) => [{ _tag: "Put", row: { points: String(points) } }] }
})

for (const database of databases)
  describe(`appends that come at the same time on ${database.name}`, () => {
    it.live("each have their own outcome: kept, answered again, refused", () =>
      Effect.gen(function* () {
        yield* append("old", 0, "first")
        yield* append("old", 1, "second")
        const answers = yield* Effect.all(
          [
            append("a", 0, "c1"),
            append("old", 1, "second"),
            append("old", 1, "late"),
            append("a", 1, "c2"),
            append("b", 0, "c1", Number.NaN),
            append("old", 2, "third"),
            append("a", 0, "c1"),
            append("c", 7, "c1"),
            append("d", 0, "c1")
          ].map(Effect.result),
          { concurrency: "unbounded" }
        )
        const outcomes = answers.map((answer) =>
          Result.isFailure(answer)
            ? answer.failure._tag
            : answer.success.records.map(({ stream, version }) => `${stream}${version}`).join() +
              (answer.success.replayed ? " again" : "")
        )
        assert.deepStrictEqual(outcomes, [
          "a1",
          "old2 again",
          "VersionConflict",
          "a2",
          "NotStorable",
          "old3",
          "a1 again",
          "VersionConflict",
          "d1"
        ])
        const store = yield* EventStore
        const all = yield* store.readAll(0, 100)
        assert.deepStrictEqual(
          all.map(({ position }) => position),
          [1, 2, 3, 4, 5, 6]
        )
        for (const stream of ["old", "a", "d"]) {
          const records = yield* store.read(stream)
          assert.isTrue(Result.isSuccess(verifyStream(records)))
          const [given] = answers.flatMap((answer) =>
            Result.isSuccess(answer) && !answer.success.replayed
              ? answer.success.records.filter((one) => one.stream === stream)
              : []
          )
          assert.deepStrictEqual(
            records.find(({ position }) => position === given?.position),
            given
          )
        }
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("are kept although the rows of a neighbour do not fit", () =>
      Effect.gen(function* () {
        const answers = yield* Effect.forEach(
          ["a", "b", "much too long", "d"],
          (points, n) => Effect.result(append(`s${n}`, 0, "c1", points)),
          { concurrency: "unbounded" }
        )
        assert.deepStrictEqual(
          answers.map((answer) => (Result.isFailure(answer) ? answer.failure._tag : "kept")),
          ["kept", "kept", "NotStorable", "kept"]
        )
        const all = yield* EventStore.use((store) => store.readAll(0, 10))
        assert.deepStrictEqual(
          all.map(({ position }) => position),
          [1, 2, 3]
        )
      }).pipe(
        Effect.provide(
          layerStore([short]).pipe(
            Layer.provide(Layer.succeed(TablePrefix, newPrefix())),
            Layer.provideMerge(database.client())
          )
        )
      )
    )

    it.live("go on when some of them are interrupted", () =>
      Effect.gen(function* () {
        const fibers = yield* Effect.forEach(
          Array.from({ length: 20 }, (_, n) => n),
          (n) => Effect.forkChild(append(`s${n}`, 0, "c1"))
        )
        yield* Effect.yieldNow
        yield* Effect.forEach(fibers.slice(0, 7), Fiber.interrupt, { concurrency: "unbounded" })
        for (const fiber of fibers.slice(7)) assert.isFalse((yield* Fiber.join(fiber)).replayed)
        assert.strictEqual((yield* append("last", 0, "c1")).records.length, 1)
        const positions = (yield* EventStore.use((store) => store.readAll(0, 100))).map(({ position }) => position)
        assert.deepStrictEqual(
          positions,
          positions.map((_, n) => n + 1)
        )
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("rest on what is in the database, not on what was there: a copy may have been put in its place", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        for (const version of [0, 1, 2]) yield* append("s", version, `c${version}`)
        yield* sql`DELETE FROM ${sql(`${prefix}events`)} WHERE version > 1`
        const refused = yield* Effect.flip(append("s", 3, "c3"))
        assert.strictEqual(refused._tag, "VersionConflict")
        assert.strictEqual((yield* append("s", 1, "again")).records[0]?.version, 2)
        assert.isTrue(Result.isSuccess(verifyStream(yield* EventStore.use((store) => store.read("s")))))
      }).pipe(Effect.provide(newStore(database, prefix)))
    })
  })

for (const database of databaseServers)
  describe(`appends that wait for somebody else's transaction on ${database.name}`, () => {
    it.live("can all be interrupted, and later ones do not wait for them", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const append7 = Effect.forEach([1, 2, 3, 4, 5, 6, 7], (n) => append(`s${n}`, 0, "c1"), {
          concurrency: "unbounded"
        })
        const isHeld = yield* Deferred.make<void>()
        const isEnough = yield* Deferred.make<void>()
        const holder = yield* Effect.forkChild(
          sql.withTransaction(
            append("held", 0, "c1").pipe(
              Effect.andThen(Deferred.succeed(isHeld, undefined)),
              Effect.andThen(Deferred.await(isEnough))
            )
          )
        )
        yield* Deferred.await(isHeld)
        const waiting = yield* Effect.forkChild(append7)
        yield* Effect.sleep("100 millis")
        yield* Fiber.interrupt(waiting)
        const later = yield* Effect.forkChild(append("later", 0, "c1"))
        yield* Deferred.succeed(isEnough, undefined)
        yield* Fiber.join(holder)
        // Those that were interrupted may be kept all the same.
        const [kept] = (yield* Fiber.join(later)).records
        const all = yield* EventStore.use((store) => store.readAll(0, 100))
        assert.deepStrictEqual(
          all.map(({ position }) => position),
          all.map((_, n) => n + 1)
        )
        assert.deepStrictEqual(all.at((kept?.position ?? 0) - 1), kept)
      }).pipe(Effect.provide(newStore(database, prefix)))
    })
  })
