import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { sql } from "drizzle-orm"
import { drizzle as drizzleMysql } from "drizzle-orm/mysql2"
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres"
import { drizzle as drizzleSqlite } from "drizzle-orm/sqlite-proxy"
import {
  CompiledQuery,
  type Dialect,
  Kysely,
  MysqlDialect,
  PostgresDialect,
  SqliteDialect,
  type Transaction
} from "kysely"
import mysql from "mysql2"
import pg from "pg"
import { type OpenOptions, openStore, type RunStatement, type Store } from "../src/index.ts"
import { newFile, newName, servers } from "./hosts.ts"
import { metaOf, points } from "./points.ts"

/** An application whose transactions are those of a query builder. */
interface Application {
  readonly open: (options: OpenOptions) => Promise<Store<unknown>>
  /** Writes a note of its own and a point of ours, and then fails where it is told to. */
  readonly both: (store: Store<unknown>, note: string, fails: boolean) => Promise<void>
  readonly notes: () => Promise<ReadonlyArray<string>>
  readonly end: () => Promise<unknown>
}

const boom = new Error("the application's own write failed")
const give = (within: Pick<Store<unknown>, "execute">, id: string) =>
  within.execute(points, "s", 5, undefined, metaOf(id))

interface Tables {
  readonly [table: string]: { readonly note: string }
}

// The few lines that an application needs: a statement, run on the transaction of the query builder.
const onKysely =
  (trx: Transaction<Tables>): RunStatement =>
  async (text, values) =>
    (await trx.executeQuery(CompiledQuery.raw(text, [...values]))).rows

const forDrizzle = (text: string, values: ReadonlyArray<unknown>) =>
  sql.join(
    text.split(/\$\d+|\?/).flatMap((part, i) => (i === 0 ? [sql.raw(part)] : [sql.param(values[i - 1]), sql.raw(part)]))
  )

/** Kysely's SQLite dialect wants the interface of another driver. */
const forKysely = (db: DatabaseSync) => ({
  close: () => db.close(),
  prepare: (text: string) => {
    const statement = db.prepare(text)
    // What Kysely gives is what SQLite can keep.
    const bound = (given: ReadonlyArray<unknown>) => given as Array<string>
    return {
      reader: statement.columns().length > 0,
      all: (given: ReadonlyArray<unknown>) => statement.all(...bound(given)),
      run: (given: ReadonlyArray<unknown>) => statement.run(...bound(given)),
      iterate: (given: ReadonlyArray<unknown>) => statement.iterate(...bound(given))
    }
  }
})

const withKysely = async (
  dialect: Dialect,
  open: Application["open"],
  within: (store: Store<unknown>, trx: Transaction<Tables>) => Pick<Store<unknown>, "execute">
): Promise<Application> => {
  const db = new Kysely<Tables>({ dialect })
  const table = newName()
  await db.schema
    .createTable(table)
    .addColumn("note", "varchar(100)", (column) => column.notNull())
    .execute()
  return {
    open,
    both: (store, note, fails) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto(table).values({ note }).execute()
        await give(within(store, trx), note)
        if (fails) throw boom
      }),
    notes: async () => (await db.selectFrom(table).selectAll().execute()).map(({ note }) => note),
    end: async () => {
      await db.schema.dropTable(table).execute()
      await db.destroy()
    }
  }
}

const kyselySqlite = () => {
  const db = new DatabaseSync(newFile())
  // There is one connection, so it is the one of the transaction.
  return withKysely(
    new SqliteDialect({ database: forKysely(db) }),
    (options) => openStore(db, options),
    (store) => store.within(db)
  )
}

const kyselyPg = () => {
  const pool = new pg.Pool({ connectionString: servers.postgres })
  return withKysely(
    new PostgresDialect({ pool }),
    (options) => openStore(pool, options),
    (store, trx) => store.within(onKysely(trx))
  )
}

const kyselyMysql = (uri: string) => () => {
  const pool = mysql.createPool({ uri })
  return withKysely(
    new MysqlDialect({ pool }),
    (options) => openStore(pool.promise(), options),
    (store, trx) => store.within(onKysely(trx))
  )
}

