import * as Effect from "effect/Effect"
import type * as Reactivity from "effect/reactivity/Reactivity"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import * as Reason from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import type { NativeConnection } from "./native.ts"

/** What is used of a client of `pg`. */
export interface PgConnection {
  query(statement: {
    readonly text: string
    // The driver wants arrays that it may change.
    values: Array<unknown>
    readonly rowMode?: "array"
  }): Promise<{ readonly rows: ReadonlyArray<unknown>; readonly command: string }>
}

/** What is used of a client of `pg` that a pool has lent. */
export interface PgPoolClient extends PgConnection {
  release(destroy?: boolean): void
  on(event: "error", listener: (error: Error) => void): unknown
  removeListener(event: "error", listener: (error: Error) => void): unknown
}

/** What is used of a pool of `pg`. */
export interface PgPool {
  connect(): Promise<PgPoolClient>
}

/** What the driver itself reports when the server is not reached, or went away. */
const lostConnection = /^(08|57P0)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ENOENT)/
const lostConnectionText = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/

/** Why a statement failed, by PostgreSQL's code for it. */
export const pgReason = (cause: unknown): Reason.SqlErrorReason => {
  const field = (key: string): string =>
    typeof cause === "object" && cause !== null && key in cause ? String(Reflect.get(cause, key) ?? "") : ""
  const [code, message] = [field("code"), cause instanceof Error ? cause.message : String(cause)]
  const fields = { cause, message, operation: "execute" }
  if (lostConnection.test(code) || lostConnectionText.test(message)) return new Reason.ConnectionError(fields)
  if (code.startsWith("28")) return new Reason.AuthenticationError(fields)
  if (code === "42501") return new Reason.AuthorizationError(fields)
  if (code.startsWith("42")) return new Reason.SqlSyntaxError(fields)
  if (code === "23505") return new Reason.UniqueViolation({ ...fields, constraint: field("constraint") || "unknown" })
  if (code.startsWith("23")) return new Reason.ConstraintError(fields)
  if (code === "40P01") return new Reason.DeadlockError(fields)
  if (code === "40001") return new Reason.SerializationError(fields)
  if (code === "55P03") return new Reason.LockTimeoutError(fields)
  if (code === "57014") return new Reason.StatementTimeoutError(fields)
  return new Reason.UnknownError(fields)
}

/** How statements for PostgreSQL are written. */
export const pgCompiler = Statement.makeCompiler({
  dialect: "pg",
  placeholder: (index) => `$${index}`,
  onIdentifier: Statement.defaultEscape('"'),
  onCustom: () => ["", []],
  onRecordUpdate: (placeholders, alias, columns, values, returning) => [
    `(values ${placeholders}) AS ${alias}${columns}${returning === undefined ? "" : ` RETURNING ${returning[0]}`}`,
    returning === undefined ? values.flat() : [...values.flat(), ...returning[1]]
  ]
})

const attempt = <A>(run: () => Promise<A>): Effect.Effect<A, Reason.SqlError> =>
  Effect.tryPromise({ try: run, catch: (cause) => new Reason.SqlError({ reason: pgReason(cause) }) })

/** A client on loan. After it has lost its server, the pool is told not to lend it again. */
const lend = (client: PgPoolClient) => {
  let isLost = false
  // The driver wants one statement to end before the next begins.
  const turns = Semaphore.makeUnsafe(1)
  const lose = () => {
    isLost = true
  }
  // Without a listener the loss of an idle client would end the process.
  client.on("error", lose)
  const run = (text: string, params: ReadonlyArray<unknown>, rowMode?: "array") =>
    attempt(() => client.query({ text, values: [...params], ...(rowMode === undefined ? {} : { rowMode }) })).pipe(
      Effect.tapError(({ reason }) => Effect.sync(() => void (reason._tag === "ConnectionError" && lose()))),
      turns.withPermit
    )
  // The driver types rows as `any`; they are what the statement asks for.
  const rowsOf = ({ rows }: { readonly rows: ReadonlyArray<unknown> }) => rows as ReadonlyArray<object>
  const execute: Connection["execute"] = (sql, params, transform) =>
    Effect.map(run(sql, params), (result) => (transform === undefined ? rowsOf(result) : transform(rowsOf(result))))
  const values: Connection["executeValues"] = (sql, params) =>
    // In this mode of the driver every row is an array.
    Effect.map(run(sql, params, "array"), ({ rows }) => rows as ReadonlyArray<ReadonlyArray<unknown>>)
  const connection: NativeConnection = {
    native: client,
    execute,
    executeUnprepared: execute,
    executeRaw: run,
    executeValues: values,
    executeValuesUnprepared: values,
    executeStream: (sql, params, transform) => Stream.fromIterableEffect(execute(sql, params, transform))
  }
  const giveBack = Effect.sync(() => {
    client.removeListener("error", lose)
    client.release(isLost)
  })
  return { connection, giveBack }
}

/** PostgreSQL answers the commit of a transaction that has failed by rolling it back, and does not call that an error. */
const commit = (connection: Connection): Effect.Effect<void, Reason.SqlError> =>
  Effect.flatMap(connection.executeRaw("COMMIT", []), (answer) => {
    const wasCommitted = typeof answer === "object" && answer !== null && "command" in answer
    if (wasCommitted && answer.command === "COMMIT") return Effect.void
    const message = "the transaction had failed, and was rolled back instead of committed"
    return Effect.fail(
      new Reason.SqlError({ reason: new Reason.UnknownError({ cause: answer, message, operation: "commit" }) })
    )
  })

/** The client of a pool: a connection for each statement, and the same one for all statements of a transaction. */
export const clientOf = Effect.fnUntraced(function* (
  pool: PgPool
): Effect.fn.Return<SqlClient.SqlClient, never, Reactivity.Reactivity> {
  const acquirer = Effect.map(
    Effect.acquireRelease(
      Effect.map(
        attempt(() => pool.connect()),
        lend
      ),
      ({ giveBack }) => giveBack
    ),
    ({ connection }) => connection
  )
  return yield* SqlClient.make({
    acquirer,
    borrower: (use) => Effect.scoped(Effect.flatMap(acquirer, use)),
    driver: "zhengyou-pg",
    compiler: pgCompiler,
    commit,
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    spanAttributes: [["db.system.name", "postgresql"]]
  })
})
