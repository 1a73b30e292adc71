import path from "node:path"
import type { Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import type { Trouble } from "./errors.ts"
import { writeFile } from "./files.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"

const files = [
  ["result.json", "json"],
  ["result.csv", "csv"],
  ["report.html", "html"]
] as const

/** Writes a result into a folder in every format that is a file, and tells of each. */
export const writeResults = (
  out: string,
  rendered: (format: "json" | "csv" | "html") => string | Uint8Array,
  language: Language,
  terminal: Terminal
): Effect.Effect<void, Trouble> =>
  Effect.forEach(
    files,
    ([name, format]) => {
      const file = path.join(out, name)
      return Effect.map(writeFile(file, rendered(format), language), () =>
        terminal.progress(say({ _tag: "Written", file }, language))
      )
    },
    { discard: true }
  )
