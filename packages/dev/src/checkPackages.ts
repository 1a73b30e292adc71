// Looks at every public package as its users get it: packs it, lints the tarball, installs all tarballs in an empty
// project, imports every public subpath there on each Node that the package promises, and bundles the pure packages
// for a browser. Run `pnpm run build` first.
import { execFile } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { build } from "esbuild"
import { isPure } from "./arrows.ts"
import { type Project, publicPackages, root, specifiersOf } from "./workspace.ts"

const execute = promisify(execFile)
const bin = path.join(root, "packages/dev/node_modules/.bin")
const oldestNode = "20.20.2"

const temporary = mkdtempSync(path.join(tmpdir(), "packages-"))
const tarballs = path.join(temporary, "tarballs")
const consumer = path.join(temporary, "consumer")
const faults: Array<string> = []

/** Runs one check and notes what it says when it fails. */
const check = async (what: string, work: () => Promise<string>): Promise<void> => {
  try {
    console.log(`ok    ${what}${await work()}`)
  } catch (thrown) {
    const { stdout = "", stderr = "" } = thrown as { readonly stdout?: string; readonly stderr?: string }
    const said = `${stdout}${stderr}`.trim() || String(thrown)
    console.log(`FAULT ${what}`)
    faults.push(`${what}\n${said}`)
  }
}

const run = (command: string, args: ReadonlyArray<string>, cwd: string): Promise<{ readonly stdout: string }> =>
  execute(command, [...args], { cwd, maxBuffer: 1 << 26 })

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

/** The oldest Node that pure packages promise to run on: the machine's own, or one installed for this check. */
const findOldestNode = async (): Promise<string> => {
  const major = oldestNode.split(".")[0]
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const candidate = path.join(folder, "node")
    if (!existsSync(candidate)) continue
    const { stdout } = await run(candidate, ["--version"], temporary)
    if (stdout.startsWith(`v${major}.`)) return candidate
  }
  const home = path.join(temporary, "node")
  mkdirSync(home)
  await run("npm", ["install", "--prefix", home, "--no-audit", "--no-fund", `node@${oldestNode}`], home)
  return path.join(home, "node_modules/node/bin/node")
}

const install = async (packages: ReadonlyArray<Project>): Promise<void> => {
  mkdirSync(consumer)
  writeFileSync(path.join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }))
  // Who imports a subpath that needs an optional peer has installed it.
  const peers = packages.flatMap(({ manifest: { peerDependencies = {}, peerDependenciesMeta = {} } }) =>
    Object.keys(peerDependenciesMeta).map((name) => `${name}@${peerDependencies[name]}`)
  )
  await run("npm", ["install", "--no-audit", "--no-fund", ...packages.map(tarballOf), ...new Set(peers)], consumer)
}

const importAll = async (node: string, packages: ReadonlyArray<Project>): Promise<void> => {
  const { stdout } = await run(node, ["--version"], consumer)
  for (const { manifest } of packages) {
    const specifiers = specifiersOf(manifest)
    await check(`import on Node ${stdout.trim()} ${specifiers.join(", ")}`, async () => {
      const text = specifiers.map((specifier) => `await import(${JSON.stringify(specifier)})`).join("\n")
      await run(node, ["--input-type=module", "--eval", text], consumer)
      return ""
    })
  }
}

const callCommands = async (packages: ReadonlyArray<Project>): Promise<void> => {
  for (const name of packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}))) {
    await check(`command ${name} --help`, async () => {
      await run(path.join(consumer, "node_modules/.bin", name), ["--help"], consumer)
      return ""
    })
  }
}

/** Fails on any module of Node: a browser has none. */
const bundle = (specifiers: ReadonlyArray<string>): Promise<void> =>
  check(`bundle for a browser ${specifiers.join(", ")}`, async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: specifiers.map((specifier) => `export * from ${JSON.stringify(specifier)}`).join("\n"),
        resolveDir: consumer
      },
      bundle: true,
      format: "esm",
      logLevel: "silent",
      minify: true,
      platform: "browser",
      target: "es2023",
      write: false
    })
    return `: ${Math.round((outputFiles[0]?.contents.length ?? 0) / 1000)} kB minified`
  })

const packages = publicPackages()
const unbuilt = packages.filter(({ folder }) => !existsSync(path.join(root, folder, "dist/index.js")))
if (unbuilt.length > 0) {
  throw new Error(`run \`pnpm run build\` first: nothing is built in ${unbuilt.map(({ folder }) => folder).join(", ")}`)
}
try {
  await pack(packages)
  await Promise.all(packages.map(lint))
  await install(packages)
  const oldest = packages.filter(({ manifest }) => manifest.engines?.node.startsWith(">=20") === true)
  await importAll(await findOldestNode(), oldest)
  await importAll(process.execPath, packages)
  await callCommands(packages)
  const pure = packages.filter(({ folder }) => isPure(path.basename(folder)))
  await bundle(pure.map(({ manifest }) => manifest.name))
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

for (const fault of faults) console.error(`\n${fault}`)
console.log(`Packages: ${packages.length} checked, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
