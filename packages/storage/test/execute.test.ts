import { assert, describe, it } from "@effect/vitest"
import type { CommandMeta, Decider } from "@zhengyou/core"
import { Effect, Exit, Layer, Result, Schema } from "effect"
import {
  EventStore,
  execute,
  layerMemory,
  load,
  NotStorable,
  StoredDataInvalid,
  VersionConflict,
  verifyStream
} from "../src/index.ts"

const Opened = Schema.TaggedStruct("Opened", { room: Schema.String })
type Opened = typeof Opened.Type

/** A domain's own refusal that happens to be called as the store's. */
class OwnConflict extends Schema.TaggedError<OwnConflict>()("VersionConflict", {}) {}

const rooms: Decider<ReadonlyArray<string>, string, Opened, OwnConflict> = {
  initial: [],
  decide: (open, room) =>
    open.includes(room) ? Result.fail(new OwnConflict()) : Result.succeed([Opened.make({ room })]),
  evolve: (open, event) => [...open, event.room],
  stored: { schemaVersion: 2, event: Opened }
}

const metaOf = (commandId: string): CommandMeta => ({ commandId, actor: "clerk", at: "2012-04-01T08:00:00Z" })
const open = (room: string, id: string) => execute(rooms, "house", room, undefined, metaOf(id))

/** A store where somebody else appends just before each of the first `times` appends. */
const contended = (times: number) =>
  Layer.effect(
    EventStore,
    Effect.map(EventStore, (store) => {
      let left = times
      return EventStore.of({
        ...store,
        append: Effect.fnUntraced(function* (stream, expected, events, meta) {
          if (left-- > 0) {
            const data = { _tag: "Opened", room: `other ${left}` }
            yield* store.append(stream, expected, [{ type: "Opened", schemaVersion: 1, data }], metaOf(`other-${left}`))
          }
          return yield* store.append(stream, expected, events, meta)
        })
      })
    })
  ).pipe(Layer.provide(layerMemory))

