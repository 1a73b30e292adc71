import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { InputProblem, inputDecoder, Path } from "./Fault.ts"
import type { Recorded } from "./Recorded.ts"

/** Why a record that is stored cannot be used. */
export const StoredProblem = Schema.TaggedUnion({
  Unreadable: {},
  NewerSchema: { found: Schema.Int, known: Schema.Int },
  WrongShape: { faults: Schema.Array(Schema.Struct({ path: Path, problem: InputProblem })) }
})
export type StoredProblem = typeof StoredProblem.Type

/**
 * How the events of a workflow are kept, so that any store can hold them and any later version can read them.
 *
 * **Details**
 *
 * A record names the version of the shape that it was written in, from 1. An older one is lifted a version at a time by
 * `upcasts`: the function under 1 makes version 2 of version 1. A version without one left the shape of older events as it
 * was. The functions are total: what they do not recognise they give back, and the codec says what is wrong with it.
 */
export interface StoredEvents<Event> {
  /** The version of the events' shape: raised when a shape changes. */
  readonly schemaVersion: number
  /** The codec of the events of this version, to and from JSON. */
  readonly event: Schema.Codec<Event, Schema.Json>
  readonly upcasts?: { readonly [version: number]: (data: Schema.Json) => Schema.Json }
}

/**
 * Reads a stored event, of whatever version it is.
 *
 * **Refusals**
 *
 * `NewerSchema` where the record is of a later version than is known; `WrongShape` with every fault.
 *
 * @example
 * ```ts
 * import { decodeStored } from "@zhengyou/core"
 * import { Result, Schema } from "effect"
 *
 * const stored = {
 *   schemaVersion: 2,
 *   event: Schema.Struct({ marks: Schema.Int }),
 *   upcasts: { 1: (data: Schema.Json): Schema.Json => ({ marks: data }) }
 * }
 * decodeStored(stored, { schemaVersion: 1, data: 90 }) // => Result.succeed({ marks: 90 })
 * decodeStored(stored, { schemaVersion: 3, data: 90 }) // => Result.fail({ _tag: "NewerSchema", found: 3, known: 2 })
 * ```
 */
export const decodeStored = <Event>(
  stored: StoredEvents<Event>,
  record: Pick<Recorded, "schemaVersion" | "data">
): Result.Result<Event, StoredProblem> => storedDecoder(stored)(record)

/** {@link decodeStored} for many records: what can be prepared once is. */
export const storedDecoder = <Event>({
  schemaVersion: known,
  event,
  upcasts
}: StoredEvents<Event>): ((
  record: Pick<Recorded, "schemaVersion" | "data">
) => Result.Result<Event, StoredProblem>) => {
  const decode = inputDecoder(event)
  return ({ schemaVersion: found, data }) => {
    if (found > known) return Result.fail({ _tag: "NewerSchema", found, known })
    let lifted = data
    for (let version = found; version < known; version++) lifted = upcasts?.[version]?.(lifted) ?? lifted
    return Result.mapError(decode(lifted), (faults): StoredProblem => ({ _tag: "WrongShape", faults }))
  }
}
