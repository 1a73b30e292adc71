import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const script = fileURLToPath(new URL("./children/give.ts", import.meta.url))

export interface Child {
  /** The ids that the child printed so far. */
  readonly acknowledged: () => ReadonlyArray<string>
  /** When the child has printed something. */
  readonly began: Promise<unknown>
  /** When the child has ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  readonly kill: () => void
}

/** Where a child finds its store: a path or an address, and the prefix of the tables. */
export interface Place {
  readonly address: string
  readonly tables: string
}

/** Starts a process that gives commands to a store. */
export const startChild = ({ address, tables }: Place, prefix: string, count: number): Child => {
  const child = spawn(process.execPath, [script, address, tables, prefix, String(count)], {
    stdio: ["ignore", "pipe", "inherit"]
  })
  let printed = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text
  })
  return {
    // What follows the last line break is an id that was being printed when the process was killed.
    acknowledged: () => printed.split("\n").slice(0, -1),
    began: Promise.race([once(child.stdout, "data"), once(child, "exit")]),
    ended: new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal))),
    kill: () => child.kill("SIGKILL")
  }
}
