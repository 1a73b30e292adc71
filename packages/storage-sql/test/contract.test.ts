import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, it } from "@effect/vitest"
import { BallotBox, ReadModels } from "@zhengyou/storage"
import { contractFor, Transactions } from "@zhengyou/storage/contract"
import { Layer } from "effect"
import { layerSqlite } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "zhengyou-"))
afterAll(() => rmSync(folder, { recursive: true }))

const cases = contractFor([]).cases.filter(({ port }) => port === "EventStore")

/** The package has an event store only. */
const adapter = (path: string) => ({
  open: () =>
    Layer.mergeAll(
      layerSqlite(path),
      Layer.mock(ReadModels)({}),
      Layer.mock(BallotBox)({}),
      Layer.mock(Transactions)({})
    )
})

describe("SQLite in memory keeps the contract", () => {
  for (const { name, run } of cases) it.live(name, () => run(adapter(":memory:")))
})

describe("an SQLite file keeps the contract", () => {
  for (const [index, { name, run }] of cases.entries())
    it.live(name, () => run(adapter(join(folder, `${index}.sqlite`))))
})
