import * as Cause from "effect/Cause"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/** Whatever the application, or a driver that was loaded, has thrown. */
export class Thrown extends Data.TaggedError("Thrown")<{ readonly error: unknown }> {}

/** A promise of an effect: it rejects with the refusal itself, or with what the application has thrown. */
export const runPromise = async <A, E>(effect: Effect.Effect<A, E>): Promise<A> => {
  const exit = await Effect.runPromiseExit(effect)
  if (Exit.isSuccess(exit)) return exit.value
  const failure = Cause.squash(exit.cause)
  throw failure instanceof Thrown ? failure.error : failure
}
