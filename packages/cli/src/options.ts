import { parseArgs } from "node:util"
import { type CalendarDate, type Language, parseDate } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { CliMessage } from "./texts/messages.ts"

const formats = ["table", "json", "csv", "html"] as const
const languages = ["zh-CN", "en"] as const

/** What `grade` is asked to do. */
export interface GradeOptions {
  readonly book: string
  readonly sheets: string
  readonly facts: string | undefined
  readonly roster: string | undefined
  readonly asOf: CalendarDate | undefined
  readonly store: string | undefined
  readonly out: string | undefined
  readonly format: (typeof formats)[number]
  readonly language: Language
}

/** What the words of the command line ask for. */
export type Request =
  | { readonly _tag: "Help"; readonly language: Language }
  | { readonly _tag: "Version" }
  | { readonly _tag: "Grade"; readonly options: GradeOptions }
  | { readonly _tag: "Faulty"; readonly language: Language; readonly faults: ReadonlyArray<CliMessage> }

const valued = ["book", "sheets", "facts", "roster", "as-of", "store", "out", "format", "lang"] as const
type Valued = (typeof valued)[number]

const isValued = (name: string): name is Valued => valued.some((one) => one === name)

interface Words {
  readonly values: Partial<Record<Valued, string>>
  readonly flags: ReadonlySet<string>
  readonly commands: ReadonlyArray<string>
  readonly faults: ReadonlyArray<CliMessage>
}

/** The words without options that are followed by another option instead of a value, which are told apart. */
const withoutBlanks = (
  args: ReadonlyArray<string>
): { readonly args: ReadonlyArray<string>; readonly blank: ReadonlyArray<string> } => {
  const isBlank = (word: string, i: number) =>
    isValued(word.replace(/^--/, "")) && word.startsWith("--") && (args[i + 1] ?? "").startsWith("--")
  return { args: args.filter((word, i) => !isBlank(word, i)), blank: args.filter(isBlank) }
}

const readWords = (words: ReadonlyArray<string>): Words => {
  const { args, blank } = withoutBlanks(words)
  const strings = Object.fromEntries(valued.map((name) => [name, { type: "string" as const }]))
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...strings, help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const values: Partial<Record<Valued, string>> = {}
  const flags = new Set<string>()
  const commands: Array<string> = []
  const faults: Array<CliMessage> = blank.map((option) => ({ _tag: "OptionWithoutValue", option }))
  for (const token of tokens) {
    if (token.kind === "positional") commands.push(token.value)
    if (token.kind !== "option") continue
    const { name, rawName: option, value } = token
    if (name === "help" || name === "version") flags.add(name)
    else if (!isValued(name)) faults.push({ _tag: "UnknownOption", found: option })
    else if (value === undefined || value === "") faults.push({ _tag: "OptionWithoutValue", option })
    else if (values[name] !== undefined) faults.push({ _tag: "OptionTwice", option })
    else values[name] = value
  }
  return { values, flags, commands, faults }
}

const oneOf = <A extends string>(
  option: string,
  allowed: readonly [A, ...ReadonlyArray<A>],
  found: string | undefined,
  faults: Array<CliMessage>
): A => {
  const match = found === undefined ? allowed[0] : allowed.find((one) => one === found)
  if (match === undefined)
    faults.push({ _tag: "OptionNotAllowed", option, found: found ?? "", allowed: allowed.join(" | ") })
  return match ?? allowed[0]
}

const required = (option: "book" | "sheets", values: Words["values"], faults: Array<CliMessage>): string => {
  const value = values[option]
  const isGivenBlank = faults.some((fault) => fault._tag === "OptionWithoutValue" && fault.option === `--${option}`)
  if (value === undefined && !isGivenBlank) faults.push({ _tag: "OptionMissing", option: `--${option}` })
  return value ?? ""
}

const dateOption = (found: string | undefined, faults: Array<CliMessage>): CalendarDate | undefined => {
  if (found === undefined) return undefined
  const date = parseDate(found)
  if (Result.isSuccess(date)) return date.success
  faults.push({ _tag: "OptionNotAllowed", option: "--as-of", found, allowed: "YYYY-MM-DD (2012-04-01)" })
  return undefined
}

/** Reads the words of the command line; every fault among them is told, not only the first. */
export const readRequest = (args: ReadonlyArray<string>): Request => {
  const { values, flags, commands, faults: found } = readWords(args)
  const faults = [...found]
  const language = oneOf("--lang", languages, values.lang, faults)
  if (flags.has("version")) return { _tag: "Version" }
  if (flags.has("help") || args.length === 0) return { _tag: "Help", language }
  const [command = "", ...extra] = commands
  const unknown = command === "grade" ? extra : [command, ...extra]
  for (const word of unknown) faults.push({ _tag: "UnknownCommand", found: word })
  const options: GradeOptions = {
    book: required("book", values, faults),
    sheets: required("sheets", values, faults),
    facts: values.facts,
    roster: values.roster,
    asOf: dateOption(values["as-of"], faults),
    store: values.store,
    out: values.out,
    format: oneOf("--format", formats, values.format, faults),
    language
  }
  return faults.length > 0 ? { _tag: "Faulty", language, faults } : { _tag: "Grade", options }
}
