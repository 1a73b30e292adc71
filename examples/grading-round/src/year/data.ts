import { readFile } from "node:fs/promises"
import path from "node:path"
import {
  CalendarDate,
  decodeInput,
  Exact,
  type Fault,
  Id,
  type InputProblem,
  parseJson,
  WorkCalendar
} from "@zhengyou/core"
import { Problem, type PromotionRules, parsePromotionRules, type RulesInvalid, SurveyForm } from "@zhengyou/promotion"
import { Effect, Result, Schema } from "effect"

const Line = Schema.Struct({ problem: Id, unit: Id })

/** An application: refused ones were never assessed again. */
const Application = Schema.Struct({
  unit: Id,
  to: Id,
  on: CalendarDate,
  total: Schema.optionalKey(Exact),
  rate: Schema.optionalKey(Exact)
})
export type Application = typeof Application.Type

const FoundProblem = Schema.Struct({ ...Problem.fields, cause: Schema.NonEmptyString, measure: Schema.NonEmptyString })
export type FoundProblem = typeof FoundProblem.Type

/** What happened after the round, as the file has it. */
const YearData = Schema.Struct({
  holidays: WorkCalendar,
  survey: Schema.Struct({
    form: SurveyForm,
    batches: Schema.Array(Schema.Struct({ batch: Id, on: CalendarDate, units: Schema.Array(Id) }))
  }),
  problems: Schema.NonEmptyArray(FoundProblem),
  /** Lines that were not accepted and are not closed. */
  sentBack: Schema.Array(Line),
  /** Lines that were closed, found again, and closed again. */
  foundAgain: Schema.Array(Line),
  applications: Schema.Array(Application)
})
export type YearData = typeof YearData.Type

/** What the year is made of: its rules and what happened. */
export interface YearInputs {
  readonly rules: PromotionRules
  readonly data: YearData
}

/** A file of the year that cannot be used. */
export type YearFileFaulty =
  | { readonly _tag: "YearUnreadable"; readonly file: string; readonly cause: string }
  | {
      readonly _tag: "YearFaulty"
      readonly file: string
      readonly faults: ReadonlyArray<Fault<InputProblem>> | RulesInvalid["faults"]
    }

const read = (directory: string, file: string): Effect.Effect<string, YearFileFaulty> =>
  Effect.tryPromise({
    try: () => readFile(path.join(directory, file), "utf8"),
    catch: (error) => ({ _tag: "YearUnreadable", file, cause: String(error) })
  })

const faulty = (file: string) => (faults: ReadonlyArray<Fault<InputProblem>> | RulesInvalid["faults"]) => ({
  _tag: "YearFaulty" as const,
  file,
  faults
})

/** Reads the rules of promotion and what happened in the year. */
export const readYearInputs = Effect.fn("readYearInputs")(function* (
  directory: string
): Effect.fn.Return<YearInputs, YearFileFaulty> {
  const rules = parseJson(yield* read(directory, "promotion.json")).pipe(
    Result.flatMap((json) => Result.mapError(parsePromotionRules(json), ({ faults }) => faults)),
    Result.mapError(faulty("promotion.json"))
  )
  const data = parseJson(yield* read(directory, "year.json")).pipe(
    Result.flatMap((json) => decodeInput(YearData, json)),
    Result.mapError(faulty("year.json"))
  )
  return { rules: yield* Effect.fromResult(rules), data: yield* Effect.fromResult(data) }
})
