import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { contractFor, storeContract } from "../src/contract.ts"
import { memoryAdapter } from "./adapters.ts"

const { cases, leftOut } = contractFor(["transactions", "reopening"])

describe("the memory store keeps the contract", () => {
  for (const { port, name, run } of cases) it.live(`${port}: ${name}`, () => Effect.flatMap(memoryAdapter, run))

  it("all of it", () => {
    assert.deepStrictEqual(leftOut, [])
    assert.strictEqual(new Set(storeContract.map(({ name }) => name)).size, storeContract.length)
  })
})

describe("the contract for an adapter", () => {
  it("leaves out what is not claimed, and says so", () => {
    const { cases, leftOut } = contractFor([])
    assert.lengthOf([...cases, ...leftOut], storeContract.length)
    assert.isTrue(cases.every(({ needs }) => needs.length === 0))
    assert.isNotEmpty(leftOut)
  })
})
