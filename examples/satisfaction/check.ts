// Checks a finished run against the published figures: 93.05 % and 95.19 %, 2.14 points apart, and what may be said of that.
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { formatRounded } from "@zhengyou/core"
import { surveyFigures } from "@zhengyou/satisfaction"
import { Result } from "effect"
import { planAt, tallyAt } from "./src/files.ts"
import { ratesOf } from "./src/oneSheet.ts"
import { percent, rises } from "./src/rises.ts"

const { out } = parseArgs({
  options: { out: { type: "string", default: path.join(import.meta.dirname, "out") } }
}).values
const report = path.join(out, "report.html")

type Check = readonly [what: string, found: unknown, expected: unknown]

const yearChecks = (): ReadonlyArray<Check> => {
  const plan = planAt("plan.json")
  const [before, after] = ["ballots-2010.csv", "ballots-2011.csv"].map((name) => tallyAt(name, plan))
  if (before === undefined || after === undefined) return []
  const { overall, units, withheld } = Result.getOrThrow(surveyFigures(plan, after, { tally: before, plan }))
  if (overall._tag !== "Figure" || overall.change === undefined || overall.previous === undefined) return []
  const { points, verdict } = Result.getOrThrow(overall.change)
  const shown = formatRounded(points, { mode: "halfExpand", digits: 2 })
  return [
    ["单位 offices", units.length, 30],
    ["2010 年 rate of 2010", percent(overall.previous), "93.05"],
    ["2011 年 rate of 2011", percent(overall.rate), "95.19"],
    ["提高 points", shown, "2.14"],
    ["判断 verdict", verdict._tag, "Up"],
    ["有不公布的票数 offices with counts withheld", withheld, 2],
    ["报告 report", readFileSync(report, "utf8").includes("上升 2.14 个百分点"), true]
  ]
}

const sizeChecks = (): ReadonlyArray<Check> =>
  rises().map(({ about, before, after, change }): Check => {
    const expected = about < 1000 ? "NotDistinguishable" : "Up"
    const points = formatRounded(change.points, { mode: "halfExpand", digits: 2 })
    const found = `${percent(before)} ${percent(after)} ${points} ${change.verdict._tag}`
    return [`每年 ${about} 份 answers a year`, found, `93.05 95.19 2.14 ${expected}`]
  })

const sheetChecks = (): ReadonlyArray<Check> => {
  const sheet = planAt("sheet.json")
  const rates = ratesOf(sheet, tallyAt("sheet.csv", sheet), "en").map(({ rate }) => Number(rate))
  return [
    ["一张表的不同满意度 rates of one sheet", new Set(rates).size, 11],
    ["最低、最高 least and greatest", `${Math.min(...rates)} ${Math.max(...rates)}`, "60 95"]
  ]
}

if (existsSync(report)) {
  const checks = [...yearChecks(), ...sizeChecks(), ...sheetChecks()]
  for (const [what, found, expected] of checks)
    console.log(found === expected ? `✓ ${what}: ${found}` : `✗ ${what}: ${found}, expected ${expected}`)
  process.exitCode = checks.length === 12 && checks.every(([, found, expected]) => found === expected) ? 0 : 1
} else {
  console.error(`${out}：尚未运行，请先运行 pnpm run survey (no run yet: run it first)`)
  process.exitCode = 2
}
