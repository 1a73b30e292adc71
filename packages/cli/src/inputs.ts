import path from "node:path"
import {
  type Fact,
  type Fault,
  formatPath,
  type InputProblem,
  type Language,
  parseJson,
  render,
  type Unit
} from "@zhengyou/core"
import {
  type GradingInputs,
  gradingTextEn,
  gradingTextZhCN,
  type InputsInvalid,
  parseRuleBook,
  type RuleBook,
  type RuleBookProblem
} from "@zhengyou/grading"
import { readFacts, readRoster, readSheets, type ScoreSheet } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput } from "./errors.ts"
import { badTable, readSpreadsheet, readText } from "./files.ts"
import { factsFromJson } from "./jsonFacts.ts"
import type { GradeOptions } from "./options.ts"
import { say } from "./say.ts"

/** Everything that a round is graded from, with the rows that the sheets and facts were read from. */
export interface Inputs {
  readonly book: RuleBook
  readonly grading: GradingInputs
  /** What was read from each file. */
  readonly read: ReadonlyArray<{
    readonly file: string
    readonly count: number
    readonly what: "sheets" | "facts" | "units"
  }>
  /** Turns the engine's own faults into lines that name the file and the row. */
  readonly linesOf: (refused: InputsInvalid) => BadInput
}

const textsOf = (language: Language) => (language === "en" ? gradingTextEn : gradingTextZhCN)

const badPaths = (
  file: string,
  faults: ReadonlyArray<Fault<InputProblem | RuleBookProblem>>,
  language: Language
): BadInput => {
  const line = ({ path: at, problem }: Fault<InputProblem | RuleBookProblem>): string =>
    say({ _tag: "AtPath", file, path: formatPath(at), text: render(textsOf(language), problem) }, language)
  const [first = "", ...rest] = faults.map(line)
  return new BadInput({ lines: [first, ...rest] })
}

const readBook = ({ book, language }: GradeOptions): Effect.Effect<RuleBook, BadInput> => {
  const file = path.basename(book)
  return Effect.gen(function* () {
    const text = yield* readText(book, language)
    const json = yield* Effect.fromResult(
      Result.mapError(parseJson(text), (faults) => badPaths(file, faults, language))
    )
    return yield* Effect.fromResult(
      Result.mapError(parseRuleBook(json), ({ faults }) => badPaths(file, faults, language))
    )
  })
}

const readUnits = ({ roster, language }: GradeOptions): Effect.Effect<ReadonlyArray<Unit> | undefined, BadInput> =>
  roster === undefined
    ? Effect.succeed(undefined)
    : Effect.flatMap(readSpreadsheet(roster, language), (table) =>
        Effect.fromResult(Result.mapError(readRoster(table), badTable(language)))
      )

const readScores = (
  { sheets, language }: GradeOptions,
  book: RuleBook,
  units: ReadonlyArray<Unit> | undefined
): Effect.Effect<ReadonlyArray<ScoreSheet>, BadInput> =>
  Effect.flatMap(readSpreadsheet(sheets, language), (table) => {
    const names = { criteria: book.criteria, panels: book.panels, ...(units === undefined ? {} : { units }) }
    return Effect.fromResult(
      Result.mapBoth(readSheets(table, names), { onFailure: badTable(language), onSuccess: (read) => read.sheets })
    )
  })

/** A fact and the row that it was read from, where it was read from a table. */
export interface ReadFact {
  readonly fact: Fact
  readonly row: number | undefined
}

const readFactFile = (
  { facts, language }: GradeOptions,
  book: RuleBook,
  units: ReadonlyArray<Unit>
): Effect.Effect<ReadonlyArray<ReadFact>, BadInput> => {
  if (facts === undefined) return Effect.succeed([])
  if (path.extname(facts).toLowerCase() === ".json") {
    return Effect.flatMap(readText(facts, language), (text) =>
      Effect.fromResult(factsFromJson(text, path.basename(facts), book, units, language))
    )
  }
  return Effect.flatMap(readSpreadsheet(facts, language), (table) =>
    Effect.fromResult(
      Result.mapBoth(readFacts(table, { facts: book.facts, units, levels: book.ladder }), {
        onFailure: badTable(language),
        onSuccess: (read) => read.facts.map(({ row, ...fact }) => ({ fact, row }))
      })
    )
  )
}

