import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/**
 * A list that is empty where the book leaves it out. The default stands behind the decoding: before it, the list would be
 * decoded in two passes, and the faults of the first would hide those of the second.
 */
export const listOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Array(item).pipe(Schema.withDecodingDefaultTypeKey(Effect.succeed([])))
