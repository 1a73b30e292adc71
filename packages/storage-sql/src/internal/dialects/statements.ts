import type { Unplaced } from "@zhengyou/storage"
import type * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { toRow } from "../rows.ts"
import type { ColumnType, Table } from "../Table.ts"

/** Runs statements of ours as they stand, one after another. */
export const runAll = (sql: SqlClient.SqlClient, statements: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })

/** A text as a literal, for comments: a statement that makes a table cannot take parameters. */
export const quoted = (text: string): string => `'${text.replaceAll("\\", "/").replaceAll("'", "''")}'`

/** The parts of a `CREATE TABLE` that every database writes alike. */
export const tableParts = (
  { columns, primaryKey, unique }: Table,
  types: Readonly<Record<ColumnType, string>>,
  commentOf: (comment: string) => string = () => ""
): string =>
  [
    ...columns.map(
      ({ name, type, nullable, comment }) =>
        `${name} ${types[type]}${nullable === true ? "" : " NOT NULL"}${commentOf(comment)}`
    ),
    `PRIMARY KEY (${primaryKey.join(", ")})`,
    ...unique.map((names) => `UNIQUE (${names.join(", ")})`)
  ].join(",\n  ")

/** What one statement may hold: databases limit its parameters and its length. */
const limits = { rows: 500, characters: 1_000_000 }

const rowAt = (position: number, record: Unplaced, part: number) => ({ position, ...toRow(record, part) })

/** The rows of records from a position on, in groups that one statement can hold. */
export const rowsInStatements = (records: ReadonlyArray<Unplaced>, first: number) => {
  const groups: Array<Arr.NonEmptyArray<ReturnType<typeof rowAt>>> = []
  let characters = 0
  for (const [index, record] of records.entries()) {
    const row = rowAt(first + index, record, index)
    characters += row.data.length
    const group = groups.at(-1)
    if (group === undefined || group.length === limits.rows || characters > limits.characters) {
      groups.push([row])
      characters = row.data.length
    } else group.push(row)
  }
  return groups
}
