import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { EventStore } from "../../../EventStore.ts"
import { ReadModels } from "../../../ReadModels.ts"
import { adapterCase, on, refused, same } from "../check.ts"
import { metaOf } from "../points.ts"
import { change, nextTable, other, put, rebuilt, rowOf, rowsOf, table } from "./models.ts"

const needs = ["reopening"] as const

const newcomer = adapterCase(
  { port: "ReadModels", name: "a model that is new to a store with records is read once it is rebuilt", needs },
  (adapter) =>
    Effect.gen(function* () {
      yield* on(adapter, [other], change("rows", 0, put(rowOf("a", 1))))
      yield* on(
        adapter,
        [table, other],
        Effect.gen(function* () {
          const models = yield* ReadModels
          yield* same("where the models stand", yield* models.status, [
            { model: "table", version: 1, isBuilt: false, position: 0 },
            { model: "otherTable", version: 1, isBuilt: true, position: 1 }
          ])
          const query = yield* refused("a query", "ReadModelUnavailable", models.query(table, { limit: 1 }))
          yield* same("the refusal", [query.model, query.version, query.trouble], ["table", 1, "not-built"])
          yield* change("rows", 1, put(rowOf("a", 2)))
          yield* refused("a query after an append", "ReadModelUnavailable", models.query(table, { limit: 1 }))
          yield* rebuilt(table)
          yield* change("rows", 2, put(rowOf("a", 3)))
          yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1), rowOf("a", 2), rowOf("a", 3)])
        })
      )
      yield* same("the rows when it is opened again", (yield* on(adapter, [table], rowsOf(table))).length, 3)
    })
)

const newVersion = adapterCase(
  {
    port: "ReadModels",
    name: "the rows of a version are read by those who know it until another version is built, and are then gone",
    needs
  },
  (adapter) =>
    on(
      adapter,
      [table],
      Effect.gen(function* () {
        yield* change("rows", 0, put(rowOf("a", 1)))
        yield* on(
          adapter,
          [nextTable],
          Effect.gen(function* () {
            const models = yield* ReadModels
            yield* refused("a query of the new version", "ReadModelUnavailable", models.query(nextTable, { limit: 1 }))
          })
        )
        yield* change("rows", 1, put(rowOf("a", 2)))
        yield* same("the rows of the old version", (yield* rowsOf(table)).length, 2)
        yield* on(
          adapter,
          [nextTable],
          Effect.gen(function* () {
            yield* rebuilt(nextTable)
            yield* same("the rows of the new version", yield* rowsOf(nextTable), [rowOf("a", 1), rowOf("a", 2)])
          })
        )
        const models = yield* ReadModels
        const gone = yield* refused(
          "a query of the old version",
          "ReadModelUnavailable",
          models.query(table, { limit: 1 })
        )
        yield* same("the refusal", gone.trouble, "not-built")
        yield* change("rows", 2, put(rowOf("a", 3)))
      })
    )
)

const caughtUp = adapterCase(
  {
    port: "ReadModels",
    name: "the next append takes in what others appended who were made without the model",
    needs
  },
  (adapter) =>
    on(
      adapter,
      [table],
      Effect.gen(function* () {
        yield* change("rows", 0, put(rowOf("a", 1)))
        yield* on(
          adapter,
          [],
          Effect.andThen(change("rows", 1, put(rowOf("a", 2))), change("rows", 2, put(rowOf("b", 1))))
        )
        const { position } = yield* ReadModels.use((models) => models.query(table, { limit: 1 }))
        yield* same("the position before", position, 1)
        yield* change("rows", 3, [{ _tag: "Update", where: { group: "a" }, values: { count: 5 } }])
        yield* same("the rows", yield* rowsOf(table), [
          rowOf("a", 1, { count: 5 }),
          rowOf("a", 2, { count: 5 }),
          rowOf("b", 1)
        ])
      })
    )
)

const unreadable = adapterCase(
  {
    port: "ReadModels",
    name: "a rebuild stops at a record that its model cannot read, names it, and leaves the rows of before",
    needs
  },
  (adapter) =>
    Effect.gen(function* () {
      yield* on(adapter, [table], change("rows", 0, put(rowOf("a", 1))))
      const store = EventStore.use((kept) =>
        kept.append("rows", 1, [{ type: "Changed", schemaVersion: 2, data: { changes: 7 } }], metaOf("c1"))
      )
      yield* on(adapter, [], store)
      yield* on(
        adapter,
        [table],
        Effect.gen(function* () {
          const models = yield* ReadModels
          const error = yield* refused("the rebuild", "StoredDataInvalid", Stream.runDrain(models.rebuild(table)))
          yield* same("the record", [error.stream, error.version, error.why._tag], ["rows", 2, "WrongShape"])
          yield* same("the rows", yield* rowsOf(table), [rowOf("a", 1)])
        })
      )
    })
)

/** What a store does for those who open it with other read models. */
export const reopening = [newcomer, newVersion, caughtUp, unreadable]
