import { describe, expect, it } from "vitest"
import { blocksInMarkdown, blocksInSource, emptyExamplesIn, referencesInMarkdown } from "../src/docBlocks.ts"

const markdown = `# 评级

\`\`\`ts
const a = 1
a // => 1
\`\`\`

- in a list

  \`\`\`ts no-run
  await serve()
  \`\`\`

\`\`\`sh
npx -y pnpm@12 test
\`\`\`

    indented, without a language
`

const source = `/** A sentence. */
export const first = 1

/**
 * 四舍五入, with an example.
 *
 * @example
 * \`\`\`ts
 * if (true) {
 *   first // => 1
 * }
 * \`\`\`
 */
export const second = 2

/* Not a doc comment:
\`\`\`ts
no
\`\`\`
*/
export const text = "/** \`\`\`ts\\nno\\n\`\`\` */"
`

describe("blocksInMarkdown", () => {
  it("finds fenced blocks with language, note and first line of code", () => {
    expect(blocksInMarkdown("README.md", markdown)).toEqual([
      { file: "README.md", line: 4, language: "ts", note: "", code: "const a = 1\na // => 1" },
      { file: "README.md", line: 11, language: "ts", note: "no-run", code: "await serve()" },
      { file: "README.md", line: 15, language: "sh", note: "", code: "npx -y pnpm@12 test" }
    ])
  })

  it("finds nothing in an empty text", () => {
    expect(blocksInMarkdown("README.md", "")).toEqual([])
  })
})

describe("blocksInSource", () => {
  it("finds the blocks of doc comments only, at their line of the source", () => {
    expect(blocksInSource("a.ts", source)).toEqual([
      { file: "a.ts", line: 9, language: "ts", note: "", code: "if (true) {\n  first // => 1\n}" }
    ])
  })

  it("finds every block of one comment", () => {
    const two = "/**\n * ```ts\n * 1\n * ```\n * and\n * ```ts\n * 2\n * ```\n */"
    expect(blocksInSource("a.ts", two).map(({ code, line }) => [line, code])).toEqual([
      [3, "1"],
      [7, "2"]
    ])
  })
})

describe("emptyExamplesIn", () => {
  it("accepts a tag with a block below it", () => {
    expect(emptyExamplesIn("a.ts", source)).toEqual([])
  })

  it("refuses a tag without a block", () => {
    const bare = "/**\n * Adds.\n *\n * @example\n * add(1, 2)\n */\nexport const add = 1"
    expect(emptyExamplesIn("a.ts", bare)).toEqual([
      { file: "a.ts", line: 4, message: "an @example needs a ```ts block" }
    ])
  })
})

describe("referencesInMarkdown", () => {
  it("finds links, images, definitions and those written as HTML", () => {
    const text = [
      "[a](./a.md) ![b](b.png) [c][d]",
      "",
      "[d]: ../d.md",
      "",
      "<p>",
      '<img src="e.svg"></p>',
      "",
      "`[not](code.md)`"
    ]
    expect(referencesInMarkdown("x.md", text.join("\n")).map(({ line, target }) => [line, target])).toEqual([
      [1, "./a.md"],
      [1, "b.png"],
      [3, "../d.md"],
      [6, "e.svg"]
    ])
  })
})
