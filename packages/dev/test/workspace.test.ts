import { readdirSync } from "node:fs"
import path from "node:path"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import {
  entriesOf,
  filesMatching,
  publicPackages,
  readPackages,
  readProjects,
  readText,
  root,
  specifiersOf
} from "../src/workspace.ts"

const References = Schema.fromJsonString(
  Schema.Struct({ references: Schema.optionalKey(Schema.Array(Schema.Struct({ path: Schema.String }))) })
)

/** The projects that a TypeScript configuration refers to, as paths from the root. */
const referencesOf = (file: string): ReadonlyArray<string> =>
  (Schema.decodeUnknownSync(References)(readText(file)).references ?? [])
    .map((reference) => path.posix.join(path.posix.dirname(file), reference.path))
    .sort()

const Published = Schema.fromJsonString(
  Schema.Struct({
    publishConfig: Schema.Struct({
      access: Schema.Literal("public"),
      exports: Schema.Record(Schema.String, Schema.Unknown),
      bin: Schema.optionalKey(Schema.Record(Schema.String, Schema.String))
    })
  })
)

const Fixed = Schema.fromJsonString(Schema.Struct({ fixed: Schema.Array(Schema.Array(Schema.String)) }))

/** What a public subpath or command must become when the package is published. */
const builtFrom = (source: string): string => source.replace("./src/", "./dist/").replace(/\.ts$/, ".js")

describe("the root", () => {
  it("holds only what a reader of the repository looks for", () => {
    const known = [
      ...["packages", "examples", "docs", "node_modules", "package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"],
      ...["tsconfig.base.json", "README.md", "README.zh-CN.md", "LICENSE"]
    ]
    expect(readdirSync(root).filter((name) => !name.startsWith(".") && !known.includes(name))).toEqual([])
  })
})

describe("TypeScript's projects", () => {
  it("are all compiled together", () => {
    const projects = filesMatching(["packages/*/tsconfig.json", "examples/*/tsconfig.json", "docs/tsconfig.json"])
    expect(referencesOf("packages/dev/tsconfig.workspace.json")).toEqual(
      projects.map((file) => path.posix.dirname(file)).sort()
    )
  })

  it.each(publicPackages())("$folder refers to the packages that it depends on", ({ folder, manifest }) => {
    const packages = readPackages()
    const used = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).flatMap((name) => {
      const found = packages.find((candidate) => candidate.manifest.name === name)
      return found === undefined ? [] : [`${found.folder}/tsconfig.build.json`]
    })
    expect(referencesOf(`${folder}/tsconfig.build.json`)).toEqual(used.sort())
  })

  it("give the examples of the documentation every package", () => {
    const packages = [...publicPackages().map(({ folder }) => folder), "packages/dev"]
    expect(referencesOf("packages/dev/tsconfig.examples.json")).toEqual(
      packages.map((folder) => `${folder}/tsconfig.build.json`).sort()
    )
  })
})

describe.each(publicPackages())("$folder", ({ folder, manifest }) => {
  it("publishes what it exports in the workspace, built", () => {
    const { publishConfig } = Schema.decodeUnknownSync(Published)(readText(`${folder}/package.json`))
    const expected = Object.entries(manifest.exports ?? {}).map(([subpath, source]) => [
      subpath,
      source?.startsWith("./src/")
        ? { types: builtFrom(source).replace(/\.js$/, ".d.ts"), default: builtFrom(source) }
        : source
    ])
    expect(publishConfig.exports).toEqual(Object.fromEntries(expected))
    expect(publishConfig.bin ?? {}).toEqual(
      Object.fromEntries(Object.entries(manifest.bin ?? {}).map(([name, source]) => [name, builtFrom(source)]))
    )
  })
})

describe("releases", () => {
  it("give all public packages one version", () => {
    const { fixed } = Schema.decodeUnknownSync(Fixed)(readText(".changeset/config.json"))
    const together = (name: string) => fixed[0]?.some((pattern) => path.matchesGlob(name, pattern))
    const names = readProjects().map(({ manifest }) => manifest.name)
    expect(names.filter(together)).toEqual(publicPackages().map(({ manifest }) => manifest.name))
  })
})

describe("entriesOf and specifiersOf", () => {
  const manifest = {
    name: "@zhengyou/storage",
    exports: {
      ".": "./src/index.ts",
      "./contract": "./src/contract/suite.ts",
      "./internal/*": null,
      "./package.json": "./package.json"
    },
    bin: { store: "./src/main.ts" }
  }

  it("name the source of every public subpath and command", () => {
    expect(entriesOf(manifest)).toEqual({
      index: "./src/index.ts",
      "contract/suite": "./src/contract/suite.ts",
      main: "./src/main.ts"
    })
  })

  it("name what applications import", () => {
    expect(specifiersOf(manifest)).toEqual(["@zhengyou/storage", "@zhengyou/storage/contract"])
  })

  it("find nothing in a package that offers nothing", () => {
    expect(entriesOf({ name: "empty" })).toEqual({})
    expect(specifiersOf({ name: "empty" })).toEqual([])
  })
})
