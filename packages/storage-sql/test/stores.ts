import { randomBytes } from "node:crypto"
import { join } from "node:path"
import type { EventStore, StoreUnavailable } from "@zhengyou/storage"
import { type Adapter, Transactions } from "@zhengyou/storage/contract"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { inject } from "vitest"
import { layerEventStore, layerStore, sqliteFile, TablePrefix } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { pgServer } from "../src/pg.ts"
import { postgresServer } from "../src/postgres.ts"

/** The server addresses of this run. */
export const servers = inject("servers")

/** A database that tests run on. */
export interface Database {
  readonly name: string
  readonly dialect: "sqlite" | "postgres" | "mysql"
  /** The client of a new SQLite database, or of the one on the server. */
  readonly client: () => Layer.Layer<SqlClient.SqlClient, StoreUnavailable>
  /** Two clients, each with connections of its own, to one same database. */
  readonly twoClients: () => ReadonlyArray<Layer.Layer<SqlClient.SqlClient, StoreUnavailable>>
}

/** A prefix that no other test has. */
export const newPrefix = (): string => `t${randomBytes(6).toString("hex")}_`

type Client = Layer.Layer<SqlClient.SqlClient, StoreUnavailable>

const onServer = (name: string, dialect: Database["dialect"], client: () => Client): Database => ({
  name,
  dialect,
  client,
  twoClients: () => [Layer.fresh(client()), Layer.fresh(client())]
})

/** A file that no other test has. */
export const newFile = (): string => join(inject("folder"), `${randomBytes(6).toString("hex")}.sqlite`)

const sqlite: Database = {
  name: "SQLite",
  dialect: "sqlite",
  client: () => sqliteFile(newFile()),
  twoClients: () => {
    const file = newFile()
    return [sqliteFile(file), sqliteFile(file)]
  }
}

const mysql = servers.mysql

/** Every database that can be reached, SQLite in a file. */
export const databases: ReadonlyArray<Database> = [
  sqlite,
  onServer("PostgreSQL", "postgres", () => postgresServer(servers.postgres)),
  onServer("PostgreSQL by pg", "postgres", () => pgServer(servers.postgres)),
  ...(mysql === undefined ? [] : [onServer("MySQL or MariaDB", "mysql", () => mysqlServer(mysql))])
]

/** Those of them that are servers. */
export const databaseServers = databases.filter(({ dialect }) => dialect !== "sqlite")

/** A new store with the client that it is on. */
export const newStore = (
  { client }: Database,
  prefix: string = newPrefix()
): Layer.Layer<EventStore | SqlClient.SqlClient, StoreUnavailable> =>
  layerEventStore.pipe(Layer.provide(Layer.succeed(TablePrefix, prefix)), Layer.provideMerge(client()))

/** A store with the client that is given, as an application has one of its own. */
export const storeOn = (client: Layer.Layer<SqlClient.SqlClient, StoreUnavailable>, prefix: string) =>
  layerEventStore.pipe(Layer.provide(Layer.succeed(TablePrefix, prefix)), Layer.provideMerge(client), Layer.fresh)

/** The store of a prefix, opened with whatever read models, by the client that is there. */
export const adapterOn = (prefix: string): Effect.Effect<Adapter, never, SqlClient.SqlClient> =>
  Effect.map(SqlClient.SqlClient, (sql) => ({
    open: (models) =>
      Layer.merge(layerStore(models), Layer.succeed(Transactions, { run: sql.withTransaction })).pipe(
        Layer.provide([Layer.succeed(TablePrefix, prefix), Layer.succeed(SqlClient.SqlClient, sql)]),
        Layer.fresh
      )
  }))
