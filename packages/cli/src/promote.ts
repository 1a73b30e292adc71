import { render, type Text, textIn } from "@zhengyou/core"
import { promote } from "@zhengyou/promotion"
import { type PromotionReport, promotionCsvRows, promotionHtml, promotionJson, promotionTable } from "@zhengyou/report"
import { writeCsv } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { BadInput, Trouble } from "./errors.ts"
import { makeFolder } from "./files.ts"
import type { PromoteOptions } from "./promoteCommand.ts"
import { readPromotion } from "./promoteInputs.ts"
import { writeResults } from "./results.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"
import { cliTextEn } from "./texts/en.ts"
import { cliTextZhCN } from "./texts/zh-CN.ts"

const titleOf = (title: Text): Text => {
  const message = (language: "zh-CN" | "en") => ({ _tag: "PromotionTitle", rules: textIn(title, language) }) as const
  return { "zh-CN": render(cliTextZhCN, message("zh-CN")), en: render(cliTextEn, message("en")) }
}

const rendered = (
  report: PromotionReport,
  { format, language }: Pick<PromoteOptions, "format" | "language">
): string | Uint8Array => {
  switch (format) {
    case "table":
      return `${promotionTable(report, language)}\n`
    case "json":
      return `${JSON.stringify(promotionJson(report), null, 2)}\n`
    case "csv":
      return writeCsv(promotionCsvRows(report, language))
    case "html":
      return promotionHtml(report, language)
  }
}

/** Reads, decides, writes and prints, as the options ask. */
export const runPromote = Effect.fnUntraced(function* (
  options: PromoteOptions,
  terminal: Terminal
): Effect.fn.Return<void, BadInput | Trouble> {
  const { language, out } = options
  const { rules, inputs, read, linesOf } = yield* readPromotion(options)
  for (const one of read) terminal.progress(say({ _tag: "Read", ...one }, language))
  const round = yield* Effect.fromResult(Result.mapError(promote(rules, inputs), linesOf))
  terminal.progress(say({ _tag: "Decided", applications: round.decisions.length }, language))
  const { units, from, asOf, ledger } = inputs
  const report: PromotionReport = {
    title: titleOf(rules.title),
    rules,
    units,
    round,
    from,
    asOf,
    ...(options.problems === undefined ? {} : { ledger })
  }
  if (out !== undefined) {
    yield* makeFolder(out, language)
    yield* writeResults(out, (format) => rendered(report, { format, language }), language, terminal)
  }
  terminal.print(rendered(report, options))
})
