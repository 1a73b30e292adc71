import { compareExact, type Exact, Id, one, RoundingMode, round, times } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { NonNegative } from "./Criterion.ts"

const Share = NonNegative.check(
  Schema.makeFilter((x: Exact) => compareExact(x, one) <= 0, { expected: "a share from 0 to 1" })
)

/**
 * How many units may have the level: a number, or a share of the eligible units or of all, with its rounding.
 *
 * **Details**
 *
 * "不超过 30 %" of 37 units is 11.1: `floor` gives 11.
 */
export const Seats = Schema.Union([
  Schema.Struct({
    count: Schema.Int.check(
      Schema.isBetween({ minimum: 0, maximum: 1_000_000 }, { expected: "a whole number from 0 to 1000000" })
    )
  }),
  Schema.Struct({ share: Share, of: Schema.Literals(["eligible", "all"]), rounding: RoundingMode })
]).annotate({ identifier: "Seats", expected: "{count} or {share, of, rounding}" })
export type Seats = typeof Seats.Type

/**
 * What happens to units that are tied across the cut (并列处理): all of them fall, all stay though the cap is exceeded, or
 * the book is silent and their level stays undetermined.
 */
export const TiePolicy = Schema.Literals(["exclude", "include", "undetermined"])
export type TiePolicy = typeof TiePolicy.Type

/**
 * The most units that may have a level (比例限额): the lowest of the others fall to the next level.
 *
 * **Details**
 *
 * Units stand in the order of their totals; `tieBreak` names facts or scores, higher first, that order equal totals. `ties`
 * is for those that are equal even then.
 */
export const Cap = Schema.Struct({
  level: Id,
  atMost: Seats,
  tieBreak: Schema.optionalKey(Schema.Array(Id)),
  ties: TiePolicy
}).annotate({ identifier: "Cap" })
export interface Cap extends Schema.Schema.Type<typeof Cap> {}

/** The number of seats under a cap, given how many units there are. */
export const seatsOf = (seats: Seats, units: { readonly eligible: number; readonly all: number }): number => {
  if ("count" in seats) return seats.count
  const share = times(seats.share, { n: BigInt(units[seats.of]), d: 1n })
  return Number(round(share, { mode: seats.rounding, digits: 0 }).n)
}
