import { compareExact, type Exact, minus, one } from "@zhengyou/core"
import { type Quota, type Seats, seatsOf } from "../../Quota.ts"

/** The seats of a quota where everybody in a group is eligible and graded. */
export const seatsAmong = (seats: Seats, units: number): number =>
  seatsOf(seats, { eligible: units, graded: units, all: units })

/** Whether a quota gives no seats whatever the number of units. */
export const isNone = (seats: Seats): boolean => ("count" in seats ? seats.count === 0 : seats.share.n === 0n)

/** Whether a quota gives a seat to everybody whatever the number of units. */
export const isAll = (seats: Seats): boolean => "share" in seats && compareExact(seats.share, one) === 0

const roundsUp = (seats: Extract<Seats, { readonly share: Exact }>): boolean =>
  seats.rounding === "ceil" || seats.rounding === "expand"
const roundsDown = (seats: Extract<Seats, { readonly share: Exact }>): boolean =>
  seats.rounding === "floor" || seats.rounding === "trunc"

/** Whether one quota has at least as many seats as another, for every number of units. */
export const isNeverFewer = (more: Seats, fewer: Seats): boolean => {
  if ("count" in more || "count" in fewer) return "count" in more && "count" in fewer && more.count >= fewer.count
  if (more.of !== fewer.of || compareExact(more.share, fewer.share) < 0) return false
  return more.rounding === fewer.rounding || roundsUp(more) || roundsDown(fewer)
}

/** Whether a floor leaves no more units above it than a cap has seats, for every number of units. */
export const leavesAtMost = (floor: Seats, cap: Seats): boolean =>
  "share" in floor &&
  "share" in cap &&
  floor.of === cap.of &&
  roundsUp(floor) &&
  compareExact(cap.share, minus(one, floor.share)) >= 0

/** Whether two quotas count within the same groups, and both bind. */
export const areTogether = (a: Quota, b: Quota): boolean =>
  a !== b && a.within === b.within && a.force === "hard" && b.force === "hard"

/** The largest round that a witness is made of. */
const unitsLimit = 200

/** The smallest number of units for which something is so, up to the largest round that is tried. */
export const smallestRound = (isSo: (units: number) => boolean): number | undefined => {
  for (let units = 1; units <= unitsLimit; units++) if (isSo(units)) return units
  return undefined
}

/** Whether a floor fills more seats than a cap has in rounds however large, not in small ones only. */
export const overfillsAlways = (floor: Seats, cap: Seats): boolean => {
  if ("count" in floor) return "count" in cap && floor.count > cap.count
  if ("count" in cap) return floor.share.n > 0n
  const order = compareExact(floor.share, cap.share)
  return (
    order > 0 ||
    (order === 0 && floor.share.n > 0n && floor.share.n < floor.share.d && roundsUp(floor) && roundsDown(cap))
  )
}
