import { type CalendarDate, dateUnsafe, hashOf, type Text, textIn } from "@zhengyou/core"
import { type Assignment, type Plan, RoundCommand, type Sheet } from "@zhengyou/grading"
import { Array, Schema } from "effect"
import type { Inputs } from "./inputs.ts"
import { raters } from "./raters.ts"
import { days, title } from "./story.ts"

/** One command of the round: what is asked, by whom, when, and what it is called when it is done. */
export interface Step {
  readonly commandId: string
  readonly command: RoundCommand
  readonly actor: string
  readonly today: CalendarDate
  readonly at: string
  readonly done: Text
}

const clerk = "组织员"

/**
 * The id holds a hash of the command: a run that was cut off asks the same again and gets the same answer, while a command
 * from files that were edited since is a new one, which the round refuses once it is past that phase.
 */
const step = (name: string, command: RoundCommand, actor: string, day: string, hour: string, done: Text): Step => ({
  commandId: `${name}-${hashOf(Schema.encodeSync(RoundCommand)(command)).slice(0, 16)}`,
  command,
  actor,
  today: dateUnsafe(day),
  at: `${day}T${hour}:00:00Z`,
  done
})

const assignmentsOf = (panel: keyof typeof raters): ReadonlyArray<Assignment> =>
  raters[panel].map((rater) => ({ panel, rater }))

const planOf = ({ book, roster }: Inputs): Plan => ({
  title,
  book,
  units: roster,
  assignments: [...assignmentsOf("committee"), ...assignmentsOf("experts")]
})

/** Sheets as they come in: those of a panel on its day, each rater's together. */
const handedIn = (inputs: Inputs, panel: string, day: string, by?: string): ReadonlyArray<Step> => {
  const name = inputs.book.panels.find(({ id }) => id === panel)?.name ?? panel
  const ofPanel = inputs.sheets.filter((sheet) => sheet.panel === panel)
  const batches = Array.groupBy(ofPanel, (sheet: Sheet) => (by === undefined ? sheet.rater : by))
  return Object.entries(batches).map(([rater, sheets]) =>
    step(`sheets-${panel}-${rater}`, RoundCommand.cases.SubmitSheets.make({ sheets }), rater, day, "06", {
      "zh-CN": `收${textIn(name, "zh-CN")}评分表：${rater}，${sheets.length} 份`,
      en: `sheets in (${textIn(name, "en")}): ${rater}, ${sheets.length}`
    })
  )
}

/** The commands of the whole round, in order. */
export const stepsOf = (inputs: Inputs): ReadonlyArray<Step> => {
  const units = inputs.roster.length
  return [
    step("plan", { _tag: "PlanRound", plan: planOf(inputs) }, clerk, days.planned, "06", {
      "zh-CN": `制定方案：名册 ${units} 个支部`,
      en: `planned: ${units} branches on the roster`
    }),
    step("open", { _tag: "OpenRound" }, clerk, days.scoringBegins, "00", {
      "zh-CN": "开始评分",
      en: "opened for scoring"
    }),
    ...handedIn(inputs, "self", days.scoringBegins, "各支部"),
    ...handedIn(inputs, "committee", days.committeeScores),
    ...handedIn(inputs, "experts", days.expertsScore),
    step("seal", { _tag: "SealRound" }, clerk, days.scoringEnds, "06", {
      "zh-CN": "封存评分表",
      en: "sealed the sheets"
    }),
    step("grade", { _tag: "GradeRound" }, clerk, days.scoringEnds, "07", {
      "zh-CN": "按办法定级",
      en: "graded by the book"
    }),
    step(
      "notice",
      { _tag: "PublishNotice", from: dateUnsafe(days.noticeBegins), until: dateUnsafe(days.noticeEnds) },
      clerk,
      days.noticeBegins,
      "00",
      {
        "zh-CN": `公示 ${days.noticeBegins} 至 ${days.noticeEnds}`,
        en: `on public notice from ${days.noticeBegins} to ${days.noticeEnds}`
      }
    ),
    step("confirm", { _tag: "ConfirmRound" }, clerk, days.confirmed, "01", {
      "zh-CN": `期满确认 ${days.confirmed}`,
      en: `confirmed on ${days.confirmed}`
    })
  ]
}
