import { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Migrator from "effect/sql/Migrator"
import * as SqlClient from "effect/sql/SqlClient"
import { unavailable } from "./refusals.ts"

/**
 * The one place that differs by database: another one needs its own table here.
 *
 * `part` is the place of an event among those of its command, from 0, so that the database itself keeps a command id from
 * being used twice in a stream.
 */
const createEvents = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`
    CREATE TABLE zhengyou_events (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      part INTEGER NOT NULL,
      type TEXT NOT NULL,
      schema_version INTEGER NOT NULL,
      data TEXT NOT NULL,
      command_id TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      why TEXT,
      hash TEXT NOT NULL,
      UNIQUE (stream, version),
      UNIQUE (stream, command_id, part)
    ) STRICT`
})

const migrator = Migrator.make({})({
  table: "zhengyou_migrations",
  loader: Migrator.fromRecord({ "0001_events": createEvents })
})

/** Brings the tables up to date; processes that start at once wait for one another. */
export const migrate: Effect.Effect<void, StoreUnavailable, SqlClient.SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const dialect = sql.onDialectOrElse({ sqlite: () => "sqlite", orElse: () => sql.driver })
  if (dialect !== "sqlite")
    return yield* new StoreUnavailable({
      operation: "migrate",
      trouble: "unsupported",
      retryable: false,
      cause: dialect
    })
  yield* Effect.mapError(migrator, unavailable("migrate"))
})
