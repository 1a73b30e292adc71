import { addDays, dateUnsafe } from "@zhengyou/core"
import fc from "fast-check"
import { plainly, say } from "../../internal/say.ts"
import { workCalendars } from "../generators/calendars.ts"
import type { PledgeCaseOf, PledgeLaw } from "../PledgeLaw.ts"
import { countedDue } from "../reference/countedDays.ts"
import { lawOf } from "./support.ts"

const first = fc.constantFrom("same" as const, "next" as const)

const times: fc.Arbitrary<PledgeCaseOf<"Time">> = fc
  .record({
    calendar: workCalendars([2011, 2012]),
    day: fc.nat(600),
    term: fc.oneof(
      fc.record({ workingDays: fc.integer({ min: 1, max: 60 }), first }),
      fc.record({
        calendarDays: fc.integer({ min: 1, max: 60 }),
        first,
        onRestDay: fc.constantFrom("stays" as const, "next" as const)
      })
    ),
    breaks: fc.array(fc.record({ after: fc.integer({ min: -5, max: 60 }), long: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 2
    })
  })
  .map(({ calendar, day, term, breaks }) => {
    const from = addDays(dateUnsafe("2011-01-01"), day)
    const suspensions = breaks.map(({ after, long }) => ({
      from: addDays(from, after),
      until: addDays(from, after + long - 1),
      why: "暑假"
    }))
    return { _tag: "Time", calendar, from, term, suspensions }
  })

/** Adding working days is counting them. */
export const workingDaysCounted: PledgeLaw = lawOf("Time", {
  id: "working-days-counted",
  about: "engine",
  says: say(
    "时限等于在日历上逐日数出的日子（放假、调休、中止都计入）",
    "a deadline is the day that counting day by day comes to, with holidays, worked weekends and suspensions"
  ),
  witness: {
    bug: say("加一个工作日与数工作日结果不合", "adding one working day and counting the days between disagree"),
    source: "wilsonfreitas/R-bizdays#63"
  },
  cases: () => times,
  examine: ({ engine }, { calendar, from, term, suspensions }) => {
    const counted = countedDue(calendar, from, term, suspensions)
    const { due } = engine.deadlineOf(calendar, from, term, suspensions)
    return due === counted ? undefined : { expected: plainly(counted), found: plainly(due) }
  }
})
