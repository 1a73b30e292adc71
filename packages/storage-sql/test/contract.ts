import { assert, describe, it } from "@effect/vitest"
import { contractFor } from "@zhengyou/storage/contract"
import { Effect } from "effect"
import { adapterOn, type Database, databases, newPrefix } from "./stores.ts"

const { cases, leftOut } = contractFor(["transactions", "reopening"])

/** The whole contract on the databases of one kind that can be reached; two files, so that they run side by side. */
export const contractOn = (dialect: Database["dialect"]): void => {
  for (const database of databases.filter((one) => one.dialect === dialect))
    describe(`${database.name} keeps the contract`, () => {
      for (const { port, name, run } of cases)
        it.live(`${port}: ${name}`, () =>
          Effect.provide(Effect.flatMap(adapterOn(newPrefix()), run), database.client())
        )

      it("all of it", () => assert.deepStrictEqual(leftOut, []))
    })
}
