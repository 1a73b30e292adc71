import type { Capability } from "./internal/contract/Adapter.ts"
import { appending } from "./internal/contract/appending.ts"
import { counting } from "./internal/contract/ballots/counting.ts"
import { refusing } from "./internal/contract/ballots/refusing.ts"
import { votingTogether } from "./internal/contract/ballots/together.ts"
import type { ContractCase } from "./internal/contract/check.ts"
import { commands } from "./internal/contract/commands.ts"
import { keeping } from "./internal/contract/keeping.ts"
import { modelled } from "./internal/contract/modelled.ts"
import { keepingRows } from "./internal/contract/rows/keeping.ts"
import { modelledRows } from "./internal/contract/rows/modelled.ts"
import { querying } from "./internal/contract/rows/querying.ts"
import { rebuilding } from "./internal/contract/rows/rebuilding.ts"
import { reopening } from "./internal/contract/rows/reopening.ts"
import { together } from "./internal/contract/together.ts"
import { transacting } from "./internal/contract/transacting.ts"

export { type Adapter, type Capability, Transactions } from "./internal/contract/Adapter.ts"
export { type ContractCase, ContractViolation } from "./internal/contract/check.ts"

/** What every store must do, as cases for any test framework. */
export const storeContract: ReadonlyArray<ContractCase> = [
  ...appending,
  ...commands,
  ...keeping,
  ...together,
  ...modelled,
  ...transacting,
  ...keepingRows,
  ...querying,
  ...rebuilding,
  ...reopening,
  ...modelledRows,
  ...counting,
  ...refusing,
  ...votingTogether
]

/**
 * The contract for an adapter: the cases to run on it, and those that need what it does not claim.
 *
 * **When to use**
 *
 * In the tests of an adapter: run every case on a fresh store, and say which are left out, so that nobody takes silence for
 * a promise.
 *
 * @example
 * ```ts
 * import { makeMemory } from "@zhengyou/storage"
 * import { contractFor, Transactions } from "@zhengyou/storage/contract"
 * import { Effect, Layer } from "effect"
 *
 * const fresh = Effect.map(makeMemory, (memory) => ({
 *   open: (models) => Layer.merge(memory.layer(models), Layer.succeed(Transactions, { run: memory.withTransaction }))
 * }))
 * const { cases, leftOut } = contractFor(["transactions", "reopening"])
 * const outcomes = Effect.forEach(cases, ({ run }) =>
 *   Effect.match(Effect.flatMap(fresh, run), { onSuccess: () => "kept", onFailure: (error) => error.message })
 * )
 * new Set(await Effect.runPromise(outcomes)) // => new Set(["kept"])
 * leftOut.length // => 0
 * ```
 */
export const contractFor = (
  claimed: ReadonlyArray<Capability>
): { readonly cases: ReadonlyArray<ContractCase>; readonly leftOut: ReadonlyArray<ContractCase> } => {
  const isClaimed = ({ needs }: ContractCase) => needs.every((need) => claimed.includes(need))
  return { cases: storeContract.filter(isClaimed), leftOut: storeContract.filter((one) => !isClaimed(one)) }
}
