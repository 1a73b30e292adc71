import { Language } from "@zhengyou/core"
import type { Command, Work } from "./Command.ts"
import { checkCommand } from "./checkCommand.ts"
import { describeCommand } from "./describeCommand.ts"
import { gradeCommand } from "./gradeCommand.ts"
import { promoteCommand } from "./promoteCommand.ts"
import { reviewCommand } from "./reviewCommand.ts"
import { surveyCommand } from "./surveyCommand.ts"
import type { CliMessage } from "./texts/messages.ts"
import { oneOf, readWords, type Words } from "./words.ts"

const commands: ReadonlyArray<Command> = [
  gradeCommand,
  promoteCommand,
  surveyCommand,
  reviewCommand,
  checkCommand,
  describeCommand
]

/** What the words of the command line ask for. */
export type Request =
  | { readonly _tag: "Help"; readonly language: Language }
  | { readonly _tag: "Version" }
  | { readonly _tag: "Work"; readonly language: Language; readonly work: Work }
  | { readonly _tag: "Faulty"; readonly language: Language; readonly faults: ReadonlyArray<CliMessage> }

/** The options that were given to a command that does not take them. */
const strangers = ({ values }: Words, { name, options }: Command): ReadonlyArray<CliMessage> =>
  Object.keys(values).flatMap((option) =>
    option === "lang" || options.some((one) => one === option)
      ? []
      : [{ _tag: "OptionOfOtherCommand", option: `--${option}`, command: name }]
  )

/** Reads the words of the command line; every fault among them is told, not only the first. */
export const readRequest = (args: ReadonlyArray<string>): Request => {
  const words = readWords(args)
  const faults = [...words.faults]
  const language = oneOf("--lang", Language.literals, words.values.lang, faults)
  if (words.flags.has("version")) return { _tag: "Version" }
  if (words.flags.has("help") || args.length === 0) return { _tag: "Help", language }
  const [name = "", ...about] = words.plain
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    const known = commands.map((one) => one.name)
    return { _tag: "Faulty", language, faults: [...faults, { _tag: "UnknownCommand", found: name, known }] }
  }
  faults.push(...strangers(words, command))
  const work = command.prepare(words, about, language, faults)
  return faults.length > 0 ? { _tag: "Faulty", language, faults } : { _tag: "Work", language, work }
}
