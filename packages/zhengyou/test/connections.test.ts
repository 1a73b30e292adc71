import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import type { PoolConnection } from "mysql2/promise"
import { createPool } from "mysql2/promise"
import pg from "pg"
import { openStore, readModel, type Store } from "../src/index.ts"
import { newName, servers } from "./hosts.ts"
import { metaOf, points } from "./points.ts"

/** The application reads decimals as floats, as many do; ours have more digits than a float. */
const amounts = readModel({
  name: "amounts",
  version: 1,
  about: "金额",
  columns: {
    version: { type: "integer", about: "版本" },
    amount: { type: "decimal", digits: 22, places: 2, about: "金额" }
  },
  key: ["version"],
  streams: "",
  stored: points.stored,
  on: { Scored: (_, { version }) => [{ _tag: "Put", row: { version, amount: "12345678901234567890.10" } }] }
})

const readsExactly = async (store: Store<unknown>): Promise<void> => {
  await store.execute(points, "s", 5, undefined, metaOf("c1"))
  assert.deepStrictEqual((await store.query(amounts, { limit: 10 })).rows, [
    { version: 1, amount: "12345678901234567890.10" }
  ])
  await store.close()
}

describe("an application whose driver gives floats for decimals", () => {
  const options = () => ({ prefix: newName(), readModels: [amounts] })

  it("reads ours exactly, with pg", async () => {
    const types = new pg.TypeOverrides()
    types.setTypeParser(pg.types.builtins.NUMERIC, Number.parseFloat)
    const pool = new pg.Pool({ connectionString: servers.postgres, types })
    await readsExactly(await openStore(pool, options()))
    await pool.end()
  })

  it.runIf(servers.mysql !== undefined)("reads ours exactly, with mysql2", async () => {
    const pool = createPool({ uri: String(servers.mysql), decimalNumbers: true })
    await readsExactly(await openStore(pool, options()))
    await pool.end()
  })
})

/** The server ends the connection in the middle of a transaction, and the application goes on regardless. */
const outlives = async <Own>(store: Store<Own>, end: (connection: Own) => Promise<unknown>): Promise<void> => {
  const give = (to: Pick<Store<Own>, "execute">, id: string) => to.execute(points, "s", 5, undefined, metaOf(id))
  const transaction = store.transaction(async (tx) => {
    await give(tx, "c1")
    await end(tx.connection).catch(() => undefined)
    return give(tx, "c2")
  })
  const error = await transaction.then(
    () => assert.fail("was not refused"),
    (thrown: unknown) => thrown
  )
  assert.propertyVal(error, "_tag", "StoreUnavailable")
  assert.propertyVal(error, "retryable", true)
  assert.strictEqual((await give(store, "c3")).version, 1)
  await store.close()
}

describe("a transaction whose connection the server has ended", () => {
  it("is refused and can be run again, with pg", async () => {
    const pool = new pg.Pool({ connectionString: servers.postgres })
    const store = await openStore(pool, { prefix: newName() })
    await outlives(store, (client) => client.query("SELECT pg_terminate_backend(pg_backend_pid())"))
    await pool.end()
  })

  it.runIf(servers.mysql !== undefined)("is refused and can be run again, with mysql2", async () => {
    const pool = createPool({ uri: String(servers.mysql) })
    const store = await openStore(pool, { prefix: newName() })
    await outlives(store, (connection) => connection.query("KILL CONNECTION_ID()"))
    await pool.end()
  })
})

describe("the connection of a transaction", () => {
  it("is what the pool of pg lends, by its type too", async () => {
    const pool = new pg.Pool({ connectionString: servers.postgres })
    const store = await openStore(pool, { prefix: newName() })
    const answer = await store.transaction(async ({ connection }) => {
      const client: pg.PoolClient = connection
      return (await client.query("SELECT 1 AS one")).rows
    })
    assert.deepStrictEqual(answer, [{ one: 1 }])
    await store.close()
    await pool.end()
  })

  it.runIf(servers.mysql !== undefined)("is what the pool of mysql2 lends, by its type too", async () => {
    const pool = createPool({ uri: String(servers.mysql) })
    const store = await openStore(pool, { prefix: newName() })
    const answer = await store.transaction(async ({ connection }) => {
      const lent: PoolConnection = connection
      const [rows] = await lent.query("SELECT 1 AS one")
      return JSON.stringify(rows)
    })
    assert.strictEqual(answer, '[{"one":1}]')
    await store.close()
    await pool.end()
  })

  it("is the DatabaseSync that was given", async () => {
    const db = new DatabaseSync(":memory:")
    const store = await openStore(db)
    const connection: DatabaseSync = await store.transaction(async (tx) => tx.connection)
    assert.strictEqual(connection, db)
    await store.close()
    assert.isTrue(db.isOpen)
  })

  it("is nobody's where the store was opened by its address", async () => {
    await using store = await openStore("memory:")
    const connection: undefined = await store.transaction(async (tx) => tx.connection)
    assert.isUndefined(connection)
  })
})
