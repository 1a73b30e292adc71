import * as Effect from "effect/Effect"
import type * as Reactivity from "effect/reactivity/Reactivity"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import * as Reason from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import { mysqlCompiler, mysqlReason } from "./Mysql2.ts"
import { sqliteReason } from "./NodeSqlite.ts"
import { pgCompiler, pgReason } from "./Pg.ts"
import { joinedDriver, noTransaction } from "./transactions.ts"

/** What a transaction can be joined on. */
export type JoinedDatabase = "sqlite" | "postgres" | "mysql"

/** Runs one statement on the connection of a transaction, and gives its rows. */
export type RunStatement = (text: string, values: ReadonlyArray<unknown>) => PromiseLike<ReadonlyArray<unknown>>

interface Joining {
  readonly compiler: Statement.Compiler
  readonly reasonOf: (error: unknown) => Reason.SqlErrorReason
  readonly toInput: (value: unknown) => unknown
  /** Makes a savepoint, and fails with an `SqlError` where no transaction is open. */
  readonly begin: (
    run: (text: string) => Effect.Effect<unknown, Reason.SqlError>
  ) => Effect.Effect<void, Reason.SqlError>
}

const savepoint = "SAVEPOINT zhengyou"
const backToSavepoint = "ROLLBACK TO SAVEPOINT zhengyou"

const outside = Effect.fail(
  new Reason.SqlError({
    reason: new Reason.UnknownError({
      cause: { code: noTransaction },
      message: "the connection that was given is in no transaction",
      operation: "begin"
    })
  })
)

const joinings: Readonly<Record<JoinedDatabase, Joining>> = {
  sqlite: {
    compiler: Statement.makeCompilerSqlite(),
    reasonOf: sqliteReason,
    toInput: (value) => (typeof value === "boolean" ? Number(value) : value),
    // Outside a transaction a savepoint would begin one and, released, commit it; only a second beginning tells.
    begin: (run) =>
      Effect.matchEffect(run("BEGIN"), {
        onFailure: (error) =>
          /within a transaction/.test(error.reason.message) ? Effect.asVoid(run(savepoint)) : Effect.fail(error),
        onSuccess: () => Effect.andThen(run("ROLLBACK"), outside)
      })
  },
  postgres: {
    compiler: pgCompiler,
    reasonOf: pgReason,
    toInput: (value) => value,
    begin: (run) => Effect.asVoid(run(savepoint))
  },
  mysql: {
    compiler: mysqlCompiler,
    reasonOf: mysqlReason,
    toInput: (value) => (typeof value === "bigint" ? value.toString() : value),
    // Outside a transaction a savepoint is gone at once.
    begin: (run) =>
      Effect.andThen(
        run(savepoint),
        Effect.catch(Effect.asVoid(run(backToSavepoint)), (error) =>
          /SAVEPOINT .* does not exist/i.test(error.reason.message) ? outside : Effect.fail(error)
        )
      )
  }
}

/** Query builders wrap what the driver reports, which alone has the codes. */
const innermost = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error

/** The client of a transaction that somebody else has begun: what is a transaction elsewhere is a savepoint here. */
export const joinedClient = Effect.fnUntraced(function* (
  database: JoinedDatabase,
  runStatement: RunStatement
): Effect.fn.Return<SqlClient.SqlClient, never, Reactivity.Reactivity> {
  const { compiler, reasonOf, toInput, begin } = joinings[database]
  let isLost = false
  // Statements take turns, and so do savepoints, which are a stack: there is one connection.
  const turns = { statements: Semaphore.makeUnsafe(1), savepoints: Semaphore.makeUnsafe(1) }
  const run = (
    text: string,
    values: ReadonlyArray<unknown> = []
  ): Effect.Effect<ReadonlyArray<object>, Reason.SqlError> =>
    Effect.tryPromise({
      // Rows are whatever the statement asks for.
      try: async () =>
        (await runStatement(
          text,
          values.map((value) => toInput(value ?? null))
        )) as ReadonlyArray<object>,
      catch: (error) => new Reason.SqlError({ reason: reasonOf(innermost(error)) })
    }).pipe(
      Effect.tapError(({ reason }) =>
        Effect.sync(() => {
          // After a deadlock MySQL has rolled back the whole transaction, and no savepoint is left to go back to.
          const isGone = reason._tag === "DeadlockError" && database === "mysql"
          if (isGone || reason._tag === "ConnectionError") isLost = true
        })
      ),
      turns.statements.withPermit
    )
  const execute: Connection["execute"] = (sql, params, transform) =>
    Effect.map(run(sql, params), (rows) => (transform === undefined ? rows : transform(rows)))
  const values: Connection["executeValues"] = (sql, params) =>
    Effect.map(run(sql, params), (rows) => rows.map((row) => Object.values(row)))
  const back = Effect.andThen(run(backToSavepoint), run(`RELEASE ${savepoint}`))
  const connection: Connection = {
    execute,
    executeUnprepared: (sql, params, transform) => {
      if (sql === "BEGIN")
        return Effect.suspend(() => {
          isLost = false
          return Effect.as(begin(run), [])
        })
      return sql === "ROLLBACK" ? back : execute(sql, params, transform)
    },
    executeRaw: (sql, params) =>
      database === "mysql"
        ? // What a driver reports of a change, as `mysql2` reports it.
          Effect.andThen(
            run(sql, params),
            Effect.map(run("SELECT LAST_INSERT_ID() AS last, ROW_COUNT() AS changed"), ([row]) => ({
              affectedRows: Number(row !== undefined && "changed" in row ? row.changed : 0),
              insertId: Number(row !== undefined && "last" in row ? row.last : 0)
            }))
          )
        : run(sql, params),
    executeValues: values,
    executeValuesUnprepared: values,
    executeStream: (sql, params, transform) => Stream.fromIterableEffect(execute(sql, params, transform))
  }
  return yield* SqlClient.make({
    acquirer: Effect.succeed(connection),
    transactionAcquirer: Effect.as(turns.savepoints.takeScoped(1), connection),
    driver: joinedDriver,
    compiler,
    commit: () => Effect.asVoid(run(`RELEASE ${savepoint}`)),
    isTransaction: () => !isLost,
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    spanAttributes: [["db.system.name", database]]
  })
})
