import path from "node:path"
import { type SurveyReport, surveyCsvRows, surveyHtml, surveyJson, surveyTable } from "@zhengyou/report"
import { surveyFigures } from "@zhengyou/satisfaction"
import { writeCsv } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { BadInput, Trouble } from "./errors.ts"
import { makeFolder } from "./files.ts"
import { writeResults } from "./results.ts"
import { say } from "./say.ts"
import type { SurveyOptions } from "./surveyCommand.ts"
import { badPlan, readSurvey } from "./surveyInputs.ts"
import type { Terminal } from "./Terminal.ts"

const rendered = (
  report: SurveyReport,
  { format, language }: Pick<SurveyOptions, "format" | "language">
): string | Uint8Array => {
  switch (format) {
    case "table":
      return `${surveyTable(report, language)}\n`
    case "json":
      return `${JSON.stringify(surveyJson(report), null, 2)}\n`
    case "csv":
      return writeCsv(surveyCsvRows(report, language))
    case "html":
      return surveyHtml(report, language)
  }
}

/** Reads, counts, measures, writes and prints, as the options ask. */
export const runSurvey = Effect.fnUntraced(function* (
  options: SurveyOptions,
  terminal: Terminal
): Effect.fn.Return<void, BadInput | Trouble> {
  const { language, out } = options
  const { plan, units, tally, previous, read } = yield* readSurvey(options)
  for (const { file, count, leftOut } of read) {
    terminal.progress(say({ _tag: "Read", file, count, what: "ballots" }, language))
    if (leftOut.length > 0) terminal.progress(say({ _tag: "LeftOut", file, count: leftOut.length }, language))
    for (const line of leftOut) terminal.progress(line)
  }
  const figures = yield* Effect.fromResult(
    surveyFigures(plan, tally, previous === undefined ? undefined : { tally: previous, plan }).pipe(
      Result.mapError(badPlan(path.basename(options.ballots), language))
    )
  )
  terminal.progress(say({ _tag: "Measured", units: figures.units.length, withheld: figures.withheld }, language))
  const report: SurveyReport = { title: plan.title, plan, units, figures }
  if (out !== undefined) {
    yield* makeFolder(out, language)
    yield* writeResults(out, (format) => rendered(report, { format, language }), language, terminal)
  }
  terminal.print(rendered(report, options))
})
