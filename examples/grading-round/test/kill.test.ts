import { readFileSync } from "node:fs"
import path from "node:path"
import { layerSqlite } from "@zhengyou/storage-sql"
import { Effect } from "effect"
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import { expect, it } from "vitest"
import { type RecordedRound, readRound } from "../src/round.ts"
import { newFolder, run } from "./program.ts"

const killer = new URL("./dieAtStatement.ts", import.meta.url).href

const start = (out: string, environment: Readonly<Record<string, string>>) =>
  run(["--import", killer, "main.ts", "--out", out], environment)

/** The round as the store has it, with every record verified and the result recomputed. */
const recordedIn = (out: string): Promise<RecordedRound> =>
  Effect.runPromise(Effect.provide(readRound, layerSqlite(path.join(out, "round.sqlite"))))

const seed = 2012

it("ends the same, record for record, however often it is killed on the way", { timeout: 120_000 }, async () => {
  const clean = newFolder()
  await start(clean, { COUNT_TO: path.join(clean, "statements") })
  const statements = Number(readFileSync(path.join(clean, "statements"), "utf8"))
  const { head, grading } = await recordedIn(clean)

  const random = xoroshiro128plus(seed)
  const third = Math.floor(statements / 3)
  const moments = [0, 1, 2].map(
    (part) => [part * third + uniformInt(random, 1, third), uniformInt(random, 1, 20)] as const
  )
  await Promise.all(
    moments.map(async ([first, second]) => {
      const out = newFolder()
      expect(await start(out, { DIE_AT: String(first) })).toMatchObject({ signal: "SIGKILL" })
      // A run that goes on reads the stream at least once for each of its commands, so it gets that far again.
      expect(await start(out, { DIE_AT: String(second) })).toMatchObject({ signal: "SIGKILL" })
      expect(await start(out, {})).toMatchObject({ code: 0 })
      const after = await recordedIn(out)
      expect(after.grading.receipt).toEqual(grading.receipt)
      expect(after.head).toEqual(head)
    })
  )
})
