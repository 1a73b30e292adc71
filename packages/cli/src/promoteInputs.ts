import path from "node:path"
import {
  type CalendarDate,
  factsOf,
  formatPath,
  type Language,
  type Path,
  parseJson,
  render,
  type Unit
} from "@zhengyou/core"
import {
  ledgerFromLines,
  type PromotionInputs,
  type PromotionMessage,
  type PromotionRules,
  parsePromotionRules,
  promotionTextEn,
  promotionTextZhCN
} from "@zhengyou/promotion"
import {
  type ApplicationRow,
  type LevelRow,
  type ProblemRow,
  readApplications,
  readLevels,
  readProblems,
  type Table,
  type TableFaults
} from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput } from "./errors.ts"
import { badTable, readSpreadsheet, readText } from "./files.ts"
import { type ReadFact, readFactFile, readUnits, together } from "./inputs.ts"
import type { PromoteOptions } from "./promoteCommand.ts"
import { say } from "./say.ts"
import type { Things } from "./texts/messages.ts"

/** A fault of promotion with its place, in the rules or in a list of its inputs. */
interface Placed {
  readonly path: Path
  readonly problem: PromotionMessage
}

/** Everything that a round of promotion is decided from. */
export interface ReadPromotion {
  readonly rules: PromotionRules
  readonly inputs: PromotionInputs
  /** What was read from each file. */
  readonly read: ReadonlyArray<{ readonly file: string; readonly count: number; readonly what: Things }>
  /** Turns the faults of the inputs into lines that name the file and the row. */
  readonly linesOf: (refused: { readonly faults: ReadonlyArray<Placed> }) => BadInput
}

const text = (problem: PromotionMessage, language: Language): string =>
  render(language === "en" ? promotionTextEn : promotionTextZhCN, problem)

const badPaths = (file: string, faults: ReadonlyArray<Placed>, language: Language): BadInput => {
  const [first = "", ...rest] = faults.map(({ path: at, problem }) =>
    say({ _tag: "AtPath", file, path: formatPath(at), text: text(problem, language) }, language)
  )
  return new BadInput({ lines: [first, ...rest] })
}

const readRules = ({ rules, language }: PromoteOptions): Effect.Effect<PromotionRules, BadInput> => {
  const file = path.basename(rules)
  return Effect.flatMap(readText(rules, language), (json) =>
    Effect.fromResult(
      Result.flatMap(
        Result.mapError(parseJson(json), (faults) => badPaths(file, faults, language)),
        (parsed) => Result.mapError(parsePromotionRules(parsed), ({ faults }) => badPaths(file, faults, language))
      )
    )
  )
}

/** Whether the rules ask for problems, so that a ledger that was forgotten would look like one without any. */
const asksForProblems = ({ promotion, demotion }: PromotionRules): boolean =>
  [...promotion.requirements.map(({ require }) => require), ...(demotion?.grounds ?? []).map(({ when }) => when)].some(
    (condition) => [...factsOf(condition)].some((fact) => fact.startsWith("problems."))
  )

const readRows = <A>(
  file: string,
  language: Language,
  read: (table: Table) => Result.Result<ReadonlyArray<A>, TableFaults>
): Effect.Effect<ReadonlyArray<A>, BadInput> =>
  Effect.flatMap(readSpreadsheet(file, language), (table) =>
    Effect.fromResult(Result.mapError(read(table), badTable(language)))
  )

/** The units of the roster, or those that the levels speak of in the order in which they are met. */
const unitsOf = (roster: ReadonlyArray<Unit> | undefined, levels: ReadonlyArray<LevelRow>): ReadonlyArray<Unit> =>
  roster ?? [...new Set(levels.map(({ unit }) => unit))].map((id) => ({ id, name: id }))

/** The latest day that the applications speak of. */
const latestDay = (applications: ReadonlyArray<ApplicationRow>, start: CalendarDate): CalendarDate =>
  applications
    .flatMap(({ on, decided, inForce }) => [on, decided ?? on, inForce ?? on])
    .toSorted()
    .at(-1) ?? start

const withoutRow = <A extends { readonly row: unknown }>({ row: _, ...rest }: A): Omit<A, "row"> => rest

const counted = (file: string | undefined, rows: ReadonlyArray<unknown>, what: Things) =>
  file === undefined ? [] : [{ file: path.basename(file), count: rows.length, what }]

