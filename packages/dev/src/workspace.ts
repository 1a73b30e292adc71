import { existsSync, globSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import * as Schema from "effect/Schema"

/** The repository's root folder; by `url`, which is still true where a tool bundles its configuration. */
export const root = fileURLToPath(new URL("../../..", import.meta.url))

const Names = Schema.optionalKey(Schema.Record(Schema.String, Schema.String))

const Exports = Schema.optionalKey(Schema.Record(Schema.String, Schema.NullOr(Schema.String)))

/** What the tools read from a `package.json`. */
export const Manifest = Schema.Struct({
  name: Schema.String,
  private: Schema.optionalKey(Schema.Boolean),
  engines: Schema.optionalKey(Schema.Struct({ node: Schema.String })),
  exports: Exports,
  bin: Names,
  scripts: Names,
  dependencies: Names,
  peerDependencies: Names,
  peerDependenciesMeta: Schema.optionalKey(Schema.Record(Schema.String, Schema.Struct({ optional: Schema.Boolean })))
})
export interface Manifest extends Schema.Schema.Type<typeof Manifest> {}

/** One package, example or site of the workspace; `folder` is relative to the root, such as `packages/core`. */
export interface Project {
  readonly folder: string
  readonly manifest: Manifest
}

const readManifest = Schema.decodeUnknownSync(Schema.fromJsonString(Manifest))

const readProject = (folder: string): Project => ({
  folder,
  manifest: readManifest(readFileSync(path.join(root, folder, "package.json"), "utf8"))
})

const foldersWith = (pattern: string): ReadonlyArray<string> =>
  globSync(pattern, { cwd: root })
    .map((file) => path.dirname(file))
    .sort()

/** The manifest of the root itself, whose scripts people call. */
export const rootProject = (): Project => readProject(".")

/** Everything below `packages/`. */
export const readPackages = (): ReadonlyArray<Project> => foldersWith("packages/*/package.json").map(readProject)

/** Everything that has a `package.json` of its own: packages, examples, the documentation. */
export const readProjects = (): ReadonlyArray<Project> => [
  ...readPackages(),
  ...foldersWith("examples/*/package.json").map(readProject),
  ...(existsSync(path.join(root, "docs/package.json")) ? [readProject("docs")] : [])
]

/** The packages that are published. */
export const publicPackages = (): ReadonlyArray<Project> =>
  readPackages().filter((project) => project.manifest.private !== true)

/**
 * The source file of every public subpath and command, by the name of the file that the build makes of it.
 *
 * **Details**
 *
 * `./package.json` and closed subpaths (`null`) have none.
 */
export const entriesOf = (manifest: Manifest): Readonly<Record<string, string>> => {
  const sources = [...Object.values(manifest.exports ?? {}), ...Object.values(manifest.bin ?? {})]
  return Object.fromEntries(
    sources
      .filter((source) => source?.startsWith("./src/") === true)
      .map((source) => [String(source).slice("./src/".length).replace(/\.ts$/, ""), String(source)])
  )
}

/** What an application writes to import each public subpath, such as `@zhengyou/storage/contract`. */
export const specifiersOf = (manifest: Manifest): ReadonlyArray<string> =>
  Object.entries(manifest.exports ?? {})
    .filter(([, source]) => source?.startsWith("./src/") === true)
    .map(([subpath]) => manifest.name + subpath.slice(1))

/** Every file of the workspace that matches, relative to the root, without what is installed or generated. */
export const filesMatching = (patterns: ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync([...patterns], {
    cwd: root,
    exclude: ["**/node_modules/**", "**/dist/**", "**/.examples/**", "**/.vitepress/**", "docs/api/**"]
  }).sort()

/** The text of a file given by its path from the root. */
export const readText = (file: string): string => readFileSync(path.join(root, file), "utf8")
