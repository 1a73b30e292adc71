import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as SqlClient from "effect/sql/SqlClient"
import { isSqlError, type SqlError } from "effect/sql/SqlError"

/** How often a transaction is run again that the database gave up so that another could go on. */
const retries = 5

const wasGivenUp = (error: unknown): boolean =>
  isSqlError(error) && ["DeadlockError", "SerializationError"].includes(error.reason._tag)

/** The name of the driver of clients that are inside a transaction as long as they live. */
export const joinedDriver = "zhengyou-joined"

/** PostgreSQL's code for what needs a transaction and finds none; no other database has one. */
export const noTransaction = "25P01"

/** Whether somebody else was faster: what was to be inserted is there already, or the database let another go first. */
export const wasOvertaken = (error: unknown): boolean =>
  // SQLite reports a primary key that is there already as a constraint like any other.
  wasGivenUp(error) || (isSqlError(error) && ["UniqueViolation", "ConstraintError"].includes(error.reason._tag))

/** Whether the application, or a caller of ours, has begun a transaction. */
export const inTransaction = (sql: SqlClient.SqlClient): Effect.Effect<boolean> =>
  sql.driver === joinedDriver
    ? Effect.succeed(true)
    : Effect.map(Effect.serviceOption(sql.transactionService), Option.isSome)

/**
 * Runs an effect in a transaction, or in a savepoint of the one there is. One that the database gave up is run again, but
 * only the application can do that with its own.
 */
export const atomically = <A, E, R>(
  sql: SqlClient.SqlClient,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E | SqlError, R> =>
  Effect.flatMap(inTransaction(sql), (isInside) =>
    isInside
      ? sql.withTransaction(effect)
      : Effect.retry(sql.withTransaction(effect), { times: retries, while: wasGivenUp })
  )
