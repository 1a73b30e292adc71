import { assert, describe, it } from "@effect/vitest"
import { hashOf, type Poll, readModel } from "@zhengyou/core"
import { Effect, Exit, Fiber, Schema, Stream } from "effect"
import fc from "fast-check"
import { BallotBox, EventStore, makeMemory, memoryFromJson, ReadModels, SnapshotInvalid } from "../src/index.ts"

const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })

const about = { "zh-CN": "得分", en: "Points" }

const points = readModel({
  name: "points",
  version: 1,
  about,
  columns: { unit: { type: "text", max: 120, about }, points: { type: "integer", about } },
  key: ["unit"],
  streams: "",
  stored: { schemaVersion: 1, event: Scored },
  on: { Scored: ({ unit, points }) => [{ _tag: "Put", row: { unit, points } }] }
})

const score = (stream: string, version: number, unit: string, given: number) =>
  EventStore.use((store) =>
    store.append(
      stream,
      version,
      [{ type: "Scored", schemaVersion: 1, data: { _tag: "Scored", unit, points: given } }],
      { commandId: `c${version}`, actor: "clerk", at: "2012-04-01T08:00:00Z" }
    )
  )

const poll: Poll = {
  id: "p",
  subjects: ["z01", "z02"],
  groups: [{ id: "staff" }],
  questions: [{ id: "overall", choices: ["yes", "no"] }]
}
const token = (n: number) => `token-${String(n).padStart(20, "0")}`

const vote = (n: number, choice: string) => ({
  token: token(n),
  ballots: [{ subject: "z01", answers: { overall: choice } }]
})

/** A store with two streams, a built read model and a poll under way, as JSON. */
const filled = Effect.gen(function* () {
  const memory = yield* makeMemory
  yield* Effect.gen(function* () {
    yield* score("s", 0, "z01", 90)
    yield* score("t", 0, "z02", 80)
    yield* score("s", 1, "z01", 91)
    const box = yield* BallotBox
    yield* box.open(poll)
    yield* box.issue("p", { group: "staff" }, [token(0), token(1)])
    yield* box.issue("p", { group: "staff", except: "z02" }, [token(2)])
    yield* box.cast("p", [vote(0, "yes"), vote(2, "no")])
  }).pipe(Effect.provide(memory.layer([points])))
  return yield* memory.toJson
})

/** JSON with something else at a path. */
const changed = (
  json: Schema.Json,
  path: ReadonlyArray<string | number>,
  value: Schema.Json | undefined
): Schema.Json => {
  const [key, ...rest] = path
  if (key === undefined) return value ?? null
  if (Array.isArray(json)) return json.map((item, i) => (i === key ? changed(item, rest, value) : item))
  assert.isObject(json)
  const object: Schema.JsonObject = { ...(json as Schema.JsonObject) }
  return { ...object, [key]: changed(object[key] ?? null, rest, value) }
}

describe("a snapshot of a store in memory", () => {
  it.effect("is the same store when it is read again, read models included", () =>
    Effect.gen(function* () {
      const json = yield* filled
      const again = yield* memoryFromJson(JSON.parse(JSON.stringify(json)))
      assert.deepStrictEqual(yield* again.toJson, json)
      yield* Effect.gen(function* () {
        const models = yield* ReadModels
        assert.deepStrictEqual(yield* models.status, [{ model: "points", version: 1, isBuilt: true, position: 3 }])
        const { rows } = yield* models.query(points, { limit: 10 })
        assert.deepStrictEqual(
          rows.map(({ unit, points }) => [unit, points]),
          [
            ["z01", 91],
            ["z02", 80]
          ]
        )
        const store = yield* EventStore
        assert.isTrue(
          (yield* store.append("s", 0, [], { commandId: "c1", actor: "clerk", at: "2012-04-01T08:00:00Z" })).replayed
        )
        yield* score("s", 2, "z03", 70)
        const box = yield* BallotBox
        yield* box.close("p")
        assert.deepStrictEqual((yield* box.tally("p")).returned, [{ subject: "z01", group: "staff", ballots: 2 }])
      }).pipe(Effect.provide(again.layer([points])))
    })
  )

  it.effect("does not build what was not built", () =>
    Effect.gen(function* () {
      const again = yield* memoryFromJson(changed(yield* filled, ["readModels"], []))
      const error = yield* ReadModels.use((models) => models.query(points, { limit: 1 })).pipe(
        Effect.flip,
        Effect.provide(again.layer([points]))
      )
      assert.strictEqual(error._tag, "ReadModelUnavailable")
    })
  )

  const broken: ReadonlyArray<
    readonly [path: ReadonlyArray<string | number>, value: Schema.Json, at: string, problem: string]
  > = [
    [[], "x", "", "NotAllowed"],
    [["format"], "zhengyou/memory@2", "format", "NotAllowed"],
    [["log", 1, "position"], 3, "log.1.position", "NotAllowed"],
    [["log", 2, "data"], { _tag: "Scored", unit: "z01", points: 99 }, "log", "ChainBroken"],
    [["log", 0, "at"], "yesterday", "log.0.at", "NotAllowed"],
    [["log", 1, "stream"], "s", "log", "ChainBroken"],
    [
      ["readModels"],
      [
        { name: "a", version: 1 },
        { name: "a", version: 2 }
      ],
      "readModels.1.name",
      "Doubled"
    ],
    [["polls", 0, "poll", "subjects"], ["z01", "z01"], "polls.0.poll.subjects.1", "Doubled"],
    [["polls", 0, "tokens", 0, "hash"], "abc", "polls.0.tokens.0.hash", "NotAllowed"],
    [["polls", 0, "tokens", 0, "group"], "nobody", "polls.0.tokens.0.group", "NotInPoll"],
    [["polls", 0, "tally", "returned", 0, "ballots"], 3, "polls.0.tally.returned.0.ballots", "NotAllowed"],
    [["polls", 0, "tally", "returned", 0, "subject"], "z09", "polls.0.tally.returned.0.subject", "NotInPoll"],
    [["polls", 0, "tally", "choices", 0, "question"], "price", "polls.0.tally.choices.0.question", "NotInPoll"],
    [["polls", 0, "tally", "choices", 0, "choice"], "zzz", "polls.0.tally.choices.0.choice", "NotInPoll"],
    [["polls", 0, "tally", "choices", 0, "ballots"], 9, "polls.0.tally.choices.0.ballots", "NotAllowed"]
  ]
  for (const [path, value, at, problem] of broken)
    it.effect(`is refused where ${path.join(".") || "everything"} is ${JSON.stringify(value)}`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(memoryFromJson(changed(yield* filled, path, value)))
        assert.instanceOf(error, SnapshotInvalid)
        const found = error.faults.map((fault) => [fault.path.join("."), fault.problem._tag].join(" "))
        assert.include(found, `${at} ${problem}`)
        assert.notMatch(error.message, /undefined/)
      })
    )

  it.effect("tells of all faults at once", () =>
    Effect.gen(function* () {
      let json = yield* filled
      for (const [path, value] of broken.filter(([, , , problem]) => problem === "NotInPoll"))
        json = changed(json, path, value)
      const error = yield* Effect.flip(memoryFromJson(changed(json, ["log", 1, "position"], 7)))
      assert.isAtLeast(error.faults.length, 5)
    })
  )

  it("is refused or read whatever the JSON, and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const exit = Effect.runSyncExit(memoryFromJson(json as Schema.Json))
        assert.isTrue(Exit.isSuccess(exit) || !Exit.hasDies(exit))
      })
    )
  })
})

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
