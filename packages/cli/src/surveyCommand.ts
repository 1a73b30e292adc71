import type { Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Command } from "./Command.ts"
import { runSurvey } from "./survey.ts"
import { oneOf, required } from "./words.ts"

const formats = ["table", "json", "csv", "html"] as const

/** What `survey` is asked to do. */
export interface SurveyOptions {
  readonly questionnaire: string
  readonly ballots: string
  readonly previous: string | undefined
  readonly roster: string | undefined
  readonly faulty: "refuse" | "leaveOut"
  readonly out: string | undefined
  readonly format: (typeof formats)[number]
  readonly language: Language
}

/** `zhengyou survey`: from ballots to rates, changes and what hangs on them. */
export const surveyCommand: Command = {
  name: "survey",
  options: ["questionnaire", "ballots", "previous", "roster", "faulty", "out", "format"],
  prepare: (words, about, language, faults) => {
    for (const word of about) faults.push({ _tag: "UnexpectedWord", found: word })
    const { values } = words
    const options: SurveyOptions = {
      questionnaire: required("questionnaire", words, faults),
      ballots: required("ballots", words, faults),
      previous: values.previous,
      roster: values.roster,
      faulty: oneOf("--faulty", ["refuse", "leave-out"], values.faulty, faults) === "refuse" ? "refuse" : "leaveOut",
      out: values.out,
      format: oneOf("--format", formats, values.format, faults),
      language
    }
    return (terminal) => Effect.as(runSurvey(options, terminal), 0)
  }
}
