import { type EventStore, StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as SqlClient from "effect/sql/SqlClient"
import { createPool, type Pool } from "mysql2/promise"
import { clientOf, type MysqlConnection, type MysqlPool, type MysqlPoolConnection } from "./internal/Mysql2.ts"
import { unavailable } from "./internal/refusals.ts"
import { layerEventStore } from "./layerEventStore.ts"

export type { MysqlConnection, MysqlPool, MysqlPoolConnection }

/** Refuse what does not fit instead of cutting it off, whatever the server is set to. */
const settings = "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES'), time_zone = '+00:00'"

const open = (url: string): Effect.Effect<Pool, StoreUnavailable> =>
  Effect.try({
    try: () => {
      if (new URL(url).protocol !== "mysql:") throw new TypeError("not an address of MySQL")
      const pool = createPool({
        uri: url,
        charset: "utf8mb4_bin",
        // Each prepared statement is kept on the server, which counts them over all connections.
        maxPreparedStatements: 200,
        timezone: "Z"
      })
      // Statements of one connection run in order, so this one comes before any of ours.
      pool.on("connection", (connection) => void connection.query(settings))
      return pool
    },
    // The address may hold a password, so it is not told again.
    catch: () =>
      new StoreUnavailable({ operation: "open", trouble: "cannot-open", retryable: false, cause: "not an address" })
  })

/**
 * A client of a pool of `mysql2`.
 *
 * **When to use**
 *
 * When the application has a pool already: its own `sql.withTransaction` by this client then includes our writes.
 *
 * **Details**
 *
 * The pool stays the application's: it is not closed here. Its sessions must be strict (`STRICT_ALL_TABLES` or
 * `STRICT_TRANS_TABLES`) and in `utf8mb4`, else the store refuses them. When the tables are made it needs two connections.
 */
export const mysqlPool = (pool: MysqlPool): Layer.Layer<SqlClient.SqlClient> =>
  Layer.effect(SqlClient.SqlClient, clientOf(pool)).pipe(Layer.provide(Reactivity.layer))

/**
 * A client of a MySQL or MariaDB server by its address, such as `mysql://user:password@host:3306/database`.
 *
 * **When to use**
 *
 * To keep tables of the application in the same database, or to write both in one transaction: provide it to the
 * application and to `layerEventStore`. For the event store alone, `layerMysql` is enough.
 *
 * **Details**
 *
 * Up to ten connections, strict, in `utf8mb4` and UTC. Options of the driver can stand in the address, such as
 * `?connectionLimit=20`.
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the server cannot be reached, or refuses the user.
 */
export const mysqlServer = (url: string): Layer.Layer<SqlClient.SqlClient, StoreUnavailable> =>
  Layer.effect(
    SqlClient.SqlClient,
    // Connections that the server has ended already cannot be ended again.
    Effect.acquireRelease(open(url), (pool) => Effect.ignore(Effect.tryPromise(() => pool.end()))).pipe(
      Effect.flatMap(clientOf),
      Effect.tap((sql) => Effect.mapError(sql`SELECT 1`, unavailable("open")))
    )
  ).pipe(Layer.provide(Reactivity.layer))

/**
 * An event store in a MySQL or MariaDB database, complete.
 *
 * @example
 * ```ts no-run
 * import { EventStore } from "@zhengyou/storage"
 * import { layerMysql } from "@zhengyou/storage-sql/mysql"
 * import { Effect } from "effect"
 *
 * const records = EventStore.use((store) => store.read("round-2012"))
 * await Effect.runPromise(Effect.provide(records, layerMysql("mysql://appraisal:secret@db.example.edu/appraisal")))
 * ```
 */
export const layerMysql = (url: string): Layer.Layer<EventStore, StoreUnavailable> =>
  layerEventStore.pipe(Layer.provide(mysqlServer(url)))
