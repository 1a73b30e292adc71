import type { CalendarDate, Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Command } from "./Command.ts"
import { runGrade } from "./grade.ts"
import { dateOption, oneOf, required } from "./words.ts"

const formats = ["table", "json", "csv", "html"] as const

/** What `grade` is asked to do. */
export interface GradeOptions {
  readonly book: string
  readonly sheets: string
  readonly facts: string | undefined
  readonly roster: string | undefined
  readonly awards: string | undefined
  readonly lotSeed: string | undefined
  readonly asOf: CalendarDate | undefined
  readonly store: string | undefined
  readonly out: string | undefined
  readonly explain: string | undefined
  readonly format: (typeof formats)[number]
  readonly language: Language
}

/** `zhengyou grade`: from files to levels, reports and a stored round. */
export const gradeCommand: Command = {
  name: "grade",
  options: ["book", "sheets", "facts", "awards", "roster", "as-of", "lot-seed", "store", "out", "explain", "format"],
  prepare: (words, about, language, faults) => {
    for (const word of about) faults.push({ _tag: "UnexpectedWord", found: word })
    const { values } = words
    const options: GradeOptions = {
      book: required("book", words, faults),
      sheets: required("sheets", words, faults),
      facts: values.facts,
      awards: values.awards,
      lotSeed: values["lot-seed"],
      roster: values.roster,
      asOf: dateOption("as-of", words, faults),
      store: values.store,
      out: values.out,
      explain: values.explain,
      format: oneOf("--format", formats, values.format, faults),
      language
    }
    if (options.explain !== undefined && options.format === "csv") {
      faults.push({ _tag: "OptionNotAllowed", option: "--format", found: "csv", allowed: "table | json | html" })
    }
    return (terminal) => Effect.as(runGrade(options, terminal), 0)
  }
}
