import { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as SqlClient from "effect/sql/SqlClient"
import pg from "pg"
import { clientOf, type PgConnection, type PgPool, type PgPoolClient } from "./internal/Pg.ts"
import { unavailable } from "./internal/refusals.ts"

export type { PgConnection, PgPool, PgPoolClient }

/**
 * A client of a pool of `pg`.
 *
 * **When to use**
 *
 * When the application has a pool of `pg` already: its own `sql.withTransaction` by this client then includes our writes. An
 * application that has none takes `postgresServer` of `@zhengyou/storage-sql/postgres`, which is faster.
 *
 * **Details**
 *
 * The pool stays the application's: it is not closed here. When the tables are made it needs two connections.
 */
export const pgPool = (pool: PgPool): Layer.Layer<SqlClient.SqlClient> =>
  Layer.effect(SqlClient.SqlClient, clientOf(pool)).pipe(Layer.provide(Reactivity.layer))

const open = (url: string): Effect.Effect<pg.Pool, StoreUnavailable> =>
  /^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? "")
    ? Effect.sync(() =>
        // A connection that is lost while nobody uses it is replaced by the next one: nobody has to be told.
        new pg.Pool({ connectionString: url, connectionTimeoutMillis: 30_000 }).on("error", () => {})
      )
    : // The address may hold a password, so it is not told again.
      Effect.fail(
        new StoreUnavailable({ operation: "open", trouble: "cannot-open", retryable: false, cause: "not an address" })
      )

/**
 * A client of a PostgreSQL server by its address, by way of `pg`.
 *
 * **Details**
 *
 * Up to ten connections. Options of the driver can stand in the address, such as `?application_name=appraisal`.
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the server cannot be reached, or refuses the user.
 */
export const pgServer = (url: string): Layer.Layer<SqlClient.SqlClient, StoreUnavailable> =>
  Layer.effect(
    SqlClient.SqlClient,
    Effect.acquireRelease(open(url), (pool) => Effect.ignore(Effect.tryPromise(() => pool.end()))).pipe(
      Effect.flatMap(clientOf),
      Effect.tap((sql) => Effect.mapError(sql`SELECT 1`, unavailable("open")))
    )
  ).pipe(Layer.provide(Reactivity.layer))
