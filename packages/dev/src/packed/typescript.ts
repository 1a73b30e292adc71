import { copyFileSync, mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "../workspace.ts"
import { type Check, run } from "./checks.ts"
import type { NodeBinary } from "./nodes.ts"

const source = path.join(root, "packages/dev/consumer/round.ts")

/** What the round prints, as the rules say it. */
export const expected = "0 ≤ total 89.996 < 90 (Excellent): Good"

/** A TypeScript project with the round in it, under the strictest options, which look into our declarations too. */
const writeProject = (folder: string, file: string, compilerOptions: object): void => {
  mkdirSync(folder, { recursive: true })
  copyFileSync(source, path.join(folder, file))
  const options = { strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true, target: "es2023", types: [] }
  writeFileSync(
    path.join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...options, ...compilerOptions }, files: [file] })
  )
}

const compile = (folder: string) => run(path.join(root, "node_modules/.bin/tsc"), ["-p", folder], folder)

/**
 * Compiles the round as TypeScript users have it, and runs what comes out of it on every Node: as an ES module and as
 * CommonJS under `NodeNext`, and under `Bundler`, for which the compiler only looks.
 */
export const compileRounds = async (
  check: Check,
  nodes: ReadonlyArray<NodeBinary>,
  consumer: string
): Promise<void> => {
  const rounds: ReadonlyArray<readonly [string, string, string]> = [
    ["ES module", "mts", "mjs"],
    ["CommonJS", "cts", "cjs"]
  ]
  for (const [name, from, to] of rounds) {
    const folder = path.join(consumer, to)
    writeProject(folder, `round.${from}`, { module: "nodenext" })
    await check(`TypeScript, NodeNext, ${name}`, async () => {
      await compile(folder)
      return ""
    })
    const load = to === "mjs" ? `import("./round.mjs")` : `Promise.resolve(require("./round.cjs"))`
    for (const node of nodes) {
      await check(`a round on Node ${node.version}, ${name}`, async () => {
        const { stdout } = await run(node.path, ["--eval", `${load}.then(({ why }) => console.log(why))`], folder)
        if (stdout.trim() !== expected) throw new Error(`it printed ${stdout}`)
        return ""
      })
    }
  }
  const folder = path.join(consumer, "bundler")
  writeProject(folder, "round.ts", { module: "preserve", moduleResolution: "bundler", noEmit: true })
  await check("TypeScript, Bundler", async () => {
    await compile(folder)
    return ""
  })
}
