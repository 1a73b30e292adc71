import { type Cell, type Column, hashOf, type ReadModel, type Text } from "@zhengyou/core"
import type { CellsByName, RowWrite } from "@zhengyou/storage"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import { quotedName } from "./dialects/statements.ts"
import type { Place } from "./migrations.ts"
import type { Names, Table, View } from "./Table.ts"

/** The column that tells which rows belong together; no column of a read model can have this name. */
export const generationColumn = "_generation"

/** The longest name that every database takes. */
const longestName = 63

/** How a name is written in a database. */
export const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A name that is too long ends in a hash of the whole instead. */
const fitting = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 9)}_${hashOf(name).slice(0, 8)}`

type Version = Pick<ReadModel, "name" | "version">

/** The table with the rows of a version of a read model, and the view that shows those that are good. */
export const rowNames = ({ prefix }: Names, { name, version }: Version) => ({
  table: fitting(`${prefix}rows_${snakeCase(name)}_v${version}`),
  view: fitting(`${prefix}${snakeCase(name)}_v${version}`)
})

const commentOf = (about: Text): string => (typeof about === "string" ? about : `${about["zh-CN"]} / ${about.en}`)

/** The table for the rows of a read model: those that a rebuild is making stand beside the good ones. */
export const rowTable = (names: Names, model: ReadModel): Table => ({
  name: rowNames(names, model).table,
  comment: commentOf(model.about),
  columns: [
    {
      name: generationColumn,
      type: "integer",
      comment: `Which rows belong together; ${names.models} tells which are good`
    },
    ...Object.entries(model.columns).map(([name, column]) => ({
      name: snakeCase(name),
      type: { cells: column },
      nullable: column.optional === true,
      comment: commentOf(column.about)
    }))
  ],
  primaryKey: [generationColumn, ...model.key.map(snakeCase)],
  unique: []
})

/** The good rows of a read model: what a person asks. */
export const rowView = ({ sql, names }: Place, model: ReadModel): View => {
  const { table, view } = rowNames(names, model)
  const columns = Object.keys(model.columns).map((name) => quotedName(sql, snakeCase(name)))
  return {
    name: view,
    comment: commentOf(model.about),
    select:
      `SELECT ${columns.join(", ")} FROM ${table} WHERE ${quotedName(sql, generationColumn)} = ` +
      `(SELECT m.generation FROM ${names.models} m WHERE m.model = '${model.name}' AND m.version = ${model.version})`
  }
}

/** What one statement takes: databases limit its values. */
const limits = { rows: 500, values: 30_000 }

/** Writes changes into the rows of one generation. */
export const writerOf = ({ sql, dialect, names }: Place, model: ReadModel, generation: number) => {
  const { table } = rowNames(names, model)
  const key = [generationColumn, ...model.key.map(snakeCase)]
  const columnOf = (name: string): Column => model.columns[name] ?? { type: "flag", about: name }
  const toCells = (cells: CellsByName): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(cells).map(([name, cell]) => [snakeCase(name), dialect.toCell(columnOf(name), cell)])
    )
  const whole = (where: CellsByName) =>
    sql.and(
      Object.entries({ [generationColumn]: generation, ...toCells(where) }).map(
        ([column, cell]) => sql`${sql(column)} = ${cell}`
      )
    )
  const atOnce = Math.min(limits.rows, Math.floor(limits.values / (Object.keys(model.columns).length + 1)))

  const put = Effect.fnUntraced(function* (rows: ReadonlyArray<CellsByName>): Effect.fn.Return<void, SqlError> {
    // A statement may write a row once only, and the last one counts.
    const lastOfKey = new Map(rows.map((row) => [JSON.stringify(model.key.map((name) => row[name])), row]))
    const found = Array.from(lastOfKey.values(), (row) => ({ [generationColumn]: generation, ...toCells(row) }))
    for (const some of Arr.chunksOf(found, atOnce)) yield* dialect.upsert(table, key, "replace", some)
  })

  return Effect.fnUntraced(function* (writes: ReadonlyArray<RowWrite>): Effect.fn.Return<void, SqlError> {
    let puts: Array<CellsByName> = []
    for (const write of writes) {
      if (write._tag === "Put") {
        puts.push(write.row)
        continue
      }
      yield* put(puts)
      puts = []
      if (write._tag === "Remove") yield* sql`DELETE FROM ${sql(table)} WHERE ${whole(write.where)}`
      else if (Object.keys(write.values).length > 0)
        yield* sql`UPDATE ${sql(table)} SET ${sql.update(toCells(write.values))} WHERE ${whole(write.where)}`
    }
    yield* put(puts)
  })
}

/** A cell as a read model has it, of what the database gives. */
export const fromCell = ({ type }: Column, value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (type === "integer") return Number(value)
  if (type === "flag") return value === true || Number(value) === 1
  return String(value)
}