/** The units that the sheets speak of, in the order in which they are met. */
const unitsOf = (sheets: ReadonlyArray<ScoreSheet>): ReadonlyArray<Unit> =>
  [...new Set(sheets.map((sheet) => sheet.unit))].map((id) => ({ id, name: id }))

/** The faults of several files together, or nothing where there are none. */
const together = (parts: ReadonlyArray<Result.Result<unknown, BadInput>>): BadInput | undefined => {
  const [first, ...rest] = parts.flatMap((part) => (Result.isFailure(part) ? part.failure.lines : []))
  return first === undefined ? undefined : new BadInput({ lines: [first, ...rest] })
}

/** Reads all input files; the faults of all of them are told together. */
export const readInputs = Effect.fnUntraced(function* (options: GradeOptions): Effect.fn.Return<Inputs, BadInput> {
  const { language, asOf } = options
  const [book, roster] = yield* Effect.all([Effect.result(readBook(options)), Effect.result(readUnits(options))])
  // Without a sound book nobody knows which columns the sheets should have, so only they and the roster are judged.
  if (Result.isFailure(book)) return yield* together([book, roster]) ?? book.failure
  const known = Result.isSuccess(roster) ? roster.success : undefined
  const sheets = yield* Effect.result(readScores(options, book.success, known))
  const units = known ?? (Result.isSuccess(sheets) ? unitsOf(sheets.success) : [])
  const judged = Result.isSuccess(sheets) && Result.isSuccess(roster)
  const facts = judged ? yield* Effect.result(readFactFile(options, book.success, units)) : Result.succeed([])
  if (Result.isFailure(roster) || Result.isFailure(sheets) || Result.isFailure(facts)) {
    return yield* together([roster, sheets, facts]) ?? new BadInput({ lines: [""] })
  }
  const rows = sheets.success
  const found = facts.success
  /** The row that an input of the engine was read from; a unit without a roster from its first sheet's. */
  const rowOf = (list: string | number | undefined, i: number): number | undefined => {
    if (list === "sheets") return rows[i]?.row
    if (list === "facts") return found[i]?.row
    return known === undefined ? rows.find((row) => row.unit === units[i]?.id)?.row : undefined
  }
  const name = (file: string | undefined): string => path.basename(file ?? "")
  return {
    book: book.success,
    grading: {
      units,
      sheets: rows.map(({ unit, panel, rater, scores }) => ({ unit, panel, rater, scores })),
      facts: found.map(({ fact }) => fact),
      ...(asOf === undefined ? {} : { asOf })
    },
    read: [
      ...(known === undefined ? [] : [{ file: name(options.roster), count: known.length, what: "units" as const }]),
      { file: name(options.sheets), count: rows.length, what: "sheets" },
      ...(options.facts === undefined
        ? []
        : [{ file: name(options.facts), count: found.length, what: "facts" as const }])
    ],
    linesOf: ({ faults }) => {
      const line = ({ path: at, problem }: InputsInvalid["faults"][number]): string => {
        const [list, i, field] = at
        const text = render(textsOf(language), problem)
        const column =
          list === "units" ? "unit" : field === "rater" || field === "panel" || field === "unit" ? field : undefined
        const told = column === undefined ? text : say({ _tag: "InColumn", column, text }, language)
        const file = name(
          list === "facts" ? options.facts : list === "units" ? (options.roster ?? options.sheets) : options.sheets
        )
        const row = typeof i === "number" ? rowOf(list, i) : undefined
        return row === undefined
          ? say({ _tag: "AtPath", file, path: formatPath(at), text: told }, language)
          : say({ _tag: "AtRow", file, row, text: told }, language)
      }
      const [first = "", ...rest] = faults.map(line)
      return new BadInput({ lines: [first, ...rest] })
    }
  }
})
