import type { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import { findPlace, migratePlace } from "./internal/migrations.ts"

/**
 * Makes the tables of a store, or brings them up to date.
 *
 * **When to use**
 *
 * When the application runs as a user who may not make tables: run this at each installation as the one who may. Otherwise
 * the layers do it themselves.
 *
 * **Details**
 *
 * Changes nothing where the tables are up to date. Several processes may run it at once; one does the work.
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the tables cannot be made, or a newer version of this software has changed them.
 *
 * @example
 * ```ts
 * import { migrateTables, sqliteFile } from "@zhengyou/storage-sql"
 * import { Effect } from "effect"
 * import { SqlClient } from "effect/sql"
 *
 * const program = Effect.gen(function* () {
 *   const sql = yield* SqlClient.SqlClient
 *   yield* migrateTables
 *   return yield* sql`SELECT stream, version FROM zhengyou_streams`
 * })
 * await Effect.runPromise(Effect.provide(program, sqliteFile(":memory:"))) // => []
 * ```
 */
export const migrateTables: Effect.Effect<void, StoreUnavailable, SqlClient.SqlClient> = Effect.flatMap(
  findPlace,
  migratePlace
)
