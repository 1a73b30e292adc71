import * as Effect from "effect/Effect"
import fc from "fast-check"
import { Difference } from "./check.ts"

/**
 * Requires something of every generated value. The values are the same each time, so that a broken adapter fails each time,
 * and the smallest one that breaks the rule is named.
 */
export const forAll = <A, E, R>(
  arbitrary: fc.Arbitrary<A>,
  numRuns: number,
  body: (value: A) => Effect.Effect<void, E, R>
): Effect.Effect<void, Difference, R> =>
  Effect.gen(function* () {
    const run = Effect.runPromiseWith(yield* Effect.context<R>())
    const property = fc.asyncProperty(arbitrary, (value) => run(body(value)))
    const details = yield* Effect.promise(() => fc.check(property, { numRuns, seed: 20120401 }))
    if (!details.failed) return
    const { errorInstance: error, counterexample } = details
    const at = JSON.stringify(counterexample)
    return yield* error instanceof Difference
      ? new Difference({ what: `${error.what} after ${at}`, expected: error.expected, found: error.found })
      : new Difference({ what: `the store after ${at}`, expected: "working", found: String(error) })
  })
