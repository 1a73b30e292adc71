import path from "node:path"
import { parseSync, Visitor } from "oxc-parser"

/** A source file; `path` is relative to its package, such as `src/internal/round.ts`. */
interface SourceFile {
  readonly path: string
  readonly text: string
}

/** What the check looks at: a package's folder below `packages/`, what it depends on, and its sources. */
export interface PackageSources {
  readonly folder: string
  readonly dependencies: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceFile>
}

const domains = ["grading", "promotion", "pledges", "satisfaction", "awards", "feedback", "campaign"]

/** Which of our packages each package may import: downwards only, and two domains never each other. */
const arrows: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["core", []],
  ...domains.map((domain): [string, ReadonlyArray<string>] => [domain, ["core"]]),
  ["storage", ["core"]],
  ["storage-sql", ["storage", "core"]],
  ["tables", ["core", ...domains]],
  ["report", ["core", ...domains]],
  ["testkit", ["core", ...domains]],
  ["zhengyou", ["storage", "storage-sql", "core", ...domains]],
  ["cli", ["zhengyou", "testkit", "report", "tables", "storage-sql", "storage", "core", ...domains]]
])

/** Packages without I/O, clock or randomness: whatever varies is an argument, so they run anywhere and replay exactly. */
const pure: ReadonlySet<string> = new Set(["core", ...domains, "storage", "tables", "report", "testkit"])

/** Whether a package promises to run wherever JavaScript does. */
export const isPure = (folder: string): boolean => pure.has(folder)

/** The folder of one of our packages by the specifier that imports it, or nothing for everybody else's. */
const folderOf = (specifier: string): string | undefined => {
  if (specifier === "zhengyou" || specifier.startsWith("zhengyou/")) return "zhengyou"
  return specifier.startsWith("@zhengyou/") ? specifier.split("/")[1] : undefined
}

/**
 * Everything that is wrong with what a package imports and touches, one sentence each.
 *
 * **Details**
 *
 * The private package `dev` may import everything, and nothing may import it. A package that the table of arrows does
 * not know is refused, so that the table stays complete.
 */
export const checkArrows = (subject: PackageSources): ReadonlyArray<string> => {
  if (subject.folder === "dev") return []
  const allowed = arrows.get(subject.folder)
  if (allowed === undefined) return [`packages/${subject.folder} is not in the table of arrows: say what it may import`]
  return [
    ...subject.dependencies.flatMap((dependency) => {
      const target = folderOf(dependency)
      return target === undefined || allowed.includes(target)
        ? []
        : [`packages/${subject.folder}/package.json: must not depend on ${dependency}`]
    }),
    ...subject.sources.flatMap((source) => {
      const findings = [
        ...checkImports(subject, allowed, source),
        ...(isPure(subject.folder) ? touchedOutside(source) : [])
      ]
      return findings.map((finding) => `packages/${subject.folder}/${source.path}: ${finding}`)
    })
  ]
}

const checkImports = (
  subject: PackageSources,
  allowed: ReadonlyArray<string>,
  source: SourceFile
): ReadonlyArray<string> =>
  specifiersIn(source).flatMap((specifier) => {
    const target = folderOf(specifier)
    if (specifier.startsWith(".")) {
      const reached = path.posix.join(path.posix.dirname(source.path), specifier)
      return reached.startsWith("..") ? [`${specifier} leaves the package`] : []
    }
    if (specifier.startsWith("node:") && isPure(subject.folder)) return [`a pure package must not import ${specifier}`]
    if (target === undefined) return []
    if (specifier.includes("/internal/") || specifier.endsWith("/internal")) return [`${specifier} is not public`]
    if (!allowed.includes(target)) return [`must not import ${specifier}`]
    return subject.dependencies.includes(
      specifier
        .split("/")
        .slice(0, target === "zhengyou" ? 1 : 2)
        .join("/")
    )
      ? []
      : [`${specifier} is imported but package.json does not depend on it`]
  })

const specifiersIn = (source: SourceFile): ReadonlyArray<string> => {
  const { module } = parseSync(source.path, source.text)
  return [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value]))
    ),
    ...module.dynamicImports.map((found) =>
      source.text.slice(found.moduleRequest.start, found.moduleRequest.end).replace(/^["'`]|["'`]$/g, "")
    )
  ]
}

const outsideMembers = /^(Date\.now|Math\.random|(globalThis\.)?(crypto|performance|process)\..+)$/
const outsideCalls: ReadonlySet<string> = new Set([
  "Date",
  "fetch",
  "queueMicrotask",
  "setImmediate",
  "setInterval",
  "setTimeout"
])

/** Where a source reads the clock, draws at random or reaches the machine. */
const touchedOutside = (source: SourceFile): ReadonlyArray<string> => {
  const touched: Array<string> = []
  const text = (node: { readonly start: number; readonly end: number }) => source.text.slice(node.start, node.end)
  new Visitor({
    MemberExpression(node) {
      const member = text(node).replaceAll(/\s|\?/g, "")
      if (outsideMembers.test(member)) touched.push(member)
    },
    CallExpression(node) {
      if (outsideCalls.has(text(node.callee))) touched.push(`${text(node.callee)}()`)
    },
    NewExpression(node) {
      if (text(node.callee) === "Date" && node.arguments.length === 0) touched.push("new Date()")
    }
  }).visit(parseSync(source.path, source.text).program)
  return touched.map((found) => `a pure package must not touch ${found}: take it as an argument`)
}
