import type { ReadModel } from "@zhengyou/core"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Ports } from "../../Memory.ts"

/** How a case runs what belongs into one transaction of the database that the adapter writes to. */
export class Transactions extends Context.Service<
  Transactions,
  { run<A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, unknown, R> }
>()("@zhengyou/storage/contract/Transactions") {}

/**
 * What an adapter may claim beside what every adapter must do.
 *
 * **Details**
 *
 * - `transactions`: what an application does in one transaction of its own is kept whole, or not at all;
 * - `reopening`: a store that is opened again, at once or later and with whatever read models, is the same store.
 */
export type Capability = "transactions" | "reopening"

/** A fresh store of an adapter, for one case. */
export interface Adapter {
  /** Opens the store with read models. Who does not claim `transactions` gives a `run` that does nothing of its own. */
  readonly open: (models: ReadonlyArray<ReadModel>) => Layer.Layer<Ports | Transactions, unknown>
}
