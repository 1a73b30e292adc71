import type { CalendarDate, Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Command } from "./Command.ts"
import { runReview } from "./review.ts"
import { dateOption, oneOf, required } from "./words.ts"

const formats = ["table", "json", "csv", "html"] as const

/** What `review` is asked to do. */
export interface ReviewOptions {
  readonly policy: string
  readonly pledges: string
  readonly previous: string | undefined
  readonly calendar: string | undefined
  readonly facts: string | undefined
  readonly roster: string | undefined
  readonly asOf: CalendarDate | undefined
  readonly out: string | undefined
  readonly format: (typeof formats)[number]
  readonly language: Language
}

/** `zhengyou review`: what pledges lack, which units are online, and the list for publication. */
export const reviewCommand: Command = {
  name: "review",
  options: ["policy", "pledges", "previous", "calendar", "facts", "roster", "as-of", "out", "format"],
  prepare: (words, about, language, faults) => {
    for (const word of about) faults.push({ _tag: "UnexpectedWord", found: word })
    const { values } = words
    const options: ReviewOptions = {
      policy: required("policy", words, faults),
      pledges: required("pledges", words, faults),
      previous: values.previous,
      calendar: values.calendar,
      facts: values.facts,
      roster: values.roster,
      asOf: dateOption("as-of", words, faults),
      out: values.out,
      format: oneOf("--format", formats, values.format, faults),
      language
    }
    return (terminal) => Effect.as(runReview(options, terminal), 0)
  }
}
