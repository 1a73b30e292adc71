import type { ReadModel, Recorded } from "@zhengyou/core"
import {
  type NotStorable,
  type Page,
  type QueryInvalid,
  ReadModels,
  ReadModelUnavailable,
  type StoredDataInvalid,
  type StoreUnavailable,
  vetQuery,
  writesOfAppend,
  writesOfStored
} from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { Follow } from "./appendTogether.ts"
import { quotedName } from "./dialects/statements.ts"
import type { Place } from "./migrations.ts"
import { type ModelRow, modelRows } from "./modelRows.ts"
import { rebuilderOf } from "./rebuilding.ts"
import { refusing } from "./refusals.ts"
import { fromCell, generationColumn, rowNames, rowTable, rowView, snakeCase, writerOf } from "./rowTables.ts"

/** Makes the tables of read models that the database does not know, and notes what is good of them. */
export const registerModels = (
  place: Place,
  models: ReadonlyArray<ReadModel>
): Effect.Effect<void, StoreUnavailable | SqlError> =>
  Effect.forEach(models, (model) => register(place, model), { discard: true })

const register = Effect.fnUntraced(function* (
  place: Place,
  model: ReadModel
): Effect.fn.Return<void, StoreUnavailable | SqlError> {
  const { sql, dialect, names } = place
  const { one, retireOthers, lastPosition } = modelRows(place)
  const known = sql`SELECT model FROM ${sql(names.models)} WHERE ${one(model)}`
  if ((yield* known).length > 0) return
  const make = Effect.gen(function* () {
    if ((yield* known).length > 0) return
    yield* dialect.createTable(rowTable(names, model))
    yield* dialect.createView(rowView(place, model))
    yield* dialect.lock(names)
    // Without events there is nothing that the rows lack.
    const generation = (yield* lastPosition) === 0 ? 1 : 0
    const row = {
      model: model.name,
      version: model.version,
      generation,
      position: 0,
      building: 0,
      reached: 0,
      latest: 1
    }
    yield* sql`INSERT INTO ${sql(names.models)} ${sql.insert(row)}`
    if (generation > 0) yield* retireOthers(model)
  })
  yield* dialect.alone(names.migrations, sql.withTransaction(make))
})

/** Takes the records of an append into the rows, after what others appended who do not know the read model. */
export const followWith =
  (place: Place, models: ReadonlyArray<ReadModel>): Follow =>
  (records) =>
    Effect.forEach(models, (model) => takeIn(place, model, records), { discard: true })

const takeIn = Effect.fnUntraced(function* (
  place: Place,
  model: ReadModel,
  records: ReadonlyArray<Recorded>
): Effect.fn.Return<void, NotStorable | StoredDataInvalid | SqlError> {
  const { find, update, eventsBetween } = modelRows(place)
  const row = yield* find(model)
  const [first, last] = [records[0]?.position, records.at(-1)?.position]
  if (row === undefined || row.generation === 0 || first === undefined || last === undefined) return
  const write = writerOf(place, model, row.generation)
  let reached = Number(row.position)
  while (reached < first - 1) {
    const missed = yield* eventsBetween(reached, first)
    yield* write(yield* Effect.fromResult(writesOfStored(model, missed)))
    reached = missed.at(-1)?.position ?? first
  }
  yield* write(yield* Effect.fromResult(writesOfAppend(model, records)))
  yield* update(model, { position: last })
})

const statementsOf = (place: Place, models: ReadonlyArray<ReadModel>) => {
  const { sql, dialect, names } = place
  const table = sql(names.models)
  const { one } = modelRows(place)

  const given = (model: ReadModel): Effect.Effect<void, ReadModelUnavailable> =>
    models.some(({ name, version }) => name === model.name && version === model.version)
      ? Effect.void
      : Effect.fail(new ReadModelUnavailable({ model: model.name, version: model.version, trouble: "not-given" }))

  /** One statement, so that the rows and the position are of the same moment. */
  const query = Effect.fnUntraced(function* (
    model: ReadModel,
    asked: Parameters<typeof vetQuery>[1]
  ): Effect.fn.Return<Page<ReadModel["columns"]>, QueryInvalid | ReadModelUnavailable | SqlError> {
    const { where, after, descending, limit } = yield* Effect.fromResult(vetQuery(model, asked))
    yield* given(model)
    const columns = Object.entries(model.columns)
    const nameOf = (name: string) => sql(snakeCase(name))
    const cell = (name: string, value: unknown) => {
      const column = model.columns[name]
      return column === undefined ? value : dialect.toCell(column, value as never)
    }
    const conditions = Object.entries(where).map(([name, value]) => sql`${nameOf(name)} = ${cell(name, value)}`)
    if (after !== undefined) {
      const left = sql.csv(model.key.map((name) => sql`${nameOf(name)}`))
      const right = sql.csv(model.key.map((name) => sql`${cell(name, after[name])}`))
      conditions.push(descending ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`)
    }
    const read = columns.map(
      ([name, column], i) => `${dialect.readCell(column, quotedName(sql, snakeCase(name)))} AS c${i}`
    )
    const direction = descending ? " DESC" : ""
    const inOrder = model.key.map((name) => `${quotedName(sql, snakeCase(name))}${direction}`).join(", ")
    const inOrderOutside = model.key
      .map((name) => `p.c${columns.findIndex(([column]) => column === name)}${direction}`)
      .join(", ")
    const good = sql`SELECT m.generation FROM ${table} m WHERE ${one(model)}`
    const found = yield* sql<Readonly<Record<string, unknown>> & Pick<ModelRow, "generation" | "position">>`
      SELECT m.generation, m.position, p.* FROM ${table} m LEFT JOIN (
        SELECT 1 AS present, ${sql.literal(read.join(", "))} FROM ${sql(rowNames(names, model).table)}
        WHERE ${sql.and([sql`${sql(generationColumn)} = (${good})`, ...conditions])}
        ORDER BY ${sql.literal(inOrder)} LIMIT ${sql.literal(String(limit))}
      ) p ON 1 = 1 WHERE ${one(model)} ORDER BY ${sql.literal(inOrderOutside)}`
    const [first] = found
    if (first === undefined || first.generation === 0)
      return yield* new ReadModelUnavailable({ model: model.name, version: model.version, trouble: "not-built" })
    const rows = found
      .filter(({ present }) => present !== null)
      .map((row) => Object.fromEntries(columns.map(([name, column], i) => [name, fromCell(column, row[`c${i}`])])))
    return { rows, position: Number(first.position) }
  })

  const status = Effect.map(sql<ModelRow>`SELECT * FROM ${table}`, (rows) =>
    models.map(({ name, version }) => {
      const row = rows.find((found) => found.model === name && found.version === version)
      const isBuilt = row !== undefined && row.generation > 0
      return { model: name, version, isBuilt, position: isBuilt ? Number(row.position) : 0 }
    })
  )

  return { given, query, status }
}

/** The read models in a database. */
export const readModelsIn = (place: Place, models: ReadonlyArray<ReadModel>): ReadModels["Service"] => {
  const { given, query, status } = statementsOf(place, models)
  return ReadModels.of({
    query: Effect.fn("ReadModels.query")(function* (model, asked) {
      const page = yield* refusing("read")(query(model, asked))
      // What was written into the columns was held against them, so the rows are rows of the model.
      return { ...page, rows: page.rows as Page<typeof model.columns>["rows"] }
    }),
    rebuild: (model) => rebuilderOf(place, model, given(model)),
    status: refusing("read")(status)
  })
}
