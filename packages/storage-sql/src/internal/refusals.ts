import { type StoreOperation, type StoreTrouble, StoreUnavailable } from "@zhengyou/storage"
import type { MigrationError } from "effect/sql/Migrator"
import { isSqlError, type SqlError } from "effect/sql/SqlError"

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

const codeOf = (cause: unknown): number => {
  const code: unknown = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  return typeof code === "number" ? code : 0
}

const troubleOf = ({ reason }: SqlError): StoreTrouble => {
  if (reason._tag === "LockTimeoutError") return "busy"
  if (reason._tag === "ConnectionError") return "cannot-open"
  return sqliteTrouble(codeOf(reason.cause))
}

/** The store's refusal for what the database reports. */
export const unavailable =
  (operation: StoreOperation) =>
  (error: SqlError | MigrationError): StoreUnavailable => {
    const sqlError = error._tag === "SqlError" ? error : isSqlError(error.cause) ? error.cause : undefined
    if (sqlError === undefined)
      return new StoreUnavailable({ operation, trouble: "other", retryable: false, cause: error.message })
    return new StoreUnavailable({
      operation,
      trouble: troubleOf(sqlError),
      retryable: sqlError.isRetryable,
      cause: sqlError.message
    })
  }
