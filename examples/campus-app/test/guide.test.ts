import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
const guide = readFileSync(join(root, "../../docs/guides/campus-app.md"), "utf8")
const shown = [...guide.matchAll(/^```typescript (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", code = ""]) => ({
  file,
  code
}))

describe("the guide", () => {
  it("shows the whole application, but for its style", () => {
    expect(shown.map(({ file }) => file).toSorted()).toEqual([
      "src/app.ts",
      "src/book.ts",
      "src/database.ts",
      "src/main.ts",
      "src/pages/layout.ts",
      "src/pages/overview.ts",
      "src/pages/scoring.ts",
      "src/pages/unit.ts",
      "src/raters.ts",
      "src/round.ts",
      "src/server.ts"
    ])
  })

  it.each(shown)("shows $file as it is", ({ file, code }) => {
    expect(code).toBe(readFileSync(join(root, file), "utf8"))
  })
})
