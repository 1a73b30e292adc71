import { describe, it } from "@effect/vitest"
import { storeContract } from "@zhengyou/storage/contract"
import { Effect } from "effect"
import { databases, newStore, sqliteInMemory } from "./stores.ts"

for (const database of [sqliteInMemory, ...databases])
  describe(`${database.name} keeps the contract`, () => {
    for (const { name, run } of storeContract) it.live(name, () => Effect.provide(run, newStore(database)))
  })
