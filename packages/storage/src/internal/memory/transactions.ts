import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Ref from "effect/Ref"
import * as Result from "effect/Result"
import * as Semaphore from "effect/Semaphore"
import type { State } from "./State.ts"

/** The transactions that a fiber is in, by the store that each belongs to. */
class Open extends Context.Reference<ReadonlyMap<object, Ref.Ref<State>>>("@zhengyou/storage/OpenTransactions", {
  defaultValue: () => new Map()
}) {}

/** A change of the whole state: what it answers, and the state after it; a refusal changes nothing. */
type Change<A, E> = (state: State) => Result.Result<readonly [A, State], E>

/** The state of a store with transactions as a database has them: one writes at a time, readers see what was committed. */
export interface Transactions {
  readonly read: Effect.Effect<State>
  write<A, E>(change: Change<A, E>): Effect.Effect<A, E>
  withTransaction<A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R>
}

const applyTo = <A, E>(ref: Ref.Ref<State>, change: Change<A, E>): Effect.Effect<A, E> =>
  Effect.flatMap(
    Ref.modify(ref, (state): readonly [Result.Result<A, E>, State] =>
      Result.match(change(state), {
        onFailure: (error) => [Result.fail(error), state],
        onSuccess: ([answer, after]) => [Result.succeed(answer), after]
      })
    ),
    Effect.fromResult
  )

/** Makes transactions over a state. */
export const makeTransactions = Effect.fnUntraced(function* (initial: State): Effect.fn.Return<Transactions> {
  const committed = yield* Ref.make(initial)
  const writer = yield* Semaphore.make(1)
  const self = {}
  const current = Effect.map(Open, (open) => open.get(self))

  /** Runs on a state of its own, which takes the place of the one it was made of when all went well. */
  const onCopyOf = <A, E, R>(ref: Ref.Ref<State>, effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.uninterruptibleMask(
      Effect.fnUntraced(function* (restore) {
        const own = yield* Ref.make(yield* Ref.get(ref))
        const open = new Map(yield* Open).set(self, own)
        const exit = yield* Effect.exit(restore(Effect.provideService(effect, Open, open)))
        if (Exit.isSuccess(exit)) yield* Ref.set(ref, yield* Ref.get(own))
        return yield* exit
      })
    )

  return {
    read: Effect.flatMap(current, (own) => Ref.get(own ?? committed)),
    write: (change) =>
      Effect.flatMap(current, (own) =>
        own === undefined ? writer.withPermit(applyTo(committed, change)) : applyTo(own, change)
      ),
    // A transaction inside another is a savepoint of it.
    withTransaction: (effect) =>
      Effect.flatMap(current, (own) =>
        own === undefined ? writer.withPermit(onCopyOf(committed, effect)) : onCopyOf(own, effect)
      )
  }
})
