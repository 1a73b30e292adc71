import path from "node:path"
import { formatPath, type Language, type Named, parseJson, render, type Tally, textIn, type Unit } from "@zhengyou/core"
import {
  parseSurveyPlan,
  type RespondentGroup,
  type SurveyPlan,
  satisfactionTextEn,
  satisfactionTextZhCN,
  type TallyInvalid
} from "@zhengyou/satisfaction"
import { type BallotNames, formatTableFault, type ReadBallots, readBallots, type VotersNamed } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput } from "./errors.ts"
import { badTable, readSpreadsheet, readText } from "./files.ts"
import { readUnits, together } from "./inputs.ts"
import { say } from "./say.ts"
import type { SurveyOptions } from "./surveyCommand.ts"

/** Everything that a survey's figures are made from. */
export interface SurveyInputs {
  readonly plan: SurveyPlan
  readonly units: ReadonlyArray<Named>
  readonly tally: Tally
  readonly previous: Tally | undefined
  /** What was read from each file, and what of it was left out. */
  readonly read: ReadonlyArray<{
    readonly file: string
    readonly count: number
    readonly leftOut: ReadonlyArray<string>
  }>
}

/** The faults of a plan or of counts as lines that name the file and the place. */
export const badPlan =
  (file: string, language: Language) =>
  ({ faults }: Pick<TallyInvalid, "faults">): BadInput => {
    const texts = language === "en" ? satisfactionTextEn : satisfactionTextZhCN
    const [first = "", ...rest] = faults.map(({ path: at, problem }) =>
      say({ _tag: "AtPath", file, path: formatPath(at), text: render(texts, problem) }, language)
    )
    return new BadInput({ lines: [first, ...rest] })
  }

const readPlan = ({ questionnaire, language }: SurveyOptions): Effect.Effect<SurveyPlan, BadInput> => {
  const bad = badPlan(path.basename(questionnaire), language)
  return Effect.flatMap(readText(questionnaire, language), (text) =>
    Effect.fromResult(
      parseJson(text).pipe(
        Result.mapError((faults) => bad({ faults })),
        Result.flatMap((json) => Result.mapError(parseSurveyPlan(json), bad))
      )
    )
  )
}

/** The names of the units rated: those of the roster, which must have them all, or their ids. */
const namedUnits = (
  { questionnaire: { subjects } }: SurveyPlan,
  roster: ReadonlyArray<Unit> | undefined,
  language: Language
): Result.Result<ReadonlyArray<Named>, BadInput> => {
  if (roster === undefined) return Result.succeed(subjects.map((id) => ({ id, name: id })))
  const names = new Map(roster.map(({ id, name }) => [id, name]))
  const [first, ...rest] = subjects.flatMap((unit) =>
    names.has(unit) ? [] : [say({ _tag: "UnitUnknown", unit }, language)]
  )
  if (first !== undefined) return Result.fail(new BadInput({ lines: [first, ...rest] }))
  return Result.succeed(subjects.map((id) => ({ id, name: names.get(id) ?? id })))
}

/** A group with the boxes of its parts, each known by the group's name and the unit's. */
const boxesOf = (group: RespondentGroup, units: ReadonlyArray<Named>): ReadonlyArray<VotersNamed> => {
  const subjects = group.subjects === undefined ? {} : { subjects: group.subjects }
  const named = ({ id, unit }: { readonly id: string; readonly unit: string }): VotersNamed => {
    const of = units.find((one) => one.id === unit)?.name ?? unit
    const name = {
      "zh-CN": `${textIn(group.name, "zh-CN")}（${textIn(of, "zh-CN")}）`,
      en: `${textIn(group.name, "en")} (${textIn(of, "en")})`
    }
    return { id, name, ...subjects }
  }
  return [{ id: group.id, name: group.name, ...subjects }, ...(group.parts ?? []).map(named)]
}

const namesFor = ({ questionnaire }: SurveyPlan, units: ReadonlyArray<Named>): BallotNames => ({
  units,
  groups: questionnaire.groups.flatMap((group) => boxesOf(group, units)),
  questions: questionnaire.questions.map(({ id, name, scale }) => ({
    id,
    name,
    choices: questionnaire.scales.find((one) => one.id === scale)?.choices ?? []
  }))
})

const readBallotFile = (
  file: string,
  names: BallotNames,
  { faulty, language }: SurveyOptions
): Effect.Effect<ReadBallots, BadInput> =>
  Effect.flatMap(readSpreadsheet(file, language), (table) =>
    Effect.fromResult(Result.mapError(readBallots(table, names, faulty), badTable(language)))
  )

/** Reads all files of a survey; the faults of all of them are told together. */
export const readSurvey = Effect.fnUntraced(function* (
  options: SurveyOptions
): Effect.fn.Return<SurveyInputs, BadInput> {
  const { language, ballots, previous } = options
  const [plan, roster] = yield* Effect.all([Effect.result(readPlan(options)), Effect.result(readUnits(options))])
  // Without a sound plan nobody knows what a ballot may say.
  if (Result.isFailure(plan) || Result.isFailure(roster)) {
    return yield* together([plan, roster]) ?? new BadInput({ lines: [""] })
  }
  const units = yield* Effect.fromResult(namedUnits(plan.success, roster.success, language))
  const names = namesFor(plan.success, units)
  const files = previous === undefined ? [ballots] : [ballots, previous]
  const read = yield* Effect.forEach(files, (file) => Effect.result(readBallotFile(file, names, options)))
  const bad = together(read)
  if (bad !== undefined) return yield* bad
  const [now, before] = read.flatMap((one) => (Result.isSuccess(one) ? [one.success] : []))
  return {
    plan: plan.success,
    units,
    tally: now?.tally ?? { returned: [], choices: [] },
    previous: before?.tally,
    read: [now, before].flatMap((one, i) =>
      one === undefined
        ? []
        : [
            {
              file: path.basename(files[i] ?? ""),
              count: one.tally.returned.reduce((n, cell) => n + cell.ballots, 0),
              leftOut: one.leftOut.map((fault) => formatTableFault(fault, language))
            }
          ]
    )
  }
})
