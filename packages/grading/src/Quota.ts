import { compareExact, type Exact, Id, one, RoundingMode, round, times } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { NonNegative } from "./internal/numbers.ts"

const Share = NonNegative.check(
  Schema.makeFilter((x: Exact) => compareExact(x, one) <= 0, { expected: "a share from 0 to 1" })
)

/**
 * How many units: a number, or a share of the eligible units, of the graded ones or of all, with its rounding.
 *
 * **Details**
 *
 * "不超过 30 %" of 37 units is 11.1: `floor` gives 11. "不少于 5 %" of 37 is 1.85: `ceil` gives 2.
 */
export const Seats = Schema.Union([
  Schema.Struct({
    count: Schema.Int.check(
      Schema.isBetween({ minimum: 0, maximum: 1_000_000 }, { expected: "a whole number from 0 to 1000000" })
    )
  }),
  Schema.Struct({ share: Share, of: Schema.Literals(["eligible", "graded", "all"]), rounding: RoundingMode })
]).annotate({ identifier: "Seats", expected: "{count} or {share, of, rounding}" })
export type Seats = typeof Seats.Type

/**
 * What happens to units that are tied across the cut (并列处理): all of them fall, all stay though the quota is missed, lots are
 * drawn from a published seed, or the book is silent and their level stays undetermined.
 */
export const TiePolicy = Schema.Literals(["exclude", "include", "lots", "undetermined"])
export type TiePolicy = typeof TiePolicy.Type

/**
 * How many units may or must have a level (比例限额).
 *
 * **Details**
 *
 * A `cap` limits a level: the lowest of its units fall to the next one. A `floor` demands that many units at a level or
 * below: the lowest of those above fall to it ("较好及以下不少于 15 %"). `within` counts by unit type or parent. A `soft` quota
 * only reports. Units stand in the order of their totals; `tieBreak` names facts or scores, higher first, that order equal
 * totals, and `ties` is for those that are equal even then.
 */
export const Quota = Schema.Struct({
  kind: Schema.Literals(["cap", "floor"]),
  level: Id,
  seats: Seats,
  within: Schema.optionalKey(Schema.Literals(["unit.type", "unit.parent"])),
  force: Schema.Literals(["hard", "soft"]).pipe(Schema.withDecodingDefaultKey(Effect.succeed("hard" as const))),
  tieBreak: Schema.optionalKey(Schema.Array(Id)),
  ties: TiePolicy
}).annotate({ identifier: "Quota" })
export interface Quota extends Schema.Schema.Type<typeof Quota> {}

/** How many units the shares of a quota are taken of. */
export interface QuotaBase {
  readonly eligible: number
  readonly graded: number
  readonly all: number
}

/** The number of seats of a quota, given how many units there are. */
export const seatsOf = (seats: Seats, units: QuotaBase): number => {
  if ("count" in seats) return seats.count
  const share = times(seats.share, { n: BigInt(units[seats.of]), d: 1n })
  return Number(round(share, { mode: seats.rounding, digits: 0 }).n)
}
