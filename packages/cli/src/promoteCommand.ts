import type { CalendarDate, Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Command } from "./Command.ts"
import { runPromote } from "./promote.ts"
import { dateOption, oneOf, required } from "./words.ts"

const formats = ["table", "json", "csv", "html"] as const

/** What `promote` is asked to do. */
export interface PromoteOptions {
  readonly rules: string
  readonly levels: string
  readonly cases: string
  readonly problems: string | undefined
  readonly facts: string | undefined
  readonly roster: string | undefined
  readonly from: CalendarDate | undefined
  readonly asOf: CalendarDate | undefined
  readonly out: string | undefined
  readonly format: (typeof formats)[number]
  readonly language: Language
}

/** `zhengyou promote`: from levels and applications to decisions with reasons, the movement table and the ledger. */
export const promoteCommand: Command = {
  name: "promote",
  options: ["rules", "levels", "cases", "problems", "facts", "roster", "from", "as-of", "out", "format"],
  prepare: (words, about, language, faults) => {
    for (const word of about) faults.push({ _tag: "UnexpectedWord", found: word })
    const { values } = words
    const options: PromoteOptions = {
      rules: required("rules", words, faults),
      levels: required("levels", words, faults),
      cases: required("cases", words, faults),
      problems: values.problems,
      facts: values.facts,
      roster: values.roster,
      from: dateOption("from", words, faults),
      asOf: dateOption("as-of", words, faults),
      out: values.out,
      format: oneOf("--format", formats, values.format, faults),
      language
    }
    return (terminal) => Effect.as(runPromote(options, terminal), 0)
  }
}
