import { StoreUnavailable } from "@zhengyou/storage"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/**
 * What the names of our tables begin with: `zhengyou_`, unless the application provides another.
 *
 * **When to use**
 *
 * When `zhengyou_` is taken, or when two stores share a database.
 *
 * **Details**
 *
 * 1 to 24 small letters, digits and underscores, of which the first is a letter: such a name means the same in every
 * database, quoted or not. In PostgreSQL the tables are made in the schema that the connection is in.
 *
 * **Refusals**
 *
 * `StoreUnavailable` with the trouble `bad-prefix` when the layer of the store is built.
 *
 * @example
 * ```ts
 * import { EventStore } from "@zhengyou/storage"
 * import { layerEventStore, sqliteFile, TablePrefix } from "@zhengyou/storage-sql"
 * import { Effect, Layer } from "effect"
 * import { SqlClient } from "effect/sql"
 *
 * const program = Effect.gen(function* () {
 *   const sql = yield* SqlClient.SqlClient
 *   yield* EventStore
 *   return (yield* sql`SELECT name FROM sqlite_schema WHERE name = 'pingyou_events'`).length
 * })
 * const layer = layerEventStore.pipe(
 *   Layer.provide(Layer.succeed(TablePrefix, "pingyou_")),
 *   Layer.provideMerge(sqliteFile(":memory:"))
 * )
 * await Effect.runPromise(Effect.provide(program, layer)) // => 1
 * ```
 */
export const TablePrefix: Context.Reference<string> = Context.Reference("@zhengyou/storage-sql/TablePrefix", {
  defaultValue: () => "zhengyou_"
})

/** The prefix that the application provides; refused where it is not a plain name. */
export const validPrefix: Effect.Effect<string, StoreUnavailable> = Effect.flatMap(TablePrefix, (prefix) =>
  /^[a-z][a-z0-9_]{0,23}$/.test(prefix)
    ? Effect.succeed(prefix)
    : Effect.fail(
        new StoreUnavailable({
          operation: "migrate",
          trouble: "bad-prefix",
          retryable: false,
          cause: JSON.stringify(prefix)
        })
      )
)
