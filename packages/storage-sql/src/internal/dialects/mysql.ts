import { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
import type { ColumnType } from "../Table.ts"
import { quoted, rowsInStatements, runAll, tableParts } from "./statements.ts"

/** How long processes that start at once wait for the one that makes the tables. */
const secondsForTables = 60

const types: Readonly<Record<ColumnType, string>> = {
  id: "VARCHAR(120)",
  text: "LONGTEXT",
  hash: "VARCHAR(64)",
  instant: "VARCHAR(30)",
  integer: "INT",
  position: "BIGINT"
}

/** Letters with and without accents, capitals, and blanks at the end all differ; the two servers name this differently. */
const collations = ["utf8mb4_0900_bin", "utf8mb4_nopad_bin"]

/** A session that is not strict cuts off what is too long instead of refusing it; one in another character set loses characters. */
const neededSettings = [
  { setting: "sql_mode", pattern: /STRICT_(TRANS|ALL)_TABLES/ },
  { setting: "character_set_connection", pattern: /^utf8mb4$/ }
]

const unsupported = (cause: string): StoreUnavailable =>
  new StoreUnavailable({ operation: "migrate", trouble: "unsupported", retryable: false, cause })

/**
 * MySQL and MariaDB: the row of the head is updated before the rows go in, and held until the commit. What
 * `AUTO_INCREMENT` counted is not taken back with the transaction.
 */
export const mysql = (sql: SqlClient.SqlClient): Dialect => ({
  checkSettings: Effect.gen(function* () {
    const [found] = yield* sql<Readonly<Record<string, string>>>`
      SELECT @@SESSION.sql_mode AS sql_mode, @@SESSION.character_set_connection AS character_set_connection`
    for (const { setting, pattern } of neededSettings) {
      const value = found?.[setting] ?? ""
      if (!pattern.test(value)) return yield* unsupported(`${setting} is "${value}"`)
    }
  }),
  // Making a table commits, so the lock belongs to a connection and not to a transaction.
  alone: (key, run) =>
    Effect.scoped(
      Effect.gen(function* () {
        const connection = yield* sql.reserve
        const name = [`zhengyou ${key}`]
        const [taken] = yield* connection.executeValues(
          `SELECT GET_LOCK(CONCAT(MD5(DATABASE()), MD5(?)), ${secondsForTables})`,
          name
        )
        if (Number(taken?.[0]) !== 1)
          return yield* new StoreUnavailable({ operation: "migrate", trouble: "busy", retryable: true, cause: key })
        return yield* Effect.ensuring(
          run,
          Effect.ignore(connection.executeValues("SELECT RELEASE_LOCK(CONCAT(MD5(DATABASE()), MD5(?)))", name))
        )
      })
    ),
  transactionalTables: false,
  createTable: Effect.fnUntraced(function* (table) {
    const [found] = yield* sql<{ readonly name: string }>`
      SELECT collation_name AS name FROM information_schema.collations WHERE ${sql.in("collation_name", collations)} LIMIT 1`
    const parts = tableParts(table, types, (comment) => ` COMMENT ${quoted(comment)}`)
    const collation = found?.name ?? "utf8mb4_bin"
    yield* runAll(sql, [
      `CREATE TABLE IF NOT EXISTS ${table.name} (\n  ${parts}
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation} COMMENT = ${quoted(table.comment)}`
    ])
  }),
  createView: ({ name, select }) => runAll(sql, [`CREATE OR REPLACE VIEW ${name} AS ${select}`]),
  lock: ({ head }) => sql`SELECT position FROM ${sql(head)} WHERE one = 1 FOR UPDATE`,
  latest: "LOCK IN SHARE MODE",
  insert: Effect.fnUntraced(function* ({ events, head }, records) {
    const { insertId } = (yield* sql`
      UPDATE ${sql(head)} SET position = LAST_INSERT_ID(position + ${records.length}) WHERE one = 1`.raw) as {
      readonly insertId: number
    }
    const first = insertId - records.length + 1
    for (const rows of rowsInStatements(records, first)) yield* sql`INSERT INTO ${sql(events)} ${sql.insert(rows)}`
    return first
  }),
  unlocked: sql.withTransaction
})
