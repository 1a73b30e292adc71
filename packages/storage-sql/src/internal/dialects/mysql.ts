import type { Column } from "@zhengyou/core"
import { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Dialect } from "../Dialect.ts"
import type { ColumnType } from "../Table.ts"
import { insertAfterLast } from "./insertAfterLast.ts"
import { inserting, quoted, quotedName, runAll, tableParts, whileLocked } from "./statements.ts"

/** How long processes that start at once wait for the one that makes the tables. */
const secondsForTables = 60

/** Locks are named over the whole server. */
const lockName = "CONCAT(MD5(DATABASE()), MD5(?))"

const typeOf = (type: ColumnType): string => {
  switch (type) {
    case "id":
      return "VARCHAR(120)"
    case "text":
      return "LONGTEXT"
    case "hash":
      return "VARCHAR(64)"
    case "instant":
      return "VARCHAR(30)"
    case "integer":
      return "INT"
    case "count":
      return "BIGINT"
    case "flag":
      return "BOOLEAN"
    default:
      return cellType(type.cells)
  }
}

/** The longest key, in characters; longer texts stand beside the row, which itself holds at most 65,535 bytes. */
const longestKey = 700

/** The finest decimals of MySQL; MariaDB has 38. */
const finest = 30

const cellType = (column: Column): string => {
  switch (column.type) {
    case "text":
      return column.max <= longestKey ? `VARCHAR(${column.max})` : "TEXT"
    case "decimal":
      return column.places <= finest ? `DECIMAL(${column.digits}, ${column.places})` : `VARCHAR(${column.digits + 2})`
    case "integer":
      return "BIGINT"
    case "flag":
      return "BOOLEAN"
    case "date":
      return "DATE"
    case "instant":
      return "DATETIME(3)"
  }
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
 * MySQL and MariaDB: the row of the head is locked before the last position is looked up, and held until the commit. What
 * `AUTO_INCREMENT` counted is not taken back with the transaction.
 */
export const mysql = (sql: SqlClient.SqlClient): Dialect => {
  const insert = insertAfterLast(sql, {
    head: ({ head }) => sql`${sql(head)} AS head`,
    forUpdate: "FOR UPDATE",
    latest: "LOCK IN SHARE MODE"
  })
  return {
    checkSettings: Effect.gen(function* () {
      const [found] = yield* sql<Readonly<Record<string, string>>>`
      SELECT @@SESSION.sql_mode AS sql_mode, @@SESSION.character_set_connection AS character_set_connection`
      for (const { setting, pattern } of neededSettings) {
        const value = found?.[setting] ?? ""
        if (!pattern.test(value)) return yield* unsupported(`${setting} is "${value}"`)
      }
    }),
    alone: (key, run) =>
      whileLocked(
        sql,
        Effect.fnUntraced(function* (connection) {
          const [taken] = yield* connection.executeValues(`SELECT GET_LOCK(${lockName}, ${secondsForTables})`, [key])
          if (Number(taken?.[0]) !== 1)
            return yield* new StoreUnavailable({ operation: "migrate", trouble: "busy", retryable: true, cause: key })
        }),
        (connection) => connection.executeValues(`SELECT RELEASE_LOCK(${lockName})`, [key]),
        run
      ),
    transactionalTables: false,
    createTable: Effect.fnUntraced(function* (table) {
      const [found] = yield* sql<{ readonly name: string }>`
      SELECT collation_name AS name FROM information_schema.collations WHERE ${sql.in("collation_name", collations)} LIMIT 1`
      const parts = tableParts(sql, table, typeOf, (comment) => ` COMMENT ${quoted(comment)}`)
      const collation = found?.name ?? "utf8mb4_bin"
      yield* runAll(sql, [
        `CREATE TABLE IF NOT EXISTS ${table.name} (\n  ${parts}
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation} COMMENT = ${quoted(table.comment)}`
      ])
    }),
    createView: ({ name, select }) => runAll(sql, [`CREATE OR REPLACE VIEW ${name} AS ${select}`]),
    head: "locks",
    lock: ({ head }) => sql`SELECT one FROM ${sql(head)} WHERE one = 1 FOR UPDATE`,
    latest: "LOCK IN SHARE MODE",
    forUpdate: "FOR UPDATE",
    upsert: (table, key, how, rows) => {
      const set = Object.keys(rows[0]).map((column) => {
        const name = quotedName(sql, column)
        if (key.includes(column)) return `${name} = ${name}`
        return how === "add" ? `${name} = ${name} + VALUES(${name})` : `${name} = VALUES(${name})`
      })
      return Effect.asVoid(sql`${inserting(sql, table, rows)} ON DUPLICATE KEY UPDATE ${sql.literal(set.join(", "))}`)
    },
    // The columns have no time zone; what is in them is UTC.
    toCell: ({ type }, cell) =>
      type === "instant" && typeof cell === "string" ? cell.replace("T", " ").replace("Z", "") : cell,
    readCell: ({ type }, name) => {
      // As a text: an application may have told its driver to read numbers as floats.
      if (type === "decimal") return `CAST(${name} AS CHAR)`
      if (type === "date") return `DATE_FORMAT(${name}, '%Y-%m-%d')`
      if (type === "instant") return `CONCAT(LEFT(DATE_FORMAT(${name}, '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z')`
      return name
    },
    insert: (names, rows, heads) =>
      rows.length > 1
        ? insert.many(names, rows, heads)
        : Effect.map(insert.one(names, rows[0], heads, (last) => sql`LAST_INSERT_ID(${last} + 1)`).raw, (inserted) => {
            // What the server answers to an insert: `insertId` is what `LAST_INSERT_ID` was given.
            const { affectedRows, insertId } = inserted as { readonly affectedRows: number; readonly insertId: number }
            return affectedRows === 0 ? undefined : insertId
          }),
    insertsAtOnce: (rows) => rows === 1
  }
}
