import { execFile } from "node:child_process"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import {
  dateUnsafe,
  GradingRound,
  gradingRounds,
  openStore,
  readModel,
  refusalLines,
  textEn,
  textZhCN
} from "../src/index.ts"
import { addresses, newFile, newName, servers } from "./hosts.ts"
import { metaOf, points } from "./points.ts"

const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail("was not refused"),
    (error: unknown) => error
  )

describe("openStore", () => {
  it("finds what it kept, by the same address", async () => {
    const file = newFile()
    for (const address of [`sqlite:${file}`, `sqlite://${file}`]) {
      await using store = await openStore(address)
      const { replayed } = await store.execute(points, "s", 5, undefined, metaOf("c1"))
      assert.strictEqual(replayed, address.startsWith("sqlite://"))
    }
  })

  it.each([
    "",
    "memory",
    "postgres:nonsense",
    "mysql:nonsense",
    "campus.db",
    "sqlite",
    "http://a-secret@example.edu/",
    "oracle://a-secret@example.edu"
  ])("refuses %j without telling it again", async (address) => {
    const error = await refusal(openStore(address))
    assert.propertyVal(error, "_tag", "AddressUnknown")
    assert.notInclude(String(error), "a-secret")
  })

  it.each([{}, null, undefined, 7])("refuses %j, which is no pool", async (place) => {
    // What no type allows, but JavaScript does.
    assert.propertyVal(await refusal(openStore(place as never)), "_tag", "AddressUnknown")
  })

  it("refuses a place that cannot be opened, and an address that is none", async () => {
    for (const address of ["sqlite:/no/such/folder/campus.db", "sqlite:", "postgres://[", "mysql://["]) {
      const error = await refusal(openStore(address))
      assert.propertyVal(error, "_tag", "StoreUnavailable", address)
      assert.propertyVal(error, "trouble", "cannot-open", address)
    }
  })

  it("refuses read models that no store can keep", async () => {
    const rounds = gradingRounds("round/")
    assert.propertyVal(
      await refusal(openStore("memory:", { readModels: [rounds, rounds] })),
      "_tag",
      "ReadModelsInvalid"
    )
  })

  it("keeps rows that can be asked for, and made anew", async () => {
    const file = newFile()
    const rounds = gradingRounds("round/")
    const before = await openStore(`sqlite:${file}`)
    await before.append("other", 0, [{ type: "Noted", schemaVersion: 1, data: {} }], metaOf("c1"))
    await before.close()
    await using store = await openStore(`sqlite:${file}`, { readModels: [rounds] })
    const unbuilt = await refusal(store.query(rounds, { limit: 10 }))
    assert.deepStrictEqual(refusalLines(unbuilt, textZhCN)?.length, 1)
    await store.rebuild(rounds)
    assert.deepStrictEqual((await store.query(rounds, { limit: 10 })).rows, [])
    assert.deepStrictEqual(
      (await store.status()).map(({ isBuilt }) => isBuilt),
      [true]
    )
  })
})

describe("refusals", () => {
  it("reject with themselves, and say in both languages what is wrong", async () => {
    await using store = await openStore("memory:")
    const context = { today: dateUnsafe("2026-11-23") }
    const error = await refusal(store.execute(GradingRound, "round", { _tag: "OpenRound" }, context, metaOf("c1")))
    assert.propertyVal(error, "_tag", "RoundInWrongPhase")
    assert.instanceOf(error, Error)
    for (const texts of [textZhCN, textEn]) assert.strictEqual(refusalLines(error, texts)?.length, 1)
    assert.isUndefined(refusalLines(new Error("a mistake"), textZhCN))
    assert.isUndefined(refusalLines("TooMany", textZhCN))
    assert.isUndefined(refusalLines({ _tag: "constructor" }, textZhCN))
  })

  it("tell every fault on a line of its own, with its place", () => {
    const refused = {
      _tag: "RoundInputsRefused",
      faults: [
        { path: ["sheets", 0, "unit"], problem: { _tag: "UnknownUnit", unit: "z09" } },
        { path: [], problem: { _tag: "Missing" } }
      ]
    }
    const lines = refusalLines(refused, textZhCN) ?? []
    assert.strictEqual(lines.length, 3)
    assert.match(String(lines[1]), /^sheets\[0\]\.unit：.*z09/)
    assert.notInclude(String(lines[2]), "：")
  })
})

describe("a DatabaseSync that the application shares", () => {
  it("is never seen, or left, in the middle of an operation", async () => {
    const db = new DatabaseSync(":memory:")
    const scores = readModel({
      name: "scores",
      version: 1,
      about: "得分",
      columns: { version: { type: "integer", about: "版本" }, points: { type: "integer", about: "得分" } },
      key: ["version"],
      streams: "",
      stored: points.stored,
      on: {
        Scored: ({ points }, { version }) => [
          { _tag: "Put", row: { version, points: 0 } },
          { _tag: "Update", where: { version }, values: { points } }
        ]
      }
    })
    await using store = await openStore(db, { readModels: [scores] })
    // A statement for every row: more than a fiber does before it lets others go on.
    const event = { type: "Scored", schemaVersion: 1, data: { _tag: "Scored", points: 1 } }
    let isDone = false
    const done = () => {
      isDone = true
    }
    const appending = store.append("s", 0, new Array(3000).fill(event), metaOf("c1")).then(done, done)
    const seen = new Set<boolean>()
    while (!isDone) {
      seen.add(db.isTransaction)
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.deepStrictEqual([...seen], [false])
    assert.propertyVal(db.prepare("SELECT SUM(points) AS n FROM zhengyou_scores_v1").get(), "n", 3000)
    await appending
  })
})

describe("a refusal that nobody awaits", () => {
  it("is told by Node, as any other", async () => {
    const child = fileURLToPath(new URL("children/forget.ts", import.meta.url))
    const ended = await refusal(promisify(execFile)(process.execPath, [child], { timeout: 60_000 }))
    assert.propertyVal(ended, "code", 1)
    assert.include(String(ended), "VersionConflict")
  })
})

describe("closing", () => {
  for (const address of addresses)
    it(`leaves nothing open: ${address().split(":")[0]}`, async () => {
      const child = fileURLToPath(new URL("children/useAndClose.ts", import.meta.url))
      // A process that does not end by itself is ended after a minute, which fails.
      const { stdout } = await promisify(execFile)(process.execPath, [child, address(), newName()], { timeout: 60_000 })
      assert.strictEqual(stdout.trim(), "closed at 5")
    })

  it("refuses what comes later", async () => {
    const store = await openStore("memory:")
    await store.close()
    assert.propertyVal(await refusal(store.read("s")), "_tag", "StoreClosed")
    assert.propertyVal(await refusal(store.transaction(async () => 1)), "_tag", "StoreClosed")
    await store.close()
  })

  it("waits for a transaction that is under way", async () => {
    const store = await openStore(servers.postgres, { prefix: newName() })
    const underway = store.transaction(async (tx) => {
      await tx.read("s")
      return (await tx.execute(points, "s", 5, undefined, metaOf("c1"))).state
    })
    const closing = store.close()
    assert.strictEqual(await underway, 5)
    await closing
  })
})
