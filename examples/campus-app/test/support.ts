import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { join } from "node:path"
import pg from "pg"
import { inject, onTestFinished } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    readonly servers: { readonly postgres: string; readonly mysql: string | undefined }
    readonly folder: string
  }
}

/** A folder that goes with this run. */
export const newPath = (ending: string): string =>
  join(inject("folder"), `campus-${randomBytes(6).toString("hex")}${ending}`)

/** A PostgreSQL database of its own, since the application's tables have fixed names. */
export const newPostgres = async (): Promise<string> => {
  const name = `campus_${randomBytes(6).toString("hex")}`
  const client = new pg.Client({ connectionString: inject("servers").postgres })
  await client.connect()
  await client.query(`CREATE SCHEMA ${name}`)
  await client.end()
  const url = new URL(inject("servers").postgres)
  url.searchParams.set("options", `-c search_path=${name}`)
  return url.href
}

/** The marks that a rater gives: `w1.attitude=…` and so on. */
export const formOf = (mark: (unit: number) => readonly [string, string, string]): URLSearchParams => {
  const form = new URLSearchParams()
  for (let unit = 1; unit <= 5; unit++)
    for (const [i, criterion] of ["attitude", "speed", "openness"].entries())
      form.set(`w${unit}.${criterion}`, mark(unit)[i] ?? "")
  return form
}

export const raterIds = [1, 2, 3, 4].map((n) => `review-${n}`).concat([1, 2, 3, 4, 5, 6].map((n) => `students-${n}`))

/** Submits a form as a browser does, and gives the status. */
export const submit = async (url: string, rater: string, form: URLSearchParams): Promise<number> =>
  (await fetch(`${url}score/${rater}`, { method: "POST", body: form, redirect: "manual" })).status

/** The application as a process of its own. */
export const startProcess = async (
  database: string
): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
  const main = join(import.meta.dirname, "../src/main.ts")
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE: database, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"]
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")])
  const url = /http\S+/.exec(String(said))?.[0]
  if (url === undefined) throw new Error(`the application said: ${said}`)
  return { child, url }
}
