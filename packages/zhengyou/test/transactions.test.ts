import { assert, describe, it } from "@effect/vitest"
import { hosts, newName } from "./hosts.ts"
import { metaOf, points } from "./points.ts"

const boom = new Error("the application's own write failed")

/** What the promise rejects with. */
const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail("was not refused"),
    (error: unknown) => error
  )

for (const { name, start } of hosts)
  describe(`an application with ${name}`, () => {
    const withHost = async (use: (its: Awaited<ReturnType<typeof opened>>) => Promise<void>) => {
      const its = await opened()
      try {
        await use(its)
      } finally {
        await its.store.close()
        await its.host.end()
      }
    }
    const opened = async () => {
      const host = await start()
      const store = await host.open({ prefix: newName() })
      return { host, store, kept: async () => (await store.read("s")).map(({ commandId }) => commandId) }
    }

    it("keeps its rows and our events in one transaction of ours, or neither", () =>
      withHost(async ({ host, store, kept }) => {
        const both = (id: string, end?: Error) =>
          store.transaction(async (tx) => {
            await host.note(tx.connection, id)
            const { state } = await tx.execute(points, "s", 5, undefined, metaOf(id))
            if (end !== undefined) throw end
            return state
          })
        assert.strictEqual(await both("first"), 5)
        assert.strictEqual(await refusal(both("second", boom)), boom)
        assert.deepStrictEqual([await host.notes(), await kept()], [["first"], ["first"]])
        assert.strictEqual(await both("third"), 10)
        assert.deepStrictEqual(
          [await host.notes(), await kept()],
          [
            ["first", "third"],
            ["first", "third"]
          ]
        )
      }))

    it("keeps our events in a transaction of its own, or neither", () =>
      withHost(async ({ host, store, kept }) => {
        const both = async (id: string, how: "COMMIT" | "ROLLBACK") => {
          const { connection, end } = await host.begin()
          await host.note(connection, id)
          const within = store.within(connection)
          await within.execute(points, "s", 5, undefined, metaOf(id))
          assert.include(
            (await within.read("s")).map(({ commandId }) => commandId),
            id
          )
          await end(how)
        }
        await both("first", "ROLLBACK")
        assert.deepStrictEqual([await host.notes(), await kept()], [[], []])
        await both("second", "COMMIT")
        assert.deepStrictEqual([await host.notes(), await kept()], [["second"], ["second"]])
      }))

    it("goes on with its own transaction after a refusal of ours", () =>
      withHost(async ({ host, store, kept }) => {
        const { connection, end } = await host.begin()
        const within = store.within(connection)
        await host.note(connection, "before")
        assert.strictEqual(await refusal(within.execute(points, "s", 101, undefined, metaOf("c1"))), "TooMany")
        assert.propertyVal(await refusal(within.append("s", 7, [], metaOf("c2"))), "_tag", "VersionConflict")
        await within.execute(points, "s", 5, undefined, metaOf("c3"))
        await end("COMMIT")
        assert.deepStrictEqual([await host.notes(), await kept()], [["before"], ["c3"]])
      }))

    it("can ask for several things at once on one connection", () =>
      withHost(async ({ host, store, kept }) => {
        const { connection, end } = await host.begin()
        const ids = ["c1", "c2", "c3", "c4", "c5"]
        const answers = await Promise.allSettled(
          ids.map((id, i) => store.within(connection).execute(points, "s", i === 2 ? 101 : 5, undefined, metaOf(id)))
        )
        await end("COMMIT")
        assert.deepStrictEqual(
          answers.map(({ status }) => status),
          ids.map((_, i) => (i === 2 ? "rejected" : "fulfilled"))
        )
        assert.deepStrictEqual((await kept()).toSorted(), ["c1", "c2", "c4", "c5"])
      }))

    it("is told when no transaction is open, and nothing is kept", () =>
      withHost(async ({ host, store, kept }) => {
        const { connection, end } = await host.begin()
        await end("ROLLBACK")
        const error = await refusal(store.within(connection).execute(points, "s", 5, undefined, metaOf("c1")))
        assert.propertyVal(error, "trouble", "no-transaction")
        assert.deepStrictEqual(await kept(), [])
      }))

    it("loses nothing that was not awaited inside a transaction, and keeps nothing afterwards", () =>
      withHost(async ({ store, kept }) => {
        await store.transaction(async (tx) => void tx.execute(points, "s", 5, undefined, metaOf("forgotten")))
        assert.deepStrictEqual(await kept(), ["forgotten"])
        const failed = store.transaction(async (tx) => {
          await tx.execute(points, "s", 5, undefined, metaOf("c1"))
          void tx.execute(points, "s", 101, undefined, metaOf("c2"))
        })
        assert.strictEqual(await refusal(failed), "TooMany")
        const left = await store.transaction(async (tx) => tx)
        assert.propertyVal(
          await refusal(left.execute(points, "s", 5, undefined, metaOf("late"))),
          "_tag",
          "TransactionEnded"
        )
        assert.deepStrictEqual(await kept(), ["forgotten"])
      }))

    it("is told to ask the transaction where it asks the store inside one, and can go on with both", () =>
      withHost(async ({ store, kept }) => {
        const late = await store.transaction(async (tx) => {
          const asked = [
            store.read("s"),
            store.execute(points, "s", 5, undefined, metaOf("outside")),
            store.transaction(async () => undefined),
            store.status(),
            store.close()
          ]
          for (const answer of asked) assert.propertyVal(await refusal(answer), "_tag", "TransactionOpen")
          await tx.execute(points, "s", 5, undefined, metaOf("inside"))
          // What was begun inside and goes on afterwards may ask the store again.
          return { read: (ended: Promise<void>) => ended.then(() => store.read("s")) }
        })
        assert.lengthOf(await late.read(Promise.resolve()), 1)
        assert.deepStrictEqual(await kept(), ["inside"])
      }))

    it("is refused another database's connection", () =>
      withHost(async ({ store }) => {
        // What no type allows, but JavaScript does.
        const within = store.within({} as never)
        assert.propertyVal(await refusal(within.read("s")), "_tag", "ConnectionUnsuitable")
      }))
  })
