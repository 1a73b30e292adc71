import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
    // Five times faster: a worker loads `effect` once. Tests must not change module state.
    isolate: false
  }
})
