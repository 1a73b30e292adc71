import { DatabaseSync } from "node:sqlite"
import type { JoinedDatabase, RunStatement } from "@zhengyou/storage-sql"
import type { MysqlConnection } from "@zhengyou/storage-sql/mysql"
import type { PgConnection } from "@zhengyou/storage-sql/pg"
import type { Connection } from "../Connection.ts"

const has = (value: object, method: string): boolean => typeof Reflect.get(value, method) === "function"

const isMysql = (connection: object): connection is MysqlConnection =>
  has(connection, "query") && has(connection, "execute")

const isPg = (connection: object): connection is PgConnection => has(connection, "query") && !has(connection, "execute")

const onSqlite =
  (db: DatabaseSync): RunStatement =>
  async (text, values) =>
    // What is asked for is what SQLite can keep: the client sees to it.
    db.prepare(text).all(...(values as Array<string>))

const onPg =
  (client: PgConnection): RunStatement =>
  async (text, values) =>
    (await client.query({ text, values: [...values] })).rows

const onMysql =
  (connection: MysqlConnection): RunStatement =>
  async (sql, values) => {
    const [rows] =
      values.length === 0
        ? await connection.query({ sql, rowsAsArray: false })
        : // As above, of MySQL.
          await connection.execute({ sql, rowsAsArray: false }, [...(values as Array<string>)])
    return Array.isArray(rows) ? rows : []
  }

/** How a statement is run on a connection of the application; nothing where it is none of this database. */
export const statementsOn = (database: JoinedDatabase, connection: Connection): RunStatement | undefined => {
  if (typeof connection === "function") return connection
  if (typeof connection !== "object" || connection === null) return undefined
  if (connection instanceof DatabaseSync) return database === "sqlite" ? onSqlite(connection) : undefined
  if (database === "postgres") return isPg(connection) ? onPg(connection) : undefined
  return database === "mysql" && isMysql(connection) ? onMysql(connection) : undefined
}
