import { readFileSync } from "node:fs"
import type { Language } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Work } from "./Command.ts"
import { readRequest } from "./request.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"

const Manifest = Schema.fromJsonString(Schema.Struct({ version: Schema.String }))

/** The version of the package that this file was installed with. */
const version = (): string =>
  Schema.decodeUnknownSync(Manifest)(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version

const settle = (work: Work, language: Language, terminal: Terminal): Effect.Effect<number> =>
  Effect.matchEager(work(terminal), {
    onSuccess: (code) => code,
    onFailure: (error) => {
      if (error._tag === "Trouble") {
        terminal.complain(error.line)
        return 1
      }
      for (const line of error.lines) terminal.complain(line)
      terminal.complain(say({ _tag: "FaultCount", count: error.lines.length }, language))
      return 2
    }
  })

/**
 * Runs the command as from a shell and gives its exit code: 0 done, 1 trouble or a book with faults in its rules, 2 faults in the
 * input.
 *
 * @example
 * ```ts
 * import { run } from "@zhengyou/cli"
 *
 * const lines: Array<string> = []
 * const terminal = {
 *   print: () => {},
 *   progress: () => {},
 *   complain: (line: string) => lines.push(line),
 *   now: () => "2012-04-01T08:00:00Z"
 * }
 * await run(["grade", "--book", "book.json"], terminal) // => 2
 * lines[0] // => "缺少 --sheets"
 * ```
 */
export const run = (args: ReadonlyArray<string>, terminal: Terminal): Promise<number> => {
  const request = readRequest(args)
  switch (request._tag) {
    case "Help":
      terminal.print(`${say({ _tag: "Usage" }, request.language)}\n`)
      return Promise.resolve(0)
    case "Version":
      terminal.print(`${version()}\n`)
      return Promise.resolve(0)
    case "Faulty":
      for (const fault of request.faults) terminal.complain(say(fault, request.language))
      return Promise.resolve(2)
    case "Work":
      return Effect.runPromise(settle(request.work, request.language, terminal))
  }
}
