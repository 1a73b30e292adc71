import { cpSync } from "node:fs"
import path from "node:path"
import { chromium } from "playwright-core"
import { build, preview } from "vite"
import { root } from "../workspace.ts"
import type { Check } from "./checks.ts"
import { expected } from "./typescript.ts"

const launch = () =>
  chromium.launch({
    executablePath: process.env.ZHENGYOU_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
  })

/** Builds a page with Vite and lets Chromium grade on it. */
export const gradeInBrowser = (check: Check, consumer: string): Promise<void> =>
  check("a round in Chromium, on a page built by Vite", async () => {
    cpSync(path.join(root, "packages/dev/consumer"), consumer, { recursive: true })
    const page = path.join(consumer, "page")
    await build({ root: page, logLevel: "silent", configFile: false })
    const server = await preview({ root: page, logLevel: "silent", configFile: false, preview: { port: 0 } })
    try {
      const browser = await launch()
      try {
        const tab = await browser.newPage()
        await tab.goto(server.resolvedUrls?.local[0] ?? "")
        const output = tab.locator("output", { hasText: /./ })
        const shown = await output.textContent({ timeout: 30_000 })
        if (shown !== expected) throw new Error(`it showed ${shown}`)
        return ""
      } finally {
        await browser.close()
      }
    } finally {
      await server.close()
    }
  })
