import { addDays, type CalendarDate } from "@zhengyou/core"
import type { Pledge, PledgeContext, PledgePolicy } from "@zhengyou/pledges"
import fc from "fast-check"
import type { PledgeWorld } from "../PledgeLaw.ts"
import { workCalendars } from "./calendars.ts"
import { pledgerFactsFor } from "./facts.ts"
import { lengthOfCycle, onRecord } from "./writing.ts"

const yearsOf = ({ cycle }: PledgePolicy): ReadonlyArray<number> => {
  const [first, last] = [cycle.from, cycle.until].map((day) => Number(day.slice(0, 4)))
  return Array.from({ length: Math.min(5, (last ?? 0) - (first ?? 0) + 1) }, (_, i) => (first ?? 0) + i)
}

/** The worlds that a pledge of some pledger can be in. */
export const worldsFor = (policy: PledgePolicy, pledger: string): fc.Arbitrary<PledgeWorld> =>
  fc
    .tuple(workCalendars(yearsOf(policy)), fc.nat(lengthOfCycle(policy)), pledgerFactsFor(policy, pledger))
    .map(([calendar, day, facts]) => ({
      calendar,
      announced: addDays(policy.cycle.from, Math.max(0, day - 30)),
      facts
    }))

/** What a pledge is told of the world on a day; of the calendar, only what has been announced by then. */
export const contextOf = (
  policy: PledgePolicy,
  { calendar, announced, facts }: PledgeWorld,
  today: CalendarDate,
  others: ReadonlyArray<Pledge> = []
): PledgeContext => ({
  policy,
  today,
  calendar: today < announced ? [] : calendar,
  suspensions: [],
  others,
  earlier: [],
  bases: onRecord,
  facts
})
