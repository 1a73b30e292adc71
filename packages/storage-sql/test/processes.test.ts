import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, describe, it } from "@effect/vitest"
import type { Recorded } from "@zhengyou/core"
import { EventStore, execute, load, verifyStream } from "@zhengyou/storage"
import { Effect, Result } from "effect"
import { layerSqlite } from "../src/index.ts"
import { startChild } from "./children.ts"
import { metaOf, points } from "./points.ts"

const folder = mkdtempSync(join(tmpdir(), "zhengyou-"))
afterAll(() => rmSync(folder, { recursive: true }))

const recordsOf = (path: string): Promise<ReadonlyArray<Recorded>> =>
  Effect.runPromise(EventStore.use((store) => store.readAll(0, 1_000_000)).pipe(Effect.provide(layerSqlite(path))))

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

describe("several processes on one file", () => {
  it("start at once on a new file, lose nothing and do nothing twice", async () => {
    const path = join(folder, "shared.sqlite")
    // The first two give the same commands.
    const children = ["a", "a", "b"].map((prefix) => startChild(path, prefix, 60))
    assert.deepStrictEqual(await Promise.all(children.map((child) => child.ended)), [0, 0, 0])
    const records = await recordsOf(path)
    assertSound(records)
    const expected = ["a", "b"].flatMap((prefix) => Array.from({ length: 60 }, (_, n) => `${prefix}-${n}`))
    assert.deepStrictEqual(idsOf(records).toSorted(), expected.toSorted())
  }, 30_000)
})

// At the same time, since each spends its time on starting processes.
describe.concurrent("a process that is killed", () => {
  it.each([1, 2])(
    "loses nothing acknowledged and leaves nothing half, ten times in a row (seed %i)",
    async (seed) => {
      const path = join(folder, `killed-${seed}.sqlite`)
      const acknowledged: Array<string> = []
      let before = 0
      for (let run = 0; run < 10; run++) {
        const child = startChild(path, `run${run}`, 100_000)
        await child.began
        // Delays all over the first 80 ms: 37 has no factor in common with 80.
        await new Promise((resolve) => setTimeout(resolve, (run * 37 + seed * 13) % 80))
        child.kill()
        assert.strictEqual(await child.ended, "SIGKILL")
        acknowledged.push(...child.acknowledged())
        const records = await recordsOf(path)
        assertSound(records)
        const ids = idsOf(records)
        assert.deepStrictEqual(
          acknowledged.filter((id) => !new Set(ids).has(id)),
          []
        )
        // At most the one command that was under way is there without having been acknowledged.
        assert.isAtMost(ids.length - before, child.acknowledged().length + 1)
        assert.isAbove(ids.length, before)
        before = ids.length
      }
      const after = await Effect.runPromise(
        Effect.andThen(execute(points, "s", [5], undefined, metaOf("after")), load(points, "s")).pipe(
          Effect.provide(layerSqlite(path))
        )
      )
      assert.strictEqual(after.state, before * 111 + 5)
    },
    60_000
  )
})
