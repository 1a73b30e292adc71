import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { EventStore } from "@zhengyou/storage"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { migrateTables, sqliteFile, TablePrefix } from "../src/index.ts"
import { metaOf } from "./points.ts"
import { databases, newFile, newPrefix, newStore, storeOn } from "./stores.ts"

const event = { type: "Scored", schemaVersion: 1, data: {} }
const append = (id: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { length } = yield* store.read(id)
    return yield* store.append(id, length, [event], metaOf(`${id}-${length}`))
  })

const withPrefix = (prefix: string) => Layer.succeed(TablePrefix, prefix)

const newer = (prefix: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* migrateTables
    yield* sql`INSERT INTO ${sql(`${prefix}migrations`)} ${sql.insert({ migration_id: 999, name: "of the future" })}`
    return yield* Effect.flip(migrateTables)
  }).pipe(Effect.provide(withPrefix(prefix)))

for (const database of databases)
  describe(`the tables on ${database.name}`, () => {
    it.live("are made once when many start at the same time", () => {
      const prefix = newPrefix()
      const file = sqliteFile(newFile())
      const client = () => Layer.fresh(database.dialect === "sqlite" ? file : database.client())
      return Effect.gen(function* () {
        const names = Array.from({ length: 6 }, (_, index) => `s${index}`)
        yield* Effect.forEach(names, (name) => Effect.provide(append(name), storeOn(client(), prefix)), {
          concurrency: "unbounded"
        })
        const kept = yield* EventStore.use((store) => store.readAll(0, 100)).pipe(
          Effect.provide(storeOn(client(), prefix))
        )
        assert.strictEqual(kept.length, names.length)
      })
    })

    it.live("of newer software are left alone", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const error = yield* newer(prefix)
        assert.deepStrictEqual([error.trouble, error.retryable], ["unsupported", false])
        assert.strictEqual(error.cause, `${prefix}migrations: 999 > 5`)
      }).pipe(Effect.provide(database.client()))
    })

    it.live("say what they hold to whoever looks", () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const comments = yield* sql
          .onDialectOrElse({
            sqlite: () => sql`SELECT sql AS comment FROM sqlite_schema WHERE name = ${`${prefix}events`}`,
            pg: () =>
              sql`SELECT col_description(${`${prefix}events`}::regclass, n) AS comment FROM generate_series(1, 12) n
                UNION ALL SELECT obj_description(${`${prefix}events`}::regclass)`,
            orElse: () =>
              sql`SELECT column_comment AS comment FROM information_schema.columns WHERE table_name = ${`${prefix}events`}
                UNION ALL SELECT table_comment FROM information_schema.tables WHERE table_name = ${`${prefix}events`}`
          })
          .pipe(Effect.map((rows) => JSON.stringify(rows)))
        for (const comment of ["Every event of every stream", "The role or account that gave the command"])
          assert.include(comments, comment)
        yield* append("s")
        const [stands] = yield* sql<{ readonly stream: string; readonly version: unknown }>`
          SELECT stream, version FROM ${sql(`${prefix}streams`)}`
        assert.deepStrictEqual([stands?.stream, Number(stands?.version)], ["s", 1])
        const [did] = yield* sql<{ readonly actor: string; readonly events: unknown }>`
          SELECT actor, events FROM ${sql(`${prefix}commands`)}`
        assert.deepStrictEqual([did?.actor, Number(did?.events)], ["clerk", 1])
      }).pipe(Effect.provide(newStore(database, prefix)))
    })
  })

describe("the tables of an earlier version", () => {
  it.live("keep what they have, and positions go on from there", () => {
    const file = newFile()
    const db = new DatabaseSync(file)
    db.exec(`
      CREATE TABLE zhengyou_events (position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, version INTEGER NOT NULL,
        part INTEGER NOT NULL, type TEXT NOT NULL, schema_version INTEGER NOT NULL, data TEXT NOT NULL, command_id TEXT NOT NULL,
        actor TEXT NOT NULL, at TEXT NOT NULL, why TEXT, hash TEXT NOT NULL, UNIQUE (stream, version), UNIQUE (stream, command_id, part)) STRICT;
      INSERT INTO zhengyou_events VALUES (1, 's', 1, 0, 'Scored', 1, '{}', 'c1', 'clerk', '2012-04-01T08:00:00Z', NULL, 'abc');
      CREATE TABLE zhengyou_migrations (migration_id integer PRIMARY KEY NOT NULL, created_at datetime NOT NULL DEFAULT current_timestamp,
        name VARCHAR(255) NOT NULL);
      INSERT INTO zhengyou_migrations (migration_id, name) VALUES (1, 'events')`)
    db.close()
    return Effect.gen(function* () {
      yield* append("t")
      const kept = yield* EventStore.use((store) => store.readAll(0, 10))
      assert.deepStrictEqual(
        kept.map(({ stream, position }) => [stream, position]),
        [
          ["s", 1],
          ["t", 2]
        ]
      )
    }).pipe(Effect.provide(storeOn(sqliteFile(file), "zhengyou_")))
  })

  for (const database of databases.filter(({ dialect }) => dialect === "mysql"))
    it.live(`on ${database.name}, half made by a process that died, are finished by the next`, () => {
      const prefix = newPrefix()
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* migrateTables
        yield* sql`DELETE FROM ${sql(`${prefix}migrations`)} WHERE migration_id > 1`
        yield* sql`DROP TABLE ${sql(`${prefix}head`)}`
        yield* append("s").pipe(Effect.provide(storeOn(Layer.succeed(SqlClient.SqlClient, sql), prefix)))
      }).pipe(Effect.provide(Layer.merge(withPrefix(prefix), database.client())))
    })
})
