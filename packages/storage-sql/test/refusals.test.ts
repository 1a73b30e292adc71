import { createServer } from "node:net"
import { assert, describe, it } from "@effect/vitest"
import { EventStore, StoreUnavailable } from "@zhengyou/storage"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { SqlClient } from "effect/sql"
import { createPool } from "mysql2/promise"
import { layerMysql, mysqlPool } from "../src/mysql.ts"
import { layerPostgres } from "../src/postgres.ts"
import { metaOf } from "./points.ts"
import { databaseServers, newPrefix, newStore, servers, storeOn } from "./stores.ts"

const event = { type: "Scored", schemaVersion: 1, data: {} }
const append = (id: string) => EventStore.use((store) => store.append(id, 0, [event], metaOf(id)))

const refusalOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), (error) => {
    assert.instanceOf(error, StoreUnavailable)
    return [error.operation, error.trouble, error.retryable]
  })

for (const database of databaseServers) {
  const isPostgres = database.dialect === "postgres"
  const address = isPostgres ? servers.postgres : (servers.mysql ?? "")
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(address)
    change(url)
    return url.href
  }
  const layer = isPostgres ? layerPostgres : layerMysql

  describe(`${database.name} that cannot be used`, () => {
    it.live("is refused with what is wrong, and never with the address, which may hold a password", () =>
      Effect.gen(function* () {
        const closed = yield* Effect.promise(
          () =>
            new Promise<string>((resolve) => {
              const server = createServer().listen(0, "127.0.0.1", () => {
                const found = server.address()
                server.close(() => resolve(String(typeof found === "object" ? found?.port : found)))
              })
            })
        )
        const cases = [
          [changed((url) => (url.port = closed)), "unreachable", true],
          [changed((url) => (url.pathname = "/no_such_database")), "cannot-open", false],
          [
            changed((url) => {
              url.username = "nobody_of_this_name"
              url.password = "a-secret"
            }),
            "denied",
            false
          ],
          ["not an address", "cannot-open", false],
          ["http://a-secret@127.0.0.1/", "cannot-open", false]
        ] as const
        for (const [url, trouble, retryable] of cases) {
          const error = yield* Effect.flip(Effect.provide(append("s"), layer(url)))
          assert.instanceOf(error, StoreUnavailable)
          assert.deepStrictEqual([error.operation, error.trouble, error.retryable], ["open", trouble, retryable], url)
          assert.notInclude(error.message, "a-secret")
        }
      })
    )

    it.live("because another transaction holds it is busy, and says that waiting helps", () => {
      const prefix = newPrefix()
      const [left, right] = database.twoClients()
      if (left === undefined || right === undefined) throw new Error("two clients")
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const held = yield* Deferred.make<void>()
        const done = yield* Deferred.make<void>()
        const holding = yield* Effect.forkChild(
          sql.withTransaction(Effect.all([append("held"), Deferred.succeed(held, undefined), Deferred.await(done)]))
        )
        yield* Deferred.await(held)
        const impatient = Effect.gen(function* () {
          const other = yield* SqlClient.SqlClient
          return yield* other.withTransaction(
            Effect.andThen(
              isPostgres ? other`SET LOCAL lock_timeout = '50ms'` : other`SET SESSION innodb_lock_wait_timeout = 1`,
              append("late")
            )
          )
        })
        assert.deepStrictEqual(yield* refusalOf(Effect.provide(impatient, storeOn(right, prefix))), [
          "append",
          "busy",
          true
        ])
        yield* Deferred.succeed(done, undefined)
        yield* Fiber.join(holding)
        yield* append("late")
      }).pipe(Effect.provide(storeOn(left, prefix)))
    })

    it.live("because it is read-only says so", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const beginning = isPostgres ? "BEGIN READ ONLY" : "START TRANSACTION READ ONLY"
        const refused = yield* refusalOf(
          sql.withTransaction(append("s")).pipe(Effect.provideService(SqlClient.BeginTransaction, beginning))
        )
        assert.deepStrictEqual(refused, ["append", "read-only", false])
        yield* append("s")
      }).pipe(Effect.provide(newStore(database)))
    )

    it.live("any more, because the server ended the connection, can be used again at the next attempt", () => {
      const prefix = newPrefix()
      const [left, right] = database.twoClients()
      if (left === undefined || right === undefined) throw new Error("two clients")
      const kill = (id: unknown) =>
        Effect.flatMap(SqlClient.SqlClient, (sql) =>
          isPostgres ? sql`SELECT pg_terminate_backend(${Number(id)}::integer)` : sql.unsafe(`KILL ${Number(id)}`)
        ).pipe(Effect.provide(right), Effect.orDie)
      return Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const own = sql<{
          readonly id: unknown
        }>`SELECT ${sql.literal(isPostgres ? "pg_backend_pid()" : "CONNECTION_ID()")} AS id`
        yield* append("before")
        const lost = yield* Deferred.make<unknown>()
        const exit = yield* Effect.exit(
          sql.withTransaction(
            Effect.gen(function* () {
              yield* append("first")
              const [row] = yield* own
              yield* kill(row?.id)
              yield* Deferred.succeed(lost, yield* refusalOf(append("second")))
              return yield* append("third")
            })
          )
        )
        assert.isTrue(Exit.isFailure(exit))
        assert.deepStrictEqual(yield* Deferred.await(lost), ["append", "unreachable", true])
        assert.strictEqual((yield* EventStore.use((store) => store.readAll(0, 10))).length, 1)
        yield* append("after")
        assert.strictEqual((yield* EventStore.use((store) => store.readAll(0, 10))).at(-1)?.position, 2)
      }).pipe(Effect.provide(storeOn(left, prefix)))
    })
  })
}

const mysql = servers.mysql
if (mysql !== undefined)
  describe("a pool of the application on MySQL or MariaDB", () => {
    const onPool = (settings: string) =>
      Effect.acquireUseRelease(
        Effect.sync(() => {
          const pool = createPool({ uri: mysql, connectionLimit: 3 })
          pool.on("connection", (connection) => void connection.query(settings))
          return pool
        }),
        (pool) => append("s").pipe(Effect.provide(storeOn(mysqlPool(pool), newPrefix()))),
        (pool) => Effect.promise(() => pool.end())
      )

    it.live("is used as it is", () => onPool("SET NAMES utf8mb4"))

    it.live("that would cut off or lose characters is refused", () =>
      Effect.gen(function* () {
        for (const settings of ["SET SESSION sql_mode = ''", "SET NAMES latin1"])
          assert.deepStrictEqual(yield* refusalOf(onPool(settings)), ["migrate", "unsupported", false])
      })
    )
  })
