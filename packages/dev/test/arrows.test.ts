import path from "node:path"
import { describe, expect, it } from "vitest"
import { checkArrows, type PackageSources } from "../src/arrows.ts"
import { filesMatching, readPackages, readText } from "../src/workspace.ts"

const pack = (folder: string, text: string, dependencies: ReadonlyArray<string> = []): PackageSources => ({
  folder,
  dependencies,
  sources: [{ path: "src/deep/a.ts", text }]
})

const first = "packages/grading/src/deep/a.ts: "

describe("the arrows between packages", () => {
  const packages = readPackages()

  it.each(packages.map(({ folder }) => folder))("%s imports downwards only", (folder) => {
    const project = packages.find((candidate) => candidate.folder === folder)
    const sources = filesMatching([`${folder}/src/**/*.ts`])
    const { dependencies = {}, peerDependencies = {} } = project?.manifest ?? {}
    expect(
      checkArrows({
        folder: path.basename(folder),
        dependencies: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
        sources: sources.map((file) => ({ path: path.relative(folder, file), text: readText(file) }))
      })
    ).toEqual([])
  })
})

describe("checkArrows", () => {
  it("accepts what points downwards", () => {
    const text = [
      `import * as Result from "effect/Result"`,
      `import { type Exact, one } from "@zhengyou/core"`,
      `export { near } from "./near.ts"`,
      `export { up } from "../up.ts"`,
      `export const day = (text: string) => new Date(text)`,
      `export const biggest = Math.max(1, 2)`
    ].join("\n")
    expect(checkArrows(pack("grading", text, ["effect", "@zhengyou/core"]))).toEqual([])
  })

  it("lets storage-sql import node, because it is not pure", () => {
    expect(checkArrows(pack("storage-sql", `import { DatabaseSync } from "node:sqlite"`))).toEqual([])
  })

  it("refuses a package that the table does not know", () => {
    expect(checkArrows(pack("novelty", ""))).toEqual([
      "packages/novelty is not in the table of arrows: say what it may import"
    ])
  })

  it("refuses a dependency that points upwards", () => {
    expect(checkArrows(pack("core", "", ["@zhengyou/grading"]))).toEqual([
      "packages/core/package.json: must not depend on @zhengyou/grading"
    ])
  })

  it("refuses a dependency on the private package", () => {
    expect(checkArrows(pack("cli", "", ["@zhengyou/dev"]))).toEqual([
      "packages/cli/package.json: must not depend on @zhengyou/dev"
    ])
  })

  it.each([
    ["another domain", `import { x } from "@zhengyou/promotion"`, "must not import @zhengyou/promotion"],
    ["a type of another domain", `import type { X } from "@zhengyou/pledges"`, "must not import @zhengyou/pledges"],
    ["upwards by re-export", `export { x } from "@zhengyou/report"`, "must not import @zhengyou/report"],
    ["upwards by a star", `export * from "zhengyou"`, "must not import zhengyou"],
    ["upwards at run time", `await import("@zhengyou/storage")`, "must not import @zhengyou/storage"],
    ["an internal module", `import { x } from "@zhengyou/core/internal/x"`, "@zhengyou/core/internal/x is not public"],
    [
      "what package.json does not name",
      `import { x } from "@zhengyou/core"`,
      "@zhengyou/core is imported but package.json does not depend on it"
    ],
    [
      "by a path that leaves the package",
      `import { x } from "../../../core/src/x.ts"`,
      "../../../core/src/x.ts leaves the package"
    ],
    ["a module of Node", `import fs from "node:fs"`, "a pure package must not import node:fs"]
  ])("refuses to import %s", (_, text, finding) => {
    expect(checkArrows(pack("grading", text))).toEqual([first + finding])
  })

  it.each([
    ["const a = Date.now()", "Date.now"],
    ["const a = new Date()", "new Date()"],
    ["const a = Date()", "Date()"],
    ["const a = Math.random()", "Math.random"],
    ["const a = [1].map(Math.random)", "Math.random"],
    ["const a = crypto.randomUUID()", "crypto.randomUUID"],
    ["const a = globalThis.crypto.randomUUID()", "globalThis.crypto.randomUUID"],
    ["const a = performance.now()", "performance.now"],
    ["const a = process.env", "process.env"],
    ["setTimeout(() => undefined, 1)", "setTimeout()"]
  ])("refuses `%s` in a pure package", (text, touched) => {
    expect(checkArrows(pack("grading", text))).toEqual([
      `${first}a pure package must not touch ${touched}: take it as an argument`
    ])
  })
})
