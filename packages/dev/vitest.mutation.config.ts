import { defineConfig } from "vitest/config"
import base from "./vitest.config.ts"

/** The tests of the two packages that mutation testing changes. */
export default defineConfig({
  test: {
    ...base.test,
    include: ["packages/core/test/**/*.test.ts", "packages/grading/test/**/*.test.ts"],
    reporters: ["default"]
  }
})