describe("execute", () => {
  it.effect("decides on the state of the stream and says what came of it", () =>
    Effect.gen(function* () {
      yield* open("east", "c1")
      const { records, ...answer } = yield* open("west", "c2")
      assert.deepStrictEqual(answer, {
        state: ["east", "west"],
        version: 2,
        events: [{ _tag: "Opened", room: "west" }],
        replayed: false
      })
      assert.deepStrictEqual(
        records.map((record) => [record.type, record.schemaVersion, record.data]),
        [["Opened", 2, { _tag: "Opened", room: "west" }]]
      )
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("gives the decider's refusal as it is, once, even if it has the name of one of the store's", () =>
    Effect.gen(function* () {
      yield* open("east", "c1")
      let decided = 0
      const counting: typeof rooms = {
        ...rooms,
        decide: (state, room, context) => {
          decided += 1
          return rooms.decide(state, room, context)
        }
      }
      const error = yield* Effect.flip(execute(counting, "house", "east", undefined, metaOf("c2")))
      assert.instanceOf(error, OwnConflict)
      assert.strictEqual(decided, 1)
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("decides again on what others appended in between", () =>
    Effect.gen(function* () {
      const answer = yield* open("east", "c1")
      assert.deepStrictEqual(answer.state, ["other 2", "other 1", "other 0", "east"])
      assert.strictEqual(answer.version, 4)
    }).pipe(Effect.provide(contended(3)))
  )

  it.effect("succeeds at the hundredth attempt and gives up after it", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* open("east", "c1").pipe(Effect.provide(contended(99)))).version, 100)
      const error = yield* open("east", "c1").pipe(Effect.flip, Effect.provide(contended(100), { local: true }))
      assert.instanceOf(error, VersionConflict)
    })
  )

  it.effect("finds an answer that was given between reading and appending", () =>
    Effect.gen(function* () {
      const [first, second] = yield* Effect.all([open("east", "c1"), open("west", "c1")])
      assert.deepStrictEqual(second, { ...first, replayed: true })
      assert.deepStrictEqual(first.events, [{ _tag: "Opened", room: "north" }])
    }).pipe(Effect.provide(answersFirst))
  )

  it.effect("refuses records that are newer than the decider knows, or not its own", () =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const event = { type: "Opened", schemaVersion: 3, data: { _tag: "Opened", room: "east" } }
      yield* store.append("newer", 0, [event], metaOf("c1"))
      yield* store.append("foreign", 0, [{ type: "Closed", schemaVersion: 1, data: { _tag: "Closed" } }], metaOf("c1"))
      const newer = yield* Effect.flip(load(rooms, "newer"))
      assert.instanceOf(newer, StoredDataInvalid)
      assert.deepStrictEqual(
        [newer.why, newer.message],
        [
          { _tag: "NewerSchema", found: 3, known: 2 },
          'version 1 of "newer" cannot be used: it has shape 3, and this software knows shapes up to 2; install a newer one'
        ]
      )
      const foreign = yield* Effect.flip(execute(rooms, "foreign", "east", undefined, metaOf("c2")))
      assert.instanceOf(foreign, StoredDataInvalid)
      assert.strictEqual(foreign.why._tag, "WrongShape")
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("reads records of earlier versions through its upcasts, and writes those of its own", () =>
    Effect.gen(function* () {
      const store = yield* EventStore
      const events = [
        { type: "Opened", schemaVersion: 1, data: "east" },
        { type: "Opened", schemaVersion: 2, data: { _tag: "Opened", room: "west" } }
      ]
      yield* store.append("house", 0, events, metaOf("c1"))
      const lifted = {
        ...rooms,
        stored: { ...rooms.stored, upcasts: { 1: (room: Schema.Json): Schema.Json => ({ _tag: "Opened", room }) } }
      }
      assert.deepStrictEqual((yield* load(lifted, "house")).state, ["east", "west"])
      const { state, records } = yield* execute(lifted, "house", "north", undefined, metaOf("c2"))
      assert.deepStrictEqual([state, records[0]?.schemaVersion], [["east", "west", "north"], 2])
      const again = yield* execute(lifted, "house", "anything", undefined, metaOf("c1"))
      assert.deepStrictEqual(
        again.events.map(({ room }) => room),
        ["east", "west"]
      )
      // The records stay as they were written, and so do their hashes.
      assert.isTrue(Result.isSuccess(verifyStream(yield* store.read("house"))))
      assert.strictEqual(
        (yield* Effect.flip(load(rooms, "house"))).message,
        'version 1 of "house" cannot be used: is "east", but must be an object'
      )
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("refuses a malformed command id, and dies of an event that its own codec cannot write", () =>
    Effect.gen(function* () {
      assert.instanceOf(yield* Effect.flip(open("east", "")), NotStorable)
      const Short = Schema.TaggedStruct("Opened", { room: Schema.String.check(Schema.isMaxLength(3)) })
      const careless = { ...rooms, stored: { schemaVersion: 1, event: Short } }
      const exit = yield* Effect.exit(execute(careless, "house", "east", undefined, metaOf("c1")))
      assert.isTrue(Exit.hasDies(exit))
      assert.deepStrictEqual(yield* EventStore.use((store) => store.readAll(0, 10)), [])
    }).pipe(Effect.provide(layerMemory))
  )
})

/** A store where the very same command is answered elsewhere, just before it is appended here. */
const answersFirst = Layer.effect(
  EventStore,
  Effect.map(EventStore, (store) =>
    EventStore.of({
      ...store,
      append: Effect.fnUntraced(function* (stream, expected, events, meta) {
        const data = { _tag: "Opened", room: "north" }
        yield* store.append(stream, expected, [{ type: "Opened", schemaVersion: 1, data }], meta)
        return yield* store.append(stream, expected, events, meta)
      })
    })
  )
).pipe(Layer.provide(layerMemory))
