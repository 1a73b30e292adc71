/**
 * Finds the database servers that tests run against, and gives this run databases of its own on them.
 *
 * PostgreSQL is the one of `ZHENGYOU_TEST_POSTGRES_URL`, else one on the usual port of this machine, else one that is
 * started here (also where the variable is `embedded`). MySQL or MariaDB is the one of `ZHENGYOU_TEST_MYSQL_URL`, else one on the usual port; where there is none,
 * its tests are left out and that is said, except in CI, where it is an error.
 */
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import type { TestProject } from "vitest/node"
import { mysqlServer } from "../../src/mysql.ts"
import { postgresServer } from "../../src/postgres.ts"
import { mysqlToolsMissing, postgresToolsMissing } from "./backupTools.ts"
import { startPostgres } from "./startPostgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** Whether the programs are here that back a server up. */
    readonly canBackUp: { readonly postgres: boolean; readonly mysql: boolean }
    readonly servers: { readonly postgres: string; readonly mysql: string | undefined }
    /** How often a writing process is killed, or its connections are ended, at a moment that varies. */
    readonly kills: typeof fewKills
    /** Whether everything is tried that takes minutes. */
    readonly isAll: boolean
    /** For files of this run; it is removed at the end. */
    readonly folder: string
  }
}

/** All of them take minutes, so they are tried where `ZHENGYOU_TEST_ALL` is set, as in CI. */
const [fewKills, allKills] = [
  { sqlite: 8, server: 4, connections: 10 },
  { sqlite: 200, server: 50, connections: 50 }
]

const usual = { postgres: "postgres://postgres@127.0.0.1:5432/postgres", mysql: "mysql://root@127.0.0.1:3306" }

const on = (url: string) => (url.startsWith("mysql") ? mysqlServer(url) : postgresServer(url))

const run = (url: string, ...statements: ReadonlyArray<string>): Promise<ReadonlyArray<object>> =>
  Effect.runPromise(
    Effect.flatMap(SqlClient, (sql) => Effect.forEach(statements, (statement) => sql.unsafe<object>(statement))).pipe(
      Effect.map((answers) => answers.flat()),
      Effect.provide(on(url))
    )
  )

/** What the server says that it is; nothing where there is none. */
const versionOf = (url: string): Promise<string | undefined> =>
  run(url, "SELECT version() AS version").then(
    ([row]) => (row !== undefined && "version" in row ? String(row.version).split(" on ")[0] : undefined),
    () => undefined
  )

const required = async (variable: string): Promise<string | undefined> => {
  const url = process.env[variable]
  if (url !== undefined && (await versionOf(url)) === undefined) throw new Error(`${variable}: no server answers there`)
  return url
}

const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = `zhengyou_test_${randomBytes(6).toString("hex")}`
  const folder = mkdtempSync(join(tmpdir(), "zhengyou-tests-"))
  const undo: Array<() => unknown> = [() => rmSync(folder, { recursive: true, force: true })]

  const embedded = process.env.ZHENGYOU_TEST_POSTGRES_URL === "embedded"
  let postgres = embedded ? undefined : await required("ZHENGYOU_TEST_POSTGRES_URL")
  if (postgres === undefined && !embedded && (await versionOf(usual.postgres)) !== undefined) postgres = usual.postgres
  if (postgres === undefined) {
    const started = await startPostgres()
    postgres = started.url
    undo.unshift(started.stop)
  }
  await run(postgres, `CREATE DATABASE ${database}`)
  const postgresServed = postgres
  undo.unshift(() => run(postgresServed, `DROP DATABASE ${database} WITH (FORCE)`))
  console.log(`${await versionOf(postgres)}: its tests run, in the database ${database}`)

  const asked = await required("ZHENGYOU_TEST_MYSQL_URL")
  const version = await versionOf(asked ?? usual.mysql)
  const mysql = version === undefined ? undefined : (asked ?? usual.mysql)
  if (mysql === undefined) {
    const message = "MySQL, MariaDB: no server answers on port 3306, and ZHENGYOU_TEST_MYSQL_URL names none"
    if (process.env.CI) throw new Error(message)
    console.warn(`${message}: the tests of these databases do NOT run`)
  } else {
    await run(mysql, `CREATE DATABASE ${database}`)
    undo.unshift(() => run(mysql, `DROP DATABASE ${database}`))
    console.log(`${version}: its tests run, in the database ${database}`)
  }

  const lacking = {
    postgres: postgresToolsMissing(await versionOf(postgres)),
    mysql: mysql === undefined ? "no server" : mysqlToolsMissing()
  }
  if (lacking.postgres !== undefined)
    console.warn(`PostgreSQL: ${lacking.postgres}: the test of its backups does NOT run`)
  if (mysql !== undefined && lacking.mysql !== undefined) {
    const message = `MySQL, MariaDB: ${lacking.mysql}`
    if (process.env.CI) throw new Error(message)
    console.warn(`${message}: the test of their backups does NOT run`)
  }
  project.provide("canBackUp", { postgres: lacking.postgres === undefined, mysql: lacking.mysql === undefined })

  const isAll = Boolean(process.env.ZHENGYOU_TEST_ALL)
  const kills = isAll ? allKills : fewKills
  console.log(
    `A writing process is killed ${kills.sqlite} times on SQLite and ${kills.server} times on each server, and ` +
      `${kills.connections} times its connection is ended; the least rights are tried on ` +
      `${isAll ? "the whole contract" : "the event store's part of the contract (all with ZHENGYOU_TEST_ALL=1)"}`
  )
  project.provide("isAll", isAll)
  project.provide("kills", kills)
  project.provide("folder", folder)
  project.provide("servers", {
    postgres: withDatabase(postgres, database),
    mysql: mysql === undefined ? undefined : withDatabase(mysql, database)
  })
  return async () => {
    for (const step of undo) await step()
  }
}
