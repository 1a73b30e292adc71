import path from "node:path"
import { render, type Text, textIn } from "@zhengyou/core"
import { grade } from "@zhengyou/grading"
import { type GradingReport, gradingCsvRows, gradingHtml, gradingJson, gradingTable } from "@zhengyou/report"
import { writeCsv } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { BadInput, Trouble } from "./errors.ts"
import { makeFolder, writeFile } from "./files.ts"
import type { GradeOptions } from "./gradeCommand.ts"
import { readInputs } from "./inputs.ts"
import { recordRound } from "./record.ts"
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

const files = [
  ["result.json", "json"],
  ["result.csv", "csv"],
  ["report.html", "html"]
] as const

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
    for (const [name, format] of files) {
      const file = path.join(out, name)
      yield* writeFile(file, rendered(report, { format, language }), language)
      terminal.progress(say({ _tag: "Written", file }, language))
    }
  }
  terminal.print(rendered(report, options))
})
