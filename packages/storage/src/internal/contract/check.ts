import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Schema from "effect/Schema"
import type { EventStore } from "../../EventStore.ts"
import { storageTextEn } from "../../texts/en.ts"

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
  readonly name: string
  readonly run: Effect.Effect<void, ContractViolation, EventStore>
}

/** What differs, before it is known in which case. */
class Difference extends Schema.TaggedError<Difference>()("Difference", {
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

/** Makes a case: whatever else goes wrong in it is a violation too. */
export const contractCase = (name: string, run: Effect.Effect<void, unknown, EventStore>): ContractCase => ({
  name,
  run: Effect.catchCause(run, (cause) => {
    if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt
    const error = Cause.squash(cause)
    return Effect.fail(
      error instanceof Difference
        ? new ContractViolation({ name, what: error.what, expected: error.expected, found: error.found })
        : new ContractViolation({ name, what: "the store", expected: "working", found: Cause.pretty(cause) })
    )
  })
})
