import { describeBook, regulationMarkdown, regulationText } from "@zhengyou/grading"
import * as Effect from "effect/Effect"
import type { Command } from "./Command.ts"
import { readBook } from "./inputs.ts"
import { oneOf } from "./words.ts"

/** `zhengyou describe`: prints a rule book as the text of a regulation. */
export const describeCommand: Command = {
  name: "describe",
  options: ["format"],
  prepare: ({ values }, [book, ...more], language, faults) => {
    if (book === undefined) faults.push({ _tag: "OptionMissing", option: "BOOK.json" })
    for (const word of more) faults.push({ _tag: "UnexpectedWord", found: word })
    const format = oneOf("--format", ["text", "markdown"], values.format, faults)
    const write = format === "markdown" ? regulationMarkdown : regulationText
    return (terminal) =>
      Effect.map(readBook({ book: book ?? "", language }), (read) => {
        terminal.print(write(describeBook(read, language)))
        return 0
      })
  }
}
