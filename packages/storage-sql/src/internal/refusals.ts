import { type StoreOperation, type StoreTrouble, StoreUnavailable } from "@zhengyou/storage"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import type { MigrationError } from "effect/sql/Migrator"
import { isSqlError, type SqlError, type SqlErrorReason } from "effect/sql/SqlError"
import { noTransaction } from "./transactions.ts"

/** SQLite's primary result codes, the low byte of what its drivers report. */
const sqliteTroubles: Readonly<Record<number, StoreTrouble>> = {
  5: "busy",
  6: "busy",
  8: "read-only",
  11: "damaged",
  13: "full",
  14: "cannot-open",
  26: "not-a-database"
}

/** What SQLite's result code means. */
export const sqliteTrouble = (code: number): StoreTrouble => sqliteTroubles[code & 0xff] ?? "other"

/** PostgreSQL's codes beside those that `effect/sql` knows. */
const postgresTroubles: Readonly<Record<string, StoreTrouble>> = {
  "25006": "read-only",
  [noTransaction]: "no-transaction",
  "3D000": "cannot-open",
  "53100": "full",
  "53300": "busy",
  "57P01": "unreachable",
  "57P02": "unreachable",
  "57P03": "unreachable",
  "57P05": "unreachable",
  XX001: "damaged",
  XX002: "damaged"
}

/** The numbers of MySQL and MariaDB beside those that the client knows. */
const mysqlTroubles: Readonly<Record<number, StoreTrouble>> = {
  126: "damaged",
  144: "damaged",
  145: "damaged",
  1021: "full",
  1036: "read-only",
  1040: "busy",
  1041: "full",
  1049: "cannot-open",
  1114: "full",
  1194: "damaged",
  1203: "busy",
  1226: "busy",
  1290: "read-only",
  1792: "read-only",
  1836: "read-only"
}

const reasonTroubles: Partial<Readonly<Record<SqlErrorReason["_tag"], StoreTrouble>>> = {
  LockTimeoutError: "busy",
  DeadlockError: "busy",
  SerializationError: "busy",
  ConnectionError: "unreachable",
  AuthenticationError: "denied",
  AuthorizationError: "denied"
}

const codesOf = (cause: unknown): { readonly code: unknown; readonly errno: unknown } => ({
  code: typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined,
  errno: typeof cause === "object" && cause !== null && "errno" in cause ? cause.errno : undefined
})

const troubleOf = ({ reason }: SqlError): StoreTrouble => {
  const { code, errno } = codesOf(reason.cause)
  const found =
    typeof code === "number"
      ? sqliteTroubles[code & 0xff]
      : typeof errno === "number" && errno in mysqlTroubles
        ? mysqlTroubles[errno]
        : postgresTroubles[String(code)]
  return found ?? reasonTroubles[reason._tag] ?? "other"
}

/** Whether the same can succeed later without anybody mending anything. */
const passes = (trouble: StoreTrouble, error: SqlError): boolean =>
  trouble === "busy" || trouble === "unreachable" || (trouble === "other" && error.isRetryable)

/** The store's refusal for what the database reports. */
export const unavailable =
  (operation: StoreOperation) =>
  (error: SqlError | MigrationError): StoreUnavailable => {
    const sqlError = error._tag === "SqlError" ? error : isSqlError(error.cause) ? error.cause : undefined
    if (sqlError === undefined)
      return new StoreUnavailable({ operation, trouble: "other", retryable: false, cause: error.message })
    const trouble = troubleOf(sqlError)
    return new StoreUnavailable({
      operation,
      trouble,
      retryable: passes(trouble, sqlError),
      cause: sqlError.message
    })
  }

/**
 * Every way in which the database fails, as the store's refusal. When a connection is lost inside a transaction, `effect/sql`
 * cannot roll back and reports that as a defect: it is the same trouble.
 */
export const refusing =
  (operation: StoreOperation) =>
  <A, E, R>(effect: Effect.Effect<A, E | SqlError, R>): Effect.Effect<A, Exclude<E, SqlError> | StoreUnavailable, R> =>
    Effect.catchCause(effect, (cause): Effect.Effect<never, Exclude<E, SqlError> | StoreUnavailable> => {
      const found = cause.reasons
        .map((reason) =>
          Cause.isFailReason(reason) ? reason.error : Cause.isDieReason(reason) ? reason.defect : undefined
        )
        .find(isSqlError)
      return found === undefined || Cause.hasInterrupts(cause)
        ? // No reason is an `SqlError`: it would have been found.
          Effect.failCause(cause as Cause.Cause<Exclude<E, SqlError>>)
        : Effect.fail(unavailable(operation)(found))
    })
