import { appending } from "./internal/contract/appending.ts"
import type { ContractCase } from "./internal/contract/check.ts"
import { commands } from "./internal/contract/commands.ts"
import { keeping } from "./internal/contract/keeping.ts"

export { type ContractCase, ContractViolation } from "./internal/contract/check.ts"

/**
 * What every adapter of the event store must do, as cases for any test framework.
 *
 * **When to use**
 *
 * In the tests of an adapter: run every case on a store of its own.
 *
 * @example
 * ```ts
 * import { layerMemory } from "@zhengyou/storage"
 * import { storeContract } from "@zhengyou/storage/contract"
 * import { Effect } from "effect"
 *
 * const outcomes = Effect.forEach(storeContract, ({ run }) =>
 *   Effect.match(Effect.provide(run, layerMemory, { local: true }), { onSuccess: () => "kept", onFailure: (error) => error.message })
 * )
 * new Set(await Effect.runPromise(outcomes)) // => new Set(["kept"])
 * ```
 */
export const storeContract: ReadonlyArray<ContractCase> = [...appending, ...commands, ...keeping]
