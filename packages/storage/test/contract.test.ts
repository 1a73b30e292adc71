import { describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { storeContract } from "../src/contract.ts"
import { layerMemory } from "../src/index.ts"

describe("the memory store keeps the contract", () => {
  for (const { name, run } of storeContract) it.effect(name, () => Effect.provide(run, layerMemory))
})
