import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { readRoster, readTable, writeCsv } from "@zhengyou/tables"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { fileAt, planAt, tallyAt } from "../src/files.ts"
import { ballotsOf, rowsOf, years } from "../src/madeUpBallots.ts"
import { ratesOf } from "../src/oneSheet.ts"
import { percent, rises, sizes } from "../src/rises.ts"

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "zhengyou-survey-"))
const run = (...args: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: fileAt("."), encoding: "utf8" })
  return { status, stdout, stderr }
}

describe("the survey of 2011", { timeout: 60_000 }, () => {
  it("comes to the published figures, and its report passes the check", () => {
    const out = newFolder()
    const ran = run("main.ts", "--out", out)
    expect(ran.status).toBe(0)
    expect(ran.stdout).toMatch(/全部单位\s+\d+\s+95\.19%\s+94\.6–95\.7\s+\+2\.14/)
    expect(readdirSync(out).toSorted()).toEqual(["report.html", "result.csv", "result.json"])
    const check = run("check.ts", "--out", out)
    expect(check.stdout).not.toContain("✗")
    expect([check.status, check.stdout.match(/✓/g)?.length]).toEqual([0, 12])
  })

  it("speaks English when asked, and has nothing to check before it was run", () => {
    const ran = run("main.ts", "--out", newFolder(), "--lang", "en")
    expect([ran.status, ran.stdout.includes("up 2.14 points")]).toEqual([0, true])
    expect(run("check.ts", "--out", newFolder()).status).toBe(2)
  })
})

describe("the rise of 2.14 points", () => {
  it("is the published one at each size, to two places", () => {
    for (const { before, after } of rises()) expect([percent(before), percent(after)]).toEqual(["93.05", "95.19"])
    for (const [about, [, was], [, is]] of sizes)
      expect(Math.max(Math.abs(was - about), Math.abs(is - about))).toBeLessThan(15)
  })

  it("may be said of 5,010 answers a year, not of about 500 or 850", () => {
    expect(rises().map(({ change }) => change.verdict._tag)).toEqual(["NotDistinguishable", "NotDistinguishable", "Up"])
  })
})

describe("the files", () => {
  it("are what the seeds make, byte for byte", () => {
    const read = readTable(readFileSync(fileAt("roster.csv")), { file: "roster.csv", kind: "csv" })
    const units = Result.getOrThrow(Result.flatMap(read, readRoster)).map(({ id }) => id)
    for (const year of years) {
      const made = writeCsv(rowsOf(ballotsOf(units, year)))
      expect(Buffer.from(made).equals(readFileSync(fileAt(`ballots-${year.year}.csv`)))).toBe(true)
    }
  })

  it("one sheet has eleven rates between 60.00 and 95.00", () => {
    const sheet = planAt("sheet.json")
    const rates = ratesOf(sheet, tallyAt("sheet.csv", sheet), "zh-CN").map(({ rate }) => rate)
    expect(rates.toSorted()).toEqual(
      "60.00 66.67 75.00 79.00 80.00 83.33 85.00 87.78 88.89 94.44 94.44 95.00".split(" ")
    )
  })
})
