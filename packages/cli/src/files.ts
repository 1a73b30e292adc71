import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises"
import path from "node:path"
import type { Language } from "@zhengyou/core"
import { formatTableFault, readTable, type Table, type TableFaults } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput, Trouble } from "./errors.ts"
import { say } from "./say.ts"
import type { FileTrouble } from "./texts/messages.ts"

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error)

/** The largest input file that is read. */
const bytesLimit = 100_000_000

/** What is wrong with a path as a plain file of a bearable size; nothing where nothing is. */
const unreadable = async (file: string): Promise<FileTrouble | undefined> => {
  const found = await stat(file)
  if (found.isDirectory()) return "EISDIR"
  if (!found.isFile()) return "NOTFILE"
  return found.size > bytesLimit ? "TOOLARGE" : undefined
}

const readPlainFile = async (file: string): Promise<Uint8Array> => {
  const code = await unreadable(file)
  if (code !== undefined) throw Object.assign(new Error(code), { code })
  return readFile(file)
}

/** The bytes of an input file. */
const readBytes = (file: string, language: Language): Effect.Effect<Uint8Array, BadInput> =>
  Effect.tryPromise({
    try: () => readPlainFile(file),
    catch: (error) => new BadInput({ lines: [say({ _tag: "CannotRead", file, why: codeOf(error) }, language)] })
  })

/** The text of an input file, which must be UTF-8. */
export const readText = (file: string, language: Language): Effect.Effect<string, BadInput> =>
  Effect.flatMap(readBytes(file, language), (bytes) =>
    Effect.try({
      try: () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      catch: () => new BadInput({ lines: [say({ _tag: "NotText", file }, language)] })
    })
  )

/** The faults of a table as the faults of an input file. */
export const badTable =
  (language: Language) =>
  ([first, ...rest]: TableFaults): BadInput =>
    new BadInput({
      lines: [formatTableFault(first, language), ...rest.map((fault) => formatTableFault(fault, language))]
    })

/** Reads a spreadsheet by its file name's ending. */
export const readSpreadsheet = (file: string, language: Language): Effect.Effect<Table, BadInput> => {
  const ending = path.extname(file).toLowerCase()
  if (ending !== ".csv" && ending !== ".xlsx") {
    return Effect.fail(
      new BadInput({ lines: [say({ _tag: "WrongFileType", file, allowed: ".csv | .xlsx" }, language)] })
    )
  }
  return Effect.flatMap(readBytes(file, language), (bytes) =>
    Effect.fromResult(
      Result.mapError(
        readTable(bytes, { file: path.basename(file), kind: ending === ".csv" ? "csv" : "xlsx" }),
        badTable(language)
      )
    )
  )
}

const writeWhole = async (file: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  try {
    const handle = await open(unfinished, "w")
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Writes a file whole or not at all: what stood there before stays until the new content is on the disk. */
export const writeFile = (
  file: string,
  content: string | Uint8Array,
  language: Language
): Effect.Effect<void, Trouble> =>
  Effect.tryPromise({
    try: () => writeWhole(file, content),
    catch: (error) => new Trouble({ line: say({ _tag: "CannotWrite", file, why: codeOf(error) }, language) })
  })

/** Makes a folder ready to be written to, before anything else is changed. */
export const makeFolder = (folder: string, language: Language): Effect.Effect<void, Trouble> =>
  Effect.tryPromise({
    try: () => mkdir(folder, { recursive: true }),
    catch: (error) => new Trouble({ line: say({ _tag: "CannotWrite", file: folder, why: codeOf(error) }, language) })
  })
