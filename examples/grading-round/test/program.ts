import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { onTestFinished } from "vitest"

/** The folder of the example. */
export const example = path.join(import.meta.dirname, "..")

/** A new folder for the output of one run, gone when the test is over. */
export const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhengyou-round-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** How a process ended. */
export interface Ended {
  readonly code: number | undefined
  readonly signal: string | undefined
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of the example's programs as a process of its own, and tells how it ended. */
export const run = (args: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...args],
      { cwd: example, env: { ...process.env, ...environment } },
      (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? undefined, signal: child.signalCode ?? undefined, stdout, stderr })
    )
  })
