import { describe, expect, it } from "vitest"
import { deadCommands, deadReferences } from "../src/docLinks.ts"
import type { Project } from "../src/workspace.ts"

const files = new Set(["LICENSE", "docs/guide/start.md", "docs/rules/index.md", "packages/core/README.md"])

const dead = (file: string, ...targets: ReadonlyArray<string>) =>
  deadReferences(
    targets.map((target, index) => ({ file, line: index + 1, target })),
    (candidate) => files.has(candidate)
  ).map(({ line, message }) => `${line} ${message}`)

describe("deadReferences", () => {
  it("follows paths from the document, with and without what follows the name", () => {
    expect(dead("packages/core/README.md", "../../LICENSE", "./README.md#exact", "README.md?raw")).toEqual([])
  })

  it("leaves addresses and places on the page alone", () => {
    expect(
      dead("README.md", "https://example.org/a.md", "mailto:clerk@example.org", "#quick-start", "//cdn/x")
    ).toEqual([])
  })

  it("follows the links of the documentation site", () => {
    expect(dead("docs/index.md", "/guide/start", "./guide/start.html", "./rules/", "/rules")).toEqual([])
  })

  it("names each reference that leads nowhere", () => {
    expect(dead("README.md", "LICENSE", "docs/guide/stop.md", "./COPYING#text")).toEqual([
      "2 no such file: docs/guide/stop.md",
      "3 no such file: ./COPYING#text"
    ])
  })
})

const projects: ReadonlyArray<Project> = [
  { folder: ".", manifest: { name: "workspace", scripts: { round: "…", test: "…" } } },
  { folder: "examples/tour", manifest: { name: "example-tour", scripts: { check: "…" } } }
]

const deadLines = (code: string) =>
  deadCommands([{ file: "README.md", line: 10, language: "sh", note: "", code }], projects).map(
    ({ line, message }) => `${line} ${message}`
  )

describe("deadCommands", () => {
  it.each([
    "npx -y pnpm@12 round",
    "npx -y pnpm@12.21.0 run test",
    "$ pnpm test",
    "pnpm install",
    "pnpm --filter example-tour run check",
    "pnpm --filter ./examples/tour check",
    "git clone https://example.org/x.git",
    "npm install @zhengyou/core"
  ])("accepts `%s`", (code) => {
    expect(deadLines(code)).toEqual([])
  })

  it("names each script that nobody has written, and its line", () => {
    expect(
      deadLines("pnpm test\nnpx -y pnpm@12 tour\npnpm --filter example-tour test\npnpm --filter nobody x")
    ).toEqual([
      "11 no such script in ./package.json: tour",
      "12 no such script in examples/tour/package.json: test",
      "13 no such package in the workspace: nobody"
    ])
  })
})
