import type { Language } from "@zhengyou/core"
import type { Command } from "./Command.ts"
import { runCheck } from "./check.ts"

/** What `check` is asked to do. */
export interface CheckOptions {
  readonly book: string
  readonly roster: string | undefined
  readonly language: Language
}

/** `zhengyou check`: proof-reads a rule book before anybody is graded by it. */
export const checkCommand: Command = {
  name: "check",
  options: ["roster"],
  prepare: ({ values }, [book, ...more], language, faults) => {
    if (book === undefined) faults.push({ _tag: "OptionMissing", option: "BOOK.json" })
    for (const word of more) faults.push({ _tag: "UnexpectedWord", found: word })
    const options: CheckOptions = { book: book ?? "", roster: values.roster, language }
    return (terminal) => runCheck(options, terminal)
  }
}
