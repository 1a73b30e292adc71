#!/usr/bin/env node
import { writeSync } from "node:fs"
import { run } from "./run.ts"

/** Writes everything before it returns, so that nothing is lost when the process ends. */
const writeAll = (descriptor: number, content: string | Uint8Array): void => {
  let rest = typeof content === "string" ? new TextEncoder().encode(content) : content
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined
      // A reader that went away, as `head` does, wants no more.
      if (code === "EPIPE") return
      if (code !== "EAGAIN") throw error
    }
  }
}

process.exitCode = await run(process.argv.slice(2), {
  print: (content) => writeAll(1, content),
  progress: (line) => writeAll(2, `${line}\n`),
  complain: (line) => writeAll(2, `${line}\n`),
  now: () => new Date().toISOString()
})
