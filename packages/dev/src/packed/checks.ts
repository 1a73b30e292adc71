import { execFile } from "node:child_process"
import { promisify } from "node:util"

const execute = promisify(execFile)

/** Runs one check, which may add to what is printed, and notes what it says when it fails. */
export type Check = (what: string, work: () => Promise<string>) => Promise<void>

export interface Checks {
  readonly check: Check
  readonly faults: ReadonlyArray<string>
}

/** A list of checks that begins empty. */
export const makeChecks = (): Checks => {
  const faults: Array<string> = []
  const check: Check = async (what, work) => {
    try {
      console.log(`ok    ${what}${await work()}`)
    } catch (thrown) {
      const { stdout = "", stderr = "" } = thrown as { readonly stdout?: string; readonly stderr?: string }
      const said = `${stdout}${stderr}`.trim() || String(thrown)
      console.log(`FAULT ${what}`)
      faults.push(`${what}\n${said}`)
    }
  }
  return { check, faults }
}

/** Calls a command, and fails with what it said when it does not end with 0. */
export const run = (command: string, args: ReadonlyArray<string>, cwd: string): Promise<{ readonly stdout: string }> =>
  execute(command, [...args], { cwd, maxBuffer: 1 << 26 })
