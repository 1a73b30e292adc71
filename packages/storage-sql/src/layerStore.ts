import type { ReadModel } from "@zhengyou/core"
import {
  BallotBox,
  EventStore,
  type Ports,
  ReadModels,
  type ReadModelsInvalid,
  type StoreUnavailable,
  vetReadModels
} from "@zhengyou/storage"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as SqlClient from "effect/sql/SqlClient"
import { ballotBoxIn } from "./internal/ballots.ts"
import { eventStoreIn } from "./internal/eventStore.ts"
import { findPlace, migratePlace, type Place } from "./internal/migrations.ts"
import { followWith, readModelsIn, registerModels } from "./internal/readModels.ts"
import { refusing } from "./internal/refusals.ts"

/**
 * Events, read models and ballots on an SQL database, by the `SqlClient` that the application provides.
 *
 * **When to use**
 *
 * When the application asks for rows or counts secret ballots; for events alone, `layerEventStore` is enough.
 *
 * **Details**
 *
 * As `layerEventStore`, and a read model `unitScores` of version 2 is a table with typed columns, `zhengyou_rows_unit_scores_v2`,
 * and a view of the rows that are good, `zhengyou_unit_scores_v2`, for whoever asks the database itself.
 *
 * **Refusals**
 *
 * `ReadModelsInvalid` where a read model cannot be a table; `StoreUnavailable` where the tables cannot be made.
 *
 * @example
 * ```ts
 * import { readModel } from "@zhengyou/core"
 * import { EventStore, ReadModels } from "@zhengyou/storage"
 * import { layerStore, sqliteFile } from "@zhengyou/storage-sql"
 * import { Effect, Layer, Schema } from "effect"
 * import { SqlClient } from "effect/sql"
 *
 * const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })
 * const unitScores = readModel({
 *   name: "unitScores",
 *   version: 1,
 *   about: { "zh-CN": "各单位得分", en: "The points of each unit" },
 *   columns: {
 *     unit: { type: "text", max: 120, about: { "zh-CN": "单位", en: "Unit" } },
 *     points: { type: "integer", about: { "zh-CN": "得分", en: "Points" } }
 *   },
 *   key: ["unit"],
 *   streams: "round-",
 *   stored: { schemaVersion: 1, event: Scored },
 *   on: { Scored: ({ unit, points }) => [{ _tag: "Put", row: { unit, points } }] }
 * })
 * const program = Effect.gen(function* () {
 *   const scored = { type: "Scored", schemaVersion: 1, data: { _tag: "Scored", unit: "z01", points: 90 } }
 *   const meta = { commandId: "c1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 *   yield* EventStore.use((store) => store.append("round-2012", 0, [scored], meta))
 *   const { rows } = yield* ReadModels.use((models) => models.query(unitScores, { limit: 10 }))
 *   const sql = yield* SqlClient.SqlClient
 *   return [rows, yield* sql`SELECT unit, points FROM zhengyou_unit_scores_v1`]
 * })
 * const layer = layerStore([unitScores]).pipe(Layer.provideMerge(sqliteFile(":memory:")))
 * await Effect.runPromise(Effect.provide(program, layer)) // => [[{ unit: "z01", points: 90 }], [{ unit: "z01", points: 90 }]]
 * ```
 */
export const layerStore = (
  models: ReadonlyArray<ReadModel>
): Layer.Layer<Ports, ReadModelsInvalid | StoreUnavailable, SqlClient.SqlClient> =>
  Layer.effectContext(
    Effect.gen(function* () {
      yield* Effect.fromResult(vetReadModels(models))
      const place = yield* findPlace
      yield* migratePlace(place)
      yield* refusing("migrate")(registerModels(place, models))
      return portsIn(place, models)
    })
  )

/**
 * Events, read models and ballots on tables that `layerStore` has made already, with the same read models.
 *
 * **When to use**
 *
 * Inside a transaction that was joined, with `joinTransaction`: nothing is asked of the database before the ports are used.
 */
export const layerOpenedStore = (
  models: ReadonlyArray<ReadModel>
): Layer.Layer<Ports, StoreUnavailable, SqlClient.SqlClient> =>
  Layer.effectContext(Effect.map(findPlace, (place) => portsIn(place, models)))

const portsIn = (place: Place, models: ReadonlyArray<ReadModel>): Context.Context<Ports> => {
  const follow = models.length === 0 ? undefined : followWith(place, models)
  return Context.make(EventStore, eventStoreIn(place, follow)).pipe(
    Context.add(ReadModels, readModelsIn(place, models)),
    Context.add(BallotBox, ballotBoxIn(place))
  )
}
