// The application's own database: SQLite by Node itself, or PostgreSQL. The appraisal lives beside its tables.
import { DatabaseSync } from "node:sqlite"
import pg from "pg"
import { type Operations, openStore, type Store } from "zhengyou"
import { readModels } from "./round.ts"

/** Runs a statement of the application's own; placeholders are `?`. */
export type Query = (text: string, values?: Array<string>) => Promise<Array<Record<string, unknown>>>

export interface Database {
  readonly store: Store<unknown>
  readonly query: Query
  /** Own rows and the appraisal's events in one transaction: all of it is kept, or nothing. */
  readonly together: (work: (query: Query, store: Operations) => Promise<void>) => Promise<void>
  /** Makes the application's own tables, one process at a time. */
  readonly prepare: (work: (query: Query) => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

const onSqlite =
  (db: DatabaseSync): Query =>
  async (text, values = []) =>
    db.prepare(text).all(...values)

const openSqlite = async (path: string): Promise<Database> => {
  const db = new DatabaseSync(path)
  // Another process that writes is waited for.
  db.exec("PRAGMA busy_timeout = 5000")
  const store = await openStore(db, { readModels })
  return {
    store,
    query: onSqlite(db),
    together: (work) => store.transaction((tx) => work(onSqlite(tx.connection), tx)),
    prepare: (work) => work(onSqlite(db)),
    close: async () => {
      await store.close()
      db.close()
    }
  }
}

const onPostgres =
  (client: pg.Pool | pg.PoolClient): Query =>
  async (text, values = []) => {
    let n = 0
    return (
      await client.query(
        text.replaceAll("?", () => `$${++n}`),
        values
      )
    ).rows
  }

const openPostgres = async (url: string): Promise<Database> => {
  const pool = new pg.Pool({ connectionString: url })
  const store = await openStore(pool, { readModels })
  return {
    store,
    query: onPostgres(pool),
    together: (work) => store.transaction((tx) => work(onPostgres(tx.connection), tx)),
    prepare: (work) =>
      store.transaction(async ({ connection }) => {
        // Two processes that start at once: IF NOT EXISTS does not keep them from making the same table.
        await connection.query("SELECT pg_advisory_xact_lock(1)")
        await work(onPostgres(connection))
      }),
    close: async () => {
      await store.close()
      await pool.end()
    }
  }
}

/** Opens the database at an address such as `sqlite:campus.sqlite` or `postgres://…`. */
export const openDatabase = (address: string): Promise<Database> =>
  address.startsWith("sqlite:") ? openSqlite(address.slice("sqlite:".length)) : openPostgres(address)