const drizzleOnSqlite = async (): Promise<Application> => {
  const sqlite = new DatabaseSync(newFile())
  const db = drizzleSqlite(async (text, params) => {
    const statement = sqlite.prepare(text)
    statement.setReturnArrays(true)
    return { rows: statement.all(...params) }
  })
  await db.run(sql`CREATE TABLE notes (note TEXT NOT NULL)`)
  return {
    open: (options) => openStore(sqlite, options),
    both: (store, note, fails) =>
      db.transaction(
        async (tx) => {
          await tx.run(sql`INSERT INTO notes VALUES (${note})`)
          await give(store.within(sqlite), note)
          if (fails) throw boom
        },
        { behavior: "immediate" }
      ),
    notes: async () => (await db.all<[string]>(sql`SELECT note FROM notes`)).map(([note]) => note),
    end: async () => sqlite.close()
  }
}

const drizzleOnPg = async (): Promise<Application> => {
  const pool = new pg.Pool({ connectionString: servers.postgres })
  const db = drizzlePg({ client: pool })
  const table = sql.identifier(newName())
  await db.execute(sql`CREATE TABLE ${table} (note text NOT NULL)`)
  return {
    open: (options) => openStore(pool, options),
    both: (store, note, fails) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`INSERT INTO ${table} VALUES (${note})`)
        await give(
          store.within(async (text, values) => (await tx.execute(forDrizzle(text, values))).rows),
          note
        )
        if (fails) throw boom
      }),
    notes: async () =>
      (await db.execute<{ note: string }>(sql`SELECT note FROM ${table}`)).rows.map(({ note }) => note),
    end: () => db.execute(sql`DROP TABLE ${table}`).then(() => pool.end())
  }
}

const drizzleOnMysql = (uri: string) => async (): Promise<Application> => {
  const pool = mysql.createPool({ uri })
  const db = drizzleMysql({ client: pool })
  const table = sql.identifier(newName())
  await db.execute(sql`CREATE TABLE ${table} (note VARCHAR(100) NOT NULL)`)
  const rowsOf = ([rows]: readonly [unknown, ...ReadonlyArray<unknown>]) => (Array.isArray(rows) ? rows : [])
  return {
    open: (options) => openStore(pool.promise(), options),
    both: (store, note, fails) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`INSERT INTO ${table} VALUES (${note})`)
        await give(
          store.within(async (text, values) => rowsOf(await tx.execute(forDrizzle(text, values)))),
          note
        )
        if (fails) throw boom
      }),
    notes: async () => rowsOf(await db.execute(sql`SELECT note FROM ${table}`)).map(({ note }) => String(note)),
    end: () => db.execute(sql`DROP TABLE ${table}`).then(() => pool.promise().end())
  }
}

const uri = servers.mysql
const applications = {
  "Kysely on SQLite": kyselySqlite,
  "Kysely on PostgreSQL": kyselyPg,
  "Drizzle on SQLite": drizzleOnSqlite,
  "Drizzle on PostgreSQL": drizzleOnPg,
  ...(uri === undefined
    ? {}
    : { "Kysely on MySQL or MariaDB": kyselyMysql(uri), "Drizzle on MySQL or MariaDB": drizzleOnMysql(uri) })
}

describe("a transaction of a query builder", () => {
  for (const [name, start] of Object.entries(applications))
    it(`keeps the application's row and our event, or neither: ${name}`, async () => {
      const application = await start()
      const store = await application.open({ prefix: newName() })
      const kept = async () => (await store.read("s")).map(({ commandId }) => commandId)
      await application.both(store, "first", false)
      const error = await application.both(store, "second", true).then(
        () => undefined,
        (thrown: unknown) => thrown
      )
      assert.strictEqual(error, boom)
      assert.deepStrictEqual([await application.notes(), await kept()], [["first"], ["first"]])
      // The same command again is answered as it was, inside the transaction too.
      await application.both(store, "first", false)
      assert.deepStrictEqual([await application.notes(), await kept()], [["first", "first"], ["first"]])
      await store.close()
      await application.end()
    })
})
