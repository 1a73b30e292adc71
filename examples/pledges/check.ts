// Checks a finished year: what was found in the drafts, who was online, what became of the pledges, the levels at their bounds, and that the page for everybody
// shows nothing else.
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { dateUnsafe, exactUnsafe, textIn } from "@zhengyou/core"
import { levelOfScore } from "@zhengyou/pledges"
import { PledgesResult } from "@zhengyou/report"
import { Result, Schema } from "effect"
import { evaluationTable, shown } from "./src/evaluation.ts"
import { pledgesAt, policy } from "./src/files.ts"
import { stateOf } from "./src/publicPage.ts"
import { states } from "./src/words.ts"
import { yearUntil } from "./src/year.ts"

const { out } = parseArgs({
  options: { out: { type: "string", default: path.join(import.meta.dirname, "out") } }
}).values
const textAt = (name: string): string => readFileSync(path.join(out, name), "utf8")

type Check = readonly [what: string, found: unknown, expected: unknown]

const resultAt = (folder: string): PledgesResult =>
  Schema.decodeUnknownSync(Schema.fromJsonString(PledgesResult))(textAt(`${folder}/result.json`))

const reviewChecks = (): ReadonlyArray<Check> => {
  const [drafts, published] = [resultAt("drafts"), resultAt("published")]
  const withOutcome = (outcome: string) => drafts.pledges.filter((one) => one.outcome === outcome).length
  const { inTime, late, none, units } = published.coverage
  return [
    ["草稿 drafts", drafts.pledges.length, 12],
    ["退回修改 returned", withOutcome("returned"), 7],
    ["修改后的意见 findings after that", published.pledges.flatMap(({ findings }) => findings).length, 0],
    ["可公示 to be published", published.notice.length, 10],
    ["按时公开 online in time", `${inTime.length}/${units}`, "4/6"],
    ["逾期公开 late", late.map(({ unit, on }) => `${unit} ${on}`).join(), "z04 2012-04-16"],
    ["没有承诺 no pledge", none.join(), "w02"]
  ]
}

const yearChecks = (): ReadonlyArray<Check> => {
  const statesOn = (day: string) =>
    [...yearUntil(dateUnsafe(day))].map(([id, state]) => [id, stateOf(state, dateUnsafe(day))[1]] as const)
  const overdue = statesOn("2012-12-10").filter(([, stands]) => stands === states.overdue)
  const levels = evaluationTable(yearUntil(dateUnsafe("2013-01-18"))).map(
    ({ score, level }) =>
      `${score === undefined ? "—" : shown(score)}${level === undefined ? "" : textIn(level, "zh-CN")}`
  )
  const bands = ["95", "94.6", "80", "79.9"].map((score) =>
    textIn(Result.getOrThrow(levelOfScore(exactUnsafe(score), policy.evaluation)).level.name, "zh-CN")
  )
  return [
    ["12 月 10 日逾期 overdue on 10 December", overdue.map(([id]) => id).join(), "p06"],
    ["各单位 units", levels.join(" "), "90.83中 95.40好 91.20中 81.80中 95.30好 —"],
    ["95、94.6、80、79.9 分 at the bounds", bands.join(""), "好中中差"]
  ]
}

const pageChecks = (): ReadonlyArray<Check> => {
  const pages = [textAt("public.html"), textAt("published/notice.html"), textAt("published/notice.csv")]
  const hidden = pledgesAt("revised.csv").filter(({ visibility }) => visibility._tag !== "Public")
  const leaks = pages.flatMap((page) => hidden.filter(({ content }) => page.includes(content)))
  const reasons = pages.filter((page) => /年事已高|省图书馆|党员丙|党员丁/.test(page))
  return [
    ["不公开的承诺 pledges not for everybody", hidden.length, 2],
    ["见于公开页面 found on public pages", leaks.length + reasons.length, 0],
    [
      "变更前的时限仍在 the deadline before the amendment stays",
      pages[0]?.includes("时限由 2012-09-29 改为 2012-11-30"),
      true
    ]
  ]
}

if (existsSync(path.join(out, "public.html"))) {
  const checks = [...reviewChecks(), ...yearChecks(), ...pageChecks()]
  for (const [what, found, expected] of checks)
    console.log(found === expected ? `✓ ${what}: ${found}` : `✗ ${what}: ${found}, expected ${expected}`)
  process.exitCode = checks.every(([, found, expected]) => found === expected) ? 0 : 1
} else {
  console.error(`${out}：尚未运行，请先运行 pnpm run year (no run yet: run it first)`)
  process.exitCode = 2
}
