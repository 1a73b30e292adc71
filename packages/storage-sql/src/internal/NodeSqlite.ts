import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"
import * as Effect from "effect/Effect"
import type * as Reactivity from "effect/reactivity/Reactivity"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import { classifySqliteError, SqlError, type SqlErrorReason } from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import type { NativeConnection } from "./native.ts"

/** Statements that are kept prepared; the least recently used goes first. */
const cacheSize = 200

const toInput = (value: unknown): SQLInputValue => {
  if (value === null || value === undefined) return null
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value
  if (typeof value === "boolean") return value ? 1 : 0
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return value
  throw new TypeError(`SQLite cannot keep a value of type ${typeof value}`)
}

/** The message and SQLite's extended result code of an error of node:sqlite, which calls the code `errcode`. */
export const sqliteError = (error: unknown): { readonly code: number | undefined; readonly message: string } => {
  const code: unknown = typeof error === "object" && error !== null && "errcode" in error ? error.errcode : undefined
  return {
    code: typeof code === "number" ? code : undefined,
    message: error instanceof Error ? error.message : String(error)
  }
}

/** Why a statement failed, by SQLite's code for it: a number of node:sqlite, a name of others. */
export const sqliteReason = (error: unknown): SqlErrorReason => {
  const { code, message } = sqliteError(error)
  const cause = code === undefined ? error : { code, cause: error }
  return classifySqliteError(cause, { message, operation: "execute" })
}

const toSqlError = (error: unknown): SqlError => new SqlError({ reason: sqliteReason(error) })

const attempt = <A>(run: () => A): Effect.Effect<A, SqlError> => Effect.try({ try: run, catch: toSqlError })

const preparer = (db: DatabaseSync): ((sql: string) => StatementSync) => {
  const cache = new Map<string, StatementSync>()
  return (sql) => {
    const statement = cache.get(sql) ?? db.prepare(sql)
    cache.delete(sql)
    cache.set(sql, statement)
    const oldest = cache.keys().next()
    if (cache.size > cacheSize && oldest.done !== true) cache.delete(oldest.value)
    return statement
  }
}

const connectionOf = (db: DatabaseSync): NativeConnection => {
  const prepare = preparer(db)
  const run = (statement: StatementSync, params: ReadonlyArray<unknown>) => statement.all(...params.map(toInput))
  const values = (sql: string, params: ReadonlyArray<unknown>) => {
    // A statement of its own: reading rows as arrays would otherwise stay set for the next user of the cached one.
    const statement = db.prepare(sql)
    // Before Node 22.17 there are no arrays, and of two columns with one name only one is given.
    if ("setReturnArrays" in statement) statement.setReturnArrays(true)
    return run(statement, params).map((row) => Object.values(row))
  }
  const execute: Connection["execute"] = (sql, params, transform) =>
    attempt(() => {
      const rows = run(prepare(sql), params)
      return transform === undefined ? rows : transform(rows)
    })
  return {
    native: db,
    execute,
    executeUnprepared: (sql, params, transform) =>
      attempt(() => {
        const rows = run(db.prepare(sql), params)
        return transform === undefined ? rows : transform(rows)
      }),
    executeRaw: (sql, params) => attempt(() => run(prepare(sql), params)),
    executeValues: (sql, params) => attempt(() => values(sql, params)),
    executeValuesUnprepared: (sql, params) => attempt(() => values(sql, params)),
    // The driver is synchronous, so a stream has its rows at once; an open cursor would stand in the way of writers.
    executeStream: (sql, params, transform) => Stream.fromIterableEffect(execute(sql, params, transform))
  }
}

/** The client of an open database: one connection, lent to one statement or transaction at a time. */
export const clientOf = Effect.fnUntraced(function* (
  db: DatabaseSync
): Effect.fn.Return<SqlClient.SqlClient, never, Scope.Scope | Reactivity.Reactivity> {
  const acquirers = SqlClient.makeSqliteAcquirers({
    connection: Effect.succeed(connectionOf(db)),
    semaphore: yield* Semaphore.make(1),
    // Before Node 22.16 the driver does not say; the client then finds out by itself.
    isTransaction: "isTransaction" in db ? () => db.isTransaction : undefined
  })
  return yield* SqlClient.make({
    ...acquirers,
    driver: "zhengyou-sqlite",
    compiler: Statement.makeCompilerSqlite(),
    // The write lock is taken at the start: a transaction that reads and then writes never has to be given up halfway.
    beginTransaction: "BEGIN IMMEDIATE",
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    prepareTransactionControls: true,
    spanAttributes: [["db.system.name", "sqlite"]]
  })
})
