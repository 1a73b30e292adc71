// Compiles and runs every TypeScript block of the documentation and of the doc comments, and checks that links and
// commands lead somewhere. All faults are reported, each with the file and line to open.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import {
  type Block,
  blocksInMarkdown,
  blocksInSource,
  emptyExamplesIn,
  type Finding,
  referencesInMarkdown
} from "./docBlocks.ts"
import { deadCommands, deadReferences } from "./docLinks.ts"
import { mismatches } from "./exampleAssertions.ts"
import { exampleModule, inDocuments, modulePath } from "./exampleModule.ts"
import { filesMatching, readProjects, readText, root, rootProject } from "./workspace.ts"

const dev = path.join(root, "packages/dev")
const generated = path.join(dev, ".examples")

const moduleOf = (block: Block): string => path.join(generated, modulePath(block))

const traceOf = (thrown: unknown): string =>
  inDocuments(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    .split("\n")
    .filter((line) => !/\(?node:internal|packages\/dev\/src/.test(line))
    .join("\n")

const show = ({ file, line, message }: Finding): string => `${file}:${line}: ${message}`

/** Writes the modules and compiles them all at once. */
const compile = (blocks: ReadonlyArray<Block>): { readonly assertions: number; readonly faults: Array<string> } => {
  rmSync(generated, { recursive: true, force: true })
  let assertions = 0
  const faults: Array<string> = []
  for (const block of blocks) {
    const file = moduleOf(block)
    const checks = path.relative(path.dirname(file), path.join(dev, "src/exampleAssertions.ts"))
    const example = exampleModule(block, checks)
    assertions += example.assertions
    faults.push(...example.findings.map(show))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, example.text)
  }
  const compiler = [path.join(dev, "src/effectTsc.ts"), "-b", path.join(dev, "tsconfig.examples.json")]
  const { status, stdout } = spawnSync(process.execPath, [...compiler, "--pretty", "false"], {
    cwd: root,
    encoding: "utf8"
  })
  if (status !== 0) faults.push(...inDocuments(stdout.trim()).split("\n"))
  return { assertions, faults }
}

/** Runs the modules one after another in this process; what they print is left out. */
const run = async (blocks: ReadonlyArray<Block>): Promise<ReadonlyArray<string>> => {
  const faults: Array<string> = []
  const print = console.log
  let running = ""
  // An example that waits for ever empties the event loop, and one that exits takes the whole run with it.
  process.once("exit", () => running !== "" && console.error(`${running}: does not end, or ends the process`))
  process.exitCode = 1
  console.log = () => undefined
  for (const block of blocks) {
    running = `${block.file}:${block.line}`
    try {
      await import(moduleOf(block))
    } catch (thrown) {
      faults.push(`${running}: throws ${traceOf(thrown)}`)
    }
  }
  running = ""
  process.exitCode = 0
  console.log = print
  return [...faults, ...mismatches]
}

const documents = filesMatching(["README*.md", "packages/*/README*.md", "docs/**/*.md", "examples/*/README*.md"])
const sources = filesMatching(["packages/*/src/**/*.ts"]).filter((file) => !file.startsWith("packages/dev/"))
const projects = [rootProject(), ...readProjects()]

const fenced = documents.flatMap((file) => blocksInMarkdown(file, readText(file)))
const examples = [...fenced, ...sources.flatMap((file) => blocksInSource(file, readText(file)))].filter(
  ({ language }) => language === "ts"
)
const commands = fenced.filter(({ language }) => ["sh", "bash", "shell"].includes(language))
const references = documents.flatMap((file) => referencesInMarkdown(file, readText(file)))
const runnable = examples.filter(({ note }) => !note.split(" ").includes("no-run"))

const compiled = compile(examples)
const found = [
  ...sources.flatMap((file) => emptyExamplesIn(file, readText(file))),
  ...deadReferences(references, (file) => existsSync(path.join(root, file))),
  ...deadCommands(commands, projects)
].map(show)
const failed = [...found, ...compiled.faults, ...(await run(runnable))]

for (const fault of failed) console.error(fault)
console.log(
  `Documentation: ${examples.length} examples compiled, ${runnable.length} run, ${compiled.assertions} values compared, ` +
    `${references.length} references and ${commands.length} command blocks followed: ` +
    `${failed.filter((fault) => !fault.startsWith(" ")).length} faults`
)
process.exitCode = failed.length === 0 ? 0 : 1
