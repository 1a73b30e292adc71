import type { CommandMeta, Decider } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

const Scored = Schema.TaggedStruct("Scored", { points: Schema.Int })
type Scored = typeof Scored.Type

/** Sums points; a command gives the points of each of its events. */
export const points: Decider<number, ReadonlyArray<number>, Scored, never> = {
  initial: 0,
  decide: (_, given) => Result.succeed(given.map((value) => Scored.make({ points: value }))),
  evolve: (sum, event) => sum + event.points,
  stored: { schemaVersion: 1, event: Scored }
}

export const metaOf = (commandId: string): CommandMeta => ({ commandId, actor: "clerk", at: "2012-04-01T08:00:00Z" })
