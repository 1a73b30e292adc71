import { readFile } from "node:fs/promises"
import path from "node:path"
import { type Fault, type InputProblem, parseJson, type Roster } from "@zhengyou/core"
import { parseRuleBook, type RuleBook, type RuleBookProblem, type Sheet } from "@zhengyou/grading"
import { type ReadOptions, readRoster, readSheets, readTable, type TableFault } from "@zhengyou/tables"
import { Effect, Result } from "effect"

/** What the round is made of. */
export interface Inputs {
  readonly book: RuleBook
  readonly strict: RuleBook
  readonly roster: Roster
  readonly sheets: ReadonlyArray<Sheet>
}

/** Something that is wrong with one of the files. */
export type FileFault =
  | { readonly _tag: "Unreadable"; readonly file: string; readonly cause: string }
  | { readonly _tag: "BookFault"; readonly file: string; readonly fault: Fault<RuleBookProblem | InputProblem> }
  | { readonly _tag: "TableFault"; readonly fault: TableFault }

/** The files cannot be used: every fault of every file. */
export interface FilesFaulty {
  readonly _tag: "FilesFaulty"
  readonly faults: ReadonlyArray<FileFault>
}

type Reading<A> = Result.Result<A, ReadonlyArray<FileFault>>

const bookOf = (file: string, bytes: Uint8Array): Reading<RuleBook> =>
  parseJson(new TextDecoder().decode(bytes)).pipe(
    Result.flatMap((json) => Result.mapError(parseRuleBook(json), ({ faults }) => faults)),
    Result.mapError((faults) => faults.map((fault) => ({ _tag: "BookFault", file, fault })))
  )

const tableFaults = (faults: ReadonlyArray<TableFault>): ReadonlyArray<FileFault> =>
  faults.map((fault) => ({ _tag: "TableFault", fault }))

const rosterOf = (options: ReadOptions, bytes: Uint8Array): Reading<Roster> =>
  readTable(bytes, options).pipe(Result.flatMap(readRoster), Result.mapError(tableFaults))

const sheetsOf = (options: ReadOptions, bytes: Uint8Array, book: RuleBook, units: Roster): Reading<Sheets> =>
  readTable(bytes, options).pipe(
    Result.flatMap((table) => readSheets(table, { criteria: book.criteria, panels: book.panels, units })),
    Result.map(({ sheets }) => sheets.map(({ unit, panel, rater, scores }) => ({ unit, panel, rater, scores }))),
    Result.mapError(tableFaults)
  )

type Sheets = ReadonlyArray<Sheet>

const bytesOf = (directory: string, file: string): Effect.Effect<Uint8Array, ReadonlyArray<FileFault>> =>
  Effect.tryPromise({
    try: () => readFile(path.join(directory, file)),
    catch: (error) => [{ _tag: "Unreadable", file, cause: String(error) }]
  })

/** Reads one file; what is wrong with it does not keep the others from being read. */
const reading = <A>(
  directory: string,
  file: string,
  read: (bytes: Uint8Array) => Reading<A>
): Effect.Effect<Reading<A>> =>
  Effect.result(Effect.flatMap(bytesOf(directory, file), (bytes) => Effect.fromResult(read(bytes))))

const faultsOf = (readings: ReadonlyArray<Reading<unknown>>): ReadonlyArray<FileFault> =>
  readings.flatMap((each) => (Result.isFailure(each) ? each.failure : []))

const faulty = (faults: ReadonlyArray<FileFault>): FilesFaulty => ({ _tag: "FilesFaulty", faults })

/** The two books and the roster: everything that the sheets are read against. */
export const readFrame = Effect.fn("readFrame")(function* (
  directory: string
): Effect.fn.Return<Omit<Inputs, "sheets">, FilesFaulty> {
  const book = yield* reading(directory, "book.json", (bytes) => bookOf("book.json", bytes))
  const strict = yield* reading(directory, "book-strict.json", (bytes) => bookOf("book-strict.json", bytes))
  const roster = yield* reading(directory, "roster.csv", (bytes) =>
    rosterOf({ file: "roster.csv", kind: "csv" }, bytes)
  )
  return yield* Effect.fromResult(Result.all({ book, strict, roster })).pipe(
    Effect.mapError(() => faulty(faultsOf([book, strict, roster])))
  )
})

/** Everything that the round is made of, from the files of a folder. */
export const readInputs = Effect.fn("readInputs")(function* (directory: string): Effect.fn.Return<Inputs, FilesFaulty> {
  const frame = yield* readFrame(directory)
  const sheets = yield* reading(directory, "sheets.xlsx", (bytes) =>
    sheetsOf({ file: "sheets.xlsx", kind: "xlsx" }, bytes, frame.book, frame.roster)
  )
  return { ...frame, sheets: yield* Effect.mapError(Effect.fromResult(sheets), faulty) }
})
