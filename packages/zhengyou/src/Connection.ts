import type { DatabaseSync } from "node:sqlite"
import type { RunStatement } from "@zhengyou/storage-sql"
import type { MysqlConnection, MysqlPool } from "@zhengyou/storage-sql/mysql"
import type { PgConnection, PgPool } from "@zhengyou/storage-sql/pg"

export type { MysqlConnection, MysqlPool, PgConnection, PgPool, RunStatement }

/**
 * A connection of the application's own, inside a transaction that the application has begun.
 *
 * **Details**
 *
 * A client of `pg`, a connection of `mysql2/promise`, a `DatabaseSync` of `node:sqlite`; or, for whatever else the application
 * talks to its database with, a function that runs one statement on the transaction and gives its rows.
 */
export type Connection = PgConnection | MysqlConnection | DatabaseSync | RunStatement
