import type { ReadModel } from "@zhengyou/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { BallotBox } from "./BallotBox.ts"
import type { EventStore } from "./EventStore.ts"
import type { ReadModelsInvalid, SnapshotInvalid, StoredDataInvalid } from "./errors.ts"
import { portsOf } from "./internal/memory/layers.ts"
import { installed } from "./internal/memory/rebuilding.ts"
import { withStored } from "./internal/memory/rows.ts"
import { emptyState, emptyTable, type State, tableOf } from "./internal/memory/State.ts"
import { fromSnapshot, toSnapshot } from "./internal/memory/snapshot.ts"
import { makeTransactions } from "./internal/memory/transactions.ts"
import type { ReadModels } from "./ReadModels.ts"
import { vetReadModels } from "./vetReadModels.ts"

/** The three ports of a store. */
export type Ports = EventStore | ReadModels | BallotBox

/**
 * A store in memory: the three ports over one state, as many times as it is opened.
 *
 * **Details**
 *
 * - `layer` gives the ports, made with read models. Opened again, also at the same time and with other models, they are ports
 *   to the same store.
 * - `withTransaction` commits all that an effect does through the ports, or nothing where it fails or is interrupted. One
 *   transaction or write goes on at a time; others wait, and readers outside see what was committed. Inside another, it is a
 *   savepoint.
 * - `toJson` is the whole store as JSON, which {@link memoryFromJson} reads. Rows of read models are not in it: they follow
 *   from the log.
 */
export interface Memory {
  readonly layer: (models: ReadonlyArray<ReadModel>) => Layer.Layer<Ports, ReadModelsInvalid | StoredDataInvalid>
  readonly withTransaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  readonly toJson: Effect.Effect<Schema.Json>
}

/** Builds what can be built at once: everything in a store without records, and from the log what was built before. */
const opened = (state: State, models: ReadonlyArray<ReadModel>): Result.Result<State, StoredDataInvalid> => {
  let after = state
  for (const model of models) {
    const wasBuilt = state.unmade.some(({ name, version }) => name === model.name && version === model.version)
    if (HashMap.has(after.tables, tableOf(model)) || (Chunk.size(state.log) > 0 && !wasBuilt)) continue
    const table = withStored(model, emptyTable, Chunk.toReadonlyArray(state.log))
    if (Result.isFailure(table)) return Result.fail(table.failure)
    after = installed(after, model, table.success)
  }
  return Result.succeed(after)
}

const makeFrom = Effect.fnUntraced(function* (initial: State): Effect.fn.Return<Memory> {
  const transactions = yield* makeTransactions(initial)
  return {
    layer: (models) =>
      Layer.effectContext(
        Effect.gen(function* () {
          yield* Effect.fromResult(vetReadModels(models))
          yield* transactions.write((state) => Result.map(opened(state, models), (after) => [undefined, after]))
          return portsOf(transactions, models)
        })
      ),
    withTransaction: transactions.withTransaction,
    toJson: Effect.map(transactions.read, toSnapshot)
  }
})

/**
 * An empty store in memory, for tests, trials and the browser.
 *
 * **Details**
 *
 * It has the same transactions, conflicts, answers and refusals as a store on a database, and passes the same contract.
 *
 * @example
 * ```ts
 * import { EventStore, makeMemory } from "@zhengyou/storage"
 * import { Effect } from "effect"
 *
 * const opened = { type: "RoundOpened", schemaVersion: 1, data: {} }
 * const meta = { commandId: "open-1", actor: "clerk", at: "2012-04-01T08:00:00Z" }
 * const append = EventStore.use((store) => store.append("round-2012", 0, [opened], meta))
 * const program = Effect.gen(function* () {
 *   const memory = yield* makeMemory
 *   const store = memory.layer([])
 *   const failing = Effect.andThen(append, Effect.fail("the application's own write failed"))
 *   yield* Effect.exit(memory.withTransaction(Effect.provide(failing, store)))
 *   return yield* EventStore.use((kept) => kept.read("round-2012")).pipe(Effect.provide(store))
 * })
 * Effect.runSync(program) // => []
 * ```
 */
export const makeMemory: Effect.Effect<Memory> = Effect.suspend(() => makeFrom(emptyState))

/**
 * A store in memory as it was when `toJson` was asked for it.
 *
 * **Details**
 *
 * Read models that were built are made anew from the log as the store is opened with them.
 *
 * **Refusals**
 *
 * `SnapshotInvalid` with every fault: what is no snapshot, records out of place, a chain of hashes that was broken, polls that
 * cannot be, tallies and tokens that disagree.
 *
 * @example
 * ```ts
 * import { makeMemory, memoryFromJson } from "@zhengyou/storage"
 * import { Effect } from "effect"
 *
 * const program = Effect.gen(function* () {
 *   const snapshot = yield* Effect.flatMap(makeMemory, (memory) => memory.toJson)
 *   const again = yield* memoryFromJson(snapshot)
 *   return yield* again.toJson
 * })
 * Effect.runSync(program) // => { format: "zhengyou/memory@1", log: [], readModels: [], polls: [] }
 * ```
 */
export const memoryFromJson = (snapshot: Schema.Json): Effect.Effect<Memory, SnapshotInvalid> =>
  Effect.flatMap(Effect.fromResult(fromSnapshot(snapshot)), makeFrom)

/**
 * A store that lives as long as its layer, without read models.
 *
 * **When to use**
 *
 * In tests and trials. {@link makeMemory} has read models, transactions and snapshots too.
 */
export const layerMemory: Layer.Layer<Ports> = Layer.unwrap(
  Effect.map(makeMemory, (memory) => Layer.orDie(memory.layer([])))
)
