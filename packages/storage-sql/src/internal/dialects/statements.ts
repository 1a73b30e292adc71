import type * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import type { SqlError } from "effect/sql/SqlError"
import type { Dialect } from "../Dialect.ts"
import type { NewRow } from "../rows.ts"
import type { ColumnType, Table } from "../Table.ts"

/** Runs statements of ours as they stand, one after another. */
export const runAll = (sql: SqlClient.SqlClient, statements: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })

/** The longest comment of a column that MySQL keeps. */
const longestComment = 1000

/** A text as a literal, for comments: a statement that makes a table cannot take parameters. */
export const quoted = (text: string): string =>
  `'${Array.from(text).slice(0, longestComment).join("").replaceAll("\\", "/").replaceAll("'", "''")}'`

/** A name in the quotes of the database, so that it can be any word. */
export const quotedName = (sql: SqlClient.SqlClient, name: string): string => sql`${sql(name)}`.compile(true)[0]

/** The parts of a `CREATE TABLE` that every database writes alike. */
export const tableParts = (
  sql: SqlClient.SqlClient,
  { columns, primaryKey, unique }: Table,
  typeOf: (type: ColumnType) => string,
  commentOf: (comment: string) => string = () => ""
): string => {
  const list = (names: ReadonlyArray<string>) => names.map((name) => quotedName(sql, name)).join(", ")
  return [
    ...columns.map(
      ({ name, type, nullable, comment }) =>
        `${quotedName(sql, name)} ${typeOf(type)}${nullable === true ? "" : " NOT NULL"}${commentOf(comment)}`
    ),
    `PRIMARY KEY (${list(primaryKey)})`,
    ...unique.map((names) => `UNIQUE (${list(names)})`)
  ].join(",\n  ")
}

/** What one statement may hold: databases limit its parameters and its length. */
const limits = { rows: 500, characters: 1_000_000 }

/** The beginning of an `INSERT` of rows that have the same columns. */
export const inserting = (
  sql: SqlClient.SqlClient,
  table: string,
  rows: Arr.NonEmptyReadonlyArray<Readonly<Record<string, unknown>>>
) => sql`INSERT INTO ${sql(table)} ${sql.insert(rows)}`

/** The `upsert` of databases that have `ON CONFLICT`. */
export const upsertOnConflict =
  (sql: SqlClient.SqlClient): Dialect["upsert"] =>
  (table, key, how, rows) => {
    const name = (column: string) => quotedName(sql, column)
    const set = Object.keys(rows[0])
      .filter((column) => !key.includes(column))
      .map((column) =>
        how === "add"
          ? `${name(column)} = ${name(table)}.${name(column)} + excluded.${name(column)}`
          : `${name(column)} = excluded.${name(column)}`
      )
    const action = set.length === 0 ? "NOTHING" : `UPDATE SET ${set.join(", ")}`
    const target = key.map(name).join(", ")
    return Effect.asVoid(
      sql`${inserting(sql, table, rows)} ON CONFLICT (${sql.literal(target)}) DO ${sql.literal(action)}`
    )
  }

/** Rows from a position on, in groups that one statement can hold. */
export const rowsInStatements = (rows: ReadonlyArray<NewRow>, first: number) => {
  const groups: Array<Arr.NonEmptyArray<NewRow & { readonly position: number }>> = []
  let characters = 0
  for (const [index, row] of rows.entries()) {
    const placed = { position: first + index, ...row }
    characters += row.data.length
    const group = groups.at(-1)
    if (group === undefined || group.length === limits.rows || characters > limits.characters) {
      groups.push([placed])
      characters = row.data.length
    } else group.push(placed)
  }
  return groups
}

/**
 * Runs an effect while a connection of its own holds a lock of the server, which goes with the connection, however that ends.
 * The effect has another connection: what makes a table may end a transaction, and what fails in one may spoil it.
 */
export const whileLocked = <A, E, R, E2>(
  sql: SqlClient.SqlClient,
  take: (connection: Connection) => Effect.Effect<unknown, E2>,
  release: (connection: Connection) => Effect.Effect<unknown, SqlError>,
  run: Effect.Effect<A, E, R>
): Effect.Effect<A, E | E2 | SqlError, R> =>
  Effect.scoped(
    Effect.flatMap(sql.reserve, (connection) =>
      Effect.acquireUseRelease(
        take(connection),
        () => run,
        () => Effect.ignore(release(connection))
      )
    )
  )
