import type { Language } from "@zhengyou/core"
import type * as Effect from "effect/Effect"
import type { BadInput, Trouble } from "./errors.ts"
import type { Terminal } from "./Terminal.ts"
import type { CliMessage } from "./texts/messages.ts"
import type { OptionName, Words } from "./words.ts"

/** What a command has made of its words: its work, which gives the exit code. */
export type Work = (terminal: Terminal) => Effect.Effect<number, BadInput | Trouble>

/** A command: its name, the options that it takes beside `--lang`, and how it reads them. */
export interface Command {
  readonly name: string
  readonly options: ReadonlyArray<OptionName>
  /** Reads the plain words after the command's name and its options; what is wrong with them goes to `faults`. */
  readonly prepare: (words: Words, about: ReadonlyArray<string>, language: Language, faults: Array<CliMessage>) => Work
}
