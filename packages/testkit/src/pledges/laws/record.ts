import { type CalendarDate, replay, type Term } from "@zhengyou/core"
import type { PledgeEvent } from "@zhengyou/pledges"
import * as Schema from "effect/Schema"
import { plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { contextOf } from "../generators/worlds.ts"
import type { PledgeCaseOf, PledgeLaw, PledgeSetting } from "../PledgeLaw.ts"
import { countedDue } from "../reference/countedDays.ts"
import { firstBreach, type Happened, histories, isSame, lawOf, open, told, unlessWritable } from "./support.ts"

const listed = ["texts", "deadlines", "returns", "inspections", "explanations", "evidence"] as const

/** What was public stays on record. */
export const historyStays: PledgeLaw = lawOf("History", {
  id: "history-stays",
  about: "engine",
  says: say(
    "公开过的文本、时限、退回记录只增不改",
    "texts, deadlines, returns and what else is on record of a public pledge are only ever added to"
  ),
  witness: {
    bug: say("修改覆盖原文，旧文无法找回", "an edit overwrites the text, and the one before it cannot be recovered"),
    source: "asyncdotengineering/plandesk#44"
  },
  unless: unlessWritable,
  cases: histories,
  examine: (setting, one) =>
    firstBreach(told(setting, one).happened, ({ event, before, after }): Breach | undefined => {
      const [was, is] = [open(before), open(after)]
      if (was === undefined || was.texts.length === 0) return undefined
      const lost = listed.find((list) => !isSame(is?.[list].slice(0, was[list].length), was[list]))
      const grows = event._tag !== "AmendmentAccepted" || is?.texts.length === was.texts.length + 1
      return lost === undefined && grows
        ? undefined
        : {
            expected: say(
              `${event._tag} 之后仍有原先的 ${lost ?? "texts"}`,
              `the ${lost ?? "texts"} before ${event._tag}`
            ),
            found: plainly(`${is?.[lost ?? "texts"].length}`)
          }
    })
})

/** The deadline in force by what happened, counted day by day. */
const dueBy = (
  { policy }: PledgeSetting,
  { world }: PledgeCaseOf<"History">,
  happened: ReadonlyArray<Happened>
): CalendarDate | undefined => {
  let running: { readonly from: CalendarDate; readonly term: Term } | undefined
  let due: CalendarDate | undefined
  for (const { event, before } of happened) {
    const term =
      event._tag === "PledgePassed"
        ? open(before)?.pledge.term
        : event._tag === "AmendmentAccepted"
          ? event.pledge.term
          : undefined
    if (term !== undefined) running = { from: event.on, term }
    if (running === undefined || (term === undefined && event._tag !== "DeadlineRecomputed")) continue
    due = countedDue(contextOf(policy, world, event.on).calendar, running.from, running.term, [])
  }
  return due
}

const turning: ReadonlySet<PledgeEvent["_tag"]> = new Set<PledgeEvent["_tag"]>([
  "PledgePublished",
  "PledgeReported",
  "ReportSentBack",
  "PledgeVerified",
  "PledgeWithdrawn"
])

/** A pledge is overdue exactly where the calendar says so. */
export const overdueByCalendar: PledgeLaw = lawOf("History", {
  id: "overdue-by-calendar",
  about: "engine",
  says: say(
    "承诺已公开、未报结、按日历已过时限，才是逾期，且必是逾期",
    "a pledge is overdue exactly where it is public, not reported, and the calendar is past its deadline"
  ),
  witness: {
    bug: say("按时完成的任务到期后仍显示逾期", "a task that was completed in time is shown as overdue later"),
    source: "chrisvel/tududi#1505"
  },
  unless: unlessWritable,
  cases: histories,
  examine: (setting, one) => {
    const { state, happened } = told(setting, one)
    const due = dueBy(setting, one, happened)
    const last = happened.findLast(({ event }) => turning.has(event._tag))?.event._tag
    const isRunning = last === "PledgePublished" || last === "ReportSentBack"
    return firstBreach([one.asked, ...(due === undefined ? [] : [due])], (day): Breach | undefined => {
      const expected = isRunning && due !== undefined && due < day
      const found = setting.engine.isOverdue(state, day)
      return found === expected
        ? undefined
        : {
            expected: say(
              `${day} ${expected ? "逾期" : "未逾期"}（时限 ${due}）`,
              `${expected ? "overdue" : "not overdue"} on ${day} (due ${due})`
            ),
            found: say(found ? "逾期" : "未逾期", found ? "overdue" : "not overdue")
          }
    })
  }
})

/** What is stored and read again is the same pledge. */
export const storedAndRead: PledgeLaw = lawOf("History", {
  id: "stored-and-read",
  about: "engine",
  says: say("事件存为 JSON 再读出，得到同一承诺", "events that are stored as JSON and read again give the same pledge"),
  witness: {
    bug: say("重放事件后，原有字段丢失", "fields are lost when events are replayed"),
    source: "KanishJebaMathewM/Truxify#9369"
  },
  cases: histories,
  examine: (setting, one) => {
    const { state, happened } = told(setting, one)
    const { PledgeEvent, PledgeLifecycle } = setting.engine
    const codec = Schema.fromJsonString(PledgeEvent)
    const read = happened.map(({ event }) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event)))
    const again = replay(PledgeLifecycle, read)
    const [was, is]: ReadonlyArray<object> = [state, again]
    const lost = Object.entries(was ?? {}).find(
      ([key, value]) => !isSame(value, new Map(Object.entries(is ?? {})).get(key))
    )
    return lost === undefined
      ? undefined
      : { expected: say(`同样的 ${lost[0]}`, `the same ${lost[0]}`), found: say("不同", "another") }
  }
})
