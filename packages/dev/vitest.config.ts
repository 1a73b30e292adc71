import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
    // Five times faster: a worker loads `effect` once. Tests must not change module state.
    isolate: false,
    // Finds the database servers, or starts one.
    setupFiles: "packages/dev/src/steadySeed.ts",
    globalSetup: "packages/storage-sql/test/servers/globalSetup.ts",
    // A limit for what hangs, not for what is slow: CI machines differ.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // In CI the counts are read from the report.
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".vitest.json" }]] : ["default"]
  }
})
