import { PgClient } from "@effect/sql-pg"
import { type EventStore, StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as SqlClient from "effect/sql/SqlClient"
import { unavailable } from "./internal/refusals.ts"
import { layerEventStore } from "./layerEventStore.ts"

/** A row of a large event is one message; the driver's own limit of 16 MB would refuse it. */
const maxMessageSize = 256 * 1024 * 1024

const isAddress = (url: string): boolean => /^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? "")

/**
 * A client of a PostgreSQL server by its address, such as `postgres://user:password@host:5432/database`.
 *
 * **When to use**
 *
 * To keep tables of the application in the same database, or to write both in one transaction: provide it to the
 * application and to `layerEventStore`. For the event store alone, `layerPostgres` is enough. An application that has
 * `PgClient` of `@effect/sql-pg` already provides that instead.
 *
 * **Refusals**
 *
 * `StoreUnavailable` where the server cannot be reached, or refuses the user.
 */
export const postgresServer = (url: string): Layer.Layer<SqlClient.SqlClient, StoreUnavailable> =>
  Layer.effect(
    SqlClient.SqlClient,
    isAddress(url)
      ? PgClient.make({ url: Redacted.make(url), maxMessageSize }).pipe(
          // Nothing is asked of the server before the first statement.
          Effect.tap((sql) => sql`SELECT 1`),
          Effect.mapError(unavailable("open"))
        )
      : // The address may hold a password, so it is not told again.
        new StoreUnavailable({ operation: "open", trouble: "cannot-open", retryable: false, cause: "not an address" })
  ).pipe(Layer.provide(Reactivity.layer))

/**
 * An event store in a PostgreSQL database, complete.
 *
 * @example
 * ```ts no-run
 * import { EventStore } from "@zhengyou/storage"
 * import { layerPostgres } from "@zhengyou/storage-sql/postgres"
 * import { Effect } from "effect"
 *
 * const records = EventStore.use((store) => store.read("round-2012"))
 * await Effect.runPromise(Effect.provide(records, layerPostgres("postgres://appraisal:secret@db.example.edu/appraisal")))
 * ```
 */
export const layerPostgres = (url: string): Layer.Layer<EventStore, StoreUnavailable> =>
  layerEventStore.pipe(Layer.provide(postgresServer(url)))
