import { assert, describe, it } from "@effect/vitest"
import { hashOf } from "@zhengyou/core"
import { Effect, Fiber, Stream } from "effect"
import { BallotBox, EventStore, makeMemory, ReadModels } from "../src/index.ts"
import { points, poll, score, token, vote } from "./fixtures.ts"

describe("who voted and what was voted", () => {
  const contents = (casts: ReadonlyArray<ReadonlyArray<ReturnType<typeof vote>>>) =>
    Effect.gen(function* () {
      const memory = yield* makeMemory
      yield* BallotBox.use((box) =>
        Effect.gen(function* () {
          yield* box.open(poll)
          yield* box.issue("p", { group: "staff" }, [0, 1, 2, 3].map(token))
          yield* Effect.forEach(casts, (votes) => box.cast("p", votes))
        })
      ).pipe(Effect.provide(memory.layer([])))
      return JSON.stringify(yield* memory.toJson)
    })

  it.effect("leave the same store whoever voted what, and in whatever order", () =>
    Effect.gen(function* () {
      const one = yield* contents([[vote(0, "yes"), vote(1, "no")], [vote(2, "no")]])
      assert.strictEqual(yield* contents([[vote(2, "yes")], [vote(1, "no")], [vote(0, "no")]]), one)
      assert.strictEqual(yield* contents([[vote(1, "no"), vote(2, "no"), vote(0, "yes")]]), one)
      assert.notStrictEqual(yield* contents([[vote(0, "yes"), vote(1, "no")], [vote(3, "no")]]), one)
    })
  )

  it.effect("no token is kept, only its hash, and no time", () =>
    Effect.gen(function* () {
      const text = yield* contents([[vote(0, "yes")]])
      assert.notInclude(text, token(0))
      assert.include(text, hashOf(["zhengyou/token", "p", token(0)]))
      assert.notMatch(text, /\d{4}-\d{2}-\d{2}/)
    })
  )
})

describe("transactions in memory", () => {
  it.effect("inside another are savepoints", () =>
    Effect.gen(function* () {
      const memory = yield* makeMemory
      const inner = memory.withTransaction(Effect.andThen(score("s", 1, "z02", 2), Effect.fail("no")))
      const outer = score("s", 0, "z01", 1).pipe(
        Effect.andThen(Effect.exit(inner)),
        Effect.andThen(score("s", 1, "z03", 3))
      )
      const kept = yield* memory
        .withTransaction(outer)
        .pipe(Effect.andThen(EventStore.use((store) => store.read("s"))), Effect.provide(memory.layer([])))
      assert.deepStrictEqual(
        kept.map(({ data }) => data),
        [
          { _tag: "Scored", unit: "z01", points: 1 },
          { _tag: "Scored", unit: "z03", points: 3 }
        ]
      )
    })
  )

  it.effect("of two stores do not touch one another", () =>
    Effect.gen(function* () {
      const [a, b] = [yield* makeMemory, yield* makeMemory]
      const inB = Effect.provide(score("s", 0, "z01", 1), b.layer([]))
      yield* Effect.exit(
        a.withTransaction(b.withTransaction(Effect.andThen(inB, Effect.provide(score("s", 0, "z01", 1), a.layer([])))))
      )
      yield* Effect.exit(
        a.withTransaction(Effect.andThen(Effect.provide(score("s", 1, "z01", 2), b.layer([])), Effect.fail("no")))
      )
      const length = EventStore.use((store) => Effect.map(store.read("s"), (records) => records.length))
      assert.strictEqual(yield* Effect.provide(length, a.layer([])), 1)
      assert.strictEqual(yield* Effect.provide(length, b.layer([])), 2)
    })
  )

  it.effect("make others wait, and readers see what was committed", () =>
    Effect.gen(function* () {
      const memory = yield* makeMemory
      const layer = memory.layer([points])
      const length = EventStore.use((store) => Effect.map(store.readAll(0, 10), (records) => records.length))
      yield* Effect.gen(function* () {
        const writer = yield* Effect.forkChild(
          memory.withTransaction(Effect.andThen(score("s", 0, "z01", 1), Effect.never))
        )
        yield* Effect.yieldNow
        const other = yield* Effect.forkChild(score("t", 0, "z02", 2))
        yield* Effect.yieldNow
        assert.strictEqual(yield* length, 0)
        yield* Fiber.interrupt(writer)
        yield* Fiber.join(other)
        assert.strictEqual(yield* length, 1)
        const rows = yield* ReadModels.use((models) => models.query(points, { limit: 10 }))
        assert.deepStrictEqual(rows, { rows: [{ unit: "z02", points: 2 }], position: 1 })
      }).pipe(Effect.provide(layer))
    })
  )
})

describe("a store in memory", () => {
  it.effect("refuses read models that no store can keep", () =>
    Effect.gen(function* () {
      const memory = yield* makeMemory
      const error = yield* EventStore.use(() => Effect.void).pipe(
        Effect.provide(memory.layer([points, points])),
        Effect.flip
      )
      assert.strictEqual(error._tag, "ReadModelsInvalid")
    })
  )

  it.effect("rebuilds a model while a host's transaction is rolled back around it, to no effect", () =>
    Effect.gen(function* () {
      const memory = yield* makeMemory
      const rebuild = ReadModels.use((models) => Stream.runDrain(models.rebuild(points)))
      yield* Effect.gen(function* () {
        yield* score("s", 0, "z01", 1)
        yield* Effect.exit(memory.withTransaction(Effect.andThen(rebuild, Effect.fail("no"))))
        const { rows } = yield* ReadModels.use((models) => models.query(points, { limit: 1 }))
        assert.lengthOf(rows, 1)
      }).pipe(Effect.provide(memory.layer([points])))
    })
  )
})
