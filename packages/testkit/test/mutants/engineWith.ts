import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { Engine } from "@zhengyou/testkit"

const source = fileURLToPath(new URL("../../../grading/src", import.meta.url))
const here = fileURLToPath(new URL(".", import.meta.url))

/** One change of the engine's own source. */
export interface Substitution {
  /** The file, relative to `packages/grading/src`. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/**
 * The engine with one string of its source put in the place of another: a copy of its files, imported and thrown away. The string
 * must stand there exactly once, so that a mutant is never the engine as it is.
 */
export const engineWith = async ({ file, from, to }: Substitution): Promise<Engine> => {
  const folder = mkdtempSync(path.join(here, ".mutant-"))
  try {
    cpSync(source, folder, { recursive: true })
    const mutated = path.join(folder, file)
    const parts = readFileSync(mutated, "utf8").split(from)
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
    writeFileSync(mutated, parts.join(to))
    return await import(/* @vite-ignore */ pathToFileURL(path.join(folder, "index.ts")).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
