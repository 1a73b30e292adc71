import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"

/** A connection that knows the driver's own. */
export interface NativeConnection extends Connection {
  readonly native: unknown
}

/**
 * The driver's own connection that the present transaction runs on: a client of `pg`, a connection of `mysql2`, a
 * `DatabaseSync`; nothing outside of a transaction, and with clients that are not ours.
 */
export const nativeConnection: Effect.Effect<unknown, never, SqlClient.SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const found = yield* Effect.serviceOption(sql.transactionService)
  const [connection] = Option.getOrElse(found, () => [undefined])
  return connection !== undefined && "native" in connection ? connection.native : undefined
})
