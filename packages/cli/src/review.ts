import path from "node:path"
import { publicationCoverage, reviewAll } from "@zhengyou/pledges"
import {
  type PledgeReport,
  pledgeNoticeCsvRows,
  pledgeNoticeHtml,
  pledgesCsvRows,
  pledgesHtml,
  pledgesJson,
  pledgesTable
} from "@zhengyou/report"
import { writeCsv } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import type { BadInput, Trouble } from "./errors.ts"
import { makeFolder, writeFile } from "./files.ts"
import { writeResults } from "./results.ts"
import type { ReviewOptions } from "./reviewCommand.ts"
import { readReview } from "./reviewInputs.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"

const rendered = (
  report: PledgeReport,
  { format, language }: Pick<ReviewOptions, "format" | "language">
): string | Uint8Array => {
  switch (format) {
    case "table":
      return `${pledgesTable(report, language)}\n`
    case "json":
      return `${JSON.stringify(pledgesJson(report), null, 2)}\n`
    case "csv":
      return writeCsv(pledgesCsvRows(report, language))
    case "html":
      return pledgesHtml(report, language)
  }
}

/** Reads, reviews, writes and prints, as the options ask; what is published is written apart from what is for reviewers. */
export const runReview = Effect.fnUntraced(function* (
  options: ReviewOptions,
  terminal: Terminal
): Effect.fn.Return<void, BadInput | Trouble> {
  const { language, out } = options
  const { policy, pledges, publications, context, units, read } = yield* readReview(options)
  for (const one of read) terminal.progress(say({ _tag: "Read", ...one }, language))
  const reviews = reviewAll(pledges, policy, context)
  const returned = reviews.filter(({ findings }) => findings.some(({ severity }) => severity === "error")).length
  terminal.progress(say({ _tag: "Reviewed", pledges: reviews.length, returned }, language))
  const report: PledgeReport = {
    title: policy.title,
    policy,
    units,
    reviews,
    coverage: publicationCoverage(units, publications, policy.cycle.publishBy, context.today),
    asOf: context.today
  }
  if (out !== undefined) {
    yield* makeFolder(out, language)
    yield* writeResults(out, (format) => rendered(report, { format, language }), language, terminal)
    const notices = [
      ["notice.html", pledgeNoticeHtml(report, language)],
      ["notice.csv", writeCsv(pledgeNoticeCsvRows(report, language))]
    ] as const
    for (const [name, content] of notices) {
      const file = path.join(out, name)
      yield* writeFile(file, content, language)
      terminal.progress(say({ _tag: "Written", file }, language))
    }
  }
  terminal.print(rendered(report, options))
})
