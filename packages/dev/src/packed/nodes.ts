import { mkdirSync } from "node:fs"
import path from "node:path"
import { satisfies } from "semver"
import { type Project, specifiersOf } from "../workspace.ts"
import { type Check, run } from "./checks.ts"

/** One Node of every line that is kept, the oldest at the least version that is promised; the last is this process's. */
const versions = ["20.20.2", "22.23.3", "24.21.0"]

export interface NodeBinary {
  readonly version: string
  readonly path: string
}

/** Installs every Node that is not this one. */
export const installNodes = async (folder: string): Promise<ReadonlyArray<NodeBinary>> => {
  const others = await Promise.all(
    versions.map(async (version) => {
      const home = path.join(folder, version)
      mkdirSync(home, { recursive: true })
      await run("npm", ["install", "--prefix", home, "--no-audit", "--no-fund", `node@${version}`], home)
      return { version, path: path.join(home, "node_modules/node/bin/node") }
    })
  )
  return [...others, { version: process.versions.node, path: process.execPath }]
}

/** The public subpaths of the packages that promise to run on a Node. */
const promisedOn = (packages: ReadonlyArray<Project>, version: string): ReadonlyArray<string> =>
  packages.flatMap(({ manifest }) => (satisfies(version, manifest.engines?.node ?? "*") ? specifiersOf(manifest) : []))

/** A program that loads everything and throws all that went wrong together. */
const program = (specifiers: ReadonlyArray<string>, load: string): string => `
const faults = []
for (const specifier of ${JSON.stringify(specifiers)}) {
  try { ${load} } catch (error) { faults.push(specifier + ": " + (error.stack ?? error)) }
}
if (faults.length > 0) throw new Error(faults.join("\\n"))`

/** Loads every public subpath by `import` and by `require` on each Node that its package promises. */
export const loadEverywhere = async (
  check: Check,
  nodes: ReadonlyArray<NodeBinary>,
  packages: ReadonlyArray<Project>,
  consumer: string
): Promise<void> => {
  for (const node of nodes) {
    const specifiers = promisedOn(packages, node.version)
    const count = `${specifiers.length} subpaths on Node ${node.version}`
    await check(`import ${count}`, async () => {
      await run(node.path, ["--input-type=module", "--eval", program(specifiers, "await import(specifier)")], consumer)
      return ""
    })
    await check(`require ${count}`, async () => {
      await run(node.path, ["--input-type=commonjs", "--eval", program(specifiers, "require(specifier)")], consumer)
      return ""
    })
  }
}
