import { assert, describe, it } from "@effect/vitest"
import { contractFor } from "@zhengyou/storage/contract"
import { Effect } from "effect"
import { adapterOn, databases, newPrefix } from "./stores.ts"

const { cases, leftOut } = contractFor(["transactions", "reopening"])

for (const database of databases)
  describe(`${database.name} keeps the contract`, () => {
    for (const { port, name, run } of cases)
      it.live(`${port}: ${name}`, () => Effect.provide(Effect.flatMap(adapterOn(newPrefix()), run), database.client()))

    it("all of it", () => assert.deepStrictEqual(leftOut, []))
  })
