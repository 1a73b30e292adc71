import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { dateUnsafe as d, textIn } from "@zhengyou/core"
import { describe, expect, it } from "vitest"
import { evaluationTable } from "../src/evaluation.ts"
import { fileAt } from "../src/files.ts"
import { html } from "../src/html.ts"
import { publicPage, stateOf } from "../src/publicPage.ts"
import { yearUntil } from "../src/year.ts"

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "zhengyou-pledges-"))
const run = (...args: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: fileAt("."), encoding: "utf8" })
  return { status, stdout, stderr }
}

describe("the year of 2012", { timeout: 60_000 }, () => {
  it("runs from drafts to the evaluation, and passes the check", () => {
    const out = newFolder()
    const ran = run("main.ts", "--out", out)
    expect([ran.status, ran.stderr.includes("错误")]).toEqual([0, false])
    expect(readdirSync(out).toSorted()).toEqual(["drafts", "evaluation.csv", "public.html", "published"])
    const check = run("check.ts", "--out", out)
    expect(check.stdout).not.toContain("✗")
    expect([check.status, check.stdout.match(/✓/g)?.length]).toEqual([0, 13])
    writeFileSync(path.join(out, "public.html"), `${readFileSync(path.join(out, "public.html"), "utf8")}年事已高`)
    expect(run("check.ts", "--out", out).status).toBe(1)
  })

  it("speaks English when asked, and has nothing to check before it was run", () => {
    const out = newFolder()
    const ran = run("main.ts", "--out", out, "--lang", "en")
    expect([ran.status, ran.stdout.includes("4 of 6 units had a pledge online")]).toEqual([0, true])
    const page = readFileSync(path.join(out, "public.html"), "utf8")
    for (const text of [
      '<html lang="en">',
      "4 of 6 units had a pledge online by",
      "not fulfilled (explained)",
      "<th>Rate</th>"
    ])
      expect(page).toContain(text)
    // Only what was written in Chinese stays so: names and the texts of pledges, not the words of the page.
    expect(page).not.toMatch(/践诺|逾期|时限|兑现率|公开承诺 \d/)
    expect(run("check.ts", "--out", newFolder()).status).toBe(2)
  })
})

describe("a day of the year", () => {
  const statesOn = (day: string) =>
    Object.fromEntries([...yearUntil(d(day))].map(([id, state]) => [id, textIn(stateOf(state, d(day))[1], "zh-CN")]))

  it("shows each pledge as it stood: the amended one is not overdue between its deadlines", () => {
    expect(statesOn("2012-10-15")).toMatchObject({ p01: "已报结，待核验", p04: "践诺中", p06: "践诺中", p11: "已撤回" })
    expect(statesOn("2012-12-10")).toMatchObject({ p04: "已报结，待核验", p06: "逾期", p03: "践诺中" })
    expect(evaluationTable(yearUntil(d("2012-12-10"))).every(({ level }) => level === undefined)).toBe(true)
  })

  it("is published without what is not for everybody, on every day", () => {
    for (const day of ["2012-02-28", "2012-03-31", "2012-08-31", "2013-01-18"])
      expect(publicPage(yearUntil(d(day)), d(day), "zh-CN")).not.toMatch(
        /年事已高|省图书馆|党员丙|党员丁|-clerk|inspectors/
      )
    expect(publicPage(yearUntil(d("2012-02-28")), d("2012-02-28"), "zh-CN")).toContain("公开承诺 0 件")
  })

  it("is escaped", () => {
    expect(html`<b>${"<script>\"'&"}</b>`.text).toBe("<b>&lt;script&gt;&quot;&#39;&amp;</b>")
  })
})
