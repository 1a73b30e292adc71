import * as Effect from "effect/Effect"
import type * as Reactivity from "effect/reactivity/Reactivity"
import * as Stream from "effect/Stream"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import * as Reason from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import type { NativeConnection } from "./native.ts"

/** What is used of a connection of `mysql2`. */
export interface MysqlConnection {
  query(statement: { readonly sql: string; readonly rowsAsArray: boolean }): Promise<readonly [unknown, unknown]>
  execute(
    statement: { readonly sql: string; readonly rowsAsArray: boolean },
    values: Array<Input>
  ): Promise<readonly [unknown, unknown]>
}

/** What is used of a connection of `mysql2` that a pool has lent. */
export interface MysqlPoolConnection extends MysqlConnection {
  release(): void
  destroy(): void
}

/** What is used of a pool of `mysql2/promise`. */
export interface MysqlPool {
  getConnection(): Promise<MysqlPoolConnection>
}

const begin = "START TRANSACTION"

/** However an application begins a transaction: `BeginTransaction` of `effect/sql` lets it say more. */
const begins = /^\s*(START\s+TRANSACTION|BEGIN)\b/i

/** The number and name of an error of the server or of the connection to it. */
const codesOf = (error: unknown): { readonly number: number; readonly name: string } => {
  const field = (key: string): unknown =>
    typeof error === "object" && error !== null && key in error ? Reflect.get(error, key) : undefined
  const number = field("errno")
  return { number: typeof number === "number" ? number : 0, name: String(field("code") ?? "") }
}

/** What the connection itself reports when it is gone: the server was not reached, or went away. */
const lostConnection = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ENOENT|PROTOCOL_CONNECTION_LOST)/

/** Why a statement failed, by the number that the server has for it. */
export const mysqlReason = (cause: unknown): Reason.SqlErrorReason => {
  const { number, name } = codesOf(cause)
  const message = cause instanceof Error ? cause.message : String(cause)
  const fields = { cause, message, operation: "execute" }
  if (lostConnection.test(name) || /closed state/.test(message)) return new Reason.ConnectionError(fields)
  switch (number) {
    case 1062:
    case 1586:
      return new Reason.UniqueViolation({ ...fields, constraint: /for key '([^']+)'/.exec(message)?.[1] ?? "unknown" })
    case 1048:
    case 1216:
    case 1217:
    case 1451:
    case 1452:
    case 3819:
    case 4025:
      return new Reason.ConstraintError(fields)
    case 1213:
      return new Reason.DeadlockError(fields)
    // The row changed since the transaction's snapshot: what PostgreSQL calls a serialization failure.
    case 1020:
      return new Reason.SerializationError(fields)
    case 1205:
    case 3572:
      return new Reason.LockTimeoutError(fields)
    case 1064:
    case 1054:
    case 1146:
      return new Reason.SqlSyntaxError(fields)
    case 1045:
    case 1698:
      return new Reason.AuthenticationError(fields)
    case 1044:
    case 1142:
    case 1143:
    case 1227:
    case 1370:
      return new Reason.AuthorizationError(fields)
    case 1317:
    case 1969:
    case 3024:
      return new Reason.StatementTimeoutError(fields)
    // The server ends, has no connection left, or has ended this one.
    case 1040:
    case 1053:
    case 1203:
    case 1226:
    case 1927:
    case 4031:
      return new Reason.ConnectionError(fields)
    default:
      return new Reason.UnknownError(fields)
  }
}

const attempt = <A>(run: () => Promise<A>): Effect.Effect<A, Reason.SqlError> =>
  Effect.tryPromise({ try: run, catch: (cause) => new Reason.SqlError({ reason: mysqlReason(cause) }) })

type Input = string | number | boolean | null | Date | Buffer

const toInput = (value: unknown): Input => {
  if (value === null || value === undefined) return null
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value
  if (typeof value === "bigint") return value.toString()
  if (value instanceof Date) return value
  if (value instanceof Uint8Array) return Buffer.from(value)
  throw new TypeError(`MySQL cannot keep a value of type ${typeof value}`)
}

