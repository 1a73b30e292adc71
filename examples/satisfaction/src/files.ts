import { readFileSync } from "node:fs"
import path from "node:path"
import { parseJson, type Tally } from "@zhengyou/core"
import { parseSurveyPlan, type SurveyPlan } from "@zhengyou/satisfaction"
import { readBallots, readTable } from "@zhengyou/tables"
import { Result } from "effect"

/** A file of this example. */
export const fileAt = (name: string): string => path.join(import.meta.dirname, "..", name)

/** The plan of a survey of this example. */
export const planAt = (name: string): SurveyPlan =>
  Result.getOrThrow(parseSurveyPlan(Result.getOrThrow(parseJson(readFileSync(fileAt(name), "utf8")))))

/** The ballots of a survey of this example, counted. */
export const tallyAt = (name: string, { questionnaire }: SurveyPlan): Tally => {
  const names = {
    units: questionnaire.subjects.map((id) => ({ id, name: id })),
    groups: questionnaire.groups.map(({ id, name }) => ({ id, name })),
    questions: questionnaire.questions.map(({ id, name, scale }) => ({
      id,
      name,
      choices: questionnaire.scales.find((one) => one.id === scale)?.choices ?? []
    }))
  }
  return readTable(readFileSync(fileAt(name)), { file: name, kind: "csv" }).pipe(
    Result.flatMap((table) => readBallots(table, names, "refuse")),
    Result.getOrThrow
  ).tally
}
