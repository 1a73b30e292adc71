import type { Column } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
import { toRow } from "../rows.ts"
import type { ColumnType } from "../Table.ts"
import { quoted, quotedName, runAll, tableParts, upsertOnConflict, whileLocked } from "./statements.ts"

/** Compared byte by byte, whatever the language of the database. */
const inBytes = `COLLATE "C"`

const typeOf = (type: ColumnType): string => {
  switch (type) {
    case "id":
      return `varchar(120) ${inBytes}`
    case "text":
      return `text ${inBytes}`
    case "hash":
      return `varchar(64) ${inBytes}`
    case "instant":
      return `varchar(30) ${inBytes}`
    case "integer":
      return "integer"
    case "count":
      return "bigint"
    case "flag":
      return "boolean"
    default:
      return cellType(type.cells)
  }
}

const cellType = (column: Column): string => {
  switch (column.type) {
    case "text":
      return `varchar(${column.max}) ${inBytes}`
    case "decimal":
      return `numeric(${column.digits}, ${column.places})`
    case "integer":
      return "bigint"
    case "flag":
      return "boolean"
    case "date":
      return "date"
    case "instant":
      return "timestamptz(3)"
  }
}

/**
 * PostgreSQL: the row of the head is updated before the rows go in, and held until the commit. A sequence would leave gaps,
 * and give a reader the later of two positions before the earlier one is committed.
 */
export const postgres = (sql: SqlClient.SqlClient): Dialect => ({
  checkSettings: Effect.void,
  alone: (key, run) =>
    whileLocked(
      sql,
      (connection) => connection.executeValues("SELECT pg_advisory_lock(hashtextextended($1, 0))", [key]),
      (connection) => connection.executeValues("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [key]),
      run
    ),
  transactionalTables: true,
  createTable: (table) =>
    runAll(sql, [
      `CREATE TABLE ${table.name} (\n  ${tableParts(sql, table, typeOf)}\n)`,
      `COMMENT ON TABLE ${table.name} IS ${quoted(table.comment)}`,
      ...table.columns.map(
        ({ name, comment }) => `COMMENT ON COLUMN ${table.name}.${quotedName(sql, name)} IS ${quoted(comment)}`
      )
    ]),
  createView: ({ name, select, comment }) =>
    runAll(sql, [`CREATE VIEW ${name} AS ${select}`, `COMMENT ON VIEW ${name} IS ${quoted(comment)}`]),
  lock: ({ head }) => sql`SELECT position FROM ${sql(head)} WHERE one = 1 FOR UPDATE`,
  latest: "",
  forUpdate: "FOR UPDATE",
  upsert: upsertOnConflict(sql),
  toCell: (_, cell) => cell,
  readCell: ({ type }, name) => {
    if (type === "date") return `to_char(${name}, 'YYYY-MM-DD')`
    if (type === "instant") return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    return name
  },
  // One statement whatever the number of rows: what all rows share comes once, the rest as lists.
  insert: Effect.fnUntraced(function* ({ events, head }, records) {
    const rows = records.map((record) => toRow(record, 0))
    const [first] = rows
    if (first === undefined) return 0
    const [inserted] = yield* sql<{ readonly position: bigint }>`
      WITH head AS (
        UPDATE ${sql(head)} SET position = position + ${rows.length}::integer WHERE one = 1
        RETURNING position - ${rows.length}::integer AS before
      ), inserted AS (
        INSERT INTO ${sql(events)}
          (position, stream, version, part, type, schema_version, data, command_id, actor, at, why, hash)
        SELECT head.before + one.nth, ${first.stream}::text, ${first.version - 1}::integer + one.nth, one.nth - 1,
          one.type, one.schema_version, one.data,
          ${first.command_id}::text, ${first.actor}::text, ${first.at}::text, ${first.why}::text, one.hash
        FROM head, unnest(
          ${rows.map((row) => row.type)}::text[], ${rows.map((row) => row.schema_version)}::integer[],
          ${rows.map((row) => row.data)}::text[], ${rows.map((row) => row.hash)}::text[]
        ) WITH ORDINALITY AS one (type, schema_version, data, hash, nth)
      )
      SELECT before + 1 AS position FROM head`
    return Number(inserted?.position)
  }),
  unlocked: (insert) => insert
})
