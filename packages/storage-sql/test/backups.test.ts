import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createReadStream } from "node:fs"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { promisify } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import type { Poll } from "@zhengyou/core"
import { BallotBox, EventStore, type StoreUnavailable, verifyStream } from "@zhengyou/storage"
import { Effect, Layer, Result } from "effect"
import { SqlClient } from "effect/sql"
import { inject } from "vitest"
import { layerStore, sqliteFile } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { postgresServer } from "../src/postgres.ts"
import { metaOf } from "./points.ts"
import { newFile, servers } from "./stores.ts"

type Client = Layer.Layer<SqlClient.SqlClient, StoreUnavailable>

const canBackUp = inject("canBackUp")
const newName = () => `zhengyou_backup_${randomBytes(6).toString("hex")}`

/** Runs a program, with a file as its input where one is given. */
const run = async (program: string, args: ReadonlyArray<string>, env: NodeJS.ProcessEnv, input?: string) => {
  const running = promisify(execFile)(program, args, { env: { ...process.env, ...env } })
  const { stdin } = running.child
  if (input !== undefined && stdin !== null) await pipeline(createReadStream(input), stdin)
  await running
}

interface Backed {
  readonly name: string
  readonly original: Client
  readonly copy: Client
  readonly before: Effect.Effect<unknown, unknown>
  /** Done while the original is open. */
  readonly backUp: Effect.Effect<unknown, unknown, SqlClient.SqlClient>
  readonly after: Effect.Effect<unknown, unknown>
}

const sqlite = (): Backed => {
  const [original, copy] = [newFile(), newFile()]
  return {
    name: "SQLite",
    original: sqliteFile(original),
    copy: sqliteFile(copy),
    before: Effect.void,
    backUp: Effect.flatMap(SqlClient.SqlClient, (sql) => sql`VACUUM INTO ${copy}`),
    after: Effect.void
  }
}

/** Two databases of a server, from one of which a dump is restored into the other. */
const onServer = (
  name: string,
  address: string,
  open: (url: string) => Client,
  dumpAndRestore: (address: URL, names: readonly [string, string], file: string) => Promise<void>
): Backed => {
  const names = [newName(), newName()] as const
  const at = (database: string) => {
    const url = new URL(address)
    url.pathname = `/${database}`
    return open(url.href)
  }
  const each = (statement: (name: string) => string) =>
    Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.forEach(names, (one) => sql.unsafe(statement(one)))).pipe(
      Effect.provide(open(address))
    )
  return {
    name,
    original: at(names[0]),
    copy: at(names[1]),
    before: each((one) => `CREATE DATABASE ${one}`),
    backUp: Effect.tryPromise(() => dumpAndRestore(new URL(address), names, join(inject("folder"), names[0]))),
    after: each((one) => `DROP DATABASE ${one}`)
  }
}

const postgres = (): Backed =>
  onServer("PostgreSQL", servers.postgres, postgresServer, async (url, [original, copy], file) => {
    const env = {
      PGHOST: url.hostname,
      PGPORT: url.port,
      PGUSER: url.username,
      PGPASSWORD: decodeURIComponent(url.password)
    }
    await run("pg_dump", ["--format=custom", `--file=${file}`, original], env)
    await run("pg_restore", [`--dbname=${copy}`, file], env)
  })

const mysql = (address: string): Backed =>
  onServer("MySQL or MariaDB", address, mysqlServer, async (url, [original, copy], file) => {
    const server = [`--host=${url.hostname}`, `--port=${url.port}`, `--user=${url.username}`, "--protocol=tcp"]
    const env = { MYSQL_PWD: decodeURIComponent(url.password) }
    const utf8 = "--default-character-set=utf8mb4"
    await run("mysqldump", [...server, "--single-transaction", utf8, `--result-file=${file}`, original], env)
    await run("mysql", [...server, utf8, copy], env, file)
  })

const backed = [
  sqlite(),
  ...(canBackUp.postgres ? [postgres()] : []),
  ...(canBackUp.mysql && servers.mysql !== undefined ? [mysql(servers.mysql)] : [])
]

const streams = ["round-2012", "𠮷😀", "it's"]
const eventOf = (n: number) => ({
  type: "Scored",
  schemaVersion: 1,
  data: { unit: `党支部 ${n} 𠮷😀 \\ ' "`, points: n }
})

const poll: Poll = {
  id: "style-2012",
  subjects: ["z01"],
  groups: [{ id: "staff" }],
  questions: [{ id: "overall", choices: ["满意", "不满意"] }]
}
const tokens = Array.from({ length: 9 }, (_, n) => `Qm9yaW5nLWJ1dC1maXhlZ${n}`)

const fill = Effect.gen(function* () {
  const store = yield* EventStore
  for (let n = 0; n < 200; n++)
    yield* store.append(streams[n % 3] ?? "", Math.floor(n / 3), [eventOf(n)], metaOf(`c${n}`))
  const box = yield* BallotBox
  yield* box.open(poll)
  yield* box.issue(poll.id, { group: "staff" }, tokens)
  const votes = tokens.map((token, n) => ({
    token,
    ballots: [{ subject: "z01", answers: { overall: n < 5 ? "满意" : "不满意" } }]
  }))
  yield* box.cast(poll.id, votes)
  yield* box.close(poll.id)
})

const contents = Effect.gen(function* () {
  const store = yield* EventStore
  const box = yield* BallotBox
  return {
    records: yield* store.readAll(0, 1000),
    tally: yield* box.tally(poll.id),
    turnout: yield* box.turnout(poll.id)
  }
})

const withStore = <A, E>(client: Client, program: Effect.Effect<A, E, BallotBox | EventStore | SqlClient.SqlClient>) =>
  Effect.provide(program, layerStore([]).pipe(Layer.provideMerge(client)), { local: true })

for (const { name, original, copy, before, backUp, after } of backed)
  describe(`a backup of ${name}`, () => {
    it.live("made while it is used has everything, verifies, and goes on where it ended", () =>
      Effect.acquireUseRelease(
        before,
        () =>
          Effect.gen(function* () {
            const kept = yield* withStore(
              original,
              Effect.gen(function* () {
                yield* fill
                yield* backUp
                return yield* contents
              })
            )
            assert.strictEqual(kept.records.length, 200)
            const next = yield* withStore(
              copy,
              Effect.gen(function* () {
                const restored = yield* contents
                assert.deepStrictEqual(restored, kept)
                const store = yield* EventStore
                for (const stream of streams)
                  assert.isTrue(Result.isSuccess(verifyStream(yield* store.read(stream))), stream)
                const box = yield* BallotBox
                const again = yield* Effect.flip(box.cast(poll.id, []))
                assert.strictEqual(again._tag, "PollInWrongState")
                return yield* store.append("it's", 66, [eventOf(200)], metaOf("c200"))
              })
            )
            assert.deepStrictEqual(
              next.records.map(({ version, position }) => [version, position]),
              [[67, 201]]
            )
          }),
        () => Effect.orDie(after)
      )
    )
  })
