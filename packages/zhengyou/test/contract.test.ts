import { describe, it } from "@effect/vitest"
import { BallotBox, EventStore, ReadModels } from "@zhengyou/storage"
import { type Adapter, contractFor, Transactions } from "@zhengyou/storage/contract"
import { Context, Data, Effect, Exit, Fiber, Layer, Stream } from "effect"
import { inject } from "vitest"
import { type OpenOptions, type Operations, openStore, type Store } from "../src/index.ts"
import { addresses, hosts, newName } from "./hosts.ts"

/** The transaction that an effect runs in, where it runs in one. */
const Present = Context.Reference<Operations | undefined>("test/Present", { defaultValue: () => undefined })

class Rejected extends Data.TaggedError("Rejected")<{ readonly error: unknown }> {}

const rejecting = <A>(promise: (signal: AbortSignal) => Promise<A>): Effect.Effect<A, Rejected> =>
  Effect.tryPromise({ try: promise, catch: (error) => new Rejected({ error }) })

/** A promise as an effect, whose failures are whatever it rejects with. */
const awaited = <A>(promise: () => Promise<A>): Effect.Effect<A, never> =>
  // The contract wants the ports' own refusals; which they are is what it tries.
  Effect.mapError(rejecting(promise), ({ error }) => error as never)

/** The ports that a store of promises was made of, made of it again. */
const portsOf = (store: Store<unknown>) => {
  const ask = <A>(operation: (operations: Operations) => Promise<A>): Effect.Effect<A, never> =>
    Effect.flatMap(Present, (present) => awaited(() => operation(present ?? store)))
  return Context.make(
    EventStore,
    EventStore.of({
      read: (stream) => ask((to) => to.read(stream)),
      append: (...given) => ask((to) => to.append(...given)),
      readAll: (after, limit) => ask((to) => to.readAll(after, limit))
    })
  ).pipe(
    Context.add(
      ReadModels,
      ReadModels.of({
        query: (model, query) => ask((to) => to.query(model, query)),
        rebuild: (model) => Stream.fromEffectDrain(awaited(() => store.rebuild(model))),
        status: awaited(() => store.status())
      })
    ),
    Context.add(
      BallotBox,
      BallotBox.of({
        open: (poll) => ask((to) => to.ballots.open(poll)),
        issue: (...given) => ask((to) => to.ballots.issue(...given)),
        cast: (...given) => ask((to) => to.ballots.cast(...given)),
        close: (poll) => ask((to) => to.ballots.close(poll)),
        turnout: (poll) => ask((to) => to.ballots.turnout(poll)),
        tally: (poll) => ask((to) => to.ballots.tally(poll))
      })
    ),
    Context.add(Transactions, {
      run: <A, E, R>(effect: Effect.Effect<A, E, R>) =>
        Effect.contextWith((context: Context.Context<R>) =>
          rejecting((signal) =>
            store.transaction(async (tx) => {
              const inside = effect.pipe(Effect.provideService(Present, tx), Effect.provideContext(context))
              const fiber = Effect.runFork(inside)
              signal.addEventListener("abort", () => Effect.runFork(Fiber.interrupt(fiber)))
              const exit = await Effect.runPromise(Fiber.await(fiber))
              if (Exit.isFailure(exit)) throw exit
              return exit.value
            })
          )
        ).pipe(
          // What was thrown inside comes back as it was.
          Effect.catch(({ error }) => (Exit.isExit(error) ? (error as Exit.Exit<never, E>) : Effect.fail(error)))
        )
    })
  )
}

/** Opens the same store whenever it is asked. */
const adapterOf = (open: (options: OpenOptions) => Promise<Store<unknown>>): Adapter => {
  const prefix = newName()
  return {
    open: (readModels) =>
      Layer.effectContext(
        Effect.map(
          Effect.acquireRelease(
            rejecting(() => open({ prefix, readModels })),
            (store) => Effect.promise(() => store.close())
          ),
          portsOf
        )
      )
  }
}

const { cases } = contractFor(["transactions"])

/**
 * A promise tells nothing of a rebuild until it has ended, so cases that stop one halfway or look at its progress are not for
 * promises. What is tried every time is what a transaction is, on servers, and what writes events elsewhere.
 */
const asked = (isServer: boolean) =>
  cases.filter(
    ({ name, port, needs }) =>
      !name.includes("rebuild") && (inject("isAll") || (isServer ? needs.length > 0 : port === "EventStore"))
  )

// On servers a store by its address has the same client as one on a pool, below.
for (const address of addresses.filter((one) => !one().includes("//")))
  describe(`a store of promises at ${address().split(":")[0]} keeps the contract`, () => {
    for (const { port, name, run } of asked(false))
      it.live(`${port}: ${name}`, () => {
        const place = address()
        return run(adapterOf((options) => openStore(place, options)))
      })
  })

for (const { name: host, start } of hosts)
  describe(`a store of promises on ${host} keeps the contract`, () => {
    for (const { port, name, run } of asked(host.includes("pool")))
      it.live(`${port}: ${name}`, () =>
        Effect.acquireUseRelease(
          Effect.promise(start),
          ({ open }) => run(adapterOf(open)),
          ({ end }) => Effect.promise(end)
        )
      )
  })
