import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, type Schema } from "effect"
import fc from "fast-check"
import { BallotBox, EventStore, makeMemory, memoryFromJson, ReadModels, SnapshotInvalid } from "../src/index.ts"
import { points, poll, score, token, vote } from "./fixtures.ts"

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
