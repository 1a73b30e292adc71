import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
import type { ColumnType } from "../Table.ts"
import { insertAfterLast } from "./insertAfterLast.ts"
import { runAll, tableParts, upsertOnConflict } from "./statements.ts"

/** SQLite has neither decimals, nor flags, nor days: decimals and days are texts that sort as they should, flags 0 and 1. */
const typeOf = (type: ColumnType): string => {
  const isNumber =
    typeof type === "string"
      ? ["integer", "count", "flag"].includes(type)
      : ["integer", "flag"].includes(type.cells.type)
  return isNumber ? "INTEGER" : "TEXT"
}

/** SQLite keeps the statement as it was written, so comments in it are there for whoever looks. */
const commentOf = (comment: string): string => ` /* ${comment.replaceAll("*/", "* /")} */`

/** SQLite: one writer at a time, who has the file for a statement, or from `BEGIN IMMEDIATE` to the commit. */
export const sqlite = (sql: SqlClient.SqlClient): Dialect => {
  const insert = insertAfterLast(sql, { head: () => sql`(SELECT 1 AS one) AS head`, forUpdate: "", latest: "" })
  return {
    checkSettings: Effect.void,
    // The migrator's own transaction has the file for itself.
    alone: (_, run) => run,
    transactionalTables: true,
    createTable: (table) =>
      runAll(sql, [
        `CREATE TABLE ${table.name} (${commentOf(table.comment)}\n  ${tableParts(sql, table, typeOf, commentOf)}\n) STRICT`
      ]),
    createView: ({ name, select }) => runAll(sql, [`CREATE VIEW ${name} AS ${select}`]),
    lock: () => Effect.void,
    latest: "",
    forUpdate: "",
    upsert: upsertOnConflict(sql),
    toCell: (_, cell) => cell,
    readCell: (_, name) => name,
    insert: (names, rows, heads) =>
      rows.length > 1
        ? insert.many(names, rows, heads)
        : Effect.map(
            sql<{ readonly position: number }>`
            ${insert.one(names, rows[0], heads, (last) => sql`${last} + 1`)} RETURNING position`,
            ([inserted]) => inserted?.position
          ),
    insertsAtOnce: (rows) => rows === 1
  }
}
