import { assert, describe, it } from "@effect/vitest"
import { type Columns, type ReadModel, type Row, readModel } from "@zhengyou/core"
import { EventStore, NotStorable, ReadModels } from "@zhengyou/storage"
import { Effect, Layer, Schema, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { layerStore, TablePrefix } from "../src/index.ts"
import { metaOf } from "./points.ts"
import { type Database, databases, newPrefix } from "./stores.ts"

const about = (zh: string, en: string) => ({ "zh-CN": zh, en })

const Noted = Schema.TaggedStruct("Noted", { row: Schema.Json })

/** A column of every type, some with names that SQL has other uses for. */
const columns = {
  group: { type: "text", max: 120, about: about("群体", "Group") },
  order: { type: "integer", about: about("次序", "Order") },
  day: { type: "date", about: about("日期", "Day") },
  since: { type: "instant", about: about("时刻", "Instant") },
  select: { type: "text", max: 10_000, optional: true, about: about("说明'; DROP TABLE x; --", "Note \\' */") },
  score: { type: "decimal", digits: 38, places: 10, optional: true, about: about("得分", "Score") },
  finalScore: { type: "decimal", digits: 5, places: 2, about: about("总分", "Final score") },
  isOpen: { type: "flag", optional: true, about: about("是否开放", "Whether open") },
  endsOn: { type: "date", optional: true, about: about("截止", "End") },
  seenAt: { type: "instant", optional: true, about: about("所见", "Seen") },
  count: { type: "integer", optional: true, about: about("数目", "Count") }
} as const satisfies Columns

const notes = readModel({
  name: "notesOfGroups",
  version: 3,
  about: about("各群体记录", "Notes"),
  columns,
  key: ["group", "order", "day", "since"],
  streams: "",
  stored: { schemaVersion: 1, event: Noted },
  // The events are those of this test, so what they carry are rows.
  on: { Noted: ({ row }) => [{ _tag: "Put", row: row as unknown as Row<typeof columns> }] }
})

const row = (given: Partial<Row<typeof columns>>): Row<typeof columns> => ({
  group: "g",
  order: 1,
  day: "2012-04-01",
  since: "2012-04-01T08:00:00.000Z",
  select: null,
  score: null,
  finalScore: "0.00",
  isOpen: null,
  endsOn: null,
  seenAt: null,
  count: null,
  ...given
})

/** Values at the ends of what a column may hold. */
const extremes: ReadonlyArray<Row<typeof columns>> = [
  row({ group: "A", select: "" }),
  row({ group: "a", select: " 两端有空格 " }),
  row({ group: "a ", select: "𠮷😀'\"\\`;--\n\t\r" }),
  row({ group: "z", order: Number.MIN_SAFE_INTEGER, count: -1, isOpen: true }),
  row({ group: "z", order: -1, count: 0, isOpen: false }),
  row({ group: "z", order: 0, day: "0001-01-01", endsOn: "9999-12-31" }),
  row({ group: "z", order: 0, day: "2012-02-29", since: "1969-12-31T23:59:59.999Z" }),
  row({
    group: "z",
    order: 0,
    day: "2012-02-29",
    since: "2012-06-30T23:59:59.001Z",
    seenAt: "9999-12-31T23:59:59.999Z"
  }),
  row({ group: "z", order: 9, finalScore: "93.60" }),
  row({ group: "z", order: 10, finalScore: "100.00" }),
  row({ group: "á", score: "1234567890123456789012345678.0123456789" }),
  row({ group: "ｘ", score: "-0.0000000001", finalScore: "-999.99" }),
  row({ group: "𠮷".repeat(120), order: Number.MAX_SAFE_INTEGER, select: "𠮷".repeat(10_000) })
]

const note = (id: string, ...rows: ReadonlyArray<Row<typeof columns>>) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const events = rows.map((one) => ({ type: "Noted", schemaVersion: 1, data: { _tag: "Noted", row: one } }))
    return yield* store.append(id, 0, events, metaOf(id))
  })

const opened = (database: Database, models: ReadonlyArray<ReadModel> = [notes], prefix: string = newPrefix()) =>
  layerStore(models).pipe(Layer.provide(Layer.succeed(TablePrefix, prefix)), Layer.provideMerge(database.client()))

const all = Effect.map(
  ReadModels.use((models) => models.query(notes, { limit: 10_000 })),
  ({ rows }) => rows
)

