import type { Column } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
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
  head: "counts",
  lock: ({ head }) => sql`SELECT position FROM ${sql(head)} WHERE one = 1 FOR UPDATE`,
  latest: "",
  forUpdate: "FOR UPDATE",
  upsert: upsertOnConflict(sql),
  toCell: (_, cell) => cell,
  readCell: ({ type }, name) => {
    // As a text: an application may have told its driver to read numbers as floats.
    if (type === "decimal") return `${name}::text`
    if (type === "date") return `to_char(${name}, 'YYYY-MM-DD')`
    if (type === "instant") return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    return name
  },
  // One statement whatever the number of rows, which come as one text: lists of nothing have no type.
  insert: Effect.fnUntraced(function* ({ events, head }, rows, heads) {
    const [inserted] = yield* sql<{ readonly position: bigint }>`
      WITH head AS (
        UPDATE ${sql(head)} SET position = position + ${rows.length}::integer WHERE one = 1 AND NOT EXISTS (
          SELECT 1 FROM json_to_recordset(${JSON.stringify(heads)}::text::json)
            AS seen (stream text, version integer, hash text)
          WHERE NOT EXISTS (
            SELECT 1 FROM ${sql(events)} e
            WHERE e.stream = seen.stream AND e.version = seen.version AND e.hash = seen.hash
          )
        )
        RETURNING position - ${rows.length}::integer AS before
      ), inserted AS (
        INSERT INTO ${sql(events)}
          (position, stream, version, part, type, schema_version, data, command_id, actor, at, why, hash)
        SELECT head.before + one.nth, one.stream, one.version, one.part, one.type, one.schema_version, one.data,
          one.command_id, one.actor, one.at, one.why, one.hash
        FROM head, ROWS FROM (
          json_to_recordset(${JSON.stringify(rows)}::text::json) AS (
            stream text, version integer, part integer, type text, schema_version integer, data text, command_id text,
            actor text, at text, why text, hash text
          )
        ) WITH ORDINALITY AS one (
          stream, version, part, type, schema_version, data, command_id, actor, at, why, hash, nth
        )
      )
      SELECT before + 1 AS position FROM head`
    return inserted === undefined ? undefined : Number(inserted.position)
  }),
  insertsAtOnce: () => true
})
