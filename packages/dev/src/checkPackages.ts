// Looks at every public package as its users get it: packs it, lints the tarball, installs all tarballs in an empty
// project outside the workspace, and uses them there: on every Node that they promise, from TypeScript, from a bundler, in
// a browser. Run `pnpm run build` first.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { isPure } from "./arrows.ts"
import { makeChecks, run } from "./packed/checks.ts"
import { installNodes, loadEverywhere } from "./packed/nodes.ts"
import { gradeInBrowser } from "./packed/page.ts"
import { compileRounds } from "./packed/typescript.ts"
import { bundle, timeImports, weigh } from "./packed/weight.ts"
import { type Project, publicPackages, root } from "./workspace.ts"

const bin = path.join(root, "packages/dev/node_modules/.bin")
const temporary = mkdtempSync(path.join(tmpdir(), "packages-"))
const tarballs = path.join(temporary, "tarballs")
const consumer = path.join(temporary, "consumer")
const { check, faults } = makeChecks()

/** The tarball of a package, whose name npm makes from the package's. */
const tarballOf = ({ manifest }: Project): string => {
  const start = `${manifest.name.replace("@", "").replace("/", "-")}-`
  const file = readdirSync(tarballs).find((name) => name.startsWith(start) && /^\d/.test(name.slice(start.length)))
  if (file === undefined) throw new Error(`${manifest.name} was not packed`)
  return path.join(tarballs, file)
}

const pack = async (packages: ReadonlyArray<Project>): Promise<void> => {
  const filters = packages.flatMap(({ manifest }) => ["--filter", manifest.name])
  await run("pnpm", [...filters, "pack", "--pack-destination", tarballs], root)
}

const lint = async (project: Project): Promise<void> => {
  const file = tarballOf(project)
  await check(`publint --strict ${project.manifest.name}`, async () => {
    await run(path.join(bin, "publint"), ["run", "--strict", file], root)
    return ""
  })
  await check(`attw --profile esm-only ${project.manifest.name}`, async () => {
    await run(path.join(bin, "attw"), [file, "--profile", "esm-only", "--format", "ascii"], root)
    return ""
  })
}

const install = async (packages: ReadonlyArray<Project>): Promise<void> => {
  mkdirSync(consumer)
  writeFileSync(path.join(consumer, "package.json"), JSON.stringify({ private: true }))
  // Who imports a subpath that needs an optional peer has installed it; those of this workspace are there anyhow.
  const own = new Set(packages.map(({ manifest }) => manifest.name))
  const peers = packages.flatMap(({ manifest: { peerDependencies = {}, peerDependenciesMeta = {} } }) =>
    Object.keys(peerDependenciesMeta).flatMap((name) => (own.has(name) ? [] : [`${name}@${peerDependencies[name]}`]))
  )
  await run("npm", ["install", "--no-audit", "--no-fund", ...packages.map(tarballOf), ...new Set(peers)], consumer)
}

const callCommands = async (packages: ReadonlyArray<Project>): Promise<void> => {
  for (const name of packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}))) {
    await check(`command ${name} --help`, async () => {
      await run(path.join(consumer, "node_modules/.bin", name), ["--help"], consumer)
      return ""
    })
  }
}

const packages = publicPackages()
const unbuilt = packages.filter(({ folder }) => !existsSync(path.join(root, folder, "dist/index.js")))
if (unbuilt.length > 0) {
  throw new Error(`run \`pnpm run build\` first: nothing is built in ${unbuilt.map(({ folder }) => folder).join(", ")}`)
}
try {
  await pack(packages)
  await Promise.all(packages.map(lint))
  await install(packages)
  const nodes = await installNodes(path.join(temporary, "nodes"))
  await loadEverywhere(check, nodes, packages, consumer)
  await callCommands(packages)
  await compileRounds(check, nodes, consumer)
  const pure = packages.filter(({ folder }) => isPure(path.basename(folder)))
  await bundle(
    check,
    pure.map(({ manifest }) => manifest.name),
    consumer
  )
  await gradeInBrowser(check, consumer)
  await weigh(check, consumer)
  await timeImports(check, consumer)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

for (const fault of faults) console.error(`\n${fault}`)
console.log(`Packages: ${packages.length} checked, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
