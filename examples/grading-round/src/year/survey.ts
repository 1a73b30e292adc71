import { type Roster, unitsAsOf } from "@zhengyou/core"
import { type SurveyRecord, surveyCoverage } from "@zhengyou/promotion"
import type { YearData } from "./data.ts"

/** The records of the survey: an aspect of a unit is not sound where a problem was found in it. */
const surveyRecords = ({ survey, problems }: YearData): ReadonlyArray<SurveyRecord> =>
  survey.batches.flatMap(({ batch, on, units }) =>
    units.map((unit) => ({
      unit,
      batch,
      on,
      by: "调查组",
      findings: survey.form.aspects.map(({ id }) => {
        const found = problems.filter(({ aspect, units: of }) => aspect === id && of.includes(unit))
        return { aspect: id, sound: found.length === 0, note: found.map((problem) => problem.id).join("、") }
      })
    }))
  )

/** What the survey of the branches that were there came to. */
export const coverageOf = (data: YearData, roster: Roster) => {
  const last = data.survey.batches.at(-1)?.on
  return surveyCoverage(data.survey.form, last === undefined ? roster : unitsAsOf(roster, last), surveyRecords(data))
}
