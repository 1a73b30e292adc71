import type { Cell, Column } from "@zhengyou/core"
import type { Head, StoreUnavailable } from "@zhengyou/storage"
import type * as Arr from "effect/Array"
import type * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { mysql } from "./dialects/mysql.ts"
import { postgres } from "./dialects/postgres.ts"
import { sqlite } from "./dialects/sqlite.ts"
import type { NewRow } from "./rows.ts"
import type { Names, Table, View } from "./Table.ts"

/** Everything that differs from one database to another; the rest is written once. */
export interface Dialect {
  /** Refuses a connection whose settings would change what is kept. */
  readonly checkSettings: Effect.Effect<void, StoreUnavailable | SqlError>
  /** Runs an effect while no other process runs one under the same key. */
  readonly alone: <A, E, R>(
    key: string,
    run: Effect.Effect<A, E, R>
  ) => Effect.Effect<A, E | StoreUnavailable | SqlError, R>
  /** Whether a transaction that fails takes its tables back; where it does not, each statement can be run again. */
  readonly transactionalTables: boolean
  readonly createTable: (table: Table) => Effect.Effect<void, SqlError>
  readonly createView: (view: View) => Effect.Effect<void, SqlError>
  /**
   * What the row is for that whoever appends holds to the commit: it counts the events, or is only locked. Absent where a
   * transaction has the lock of the whole database.
   */
  readonly head?: "counts" | "locks"
  /**
   * Inside a transaction: keeps everybody else from appending until its end. Nothing where a transaction of its own has
   * the lock from its start.
   */
  readonly lock: (names: Names) => Effect.Effect<unknown, SqlError>
  /** What makes a `SELECT` see the latest rows, where a transaction would otherwise see those of its start. */
  readonly latest: string
  /** What makes a `SELECT` inside a transaction keep others from the rows that it gives. */
  readonly forUpdate: string
  /** Inserts rows; in one with the same key the other columns take the new values, or those are added to them. */
  readonly upsert: (
    table: string,
    key: ReadonlyArray<string>,
    how: "replace" | "add",
    rows: Arr.NonEmptyReadonlyArray<Readonly<Record<string, unknown>>>
  ) => Effect.Effect<void, SqlError>
  /** The cell of a column as the database keeps it. */
  readonly toCell: (column: Column, cell: Cell) => unknown
  /** What reads a column so that whoever reads it understands it in every database. */
  readonly readCell: (column: Column, name: string) => string
  /**
   * Takes the lock, gives rows their positions after the last one and inserts them: the first position, or nothing where one
   * of the heads is not in the store. Needs a transaction around it where it takes more than one statement.
   */
  readonly insert: (
    names: Names,
    rows: Arr.NonEmptyReadonlyArray<NewRow>,
    heads: ReadonlyArray<StreamHead>
  ) => Effect.Effect<number | undefined, SqlError>
  /** Whether so many rows are inserted in one statement, which by itself keeps all or nothing. */
  readonly insertsAtOnce: (rows: number) => boolean
}

/** The version and hash of the last record of a stream. */
export interface StreamHead extends Head {
  readonly stream: string
}

/** The dialect of a client; nothing for a database that is not supported. */
export const dialectOf = (sql: SqlClient.SqlClient): Dialect | undefined =>
  sql.onDialectOrElse({
    sqlite: () => sqlite(sql),
    pg: () => postgres(sql),
    mysql: () => mysql(sql),
    orElse: () => undefined
  })
