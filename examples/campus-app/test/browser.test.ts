import { existsSync } from "node:fs"
import { chromium, type Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { startServer } from "../src/server.ts"
import { formOf, newPath, raterIds, submit } from "./support.ts"

const candidates = [
  process.env["ZHENGYOU_TEST_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome"
]
const executablePath = candidates.find((path) => path !== undefined && existsSync(path))

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

const fill = async (page: Page, mark: (unit: number) => readonly [string, string, string]): Promise<void> => {
  for (const [name, value] of formOf(mark)) await page.fill(`input[name="${name}"]`, value)
  await page.click("button")
}

const inChromium = async (executablePath: string): Promise<void> => {
  const { url, stop } = await startServer("sqlite::memory:", 0)
  const browser = await chromium.launchPersistentContext(newPath("-profile"), {
    executablePath,
    args: flags,
    headless: true
  })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    expect(await page.title()).toBe("2026 年服务窗口评定")

    // A mark above the maximum is refused, in words, and nothing of the form is kept.
    await page.click("text=考评员 1")
    await fill(page, () => ["41", "30", "20"])
    expect(await page.textContent("h1")).toBe("未能办理")
    expect(await page.textContent(".faults")).toContain("40")
    await page.click("text=回到首页")
    expect(await page.textContent(".note")).toContain("评分人 0/10 位已交")

    // Window 1 is exactly on the bound of the best level: 90 is 90.
    const given = [
      ["40", "30", "20"],
      ["40", "30", "19.99"],
      ["30", "25", "20"],
      ["25", "20", "15"],
      ["9.9", "9.9", "9.9"]
    ] as const
    const marks = (unit: number) => given[unit - 1] ?? given[0]
    await page.click("text=考评员 1")
    await fill(page, marks)
    expect(await page.textContent(".note")).toContain("评分人 1/10 位已交")
    for (const rater of raterIds.slice(1)) expect(await submit(url, rater, formOf(marks))).toBe(302)

    await page.reload()
    await page.click("button")
    expect(await page.textContent(".badge")).toBe("已定级")
    const cells = await page.$$eval("#levels tbody tr", (rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? ""))
    )
    expect(cells.map(([rank, , total, level]) => [rank, total, level])).toEqual([
      ["1", "90.00", "好"],
      ["2", "89.99", "较好"],
      ["3", "75.00", "较好"],
      ["4", "60.00", "一般"],
      ["5", "29.70", "较差"]
    ])
    const folder = process.env["ZHENGYOU_TEST_SCREENSHOTS"]
    if (folder !== undefined) await page.screenshot({ path: `${folder}/levels.png`, fullPage: true })

    await page.click("text=总分 89.99")
    expect(await page.textContent(".why")).toContain("信息公开：19.99 分，满分 25")
  } finally {
    await browser.close()
    await stop()
  }
}

describe("the application in a browser", () => {
  if (executablePath !== undefined)
    it("takes marks, refuses one, grades, and says why", () => inChromium(executablePath))
  else {
    const message = `Chromium: none of ${candidates.slice(1).join(", ")} is there, and ZHENGYOU_TEST_CHROMIUM names none`
    console.warn(`${message}: the application was NOT tried in a browser`)
    it("is tried where there is one, and always in CI", () => {
      if (process.env["CI"]) throw new Error(message)
    })
  }
})
