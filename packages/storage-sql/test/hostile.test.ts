import { assert, describe, it } from "@effect/vitest"
import { EventStore, NotStorable, StoreUnavailable, verifyStream } from "@zhengyou/storage"
import { Effect, Layer, Result } from "effect"
import { SqlClient } from "effect/sql"
import { layerEventStore, TablePrefix } from "../src/index.ts"
import { metaOf } from "./points.ts"
import { databases, newPrefix, newStore } from "./stores.ts"

/** What breaks out of a statement that is put together of texts, in one database or another. */
const hostile = [
  "'; DROP TABLE zhengyou_events; --",
  "' OR '1'='1",
  "\\'; SELECT 1; --",
  "\\",
  '"; DELETE FROM events; --',
  "`; DROP DATABASE test; --",
  "$1",
  "$$; SELECT 1; $$",
  "?",
  ":name",
  "%s",
  "%",
  "_",
  "/*",
  "*/ UNION SELECT 1 --",
  "{{a}}",
  "1; ROLLBACK",
  "NULL",
  "𠮷",
  "😀'",
  "a\u2028b",
  "x\ufeffy",
  "é",
  "e\u0301",
  "ｘ",
  "ß",
  "ss",
  "A",
  "a",
  "À",
  "0",
  "00",
  "0x41"
]

for (const database of databases)
  describe(`hostile texts on ${database.name}`, () => {
    it.live("in every field are only texts, and each is its own", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const store = yield* EventStore
        for (const text of hostile) {
          const event = { type: text, schemaVersion: 1, data: { [text]: [text, { [text]: text }] } }
          assert.deepStrictEqual(yield* store.read(text), [])
          const meta = { ...metaOf(text), actor: text, why: `${text}\n\t\r${text}` }
          yield* store.append(text, 0, [event], meta)
          const again = yield* store.append(text, 9, [event], meta)
          assert.isTrue(again.replayed)
        }
        for (const text of hostile) {
          const records = yield* store.read(text)
          assert.deepStrictEqual(
            records.map(({ stream, type, commandId, actor, why, data }) => [stream, type, commandId, actor, why, data]),
            [[text, text, text, text, `${text}\n\t\r${text}`, { [text]: [text, { [text]: text }] }]]
          )
          assert.isTrue(Result.isSuccess(verifyStream(records)))
        }
        assert.strictEqual((yield* store.readAll(0, 1000)).length, hostile.length)
      }).pipe(Effect.provide(newStore(database, prefix)))
    })

    it.live("that cannot be names find nothing, and are refused when written", () =>
      Effect.gen(function* () {
        const store = yield* EventStore
        const event = { type: "Scored", schemaVersion: 1, data: 1 }
        yield* store.append("s", 0, [event], metaOf("c"))
        const notNames = ["", " ", "s ", " s", "s\u0000", "\u0000", "\ud800", "s\n", "x".repeat(121), "__proto__"]
        for (const name of notNames) {
          assert.deepStrictEqual(yield* store.read(name), [])
          for (const append of [
            store.append(name, 0, [event], metaOf("c1")),
            store.append("t", 0, [event], metaOf(name)),
            store.append("t", 0, [event], { ...metaOf("c1"), actor: name }),
            store.append("t", 0, [{ ...event, type: name }], metaOf("c1"))
          ])
            assert.instanceOf(yield* Effect.flip(append), NotStorable)
        }
        for (const why of ["", "a\u0000b", "\udc00"])
          assert.instanceOf(yield* Effect.flip(store.append("t", 0, [event], { ...metaOf("c1"), why })), NotStorable)
        assert.strictEqual((yield* store.readAll(0, 10)).length, 1)
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("as long as they may be survive, and the data byte for byte", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const store = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const name = "𠮷".repeat(120)
        const data = [
          { text: "先进𠮷a😀".repeat(100_000) },
          { nul: "\u0000\u0001\u001f", "": "", z: 1, a: { 10: 1, 9: 2 }, spaced: "  a  " },
          { number: [1e21, 5e-324, -0.5, 1.0, 100] }
        ]
        const events = data.map((one) => ({ type: name, schemaVersion: 1, data: one }))
        const why = "𠮷".repeat(1000)
        yield* store.append(name, 0, events, {
          commandId: name,
          actor: name,
          at: "2012-04-01T08:00:00.123456789Z",
          why
        })
        const records = yield* store.read(name)
        assert.deepStrictEqual(
          records.map((record) => [record.type, record.commandId, record.actor, record.why, record.data]),
          data.map((one) => [name, name, name, why, one])
        )
        assert.isTrue(Result.isSuccess(verifyStream(records)))
        const texts = yield* sql<{ readonly data: string }>`SELECT data FROM ${sql(`${prefix}events`)} ORDER BY version`
        assert.deepStrictEqual(
          texts.map((row) => row.data),
          data.map((one) => JSON.stringify(one))
        )
      }).pipe(Effect.provide(newStore(database, prefix)))
    })

    it.live("cannot begin the names of tables", () =>
      Effect.gen(function* () {
        const prefixes = [
          "",
          "1a",
          "_a",
          "A",
          "a-b",
          "a.b",
          "a b",
          'a"',
          "a`",
          "a'; DROP TABLE x; --",
          "é",
          "a\u0000",
          "a\n"
        ]
        for (const prefix of [...prefixes, "x".repeat(25)]) {
          const layer = layerEventStore.pipe(
            Layer.provide(Layer.succeed(TablePrefix, prefix)),
            Layer.provide(database.client())
          )
          const error = yield* Effect.flip(
            Effect.provide(
              EventStore.use((store) => store.read("s")),
              layer
            )
          )
          assert.instanceOf(error, StoreUnavailable)
          assert.deepStrictEqual(
            [error.trouble, error.retryable, error.cause],
            ["bad-prefix", false, JSON.stringify(prefix)]
          )
        }
      })
    )
  })
