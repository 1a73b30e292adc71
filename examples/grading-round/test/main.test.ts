import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { newFolder, run } from "./program.ts"

/** What is printed, but for the line that says whether the round was on record before. */
const result = (stdout: string): string => stdout.replace(/^.*全部入库.*\n/m, "")

describe("main.ts", { timeout: 60_000 }, () => {
  it("tells the round, leaves a record and a report that pass the check, and adds nothing the second time", async () => {
    const out = newFolder()
    const first = await run(["main.ts", "--out", out])
    expect(first).toMatchObject({ code: 0, signal: undefined })
    expect(first.stderr.match(/^✓ /gm)?.length).toBe(6 + 13)
    expect(first.stdout).toContain(
      "定级 37 个：先进 12 个（32.43%）、良好 22 个（59.46%）、一般 3 个（8.11%）；不定级 2 个"
    )
    expect(readdirSync(out).toSorted()).toEqual(["report.html", "round.sqlite", "year.html"])

    const second = await run(["main.ts", "--out", out])
    expect(second.stderr).not.toContain("✓")
    expect(second.stdout).toContain("没有增加任何记录")
    expect(result(second.stdout)).toBe(result(first.stdout))

    const check = await run(["check.ts", "--out", out])
    expect(check.stdout).not.toContain("✗")
    expect(check).toMatchObject({ code: 0, signal: undefined })
  })

  it("speaks English when asked", async () => {
    const { code, stdout } = await run(["main.ts", "--out", newFolder(), "--lang", "en"])
    expect(code).toBe(0)
    expect(stdout).toContain("37 graded: Advanced 12 (32.43%), Good 22 (59.46%), Ordinary 3 (8.11%); 2 not graded")
  })

  it("has nothing to check before it was run", async () => {
    const { code, stderr } = await run(["check.ts", "--out", newFolder()])
    expect([code, stderr.includes("尚未运行")]).toEqual([2, true])
  })

  it("refuses an option that it does not know, and does nothing", async () => {
    const out = path.join(newFolder(), "never")
    const { code, stderr } = await run(["main.ts", "--out", out, "--lang", "fr"])
    expect([code, stderr.startsWith("用法")]).toEqual([2, true])
    expect(existsSync(out)).toBe(false)
  })
})
