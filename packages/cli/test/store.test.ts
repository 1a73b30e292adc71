import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { DatabaseSync } from "node:sqlite"
import { GradingRound, gradingOf } from "@zhengyou/grading"
import { EventStore, load, verifyStream } from "@zhengyou/storage"
import { layerSqlite } from "@zhengyou/storage-sql"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { caseFile, inFolder, main, runHere } from "./support.ts"

const files = ["grade", "--book", caseFile("r1.book.json"), "--sheets", caseFile("r1.sheets.csv"), "--format", "json"]

const stored = (file: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const all = yield* store.readAll(0, 10_000)
    const streams = [...new Set(all.map((record) => record.stream))]
    const [stream = ""] = streams
    const { state, records } = yield* load(GradingRound, stream)
    return {
      streams,
      types: records.map((record) => record.type),
      receipt: gradingOf(state)?.receipt,
      sound: verifyStream(records)
    }
  }).pipe(Effect.provide(layerSqlite(file)), Effect.runPromise)

describe("a store", () => {
  it("holds the round with the receipt that is printed, and the same input finds it again", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "round.sqlite")
      const first = await runHere(...files, "--store", file)
      const second = await runHere(...files, "--store", file)
      expect(second.printed).toBe(first.printed)
      const { streams, types, receipt, sound } = await stored(file)
      expect(streams).toHaveLength(1)
      expect(types.filter((type) => type !== "SheetSubmitted")).toEqual([
        "RoundPlanned",
        "RoundOpened",
        "RoundSealed",
        "RoundGraded"
      ])
      expect(receipt).toEqual(JSON.parse(first.printed).receipt)
      expect(Result.isSuccess(sound)).toBe(true)
    })
  })

  it("continues what a killed run began, whenever it was killed", { timeout: 60_000 }, async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "round.sqlite")
      // Kills after the n-th line of progress: while reading, and after each step of the recording.
      for (const lines of [1, 2, 3, 4, 5, 6]) {
        const child = spawn(process.execPath, [main, ...files, "--store", file], {
          stdio: ["ignore", "ignore", "pipe"]
        })
        let seen = 0
        child.stderr.on("data", (data: Buffer) => {
          seen += data.toString().split("\n").length - 1
          if (seen >= lines) child.kill("SIGKILL")
        })
        await new Promise((ended) => child.on("exit", ended))
      }
      const last = await runHere(...files, "--store", file)
      expect(last.code).toBe(0)
      const { streams, types, receipt, sound } = await stored(file)
      expect(streams).toHaveLength(1)
      expect(types.filter((type) => type === "RoundGraded")).toHaveLength(1)
      expect(types.filter((type) => type === "SheetSubmitted")).toHaveLength(10)
      expect(receipt).toEqual(JSON.parse(last.printed).receipt)
      expect(Result.isSuccess(sound)).toBe(true)
    })
  })

  it("says that what is stored was changed behind its back", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "round.sqlite")
      await runHere(...files, "--store", file)
      const database = new DatabaseSync(file)
      database.exec("UPDATE zhengyou_events SET data = replace(data, '96', '95') WHERE type = 'SheetSubmitted'")
      database.close()
      const ran = await runHere(...files, "--store", file)
      expect(ran.code).toBe(1)
      expect(ran.printed).toBe("")
      expect(ran.complaints).toHaveLength(1)
    })
  })

  it("is a file whatever it is called", async () => {
    await inFolder(async (folder) => {
      const here = process.cwd()
      process.chdir(folder)
      try {
        expect((await runHere(...files, "--store", ":memory:")).code).toBe(0)
        expect(existsSync(path.join(folder, ":memory:"))).toBe(true)
      } finally {
        process.chdir(here)
      }
    })
  })

  it("keeps rounds of other inputs apart", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "round.sqlite")
      await runHere(...files, "--store", file)
      await runHere("grade", "--book", caseFile("r4.book.json"), "--sheets", caseFile("r4.sheets.csv"), "--store", file)
      expect((await stored(file)).streams).toHaveLength(2)
    })
  })
})

describe("an output folder", () => {
  it("gets the result as JSON and CSV and the report, the same bytes every time", async () => {
    await inFolder(async (folder) => {
      const out = path.join(folder, "deep", "out")
      const contents = () =>
        ["result.json", "result.csv", "report.html"].map((name) => readFileSync(path.join(out, name), "utf8"))
      const { printed } = await runHere(...files, "--out", out)
      const first = contents()
      expect(first[0]).toBe(printed)
      expect(first[1]).toContain("89.996")
      expect(first[2]).toContain("<!DOCTYPE html>")
      await runHere(...files, "--out", out)
      expect(contents()).toEqual(first)
    })
  })
})
