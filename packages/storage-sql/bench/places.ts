import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { StoreUnavailable } from "@zhengyou/storage"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { sqliteFile } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { postgresServer } from "../src/postgres.ts"

/** A database to measure on. */
export interface Place {
  readonly name: string
  readonly client: Layer.Layer<SqlClient.SqlClient, StoreUnavailable>
}

const postgresAddress = process.env.ZHENGYOU_TEST_POSTGRES_URL ?? "postgres://postgres@127.0.0.1:5432/postgres"
const mysqlAddress = process.env.ZHENGYOU_TEST_MYSQL_URL ?? "mysql://root@127.0.0.1:3306"

const inDatabase = (address: string, database: string): string => {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

const run = (client: Place["client"], statement: string): Promise<unknown> =>
  Effect.runPromise(
    Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(statement)).pipe(Effect.provide(client, { local: true }))
  )

/** Does something on a new database of each kind that can be reached, and removes it. */
export const onEach = async (measure: (place: Place, address: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "zhengyou-bench-"))
  await measure({ name: "SQLite", client: sqliteFile(join(folder, "bench.sqlite")) }, "")
  rmSync(folder, { recursive: true })
  const database = `zhengyou_bench_${process.pid}`
  for (const [name, address, open, end] of [
    ["PostgreSQL", postgresAddress, postgresServer, " WITH (FORCE)"],
    ["MySQL or MariaDB", mysqlAddress, mysqlServer, ""]
  ] as const) {
    try {
      await run(open(address), `CREATE DATABASE ${database}`)
    } catch {
      console.log(`${name}: not measured, no server at its usual port`)
      continue
    }
    try {
      const own = inDatabase(address, database)
      await measure({ name, client: open(own) }, own)
    } finally {
      await run(open(address), `DROP DATABASE ${database}${end}`)
    }
  }
}

/** How long something takes. */
export const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0

/** The middle of several measurements of two things, taken in turns, and of their ratios. */
export const inTurns = async (
  times: number,
  ours: (turn: number) => Promise<number>,
  other: (turn: number) => Promise<number>
): Promise<{ readonly ours: number; readonly other: number; readonly ratio: number }> => {
  const [a, b]: [Array<number>, Array<number>] = [[], []]
  for (let turn = 0; turn < times; turn++) {
    b.push(await other(turn))
    a.push(await ours(turn))
  }
  return { ours: middle(a), other: middle(b), ratio: middle(a.map((time, turn) => time / (b[turn] ?? 0))) }
}

const width = 96

/** Prints one line: what was done, how fast by us, how fast by others, and the ratio that is aimed at. */
export const say = (what: string, ours: string, other: string, ratio: number, aim: string): void =>
  console.log(`${what.padEnd(width)}${ours.padStart(14)}${other.padStart(14)}${ratio.toFixed(2).padStart(8)}  ${aim}`)

export const heading = (): void =>
  console.log(`${"".padEnd(width)}${"ours".padStart(14)}${"other".padStart(14)}${"ratio".padStart(8)}  aim`)
