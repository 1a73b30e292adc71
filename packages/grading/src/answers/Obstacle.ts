import { Exact, Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { GradingReason } from "../GradingReason.ts"

/** One figure to raise on the way to a level: a criterion's score, or a panel's total. */
export const Raise = Schema.Struct({ lever: Named, from: Exact, by: Exact }).annotate({ identifier: "Raise" })
export interface Raise extends Schema.Schema.Type<typeof Raise> {}

/**
 * What stands between a unit and a level.
 *
 * **Details**
 *
 * `PointsShort` has the fewest points that would reach the level's band, where each criterion has room for them; a `strict`
 * one wants a little more than `short`. `OutOfReach` says that even full marks would not do. `SeatsShort` says how many places the
 * unit is away from the last seat, and the total that has it. Whatever else stands in the way is the reason of that step.
 */
export const Obstacle = Schema.Union([
  Schema.TaggedUnion({
    PointsShort: {
      level: Named,
      total: Exact,
      needed: Exact,
      strict: Schema.Boolean,
      short: Exact,
      raises: Schema.Array(Raise)
    },
    OutOfReach: { level: Named, total: Exact, needed: Exact },
    NoBand: { level: Named },
    SeatsShort: {
      level: Named,
      seats: Schema.Int,
      place: Schema.Int,
      short: Schema.Int,
      lastKept: Schema.optionalKey(Exact)
    }
  }),
  GradingReason
])
export type Obstacle = typeof Obstacle.Type

/**
 * The smallest rise of a unit's total that brings it to a level (差多少能上), everything after the bands taken into account.
 *
 * **Details**
 *
 * At `needed`, `short` above the present total, by `raises`; a `strict` one wants a little more, such as to pass a unit that has the last seat.
 * `clear` names the gates that hold the unit down even then: their conditions have to go as well.
 */
export const Lift = Schema.TaggedStruct("LiftTo", {
  level: Named,
  needed: Exact,
  strict: Schema.Boolean,
  short: Exact,
  raises: Schema.Array(Raise),
  clear: Schema.Array(Named)
}).annotate({ identifier: "Lift" })
export interface Lift extends Schema.Schema.Type<typeof Lift> {}

/**
 * That no rise of a unit's total brings it to a level, and why.
 *
 * **Details**
 *
 * `top` is the total with full marks wherever there is room for more, and `held` what stands between the unit and the level even there.
 * `clear` names the gates without which the unit would have the level on the total that it has.
 */
export const NoLift = Schema.TaggedStruct("NoLift", {
  level: Named,
  top: Exact,
  held: Schema.Array(Obstacle),
  clear: Schema.Array(Named)
}).annotate({ identifier: "NoLift" })
export interface NoLift extends Schema.Schema.Type<typeof NoLift> {}

/**
 * Why a unit does not have a level: nothing stands in the way of one that has it or a better one.
 *
 * **Details**
 *
 * `lift` says what rise brings the level, or why none does; there is none for a unit that has the level, and for one without a total.
 */
export const WhyNot = Schema.Struct({
  unit: Schema.String,
  level: Named,
  obstacles: Schema.Array(Obstacle),
  lift: Schema.optionalKey(Schema.Union([Lift, NoLift]))
}).annotate({
  identifier: "WhyNot"
})
export interface WhyNot extends Schema.Schema.Type<typeof WhyNot> {}
