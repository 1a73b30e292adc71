import type { Decider } from "@zhengyou/core"
import { Result, Schema } from "effect"

const Scored = Schema.TaggedStruct("Scored", { points: Schema.Int })
type Scored = typeof Scored.Type

/** Adds up points; more than a hundred at once are refused. */
export const points: Decider<number, number, Scored, "TooMany"> = {
  initial: 0,
  decide: (_, given) => (given > 100 ? Result.fail("TooMany") : Result.succeed([Scored.make({ points: given })])),
  evolve: (sum, event) => sum + event.points,
  stored: { schemaVersion: 1, event: Scored }
}

export const metaOf = (commandId: string) => ({ commandId, actor: "clerk", at: "2026-11-23T08:00:00Z" })
