import type { GradingInputs, Quota, RuleBook } from "@zhengyou/grading"
import { multiply, roundTo, whole } from "./fraction.ts"
import { type ReferenceStanding, referenceStanding } from "./standing.ts"

/** Where the units of one group of a quota stand before quotas, and how many seats there are for them. */
export interface ReferenceGroup {
  readonly name: string | undefined
  readonly standings: ReadonlyMap<string, ReferenceStanding>
  readonly seats: number
}

const nameOf = ({ within }: Quota, unit: GradingInputs["units"][number]): string | undefined => {
  if (within === undefined) return undefined
  return (within === "unit.type" ? unit.type : unit.parent) ?? ""
}

/** The groups that a quota counts within, counted by the words of the book. */
export const referenceGroups = (book: RuleBook, inputs: GradingInputs, quota: Quota): ReadonlyArray<ReferenceGroup> => {
  const groups = new Map<string | undefined, Map<string, ReferenceStanding>>()
  for (const unit of inputs.units) {
    const name = nameOf(quota, unit)
    const group = groups.get(name) ?? new Map<string, ReferenceStanding>()
    group.set(unit.id, referenceStanding(book, inputs, unit))
    groups.set(name, group)
  }
  return [...groups].map(([name, standings]) => ({ name, standings, seats: seatsIn(quota, [...standings.values()]) }))
}

const seatsIn = ({ seats }: Quota, standings: ReadonlyArray<ReferenceStanding>): number => {
  if ("count" in seats) return seats.count
  const graded = ({ tag }: ReferenceStanding) => tag === "Placed" || tag === "Recognised"
  const counted = {
    all: standings.length,
    eligible: standings.filter(({ eligible }) => eligible).length,
    graded: standings.filter(graded).length
  }[seats.of]
  return Number(roundTo(multiply(seats.share, whole(counted)), { mode: seats.rounding, digits: 0 }).n)
}
