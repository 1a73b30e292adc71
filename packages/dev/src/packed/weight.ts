import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { type Check, run } from "./checks.ts"

const minified = async (contents: string, consumer: string, external: Array<string>): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    external,
    format: "esm",
    logLevel: "silent",
    minify: true,
    platform: "browser",
    target: "es2023",
    write: false
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error("nothing was built")
  return file.contents
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Bundles packages whole for a browser: fails on any module of Node, which a browser does not have. */
export const bundle = (check: Check, specifiers: ReadonlyArray<string>, consumer: string): Promise<void> =>
  check(`bundle for a browser ${specifiers.join(", ")}`, async () => {
    const all = specifiers.map((specifier) => `export * from ${JSON.stringify(specifier)}`).join("\n")
    return `: ${kilobytes((await minified(all, consumer, [])).length)} minified`
  })

/** What an application pays for a part, beyond `effect`: bytes after gzip, with the most that it may be. */
const budgets: ReadonlyArray<{ readonly imports: string; readonly budget: number }> = [
  { imports: `{ exactUnsafe, formatExact, plus } from "@zhengyou/core"`, budget: 2_500 },
  { imports: `{ grade, gradeTextEn } from "@zhengyou/grading"`, budget: 20_000 },
  { imports: `{ grade, gradeTextZhCN } from "@zhengyou/grading"`, budget: 23_000 }
]

export const weigh = async (check: Check, consumer: string): Promise<void> => {
  for (const { imports, budget } of budgets) {
    await check(`weight of ${imports}, beyond effect`, async () => {
      const bytes = gzipSync(await minified(`export ${imports}`, consumer, ["effect", "effect/*"]), { level: 9 }).length
      if (bytes > budget) throw new Error(`${bytes} bytes after gzip, more than ${budget}`)
      return `: ${kilobytes(bytes)} after gzip, of ${kilobytes(budget)}`
    })
  }
}

/** The least time in ms that a new process takes for each program, taken in turns. */
const leastTimes = async (programs: ReadonlyArray<string>, consumer: string): Promise<ReadonlyArray<number>> => {
  const least = programs.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < 7; turn++) {
    for (const [i, program] of programs.entries()) {
      const start = performance.now()
      await run(process.execPath, ["--input-type=module", "--eval", program], consumer)
      least[i] = Math.min(least[i] ?? 0, performance.now() - start)
    }
  }
  return least
}

/** Prints what a cold import costs beside that of all of `effect`; times are told, never judged. */
export const timeImports = async (check: Check, consumer: string): Promise<void> => {
  const specifiers = ["effect", "effect/Schema", "@zhengyou/core", "@zhengyou/grading"]
  await check("cold imports", async () => {
    const programs = ["", ...specifiers.map((specifier) => `await import(${JSON.stringify(specifier)})`)]
    const [empty = 0, whole = 0, ...rest] = await leastTimes(programs, consumer)
    const shares = rest.map((ms, i) => `${specifiers[i + 1]} ${((ms - empty) / (whole - empty)).toFixed(2)}`)
    return `, of the time of all of effect: ${shares.join(", ")}`
  })
}
