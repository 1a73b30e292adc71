import { render, type Text, textIn } from "@zhengyou/core"
import { Explanation, explain, explanationText, grade } from "@zhengyou/grading"
import {
  explanationHtml,
  type GradingReport,
  gradingCsvRows,
  gradingHtml,
  gradingJson,
  gradingTable
} from "@zhengyou/report"
import { writeCsv } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { BadInput, type Trouble } from "./errors.ts"
import { makeFolder } from "./files.ts"
import type { GradeOptions } from "./gradeCommand.ts"
import { type Inputs, readInputs } from "./inputs.ts"
import { recordRound } from "./record.ts"
import { writeResults } from "./results.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"
import { cliTextEn } from "./texts/en.ts"
import { cliTextZhCN } from "./texts/zh-CN.ts"

const titleOf = (title: Text): Text => {
  const message = (language: "zh-CN" | "en") => ({ _tag: "RoundTitle", book: textIn(title, language) }) as const
  return { "zh-CN": render(cliTextZhCN, message("zh-CN")), en: render(cliTextEn, message("en")) }
}

const rendered = (
  report: GradingReport,
  { format, language }: Pick<GradeOptions, "format" | "language">
): string | Uint8Array => {
  switch (format) {
    case "table":
      return `${gradingTable(report, language)}\n`
    case "json":
      return `${JSON.stringify(gradingJson(report), null, 2)}\n`
    case "csv":
      return writeCsv(gradingCsvRows(report, language))
    case "html":
      return gradingHtml(report, language)
  }
}

/** The explanation that is asked for, if any. */
const explained = (
  { book, grading, linesOf }: Inputs,
  { explain: unit, language }: GradeOptions
): Effect.Effect<Explanation | undefined, BadInput> => {
  if (unit === undefined) return Effect.succeed(undefined)
  if (!grading.units.some(({ id }) => id === unit)) {
    return Effect.fail(new BadInput({ lines: [say({ _tag: "UnitUnknown", unit }, language)] }))
  }
  return Effect.fromResult(Result.mapError(explain(book, grading, unit), linesOf))
}

/** A grading with an explanation: below the table as text; in place of it as JSON or as a page. */
const withExplanation = (
  report: GradingReport,
  explanation: Explanation,
  { format, language }: GradeOptions
): string => {
  switch (format) {
    case "json":
      return `${JSON.stringify(Schema.encodeSync(Explanation)(explanation), null, 2)}\n`
    case "html":
      return explanationHtml(explanation, language)
    default:
      return `${gradingTable(report, language)}\n\n${explanationText(explanation, language)}\n`
  }
}

/** Reads, grades, records, writes and prints, as the options ask. */
export const runGrade = Effect.fnUntraced(function* (
  options: GradeOptions,
  terminal: Terminal
): Effect.fn.Return<void, BadInput | Trouble> {
  const { language, out, store } = options
  const inputs = yield* readInputs(options)
  for (const one of inputs.read) terminal.progress(say({ _tag: "Read", ...one }, language))
  const grading = yield* Effect.fromResult(Result.mapError(grade(inputs.book, inputs.grading), inputs.linesOf))
  terminal.progress(say({ _tag: "Graded", units: grading.outcomes.length }, language))
  const explanation = yield* explained(inputs, options)
  if (out !== undefined) yield* makeFolder(out, language)
  if (store !== undefined) {
    const { stream, alreadyThere } = yield* recordRound(
      inputs,
      grading,
      { file: store, at: terminal.now(), language },
      (done, all, step) => terminal.progress(say({ _tag: "Recording", done, all, step }, language))
    )
    terminal.progress(say({ _tag: alreadyThere ? "AlreadyStored" : "Stored", file: store, stream }, language))
  }
  const { book } = inputs
  const report: GradingReport = { title: titleOf(book.title), book, units: inputs.grading.units, grading }
  if (out !== undefined) {
    yield* writeResults(out, (format) => rendered(report, { format, language }), language, terminal)
  }
  terminal.print(explanation === undefined ? rendered(report, options) : withExplanation(report, explanation, options))
})
