import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, it } from "@effect/vitest"
import { storeContract } from "@zhengyou/storage/contract"
import { Effect } from "effect"
import { layerSqlite } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "zhengyou-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("SQLite in memory keeps the contract", () => {
  for (const { name, run } of storeContract) it.effect(name, () => Effect.provide(run, layerSqlite(":memory:")))
})

describe("an SQLite file keeps the contract", () => {
  for (const [index, { name, run }] of storeContract.entries())
    it.effect(name, () => Effect.provide(run, layerSqlite(join(folder, `${index}.sqlite`))))
})
