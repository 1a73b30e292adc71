import { defineConfig } from "vitest/config"
import base from "./vitest.config.ts"

/**
 * The tests of the two packages that mutation testing changes, with fewer runs of each property, and without those that
 * try sizes or everything that there is: a mutant has to be tried in about a second.
 */
export default defineConfig({
  test: {
    ...base.test,
    include: ["packages/core/test/**/*.test.ts", "packages/grading/test/**/*.test.ts"],
    exclude: [
      "**/*.hostile.test.ts",
      "packages/core/test/{Fault,Json,JsonText}.test.ts",
      "packages/grading/test/answers/fragility.test.ts",
      "packages/grading/test/check/{checkBook,laws,never.laws}.test.ts",
      "packages/grading/test/explain/laws.test.ts"
    ],
    globalSetup: [],
    setupFiles: "packages/dev/src/fewerRuns.ts",
    reporters: ["default"]
  }
})
