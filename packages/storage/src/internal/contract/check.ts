import type { ReadModel } from "@zhengyou/core"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Schema from "effect/Schema"
import type { Ports } from "../../Memory.ts"
import { storageTextEn } from "../../texts/en.ts"
import type { Adapter, Capability, Transactions } from "./Adapter.ts"

/** A store does not do what its port promises. */
export class ContractViolation extends Schema.TaggedError<ContractViolation>("@zhengyou/storage/ContractViolation")(
  "ContractViolation",
  { name: Schema.String, what: Schema.String, expected: Schema.String, found: Schema.String }
) {
  override get message(): string {
    return storageTextEn.ContractViolation(this)
  }
}

/** One rule of the contract: run it on a fresh store of the adapter; it fails where the adapter breaks the rule. */
export interface ContractCase {
  readonly port: "EventStore" | "ReadModels" | "BallotBox"
  readonly name: string
  /** What the adapter must claim for the case to be run on it. */
  readonly needs: ReadonlyArray<Capability>
  readonly run: (adapter: Adapter) => Effect.Effect<void, ContractViolation>
}

/** What differs, before it is known in which case. */
export class Difference extends Schema.TaggedError<Difference>()("Difference", {
  what: Schema.String,
  expected: Schema.String,
  found: Schema.String
}) {}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text
}

/** Requires two plain values to be equal in structure. */
export const same = (what: string, found: unknown, expected: unknown): Effect.Effect<void, Difference> =>
  Equal.equals(found, expected)
    ? Effect.void
    : Effect.fail(new Difference({ what, expected: shown(expected), found: shown(found) }))

/** Requires a refusal of some tag, and gives it. */
export const refused = <E extends { readonly _tag: string }, Tag extends E["_tag"], R>(
  what: string,
  tag: Tag,
  effect: Effect.Effect<unknown, E, R>
): Effect.Effect<Extract<E, { readonly _tag: Tag }>, Difference, R> =>
  Effect.matchEffect(effect, {
    onSuccess: (found) => Effect.fail(new Difference({ what, expected: tag, found: shown(found) })),
    onFailure: (error) =>
      error._tag === tag
        ? // The tag was compared just now; TypeScript does not narrow by a tag that is a type parameter.
          Effect.succeed(error as Extract<E, { readonly _tag: Tag }>)
        : Effect.fail(new Difference({ what, expected: tag, found: shown(error) }))
  })

/** Makes a case that opens its store itself: whatever else goes wrong in it is a violation too. */
export const adapterCase = (
  { port, name, needs = [] }: Pick<ContractCase, "port" | "name"> & Partial<Pick<ContractCase, "needs">>,
  run: (adapter: Adapter) => Effect.Effect<void, unknown>
): ContractCase => ({
  port,
  name,
  needs,
  run: (adapter) =>
    Effect.catchCause(run(adapter), (cause) => {
      if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt
      const error = Cause.squash(cause)
      return Effect.fail(
        error instanceof Difference
          ? new ContractViolation({ name, what: error.what, expected: error.expected, found: error.found })
          : new ContractViolation({ name, what: "the store", expected: "working", found: Cause.pretty(cause) })
      )
    })
})

/** Runs on a store that was opened with read models. */
export const on = <A, E>(
  adapter: Adapter,
  models: ReadonlyArray<ReadModel>,
  run: Effect.Effect<A, E, Ports | Transactions>
): Effect.Effect<A, unknown> => Effect.provide(run, adapter.open(models), { local: true })

/** Makes the cases of a port, on a store that is opened with the same read models. */
export const casesOf =
  (port: ContractCase["port"], models: ReadonlyArray<ReadModel> = []) =>
  (
    name: string,
    run: Effect.Effect<void, unknown, Ports | Transactions>,
    needs: ReadonlyArray<Capability> = []
  ): ContractCase =>
    adapterCase({ port, name, needs }, (adapter) => on(adapter, models, run))

/** Makes a case of the event store. */
export const contractCase = casesOf("EventStore")
