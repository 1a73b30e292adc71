import * as Schema from "effect/Schema"
import { Text } from "./Text.ts"

/** The name by which something is referred to: a text of 1 to 120 characters without control characters. */
export const Id = Schema.String.check(
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,120}$/u, {
    expected:
      "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__"
  }).abort(),
  Schema.makeFilter((id: string) => id === id.trim() && id !== "__proto__", {
    expected:
      "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__"
  })
).annotate({
  identifier: "Id",
  expected:
    "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__"
})
export type Id = typeof Id.Type

/** An id with the name that people know it by, so that a message can be rendered without looking anything up. */
export const Named = Schema.Struct({ id: Id, name: Text }).annotate({ identifier: "Named" })
export interface Named extends Schema.Schema.Type<typeof Named> {}

/** One rung of a ladder (等级), such as 先进. */
export const Level = Named
export type Level = Named

/**
 * The levels that units can reach, best first (等级序列).
 *
 * **Details**
 *
 * Any length from one. "Not graded" (不定级) is not a level: it is an outcome of its own.
 */
export const Ladder = Schema.NonEmptyArray(Level).annotate({ identifier: "Ladder" })
export type Ladder = typeof Ladder.Type

/** The place of a level on its ladder, 0 for the best; -1 where the ladder does not have it. */
export const levelRank = (ladder: Ladder, level: Id): number => ladder.findIndex((rung) => rung.id === level)

/** The lower of two levels of one ladder. */
export const lowerLevel = (ladder: Ladder, a: Id, b: Id): Id => (levelRank(ladder, a) >= levelRank(ladder, b) ? a : b)

const neighbour = (ladder: Ladder, level: Id, step: 1 | -1): Id | undefined => {
  const rank = levelRank(ladder, level)
  return rank === -1 ? undefined : ladder[rank + step]?.id
}

/**
 * The next level down, or nothing below the lowest and for a level that the ladder does not have.
 *
 * @example
 * ```ts
 * import { nextLevelDown } from "@zhengyou/core"
 *
 * const ladder = [{ id: "advanced", name: "先进" }, { id: "good", name: "良好" }] as const
 * nextLevelDown(ladder, "advanced") // => "good"
 * nextLevelDown(ladder, "good") // => undefined
 * ```
 */
export const nextLevelDown = (ladder: Ladder, level: Id): Id | undefined => neighbour(ladder, level, 1)

/** The next level up, or nothing above the best and for a level that the ladder does not have. */
export const nextLevelUp = (ladder: Ladder, level: Id): Id | undefined => neighbour(ladder, level, -1)
