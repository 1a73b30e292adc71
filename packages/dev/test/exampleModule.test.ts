import { describe, expect, it } from "vitest"
import { exampleModule, inDocuments, modulePath } from "../src/exampleModule.ts"

const moduleOf = (code: string, line = 2) =>
  exampleModule({ file: "a.md", line, language: "ts", note: "", code }, "./checks.ts")

const bodyOf = (code: string): string => moduleOf(code).text.split("\n").slice(1).join("\n")

describe("exampleModule", () => {
  it("turns an expression and its promised value into a comparison", () => {
    const { assertions, findings, text } = moduleOf("const a = 1\na // => 1")
    expect(text).toBe(`import { same as $same } from "./checks.ts"\nconst a = 1\n$same("a.md:3", a, () => (1)) // => 1`)
    expect(assertions).toBe(1)
    expect(findings).toEqual([])
  })

  it("leaves a block that promises nothing as it is", () => {
    expect(moduleOf("run()").text).toBe("\nrun()")
  })

  it("keeps every line where it is in the document", () => {
    const { text } = moduleOf("const a = 1\n\na // => 1\na // => 1", 40)
    expect(text.split("\n").map((line) => line.startsWith("$same"))).toEqual([
      ...Array.from({ length: 41 }, () => false),
      true,
      true
    ])
    expect(text).toContain(`$same("a.md:42"`)
    expect(text).toContain(`$same("a.md:43"`)
  })

  it.each([
    ["an object", "a // => { b: 1 }", `$same("a.md:2", a, () => ({ b: 1 })) // => { b: 1 }`],
    ["what is awaited", "await a // => 1", `$same("a.md:2", await a, () => (1)) // => 1`],
    ["a value below", "a\n// => 1", `$same("a.md:2", a, () => (1))\n// => 1`],
    ["a value over several lines", "a // => {\n//   b: 1\n// }", `$same("a.md:2", a, () => ({ b: 1 }))`],
    ["a call over several lines", "f(\n  1\n) // => 1", `$same("a.md:2", f(\n  1\n), () => (1)) // => 1`],
    ["what stands inside a block", "if (b) {\n  a // => 1\n}", `  $same("a.md:3", a, () => (1)) // => 1`],
    ["a semicolon", "a; // => 1", `$same("a.md:2", a, () => (1)); // => 1`],
    ["letters outside ASCII", `名("先进") // => "先进"`, `$same("a.md:2", 名("先进"), () => ("先进")) // => "先进"`]
  ])("reads %s", (_, code, expected) => {
    expect(bodyOf(code)).toContain(expected)
    expect(moduleOf(code).findings).toEqual([])
  })

  it("leaves a comment below a finished value alone", () => {
    expect(bodyOf("a // => 1\n// + 1")).toContain("() => (1))")
  })

  it.each([
    ["after a declaration", "const a = 1 // => 1", 2],
    ["in the middle of nothing", "run()\n\n// => 1", 4],
    ["far below", "a\n\n// => 1", 4]
  ])("refuses a promise %s", (_, code, line) => {
    expect(moduleOf(code).findings).toEqual([
      { file: "a.md", line, message: "`// =>` must follow an expression of its own" }
    ])
  })

  it("refuses a promise that is not an expression", () => {
    expect(moduleOf("a // => the same").findings).toEqual([
      { file: "a.md", line: 2, message: "what stands after `// =>` is not an expression" }
    ])
  })

  it("reports every promise that cannot be kept, in order", () => {
    expect(moduleOf("const a = 1 // => 1\nconst b = 2 // => 2").findings.map(({ line }) => line)).toEqual([2, 3])
  })

  it("says where a block cannot be read", () => {
    expect(moduleOf("const a = 1\nconst = 2").findings.map(({ file, line }) => [file, line])).toEqual([["a.md", 3]])
  })
})

describe("inDocuments", () => {
  const block = { file: "packages/core/src/Exact.ts", line: 12, language: "ts", note: "", code: "" }
  const written = `packages/dev/.examples/${modulePath(block)}`

  it("names the document where the compiler names the module", () => {
    expect(inDocuments(`${written}(14,3): error TS2322: no`)).toBe("packages/core/src/Exact.ts(14,3): error TS2322: no")
  })

  it("names the document where a stack names the module", () => {
    expect(
      inDocuments(`Error: no\n    at f (file:///home/a/${written}:14:3)\n    at file:///home/a/${written}:15:1`)
    ).toBe("Error: no\n    at f (packages/core/src/Exact.ts:14:3)\n    at packages/core/src/Exact.ts:15:1")
  })

  it("leaves other texts as they are", () => {
    expect(inDocuments("packages/core/src/Exact.ts(1,1): error")).toBe("packages/core/src/Exact.ts(1,1): error")
  })
})
