import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const packages = fileURLToPath(new URL("../..", import.meta.url))

/** One change of a package's own source. */
export interface Substitution {
  /** The file, relative to the `src` of the package. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/**
 * A package with one string of its source put in the place of another: a copy of its files, imported and thrown away. The string
 * must stand there exactly once, so that a mutant is never the engine as it is.
 */
export const engineWith = async <Engine>(folder: string, { file, from, to }: Substitution): Promise<Engine> => {
  // Beside the package's own sources, so that it finds what it depends on.
  const copy = mkdtempSync(path.join(packages, folder, ".mutant-"))
  try {
    cpSync(path.join(packages, folder, "src"), copy, { recursive: true })
    const mutated = path.join(copy, file)
    const parts = readFileSync(mutated, "utf8").split(from)
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
    writeFileSync(mutated, parts.join(to))
    return await import(/* @vite-ignore */ pathToFileURL(path.join(copy, "index.ts")).href)
  } finally {
    rmSync(copy, { recursive: true })
  }
}