/** A connection on loan, and what became of the transaction on it. */
interface Lent {
  readonly connection: NativeConnection
  /** Whether there is a transaction to end: not after the server ended it, or when the connection is gone. */
  readonly isTransaction: () => boolean
  readonly commit: Effect.Effect<void, Reason.SqlError>
  readonly giveBack: Effect.Effect<void>
}

const endsTransaction = (error: Reason.SqlError): boolean =>
  error.reason._tag === "DeadlockError" || error.reason._tag === "ConnectionError"

/**
 * After a deadlock the server has rolled back the whole transaction, and would run what follows outside of any. So nothing
 * more runs on a connection whose transaction has ended in this way.
 */
const lend = (lent: MysqlPoolConnection): Lent => {
  let inside = false
  let ended: Reason.SqlError | undefined
  const guarded = <A>(run: () => Promise<A>): Effect.Effect<A, Reason.SqlError> =>
    Effect.suspend(() =>
      ended !== undefined
        ? Effect.fail(ended)
        : Effect.tapError(attempt(run), (error) =>
            Effect.sync(() => {
              if (endsTransaction(error) && (inside || error.reason._tag === "ConnectionError")) ended = error
            })
          )
    )
  // Values always go beside the statement and never into it, so none has to be escaped.
  const run = async (sql: string, params: ReadonlyArray<unknown>, rowsAsArray = false) => {
    const [result] =
      params.length === 0
        ? await lent.query({ sql, rowsAsArray })
        : await lent.execute({ sql, rowsAsArray }, params.map(toInput))
    return result
  }
  const rowsOf = (result: unknown) => (Array.isArray(result) ? result : [])
  const execute: Connection["execute"] = (sql, params, transform) =>
    Effect.map(
      guarded(() => run(sql, params)),
      (result) => (transform === undefined ? rowsOf(result) : transform(rowsOf(result)))
    )
  const values: Connection["executeValues"] = (sql, params) =>
    Effect.map(
      guarded(() => run(sql, params, true)),
      rowsOf
    )
  return {
    connection: {
      native: lent,
      execute,
      executeUnprepared: (sql, params, transform) =>
        Effect.suspend(() => {
          if (begins.test(sql)) inside = true
          return execute(sql, params, transform)
        }),
      executeRaw: (sql, params) => guarded(() => run(sql, params)),
      executeValues: values,
      executeValuesUnprepared: values,
      // The rows come at once: a cursor would keep the connection from other statements of the same transaction.
      executeStream: (sql, params, transform) => Stream.fromIterableEffect(execute(sql, params, transform))
    },
    isTransaction: () => inside && ended === undefined,
    commit: Effect.suspend(() => Effect.asVoid(execute("COMMIT", [], undefined))),
    giveBack: Effect.sync(() => (ended?.reason._tag === "ConnectionError" ? lent.destroy() : lent.release()))
  }
}

/** How statements for MySQL are written. */
export const mysqlCompiler = Statement.makeCompiler({
  dialect: "mysql",
  placeholder: () => "?",
  onIdentifier: Statement.defaultEscape("`"),
  onCustom: () => ["", []],
  onRecordUpdate: () => ["", []]
})

/** The client of a pool: a connection for each statement, and the same one for all statements of a transaction. */
export const clientOf = Effect.fnUntraced(function* (
  pool: MysqlPool
): Effect.fn.Return<SqlClient.SqlClient, never, Reactivity.Reactivity> {
  const onLoan = new WeakMap<Connection, Lent>()
  const lease = Effect.acquireRelease(
    Effect.map(
      attempt(() => pool.getConnection()),
      (connection) => {
        const lent = lend(connection)
        onLoan.set(lent.connection, lent)
        return lent
      }
    ),
    (lent) => lent.giveBack
  )
  const acquirer = Effect.map(lease, ({ connection }) => connection)
  return yield* SqlClient.make({
    acquirer,
    borrower: (use) => Effect.scoped(Effect.flatMap(acquirer, use)),
    driver: "zhengyou-mysql",
    compiler: mysqlCompiler,
    beginTransaction: begin,
    commit: (connection) => onLoan.get(connection)?.commit ?? Effect.void,
    isTransaction: (connection) => onLoan.get(connection)?.isTransaction() === true,
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    spanAttributes: [["db.system.name", "mysql"]]
  })
})
