import { Effect, Layer } from "effect"
import { type Adapter, Transactions } from "../src/contract.ts"
import { makeMemory } from "../src/index.ts"

/** A fresh store in memory as the contract takes it. */
export const memoryAdapter: Effect.Effect<Adapter> = Effect.map(makeMemory, (memory) => ({
  open: (models) => Layer.merge(memory.layer(models), Layer.succeed(Transactions, { run: memory.withTransaction }))
}))
