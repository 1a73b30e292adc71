import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { createPool, type Pool as MysqlPool, type RowDataPacket } from "mysql2/promise"
import pg from "pg"
import { inject } from "vitest"
import { type Connection, type OpenOptions, openStore, type Store } from "../src/index.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly servers: { readonly postgres: string; readonly mysql: string | undefined }
    readonly folder: string
    readonly isAll: boolean
  }
}

/** A name that no other test has. */
export const newName = (): string => `t${randomBytes(6).toString("hex")}_`

/** A file that no other test has. */
export const newFile = (): string => join(inject("folder"), `${newName()}.sqlite`)

/** The addresses of this run. */
export const servers = inject("servers")

/** A transaction of the application, as its driver has it. */
interface OwnTransaction {
  readonly connection: Connection
  readonly end: (how: "COMMIT" | "ROLLBACK") => Promise<void>
}

/** An application with a database of its own, which knows nothing of us. */
interface Host {
  readonly open: (options?: OpenOptions) => Promise<Store<unknown>>
  readonly begin: () => Promise<OwnTransaction>
  /** Writes a row of the application's own by whatever connection is given. */
  readonly note: (connection: unknown, text: string) => Promise<void>
  readonly notes: () => Promise<ReadonlyArray<string>>
  readonly end: () => Promise<void>
}

export interface HostKind {
  readonly name: string
  readonly start: () => Promise<Host>
}

const sqlite: HostKind = {
  name: "a DatabaseSync of node:sqlite",
  start: async () => {
    const db = new DatabaseSync(newFile())
    db.exec("CREATE TABLE notes (note TEXT NOT NULL)")
    return {
      open: (options) => openStore(db, options),
      begin: async () => {
        db.exec("BEGIN IMMEDIATE")
        return { connection: db, end: async (how) => db.exec(how) }
      },
      note: async (connection, text) => {
        // Whichever connection is given, it is the one.
        if (connection !== db) throw new Error("another connection")
        db.prepare("INSERT INTO notes VALUES (?)").run(text)
      },
      notes: async () =>
        db
          .prepare("SELECT note FROM notes ORDER BY note")
          .all()
          .map(({ note }) => String(note)),
      end: async () => db.close()
    }
  }
}

const postgres: HostKind = {
  name: "a pool of pg",
  start: async () => {
    const pool = new pg.Pool({ connectionString: servers.postgres })
    const table = newName()
    await pool.query(`CREATE TABLE ${table} (note text NOT NULL)`)
    return {
      open: (options) => openStore(pool, options),
      begin: async () => {
        const client = await pool.connect()
        await client.query("BEGIN")
        return { connection: client, end: (how) => client.query(how).then(() => client.release()) }
      },
      note: async (connection, text) => {
        if (!(connection instanceof pg.Client)) throw new Error("not a client of pg")
        await connection.query(`INSERT INTO ${table} VALUES ($1)`, [text])
      },
      notes: async () => {
        const { rows } = await pool.query<{ readonly note: string }>(`SELECT note FROM ${table} ORDER BY note`)
        return rows.map(({ note }) => note)
      },
      end: () => pool.query(`DROP TABLE ${table}`).then(() => pool.end())
    }
  }
}

type MysqlConnection = Awaited<ReturnType<MysqlPool["getConnection"]>>

const mysql = (url: string): HostKind => ({
  name: "a pool of mysql2",
  start: async () => {
    const pool = createPool({ uri: url })
    const table = newName()
    await pool.query(`CREATE TABLE ${table} (note VARCHAR(100) NOT NULL) ENGINE = InnoDB`)
    return {
      open: (options) => openStore(pool, options),
      begin: async () => {
        const connection = await pool.getConnection()
        await connection.beginTransaction()
        return { connection, end: (how) => connection.query(how).then(() => connection.release()) }
      },
      note: async (connection, text) => {
        // The pool lent it.
        await (connection as MysqlConnection).execute(`INSERT INTO ${table} VALUES (?)`, [text])
      },
      notes: async () => {
        const [rows] = await pool.query<Array<RowDataPacket>>(`SELECT note FROM ${table} ORDER BY note`)
        return rows.map(({ note }) => String(note))
      },
      end: () => pool.query(`DROP TABLE ${table}`).then(() => pool.end())
    }
  }
})

/** Applications on every database that can be reached. */
export const hosts: ReadonlyArray<HostKind> = [
  sqlite,
  postgres,
  ...(servers.mysql === undefined ? [] : [mysql(servers.mysql)])
]

/** Addresses of every store that can be reached. */
export const addresses: ReadonlyArray<() => string> = [
  () => "memory:",
  () => `sqlite:${newFile()}`,
  () => servers.postgres,
  ...(servers.mysql === undefined ? [] : [() => String(servers.mysql)])
]
