import { formatExact, formatFactValue, type WorkCalendar } from "@zhengyou/core"
import type { Contribution } from "@zhengyou/pledges"
import { dataText } from "../internal/dataText.ts"
import { say } from "../internal/say.ts"
import type { CaseTable, ShownCase } from "../Law.ts"
import type { PledgeLawCase, PledgeWorld } from "./PledgeLaw.ts"

const fields = (title: CaseTable["title"], record: object): CaseTable => ({
  title,
  head: ["what", "value"],
  rows: Object.entries(record).map(([key, value]) => [key, dataText(value)])
})

const calendarTable = (calendar: WorkCalendar): CaseTable => ({
  title: say("放假安排", "holidays"),
  head: ["year", "holidays", "workdays"],
  rows: calendar.map(({ year, holidays, workdays }) => [String(year), holidays.join(" "), workdays.join(" ")])
})

const worldTables = ({ calendar, announced, facts }: PledgeWorld): ReadonlyArray<CaseTable> => [
  calendarTable(calendar),
  ...(calendar.length === 0 ? [] : [fields(say("公布日", "announced on"), { announced })]),
  {
    title: say("事实", "facts"),
    head: ["unit", "fact", "value"],
    rows: facts.map(({ unit, fact, value }) => [unit, fact, formatFactValue(value)])
  }
]

const partsTable = (title: CaseTable["title"], parts: ReadonlyArray<Contribution>): CaseTable => ({
  title,
  head: ["id", "weight", "score"],
  rows: parts.map((part) => [
    part.id,
    formatExact(part.weight),
    "parts" in part ? dataText(part.parts) : formatExact(part.score)
  ])
})

const tablesOf = (one: PledgeLawCase): ReadonlyArray<CaseTable> => {
  switch (one._tag) {
    case "History":
      return [
        ...worldTables(one.world),
        {
          title: say("先后吩咐", "what it is told"),
          head: ["day", "command", "by", "with"],
          rows: one.told.map(({ today, command: { _tag, by, ...rest } }) => [today, _tag, by, dataText(rest)])
        },
        fields(say("所问日期", "asked about"), { day: one.asked })
      ]
    case "Draft":
      return [
        ...worldTables(one.world),
        fields(say("承诺", "pledge"), one.pledge),
        ...(one.twin === undefined ? [] : [fields(say("另一承诺", "another pledge"), one.twin)])
      ]
    case "Scores":
      return [fields(say("评分", "scores"), one.scores), fields(say("不计", "left out"), { part: one.without })]
    case "Parts":
      return [partsTable(say("各部分", "parts"), one.parts), partsTable(say("变动后", "varied"), one.varied)]
    case "Kept":
      return [
        {
          title: say("兑现情况", "what became of them"),
          head: ["pledge"],
          rows: one.fulfilments.map((fulfilment) => [dataText(fulfilment)])
        }
      ]
    case "Time":
      return [
        calendarTable(one.calendar),
        fields(say("期限", "term"), { from: one.from, ...one.term }),
        {
          title: say("中止", "suspended"),
          head: ["from", "until"],
          rows: one.suspensions.map(({ from, until }) => [from, until])
        }
      ]
  }
}

/** A case of a law of pledges as small tables. */
export const showPledgeCase = (one: PledgeLawCase): ShownCase => ({ tables: tablesOf(one) })
