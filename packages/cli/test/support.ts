import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "@zhengyou/cli"

const cases = fileURLToPath(new URL("../../grading/test/cases/", import.meta.url))

/** A file of a worked case. */
export const caseFile = (name: string): string => path.join(cases, name)

export const main: string = fileURLToPath(new URL("../src/main.ts", import.meta.url))

export interface Ran {
  readonly code: number
  readonly printed: string
  readonly complaints: ReadonlyArray<string>
}

/** Runs the command inside this process. */
export const runHere = async (...args: ReadonlyArray<string>): Promise<Ran> => {
  const printed: Array<string> = []
  const complaints: Array<string> = []
  const code = await run(args, {
    print: (content) => printed.push(typeof content === "string" ? content : new TextDecoder().decode(content)),
    progress: () => {},
    complain: (line) => complaints.push(line),
    now: () => "2026-11-22T08:00:00Z"
  })
  return { code, printed: printed.join(""), complaints }
}

/** Runs the command as a process of its own, as a shell does. */
export const runProcess = (
  ...args: ReadonlyArray<string>
): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const ran = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

/** Gives a folder of its own to a piece of work, and takes it away afterwards. */
export const inFolder = async <A>(work: (folder: string) => Promise<A> | A): Promise<A> => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhengyou-"))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const write = (folder: string, name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
