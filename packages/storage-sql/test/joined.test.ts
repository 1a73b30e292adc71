import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { EventStore, StoreUnavailable } from "@zhengyou/storage"
import { type Adapter, contractFor, Transactions } from "@zhengyou/storage/contract"
import { Effect, Layer, type Scope } from "effect"
import type { SqlClient } from "effect/sql"
import { createConnection, type RowDataPacket } from "mysql2/promise"
import pg from "pg"
import { inject } from "vitest"
import {
  type JoinedDatabase,
  joinTransaction,
  layerOpenedStore,
  layerStore,
  type RunStatement,
  sqliteDatabase,
  TablePrefix
} from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { pgServer } from "../src/pg.ts"
import { metaOf } from "./points.ts"
import { newPrefix, servers } from "./stores.ts"

/** A connection of the application's own, by a driver that knows nothing of us. */
interface Host {
  readonly run: RunStatement
  /** What makes the tables. */
  readonly client: Layer.Layer<SqlClient.SqlClient, StoreUnavailable>
}

interface Joined {
  readonly name: string
  readonly database: JoinedDatabase
  readonly begin: string
  readonly host: Effect.Effect<Host, never, Scope.Scope>
}

/** What a client gives is what its database can keep. */
const values = (given: ReadonlyArray<unknown>) => [...given] as Array<string | number | null>

const onSqlite: Joined = {
  name: "SQLite",
  database: "sqlite",
  begin: "BEGIN IMMEDIATE",
  host: Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(":memory:")),
    (db) => Effect.sync(() => db.close())
  ).pipe(
    Effect.map((db) => ({
      run: async (text, given) => db.prepare(text).all(...values(given)),
      client: sqliteDatabase(db)
    }))
  )
}

const onPostgres: Joined = {
  name: "PostgreSQL",
  database: "postgres",
  begin: "BEGIN",
  host: Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new pg.Client({ connectionString: servers.postgres })
      await client.connect()
      return client
    }),
    (client) => Effect.promise(() => client.end())
  ).pipe(
    Effect.map((client) => ({
      run: (text, given) => client.query(text, [...given]).then(({ rows }) => rows),
      client: pgServer(servers.postgres)
    }))
  )
}

const onMysql = (url: string): Joined => ({
  name: "MySQL or MariaDB",
  database: "mysql",
  begin: "START TRANSACTION",
  host: Effect.acquireRelease(
    Effect.promise(() => createConnection({ uri: url, charset: "utf8mb4_bin" })),
    (connection) => Effect.promise(() => connection.end())
  ).pipe(
    Effect.map((connection) => ({
      run: async (text, given) => {
        const [rows] = await connection.query<Array<RowDataPacket>>(text, [...given])
        return Array.isArray(rows) ? rows : []
      },
      client: mysqlServer(url)
    }))
  )
})

const all = [onSqlite, onPostgres, ...(servers.mysql === undefined ? [] : [onMysql(servers.mysql)])]

/** Opens a store inside a transaction that the application has just begun. */
const adapterIn = ({ database, begin }: Joined, { run, client }: Host): Adapter => ({
  open: (models) =>
    Layer.unwrap(
      Effect.gen(function* () {
        const prefix = Layer.succeed(TablePrefix, newPrefix())
        yield* Effect.scoped(Layer.build(layerStore(models).pipe(Layer.provide([client, prefix]), Layer.fresh)))
        yield* Effect.promise(async () => run(begin, []))
        const ports = layerOpenedStore(models).pipe(Layer.provide([joinTransaction(database, run), prefix]))
        return Layer.merge(ports, Layer.succeed(Transactions, { run: (effect) => effect }))
      })
    )
})

// Every case makes tables of its own, which takes its time: what every run tries of the contract is what writes events.
const cases = contractFor([]).cases.filter(({ port }) => inject("isAll") || port === "EventStore")
const event = { type: "Scored", schemaVersion: 1, data: {} }

for (const joined of all) {
  describe(`a transaction of the application that was joined on ${joined.name}`, () => {
    for (const { port, name, run } of cases)
      it.live(`keeps the contract: ${port}: ${name}`, () =>
        Effect.gen(function* () {
          const host = yield* joined.host
          yield* run(adapterIn(joined, host))
          yield* Effect.promise(async () => host.run("ROLLBACK", []))
        })
      )

    it.live("that was not begun keeps nothing", () =>
      Effect.gen(function* () {
        const host = yield* joined.host
        const append = EventStore.use((store) => store.append("s", 0, [event], metaOf("c1")))
        const { open } = adapterIn(joined, host)
        const program = Effect.gen(function* () {
          yield* append
          yield* Effect.promise(async () => host.run("ROLLBACK", []))
          const error = yield* Effect.flip(append)
          assert.instanceOf(error, StoreUnavailable)
          assert.deepStrictEqual([error.operation, error.trouble, error.retryable], ["append", "no-transaction", false])
          assert.deepStrictEqual(yield* EventStore.use((store) => store.read("s")), [])
        })
        yield* Effect.provide(program, open([]))
      })
    )
  })
}
