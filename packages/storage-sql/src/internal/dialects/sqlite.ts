import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
import type { ColumnType } from "../Table.ts"
import { rowsInStatements, runAll, tableParts } from "./statements.ts"

const types: Readonly<Record<ColumnType, string>> = {
  id: "TEXT",
  text: "TEXT",
  hash: "TEXT",
  instant: "TEXT",
  integer: "INTEGER",
  position: "INTEGER"
}

/** SQLite: one writer at a time, who has the file from `BEGIN IMMEDIATE` to the commit. */
export const sqlite = (sql: SqlClient.SqlClient): Dialect => ({
  checkSettings: Effect.void,
  // The migrator's own transaction has the file for itself.
  alone: (_, run) => run,
  transactionalTables: true,
  createTable: (table) => runAll(sql, [`CREATE TABLE ${table.name} (\n  ${tableParts(table, types)}\n) STRICT`]),
  createView: ({ name, select }) => runAll(sql, [`CREATE VIEW ${name} AS ${select}`]),
  lock: () => Effect.void,
  latest: "",
  insert: Effect.fnUntraced(function* ({ events, head }, records) {
    const [last] = yield* sql<{ readonly position: number }>`
      UPDATE ${sql(head)} SET position = position + ${records.length} WHERE one = 1 RETURNING position`
    const first = Number(last?.position) - records.length + 1
    for (const rows of rowsInStatements(records, first)) yield* sql`INSERT INTO ${sql(events)} ${sql.insert(rows)}`
    return first
  })
})
