// The round of 2012, from the files of this folder to the notice, the record and the report. A run that is cut off at any
// moment is taken up by the next one: every command has an id that the store knows again.
import path from "node:path"
import { parseArgs } from "node:util"
import { dateUnsafe, Language } from "@zhengyou/core"
import { type GradingReport, gradingHtml, gradingTable } from "@zhengyou/report"
import { layerSqlite } from "@zhengyou/storage-sql"
import { Console, Effect, Result, Schema } from "effect"
import { makeFolder, writeWhole } from "./src/files.ts"
import { readInputs } from "./src/inputs.ts"
import { isOfOtherFiles, type Refusal, refusalLines } from "./src/refusals.ts"
import { gradeSheetsOf, readRound, runRound } from "./src/round.ts"
import { days, strictTitle, title } from "./src/story.ts"
import { say } from "./src/texts.ts"
import { closingLines, tellOn } from "./src/told.ts"
import { tellYear } from "./src/year/tell.ts"

interface Options {
  readonly out: string
  readonly language: Language
}

const isLanguage = Schema.is(Language)

/** The options, or nothing where they cannot be understood. */
const optionsOf = (args: Array<string>): Options | undefined => {
  const known = { out: { type: "string" }, lang: { type: "string" } } as const
  const parsed = Result.try(() => parseArgs({ args, options: known }).values)
  if (Result.isFailure(parsed)) return undefined
  const { out = path.join(import.meta.dirname, "out"), lang: language = "zh-CN" } = parsed.success
  return isLanguage(language) ? { out: path.resolve(out), language } : undefined
}

/** A path as one would type it here; in full where it leads elsewhere. */
const fromHere = (file: string): string => {
  const relative = path.relative(process.cwd(), file)
  return relative.startsWith("..") ? file : relative
}

const story = Effect.fn("story")(function* ({ out, language }: Options): Effect.fn.Return<void, Refusal> {
  const inputs = yield* readInputs(import.meta.dirname)
  yield* makeFolder(out)
  const { added, round, year } = yield* Effect.gen(function* () {
    const added = yield* runRound(inputs, tellOn(language))
    const round = yield* readRound
    return { added, round, year: yield* tellYear(import.meta.dirname, round, language) }
  }).pipe(Effect.provide(layerSqlite(path.join(out, "round.sqlite"))))

  // The strict reading looks at the same sheets; it is shown beside the result and recorded nowhere.
  const strict = yield* Effect.fromResult(gradeSheetsOf(round.state, inputs.strict))
  const report: GradingReport = {
    title,
    book: round.state.plan.book,
    units: round.state.plan.units,
    grading: round.grading,
    preparedOn: dateUnsafe(days.scoringEnds),
    comparisons: [{ title: strictTitle, book: inputs.strict, grading: strict }],
    ...("completeness" in round.state ? { completeness: round.state.completeness } : {})
  }
  const page = path.join(out, "report.html")
  yield* writeWhole(page, gradingHtml(report, language))
  yield* writeWhole(path.join(out, "year.html"), year.html)
  yield* Console.log(
    [
      "",
      gradingTable(report, language),
      "",
      ...closingLines(round, strict, language),
      ...year.lines,
      "",
      ...(added + year.added > 0 ? [] : [say({ _tag: "AllBefore" }, language)]),
      say({ _tag: "Written", path: fromHere(page) }, language),
      say({ _tag: "Written", path: fromHere(path.join(out, "year.html")) }, language)
    ].join("\n")
  )
})

/** Faulty files and arguments end with 2, everything else that is refused with 1. */
const refused = (refusal: Refusal, { out, language }: Options): Effect.Effect<number> => {
  const hint = say({ _tag: "StoreHasAnother", path: path.join(out, "round.sqlite") }, language)
  return Console.error(
    [...refusalLines(refusal, language), ...(isOfOtherFiles(refusal) ? [hint] : [])].join("\n")
  ).pipe(Effect.as(refusal._tag === "FilesFaulty" ? 2 : 1))
}

const main = (options: Options): Effect.Effect<number> =>
  story(options).pipe(
    Effect.as(0),
    Effect.catch((refusal) => refused(refusal, options))
  )

const usage = Console.error(`${say({ _tag: "Usage" }, "zh-CN")}\n${say({ _tag: "Usage" }, "en")}`).pipe(Effect.as(2))

const options = optionsOf(process.argv.slice(2))
process.exitCode = await Effect.runPromise(options === undefined ? usage : main(options))
