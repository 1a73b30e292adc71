import type { CommandMeta, Decider } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { NewEvent } from "../../Chain.ts"

const Scored = Schema.TaggedStruct("Scored", { points: Schema.Int })
type Scored = typeof Scored.Type

/** More points at once than the limit allows. */
export class TooManyPoints extends Schema.TaggedError<TooManyPoints>("@zhengyou/storage/TooManyPoints")(
  "TooManyPoints",
  { limit: Schema.Int }
) {}

/** The smallest decider with everything that a decider can have: it sums points, each command up to a limit. */
export const points: Decider<number, number, Scored, TooManyPoints, { readonly limit: number }> = {
  initial: 0,
  decide: (_, given, { limit }) => {
    if (given > limit) return Result.fail(new TooManyPoints({ limit }))
    return Result.succeed(given === 0 ? [] : [Scored.make({ points: given })])
  },
  evolve: (sum, event) => sum + event.points,
  stored: { schemaVersion: 1, event: Scored }
}

/** The particulars of a command with this id. */
export const metaOf = (commandId: string): CommandMeta => ({ commandId, actor: "clerk", at: "2012-04-01T08:00:00Z" })

/** Events that carry these values. */
export const eventsOf = (...data: ReadonlyArray<Schema.Json>): ReadonlyArray<NewEvent> =>
  data.map((value) => ({ type: "Scored", schemaVersion: 1, data: value }))
