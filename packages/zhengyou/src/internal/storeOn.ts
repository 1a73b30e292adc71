import { AsyncLocalStorage } from "node:async_hooks"
import { ReadModels } from "@zhengyou/storage"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { PreventSchedulerYield } from "effect/References"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { StoreClosed, TransactionEnded, TransactionOpen } from "../errors.ts"
import type { Store } from "../Store.ts"
import type { Backend } from "./Backend.ts"
import { operationsOf, type Run } from "./operations.ts"
import { runPromise, Thrown } from "./run.ts"

/** Promises that are under way. */
const makeUnderway = () => {
  const promises = new Set<Promise<unknown>>()
  const add = <A>(promise: Promise<A>): Promise<A> => {
    promises.add(promise)
    const remove = () => void promises.delete(promise)
    promise.then(remove, remove)
    return promise
  }
  const settled = async (): Promise<ReadonlyArray<PromiseSettledResult<unknown>>> => {
    const results: Array<PromiseSettledResult<unknown>> = []
    while (promises.size > 0) results.push(...(await Promise.allSettled(promises)))
    return results
  }
  return { add, settled }
}

/** A store of promises on a backend; closing it closes the scope. */
export const storeOn = <Own>(backend: Backend, scope: Scope.Closeable): Store<Own> => {
  const underway = makeUnderway()
  let closing: Promise<void> | undefined
  // Statements of one operation follow each other at once where the application shares the connection.
  const settings = Context.make(PreventSchedulerYield, backend.isShared)

  const start = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
    closing === undefined
      ? // A promise of its own for the caller: who forgets to await one that rejects is told, as of any other.
        underway.add(runPromise(Effect.provideContext(effect, settings))).then((answer) => answer)
      : Promise.reject(new StoreClosed({}))
  /** The transaction that the caller is inside of, however many functions deep. */
  const caller = new AsyncLocalStorage<{ isOver: boolean }>()
  const isInside = (): boolean => caller.getStore()?.isOver === false
  const run: Run = (effect) =>
    isInside() ? Promise.reject(new TransactionOpen({})) : start(Effect.provideContext(effect, backend.ports))

  const transaction: Store<Own>["transaction"] = (work) =>
    run(
      backend.transact((connection) =>
        Effect.contextWith((context: Context.Context<never>) =>
          Effect.tryPromise({
            try: async () => {
              const inside = makeUnderway()
              const its = { isOver: false }
              const runInside: Run = (effect) =>
                its.isOver
                  ? Promise.reject(new TransactionEnded({}))
                  : // The context of the transaction holds the ports, the connection and the settings.
                    inside.add(runPromise(Effect.provideContext(effect, Context.merge(backend.ports, context))))
              try {
                // The type of the connection follows from what the store was opened with.
                const transaction = { ...operationsOf(runInside), connection: connection as Own }
                const result = await caller.run(its, () => work(transaction))
                const forgotten = (await inside.settled()).find(({ status }) => status === "rejected")
                if (forgotten !== undefined && forgotten.status === "rejected") throw forgotten.reason
                return result
              } finally {
                await inside.settled()
                its.isOver = true
              }
            },
            catch: (error) => new Thrown({ error })
          })
        )
      )
    )

  const close = (): Promise<void> => {
    if (isInside()) return Promise.reject(new TransactionOpen({}))
    closing ??= underway.settled().then(() => Effect.runPromise(Scope.close(scope, Exit.void)))
    return closing
  }

  return {
    ...operationsOf(run),
    transaction,
    within: (connection) =>
      operationsOf((effect) =>
        start(Effect.flatMap(backend.within(connection), (ports) => Effect.provideContext(effect, ports)))
      ),
    rebuild: (model) => run(ReadModels.use((models) => Stream.runDrain(models.rebuild(model)))),
    status: () => run(ReadModels.use((models) => models.status)),
    close,
    [Symbol.asyncDispose]: close
  }
}