/** Reads all input files of a round of promotion; the faults of all of them are told together. */
export const readPromotion = Effect.fnUntraced(function* (
  options: PromoteOptions
): Effect.fn.Return<ReadPromotion, BadInput> {
  const { language } = options
  const [rules, roster] = yield* Effect.all([Effect.result(readRules(options)), Effect.result(readUnits(options))])
  // Without sound rules nobody knows the levels and facts that the tables may name.
  if (Result.isFailure(rules)) return yield* together([rules, roster]) ?? rules.failure
  const { ladder: levels } = rules.success
  if (options.problems === undefined && asksForProblems(rules.success))
    return yield* new BadInput({ lines: [say({ _tag: "OptionMissing", option: "--problems" }, language)] })
  const known = Result.isSuccess(roster) ? roster.success : undefined
  const given = yield* Effect.result(
    readRows(options.levels, language, (table) =>
      readLevels(table, { levels, ...(known === undefined ? {} : { units: known }) })
    )
  )
  if (Result.isFailure(given) || Result.isFailure(roster)) {
    return yield* together([roster, given]) ?? new BadInput({ lines: [""] })
  }
  const units = unitsOf(known, given.success)
  const none = Effect.succeed<ReadonlyArray<never>>([])
  const [cases, lines, facts] = yield* Effect.all([
    Effect.result(readRows(options.cases, language, (table) => readApplications(table, { levels, units }))),
    Effect.result(
      options.problems === undefined
        ? none
        : readRows(options.problems, language, (table) => readProblems(table, { units }))
    ),
    Effect.result(readFactFile(options, rules.success, units))
  ])
  if (Result.isFailure(cases) || Result.isFailure(lines) || Result.isFailure(facts)) {
    return yield* together([cases, lines, facts]) ?? new BadInput({ lines: [""] })
  }
  return yield* assembled(options, rules.success, {
    units,
    known,
    levels: given.success,
    cases: cases.success,
    lines: lines.success,
    facts: facts.success
  })
})

/** What the files hold, each as it was read. */
interface Files {
  readonly units: ReadonlyArray<Unit>
  readonly known: ReadonlyArray<Unit> | undefined
  readonly levels: ReadonlyArray<LevelRow>
  readonly cases: ReadonlyArray<ApplicationRow>
  readonly lines: ReadonlyArray<ProblemRow>
  readonly facts: ReadonlyArray<ReadFact>
}

const assembled = (
  options: PromoteOptions,
  rules: PromotionRules,
  { units, known, levels, cases, lines, facts }: Files
): Effect.Effect<ReadPromotion, BadInput> => {
  const { language, asOf, from } = options
  const name = (file: string | undefined): string => path.basename(file ?? "")
  /** The file and the rows that a list of the inputs was read from. */
  const originOf = (
    list: unknown
  ): { readonly file: string | undefined; readonly rows: ReadonlyArray<{ readonly row: number }> } => {
    if (list === "lines") return { file: options.problems, rows: lines }
    if (list === "applications") return { file: options.cases, rows: cases }
    return list === "levels" ? { file: options.levels, rows: levels } : { file: options.roster, rows: [] }
  }
  const linesOf: ReadPromotion["linesOf"] = ({ faults }) => {
    const [first = "", ...rest] = faults.map(({ path: at, problem }) => {
      const [list, i] = at
      if (list === "asOf") {
        const line = { _tag: "AtPath", file: "--from, --as-of", path: "", text: text(problem, language) } as const
        return say(line, language)
      }
      const { file, rows } = originOf(list)
      const row = typeof i === "number" ? rows[i]?.row : undefined
      return row === undefined
        ? say({ _tag: "AtPath", file: name(file), path: formatPath(at), text: text(problem, language) }, language)
        : say({ _tag: "AtRow", file: name(file), row, text: text(problem, language) }, language)
    })
    return new BadInput({ lines: [first, ...rest] })
  }
  return Effect.fromResult(
    Result.mapBoth(ledgerFromLines(lines.map(withoutRow)), {
      onFailure: linesOf,
      onSuccess: (ledger): ReadPromotion => ({
        rules,
        inputs: {
          units,
          levels: levels.map(withoutRow),
          applications: cases.map(withoutRow),
          facts: facts.map(({ fact }) => fact),
          ledger,
          from: from ?? rules.cycle.from,
          asOf: asOf ?? latestDay(cases, rules.cycle.from)
        },
        read: [
          ...(known === undefined ? [] : counted(options.roster, known, "units")),
          ...counted(options.levels, levels, "levels"),
          ...counted(options.cases, cases, "cases"),
          ...counted(options.problems, lines, "problems"),
          ...counted(options.facts, facts, "facts")
        ],
        linesOf
      })
    })
  )
}
