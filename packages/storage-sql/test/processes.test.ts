import { assert, describe, it } from "@effect/vitest"
import type { Recorded } from "@zhengyou/core"
import { EventStore, execute, load, verifyStream } from "@zhengyou/storage"
import { Effect, type Layer, Result } from "effect"
import { SqlClient } from "effect/sql"
import { inject } from "vitest"
import { sqliteFile } from "../src/index.ts"
import { mysqlServer } from "../src/mysql.ts"
import { postgresServer } from "../src/postgres.ts"
import { type Place, startChild } from "./children.ts"
import { metaOf, points } from "./points.ts"
import { newFile, newPrefix, servers, storeOn } from "./stores.ts"

const kills = inject("kills")

type Client = Parameters<typeof storeOn>[0]

/** A store that several processes use. */
interface Shared {
  readonly name: string
  readonly kills: number
  readonly place: () => Place
  readonly client: (address: string) => Client
}

const stores: ReadonlyArray<Shared> = [
  {
    name: "an SQLite file",
    kills: kills.sqlite,
    place: () => ({ address: newFile(), tables: newPrefix() }),
    client: sqliteFile
  },
  {
    name: "PostgreSQL",
    kills: kills.server,
    place: () => ({ address: servers.postgres, tables: newPrefix() }),
    client: postgresServer
  },
  ...(servers.mysql === undefined ? [] : [onMysql(servers.mysql)])
]

function onMysql(address: string): Shared {
  return {
    name: "MySQL or MariaDB",
    kills: kills.server,
    place: () => ({ address, tables: newPrefix() }),
    client: mysqlServer
  }
}

const run = <A, E>(
  { client }: Shared,
  { address, tables }: Place,
  effect: Effect.Effect<A, E, Layer.Success<ReturnType<typeof storeOn>>>
): Promise<A> => Effect.runPromise(Effect.provide(effect, storeOn(client(address), tables)))

const recordsOf = (store: Shared, place: Place): Promise<ReadonlyArray<Recorded>> =>
  run(
    store,
    place,
    EventStore.use((kept) => kept.readAll(0, 1_000_000))
  )

/** Each command is there whole, in one piece; the chain is sound and the order has no gaps. */
const assertSound = (records: ReadonlyArray<Recorded>) => {
  for (const [index, record] of records.entries()) {
    assert.strictEqual(record.position, index + 1)
    assert.deepEqual(record.data, { _tag: "Scored", points: 10 ** (index % 3) })
    assert.strictEqual(record.commandId, records[index - (index % 3)]?.commandId)
  }
  assert.strictEqual(records.length % 3, 0)
  assert.strictEqual(Result.getOrThrow(verifyStream(records)).version, records.length)
}

const idsOf = (records: ReadonlyArray<Recorded>) =>
  records.filter((_, index) => index % 3 === 0).map((record) => record.commandId)

const missingFrom = (ids: ReadonlyArray<string>, acknowledged: ReadonlyArray<string>) => {
  const kept = new Set(ids)
  return acknowledged.filter((id) => !kept.has(id))
}

/** The next command goes on where the killed ones ended. */
const assertGoesOn = async (store: Shared, place: Place, commands: number) => {
  const give = Effect.andThen(execute(points, "s", [5], undefined, metaOf("after")), load(points, "s"))
  assert.strictEqual((await run(store, place, give)).state, commands * 111 + 5)
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

for (const store of stores)
  describe(`several processes on ${store.name}`, () => {
    it("start at once on a new store, lose nothing and do nothing twice", async () => {
      const place = store.place()
      // The first two give the same commands.
      const children = ["a", "a", "b"].map((prefix) => startChild(place, prefix, 60))
      assert.deepStrictEqual(await Promise.all(children.map((child) => child.ended)), [0, 0, 0])
      const records = await recordsOf(store, place)
      assertSound(records)
      const expected = ["a", "b"].flatMap((prefix) => Array.from({ length: 60 }, (_, n) => `${prefix}-${n}`))
      assert.deepStrictEqual(idsOf(records).toSorted(), expected.toSorted())
    }, 60_000)
  })

/** Kills are shared out over stores that are killed at the same time, since each spends its time on starting processes. */
const lanes = 2

describe.concurrent("a process that is killed", () => {
  for (const store of stores)
    it.each(Array.from({ length: lanes }, (_, lane) => lane))(
      `loses nothing acknowledged on ${store.name}, and leaves nothing half (${store.kills / lanes} times, %i)`,
      async (lane) => {
        const place = store.place()
        const acknowledged: Array<string> = []
        let before = 0
        for (let kill = 0; kill < store.kills / lanes; kill++) {
          const child = startChild(place, `run${kill}`, 100_000)
          await child.began
          // Delays all over the first 80 ms: 37 has no factor in common with 80.
          await sleep((kill * 37 + lane * 13) % 80)
          child.kill()
          assert.strictEqual(await child.ended, "SIGKILL")
          acknowledged.push(...child.acknowledged())
          const records = await recordsOf(store, place)
          assertSound(records)
          const ids = idsOf(records)
          assert.deepStrictEqual(missingFrom(ids, acknowledged), [])
          // At most the one command that was under way is there without having been acknowledged.
          assert.isAtMost(ids.length - before, child.acknowledged().length + 1)
          assert.isAbove(ids.length, before)
          before = ids.length
        }
        // A server may still be at the last command of the last killed process.
        await sleep(100)
        await assertGoesOn(store, place, idsOf(await recordsOf(store, place)).length)
      },
      600_000
    )
})

/** Ends the connections of the process that uses these tables, in the middle of whatever they do. */
const endConnections = (sql: SqlClient.SqlClient, tables: string) =>
  sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${tables}`

const postgres = stores.find(({ name }) => name === "PostgreSQL")
if (postgres !== undefined)
  describe("a process whose connections are ended by the server", () => {
    it(`loses nothing and does nothing twice when it tries again (${kills.connections} times)`, async () => {
      const tables = newPrefix()
      const own = { address: `${servers.postgres}?application_name=${tables}`, tables }
      const child = startChild(own, "c", 100_000)
      await child.began
      const terminated = await run(
        postgres,
        { address: servers.postgres, tables },
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          let count = 0
          for (let kill = 0; count < kills.connections; kill++) {
            yield* Effect.promise(() => sleep((kill * 37) % 80))
            count += (yield* endConnections(sql, tables)).length
          }
          return count
        })
      )
      assert.isAtLeast(terminated, kills.connections)
      const until = child.acknowledged().length
      while (child.acknowledged().length === until) await sleep(5)
      child.kill()
      assert.strictEqual(await child.ended, "SIGKILL")
      await sleep(100)
      const records = await recordsOf(postgres, own)
      assertSound(records)
      const ids = idsOf(records)
      assert.strictEqual(new Set(ids).size, ids.length)
      assert.deepStrictEqual(missingFrom(ids, child.acknowledged()), [])
      assert.isAtMost(ids.length, child.acknowledged().length + 1)
      await assertGoesOn(postgres, own, ids.length)
    }, 600_000)
  })
