import type { Id, Text } from "@zhengyou/core"
import type { LinkedScore, SatisfactionMessage, SurveyRow } from "@zhengyou/satisfaction"
import * as Schema from "effect/Schema"
import { SurveyResult, type SurveyRowResult } from "./SurveyResult.ts"
import type { SurveyReport } from "./survey/SurveyReport.ts"
import { labelIn } from "./survey/texts.ts"
import { changeIn, estimateIn, namesIn, percentOf, remarkOn, told } from "./survey/view.ts"

const toldOf = (message: SatisfactionMessage) => ({
  key: message._tag,
  text: { "zh-CN": told(message, "zh-CN"), en: told(message, "en") }
})

const scoreOf = ({ score, least, greatest, dependsOnSampling }: LinkedScore) => ({
  score,
  least,
  greatest,
  dependsOnSampling
})

const rowOf = (row: SurveyRow, id: Id, name: Text): SurveyRowResult => {
  if (row._tag === "Withheld") return { id, name, outcome: "withheld" }
  if (row._tag === "NoFigure") return { id, name, outcome: "no-figure", reason: toldOf(row.reason) }
  const { rate, returned, previous, choices, gates, places, linked } = row
  const [found, change, remark] = [estimateIn(row), changeIn(row), remarkOn(row)]
  return {
    id,
    name,
    outcome: "figure",
    rate,
    shown: percentOf(rate),
    returned,
    ...(found === undefined ? {} : { interval: found.interval }),
    ...(previous === undefined ? {} : { previous }),
    ...(change === undefined
      ? remark === undefined
        ? {}
        : { remark: toldOf(remark) }
      : { change: { points: change.points, interval: change.interval, p: change.p, verdict: toldOf(change.verdict) } }),
    choices,
    groups: row.groups.map(({ group, ballots }) => ({ group, ...(ballots === undefined ? {} : { ballots }) })),
    ...(places === undefined ? {} : { places: { best: places.best, worst: places.worst } }),
    ...(linked === undefined ? {} : { score: scoreOf(linked) }),
    gates
  }
}

/** A survey as JSON for other programs, in the shape of {@link SurveyResult}; what is withheld is not in it. */
export const surveyJson = (report: SurveyReport): typeof SurveyResult.Encoded => {
  const { title, plan, figures } = report
  const { id, name, base } = figures.formula
  const nameOf = namesIn(report)
  const leaders = new Map(plan.leaders.map((leader) => [leader.id, leader.name]))
  const all = { "zh-CN": labelIn("overall", "zh-CN"), en: labelIn("overall", "en") }
  return Schema.encodeSync(SurveyResult)({
    format: "zhengyou/survey-result@1",
    title,
    formula: { id, name, base },
    level: plan.level,
    overall: rowOf(figures.overall, figures.overall.subject, all),
    units: figures.units.map((row) => rowOf(row, row.subject, nameOf(row.subject))),
    leaders: figures.leaders.map(({ leader, score }) => ({
      id: leader,
      name: leaders.get(leader) ?? leader,
      ...(score === undefined ? {} : { score: scoreOf(score) })
    }))
  })
}
