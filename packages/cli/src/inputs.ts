import path from "node:path"
import {
  type Fact,
  type Fault,
  formatPath,
  type InputProblem,
  type Language,
  type Named,
  parseJson,
  render,
  type Unit
} from "@zhengyou/core"
import {
  allCriteria,
  allowedMarks,
  type Criterion,
  type GradingInputs,
  gradingTextEn,
  gradingTextZhCN,
  type InputsInvalid,
  parseRuleBook,
  type RuleBook,
  type RuleBookProblem
} from "@zhengyou/grading"
import {
  type AwardRow,
  type CriterionNamed,
  readAwards,
  readFacts,
  readRoster,
  readSheets,
  type ScoreSheet
} from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput } from "./errors.ts"
import { badTable, readSpreadsheet, readText } from "./files.ts"
import type { GradeOptions } from "./gradeCommand.ts"
import { factsFromJson } from "./jsonFacts.ts"
import { say } from "./say.ts"
import type { Things } from "./texts/messages.ts"

/** Everything that a round is graded from, with the rows that the sheets and facts were read from. */
export interface Inputs {
  readonly book: RuleBook
  readonly grading: GradingInputs
  /** What was read from each file. */
  readonly read: ReadonlyArray<{
    readonly file: string
    readonly count: number
    readonly what: Things
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

/** Reads a rule book; what is wrong with it is told with its places. */
export const readBook = ({
  book,
  language
}: Pick<GradeOptions, "book" | "language">): Effect.Effect<RuleBook, BadInput> => {
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

/** Reads the roster, where there is one. */
export const readUnits = ({
  roster,
  language
}: Pick<GradeOptions, "roster" | "language">): Effect.Effect<ReadonlyArray<Unit> | undefined, BadInput> =>
  roster === undefined
    ? Effect.succeed(undefined)
    : Effect.flatMap(readSpreadsheet(roster, language), (table) =>
        Effect.fromResult(Result.mapError(readRoster(table), badTable(language)))
      )

/** A criterion with the marks that a sheet may hold for it. */
const criterionNamed = (criterion: Criterion): CriterionNamed => {
  const { id, name } = criterion
  const allowed = allowedMarks(criterion)
  if (allowed._tag === "Labels") return { id, name, labels: allowed.labels }
  return { id, name, ...(allowed.to === undefined ? {} : { maximum: allowed.to }) }
}

const readScores = (
  { sheets, language }: GradeOptions,
  book: RuleBook,
  units: ReadonlyArray<Unit> | undefined
): Effect.Effect<ReadonlyArray<ScoreSheet>, BadInput> =>
  Effect.flatMap(readSpreadsheet(sheets, language), (table) => {
    const names = {
      criteria: allCriteria(book.criteria).map(criterionNamed),
      panels: book.panels,
      ...(units === undefined ? {} : { units })
    }
    return Effect.fromResult(
      Result.mapBoth(readSheets(table, names), { onFailure: badTable(language), onSuccess: (read) => read.sheets })
    )
  })

/** A fact and the row that it was read from, where it was read from a table. */
export interface ReadFact {
  readonly fact: Fact
  readonly row: number | undefined
}

/** Reads the facts that rules declare, from a table or from JSON. */
export const readFactFile = (
  { facts, language }: Pick<GradeOptions, "facts" | "language">,
  book: Pick<RuleBook, "facts"> & { readonly ladder: ReadonlyArray<Named> },
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

const readAwardFile = (
  { awards, language }: GradeOptions,
  book: RuleBook,
  units: ReadonlyArray<Unit>
): Effect.Effect<ReadonlyArray<AwardRow>, BadInput> =>
  awards === undefined
    ? Effect.succeed([])
    : Effect.flatMap(readSpreadsheet(awards, language), (table) =>
        Effect.fromResult(
          Result.mapBoth(readAwards(table, { adjustments: book.adjustments, units }), {
            onFailure: badTable(language),
            onSuccess: (read) => read.awards
          })
        )
      )

/** The units that the sheets speak of, in the order in which they are met. */
const unitsOf = (sheets: ReadonlyArray<ScoreSheet>): ReadonlyArray<Unit> =>
  [...new Set(sheets.map((sheet) => sheet.unit))].map((id) => ({ id, name: id }))

/** The fields of the engine's inputs that have a column of their own. */
const columns = ["unit", "panel", "rater"] as const

/** The faults of several files together, or nothing where there are none. */
export const together = (parts: ReadonlyArray<Result.Result<unknown, BadInput>>): BadInput | undefined => {
  const [first, ...rest] = parts.flatMap((part) => (Result.isFailure(part) ? part.failure.lines : []))
  return first === undefined ? undefined : new BadInput({ lines: [first, ...rest] })
}

/** Reads all input files; the faults of all of them are told together. */
export const readInputs = Effect.fnUntraced(function* (options: GradeOptions): Effect.fn.Return<Inputs, BadInput> {
  const { language, asOf, lotSeed } = options
  const [book, roster] = yield* Effect.all([Effect.result(readBook(options)), Effect.result(readUnits(options))])
  // Without a sound book nobody knows which columns the sheets should have, so only they and the roster are judged.
  if (Result.isFailure(book)) return yield* together([book, roster]) ?? book.failure
  const known = Result.isSuccess(roster) ? roster.success : undefined
  const sheets = yield* Effect.result(readScores(options, book.success, known))
  const units = known ?? (Result.isSuccess(sheets) ? unitsOf(sheets.success) : [])
  const judged = Result.isSuccess(sheets) && Result.isSuccess(roster)
  const facts = judged ? yield* Effect.result(readFactFile(options, book.success, units)) : Result.succeed([])
  const awards = judged ? yield* Effect.result(readAwardFile(options, book.success, units)) : Result.succeed([])
  if (Result.isFailure(roster) || Result.isFailure(sheets) || Result.isFailure(facts) || Result.isFailure(awards)) {
    return yield* together([roster, sheets, facts, awards]) ?? new BadInput({ lines: [""] })
  }
  const rows = sheets.success
  const found = facts.success
  const given = awards.success
  const name = (file: string | undefined): string => path.basename(file ?? "")
  /** The file and the rows that a list of the engine's inputs was read from. */
  const originOf = (list: unknown) => {
    if (list === "facts") return { file: options.facts, rows: found }
    if (list === "awards") return { file: options.awards, rows: given }
    if (list !== "units") return { file: options.sheets, rows }
    if (known !== undefined) return { file: options.roster, rows: [] }
    // Without a roster a unit was read from the first sheet that names it.
    return { file: options.sheets, rows: units.map(({ id }) => rows.find((row) => row.unit === id)) }
  }
  return {
    book: book.success,
    grading: {
      units,
      sheets: rows.map(({ row: _row, absent: _absent, ...sheet }) => sheet),
      facts: found.map(({ fact }) => fact),
      ...(options.awards === undefined ? {} : { awards: given.map(({ row: _row, ...award }) => award) }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(lotSeed === undefined ? {} : { lotSeed })
    },
    read: [
      ...(known === undefined ? [] : [{ file: name(options.roster), count: known.length, what: "units" as const }]),
      { file: name(options.sheets), count: rows.length, what: "sheets" },
      ...(options.facts === undefined
        ? []
        : [{ file: name(options.facts), count: found.length, what: "facts" as const }]),
      ...(options.awards === undefined
        ? []
        : [{ file: name(options.awards), count: given.length, what: "awards" as const }])
    ],
    linesOf: ({ faults }) => {
      const line = ({ path: at, problem }: InputsInvalid["faults"][number]): string => {
        const [list, i, field] = at
        const origin = originOf(list)
        const row = typeof i === "number" ? origin.rows[i]?.row : undefined
        const bare = render(textsOf(language), problem)
        const column = list === "units" ? "unit" : columns.find((one) => one === field)
        const text = column === undefined ? bare : say({ _tag: "InColumn", column, text: bare }, language)
        const file = name(origin.file)
        return row === undefined
          ? say({ _tag: "AtPath", file, path: formatPath(at), text }, language)
          : say({ _tag: "AtRow", file, row, text }, language)
      }
      const [first = "", ...rest] = faults.map(line)
      return new BadInput({ lines: [first, ...rest] })
    }
  }
})
