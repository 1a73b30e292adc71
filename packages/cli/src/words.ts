import { parseArgs } from "node:util"
import { type CalendarDate, parseDate } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { CliMessage } from "./texts/messages.ts"

const valued = [
  "book",
  "policy",
  "pledges",
  "calendar",
  "questionnaire",
  "ballots",
  "previous",
  "faulty",
  "sheets",
  "rules",
  "levels",
  "cases",
  "problems",
  "from",
  "facts",
  "awards",
  "roster",
  "as-of",
  "lot-seed",
  "store",
  "out",
  "explain",
  "format",
  "lang"
] as const

/** The options of all commands, each with a value. */
export type OptionName = (typeof valued)[number]

const isValued = (name: string): name is OptionName => valued.some((one) => one === name)

/** The words of the command line, before a command has looked at them. */
export interface Words {
  readonly values: Partial<Record<OptionName, string>>
  readonly flags: ReadonlySet<string>
  /** The words that are no options: the command, and what it is about. */
  readonly plain: ReadonlyArray<string>
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

/** Tells options, their values and plain words apart, with every fault among them. */
export const readWords = (words: ReadonlyArray<string>): Words => {
  const { args, blank } = withoutBlanks(words)
  const strings = Object.fromEntries(valued.map((name) => [name, { type: "string" as const }]))
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...strings, help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const values: Partial<Record<OptionName, string>> = {}
  const flags = new Set<string>()
  const plain: Array<string> = []
  const faults: Array<CliMessage> = blank.map((option) => ({ _tag: "OptionWithoutValue", option }))
  for (const token of tokens) {
    if (token.kind === "positional") plain.push(token.value)
    if (token.kind !== "option") continue
    const { name, rawName: option, value } = token
    if (name === "help" || name === "version") flags.add(name)
    else if (!isValued(name)) faults.push({ _tag: "UnknownOption", found: option })
    else if (value === undefined || value === "") faults.push({ _tag: "OptionWithoutValue", option })
    else if (values[name] !== undefined) faults.push({ _tag: "OptionTwice", option })
    else values[name] = value
  }
  return { values, flags, plain, faults }
}

/** An option that takes one of some words, the first of them where it is left out. */
export const oneOf = <A extends string>(
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

/** An option that a command cannot do without. */
export const required = (option: OptionName, { values }: Words, faults: Array<CliMessage>): string => {
  const value = values[option]
  const isGivenBlank = faults.some((fault) => fault._tag === "OptionWithoutValue" && fault.option === `--${option}`)
  if (value === undefined && !isGivenBlank) faults.push({ _tag: "OptionMissing", option: `--${option}` })
  return value ?? ""
}

/** An option that is a day. */
export const dateOption = (
  name: "as-of" | "from",
  { values }: Words,
  faults: Array<CliMessage>
): CalendarDate | undefined => {
  const found = values[name]
  if (found === undefined) return undefined
  const date = parseDate(found)
  if (Result.isSuccess(date)) return date.success
  faults.push({ _tag: "OptionNotAllowed", option: `--${name}`, found, allowed: "YYYY-MM-DD (2012-04-01)" })
  return undefined
}
