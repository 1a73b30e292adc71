import { randomBytes } from "node:crypto"
import { join } from "node:path"
import type { EventStore, StoreUnavailable } from "@zhengyou/storage"
import { Layer } from "effect"
import type { SqlClient } from "effect/sql"
import { inject } from "vitest"
import { layerEventStore, sqliteFile, TablePrefix } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { postgresServer } from "../src/postgres.ts"

/** The server addresses of this run. */
export const servers = inject("servers")

/** A database that tests run on. */
export interface Database {
  readonly name: string
  readonly dialect: "sqlite" | "postgres" | "mysql"
  /** A client of it: of one same database each time, but of a new one where it is a file or in memory. */
  readonly client: () => Layer.Layer<SqlClient.SqlClient, StoreUnavailable>
}

/** A prefix that no other test has. */
export const newPrefix = (): string => `t${randomBytes(6).toString("hex")}_`

export const sqliteInMemory: Database = {
  name: "SQLite in memory",
  dialect: "sqlite",
  client: () => sqliteFile(":memory:")
}

/** Every database that can be reached, SQLite in a file. */
export const databases: ReadonlyArray<Database> = [
  {
    name: "SQLite",
    dialect: "sqlite",
    client: () => sqliteFile(join(inject("folder"), `${randomBytes(6).toString("hex")}.sqlite`))
  },
  { name: "PostgreSQL", dialect: "postgres", client: () => postgresServer(servers.postgres) },
  ...(servers.mysql === undefined ? [] : [mysqlDatabase(servers.mysql)])
]

function mysqlDatabase(url: string): Database {
  return { name: "MySQL or MariaDB", dialect: "mysql", client: () => mysqlServer(url) }
}

/** A new store with the client that it is on. */
export const newStore = (
  { client }: Database,
  prefix: string = newPrefix()
): Layer.Layer<EventStore | SqlClient.SqlClient, StoreUnavailable> =>
  layerEventStore.pipe(Layer.provide(Layer.succeed(TablePrefix, prefix)), Layer.provideMerge(client()))