for (const database of databases)
  describe(`read models on ${database.name}`, () => {
    it.live("keep every value as it is, in the order of the key", () =>
      Effect.gen(function* () {
        yield* note("s", ...extremes.toReversed())
        assert.deepStrictEqual(yield* all, extremes)
        const last = yield* ReadModels.use((models) => models.query(notes, { limit: 1, descending: true }))
        assert.deepStrictEqual(last.rows, extremes.slice(-1))
      }).pipe(Effect.provide(opened(database)))
    )

    it.live("are found by the key, page after page", () =>
      Effect.gen(function* () {
        yield* note("s", ...extremes)
        const models = yield* ReadModels
        for (const descending of [false, true]) {
          const pages: Array<Row<typeof columns>> = []
          for (let page = yield* models.query(notes, { limit: 3, descending }); page.rows.length > 0; ) {
            pages.push(...page.rows)
            const after = page.rows.at(-1)
            page = yield* models.query(notes, { limit: 3, descending, ...(after === undefined ? {} : { after }) })
          }
          assert.deepStrictEqual(pages, descending ? extremes.toReversed() : extremes)
        }
        for (const one of extremes) {
          const { group, order, day, since } = one
          const { rows } = yield* models.query(notes, { where: { group, order, day, since }, limit: 10 })
          assert.deepStrictEqual(rows, [one])
        }
        const none = yield* models.query(notes, { where: { group: "' OR '1'='1" }, limit: 10 })
        assert.deepStrictEqual([none.rows, none.position], [[], extremes.length])
      }).pipe(Effect.provide(opened(database)))
    )

    it.live("refuse an append whose values do not fit, whole", () =>
      Effect.gen(function* () {
        yield* note("s", row({}))
        for (const bad of [
          row({ group: "x".repeat(121) }),
          row({ finalScore: "1.5" }),
          row({ finalScore: "1000.00" }),
          row({ select: "a\u0000" }),
          row({ day: "2012-02-30" })
        ])
          assert.instanceOf(yield* Effect.flip(note("t", row({ order: 2 }), bad)), NotStorable)
        assert.strictEqual((yield* all).length, 1)
        assert.strictEqual((yield* EventStore.use((store) => store.readAll(0, 10))).length, 1)
      }).pipe(Effect.provide(opened(database)))
    )

    it.live("are a view with typed columns for whoever asks the database", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        yield* note("s", row({ group: "a", finalScore: "90.50" }), row({ group: "b", finalScore: "80.25" }))
        const sql = yield* SqlClient.SqlClient
        const view = sql(`${prefix}notes_of_groups_v3`)
        if (database.dialect !== "sqlite") {
          const [sum] = yield* sql<{ readonly total: string }>`SELECT SUM(final_score) AS total FROM ${view}`
          assert.strictEqual(sum?.total, "170.75")
        }
        const joined =
          yield* sql`SELECT v.${sql("group")} FROM ${view} v JOIN ${sql(`${prefix}events`)} e ON e.stream = 's'`
        assert.strictEqual(joined.length, 4)
      }).pipe(Effect.provide(opened(database, [notes], prefix)))
    })

    it.live("are made anew while others append, and take in what came without them", () => {
      const prefix = newPrefix()
      const client = Layer.fresh(database.client())
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const shared = (models: ReadonlyArray<ReadModel>) =>
          layerStore(models).pipe(
            Layer.provide(Layer.succeed(TablePrefix, prefix)),
            Layer.provide(Layer.succeed(SqlClient.SqlClient, sql)),
            Layer.fresh
          )
        const many = Array.from({ length: 2500 }, (_, order) => row({ order }))
        yield* note("before", ...many).pipe(Effect.provide(shared([])))
        yield* Effect.gen(function* () {
          const models = yield* ReadModels
          const refused = yield* Effect.flip(models.query(notes, { limit: 1 }))
          assert.strictEqual(refused._tag, "ReadModelUnavailable")
          const progress = yield* models.rebuild(notes).pipe(
            Stream.tap(({ done }) => note(`during-${done}`, row({ order: -done }))),
            Stream.runCollect
          )
          assert.strictEqual(progress.at(-1)?.done, progress.at(-1)?.of)
          yield* note("without", row({ order: 7000 })).pipe(Effect.provide(shared([])))
          assert.strictEqual(
            (yield* models.query(notes, { where: { group: "g", order: 7000 }, limit: 1 })).rows.length,
            0
          )
          yield* note("after", row({ order: 8000 }))
          const rows = yield* all
          assert.strictEqual(rows.length, 2500 + progress.length + 2)
          assert.deepStrictEqual(yield* models.status, [
            { model: "notesOfGroups", version: 3, isBuilt: true, position: rows.length }
          ])
          // A second rebuild comes to the same rows and leaves none of the first.
          yield* Stream.runDrain(models.rebuild(notes))
          assert.deepStrictEqual(yield* all, rows)
          const [kept] = yield* sql<{ readonly n: unknown }>`
            SELECT COUNT(*) AS n FROM ${sql(`${prefix}rows_notes_of_groups_v3`)}`
          assert.strictEqual(Number(kept?.n), rows.length)
        }).pipe(Effect.provide(shared([notes])))
      }).pipe(Effect.provide(client))
    })
  })
