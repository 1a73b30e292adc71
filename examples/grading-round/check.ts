// Checks a finished run against what was published: the record and the report, and that a second run adds nothing.
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { layerSqlite } from "@zhengyou/storage-sql"
import { Console, Effect, Result } from "effect"
import { changesBetween, figuresOf } from "./src/figures.ts"
import { readInputs } from "./src/inputs.ts"
import { refusalLines } from "./src/refusals.ts"
import { gradeSheetsOf, readRound } from "./src/round.ts"
import { readFigures } from "./src/year/tell.ts"

const { out = path.join(import.meta.dirname, "out") } = parseArgs({ options: { out: { type: "string" } } }).values
const database = path.join(out, "round.sqlite")
const report = path.join(out, "report.html")

/** The page as a reader sees it, without its markup. */
const pageText = (): string =>
  readFileSync(report, "utf8")
    .replace(/<style>[\s\S]*?<\/style>/g, " ")
    .replace(/<[^>]+>/g, " ")

const recorded = readRound.pipe(Effect.provide(layerSqlite(database)))

type Check = readonly [what: string, found: unknown, expected: unknown]

const publishedChecks = Effect.gen(function* () {
  const { strict } = yield* readInputs(import.meta.dirname)
  const round = yield* recorded
  const { units, graded, notGraded, levels } = figuresOf(round.state.plan.book, round.grading)
  const strictly = Result.getOrThrow(gradeSheetsOf(round.state, strict))
  return [
    ["名册支部 branches on the roster", units, 39],
    ["定级 graded", graded, 37],
    ["先进、良好、一般 Advanced, Good, Ordinary", levels.map((level) => level.units).join(" "), "12 22 3"],
    ["占比 shares", levels.map(({ share }) => share).join(" "), "32.43 59.46 8.11"],
    ["不定级 not graded", notGraded, 2],
    ["本轮状态 phase of the round", round.state.phase, "confirmed"],
    ["30% 限额 seats under a cap of 30 %", strictly.quotas.map(({ seats }) => seats).join(), "11"],
    ["限额下不同 levels that differ under it", changesBetween(round.grading, strictly).length, 1]
  ] satisfies ReadonlyArray<Check>
})

/** The figures of the year that were published, and what the applications came to that this example made up. */
const yearChecks = Effect.gen(function* () {
  const year = yield* Effect.flatMap(readRound, (round) => readFigures(import.meta.dirname, round, "zh-CN")).pipe(
    Effect.provide(layerSqlite(database))
  )
  const reasons = year.unsuccessful.map((one) => one.reasons.map(({ _tag }) => _tag).join("+"))
  return [
    ["调查批次 batches of the survey", year.coverage.batches.length, 6],
    ["未调查 not surveyed", year.coverage.missing.length, 0],
    ["共性、个性问题 common and individual problems", `${year.common} ${year.individual}`, "4 13"],
    ["销号 lines closed", `${year.closedLines}/${year.lines}`, "37/38"],
    ["晋级申请 applications", year.applications, 21],
    ["生效 in force", year.inForce, 16],
    ["未成的理由 reasons of the others", reasons.join(" "), "NotMet NotMet NotMet OutsideWindow StepsTooMany"],
    ["期末 at the end", year.table.rows.map(({ after }) => after).join(" "), "26 10 1 2"],
    ["转入 in", year.table.rows.map((row) => row.in).join(" "), "14 2 0 0"],
    ["新成立 founded", year.table.rows.map(({ founded }) => founded).join(" "), "0 0 0 2"],
    [
      "说法 claims",
      year.claims.map(({ verdict }) => verdict).join(" "),
      "supported supported dependsOnReading contradicted dependsOnReading"
    ]
  ] satisfies ReadonlyArray<Check>
})

/** The published figures as the report may word them, with one decimal of the shares or more. */
const inReport: ReadonlyArray<readonly [what: string, wording: RegExp]> = [
  ["先进 12", /先进 12 个（32\.4/],
  ["良好 22", /良好 22 个（59\.(?:46|5)/],
  ["一般 3", /一般 3 个（8\.1/],
  ["不定级 2", /不定级 2 个/],
  ["Advanced 12", /12 Advanced \(32\.4|Advanced 12 \(32\.4/],
  ["Good 22", /22 Good \(59\.(?:46|5)|Good 22 \(59\.(?:46|5)/],
  ["Ordinary 3", /3 Ordinary \(8\.1|Ordinary 3 \(8\.1/],
  ["not graded 2", /2 not graded|not graded 2/]
]

const secondRunChecks = Effect.gen(function* () {
  const before = yield* recorded
  const page = pageText()
  const again = spawnSync(process.execPath, [path.join(import.meta.dirname, "main.ts"), "--out", out])
  const after = yield* recorded
  return [
    ...inReport.map(([what, wording]) => [`报告 report: ${what}`, wording.test(page), true] as const),
    ["再次运行，退出码 second run, exit code", again.status, 0],
    ["凭据 receipt", after.grading.receipt.result, before.grading.receipt.result],
    ["末条记录 last record", after.head.hash, before.head.hash],
    ["报告不变 report unchanged", pageText() === page, true]
  ] satisfies ReadonlyArray<Check>
})

const check = Effect.gen(function* () {
  const checks: ReadonlyArray<Check> = [
    ...(yield* publishedChecks),
    ...(yield* yearChecks),
    ...(yield* secondRunChecks)
  ]
  for (const [what, found, expected] of checks)
    yield* Console.log(found === expected ? `✓ ${what}: ${found}` : `✗ ${what}: ${found}, expected ${expected}`)
  return checks.every(([, found, expected]) => found === expected)
}).pipe(Effect.catch((refusal) => Effect.as(Console.error(refusalLines(refusal, "zh-CN").join("\n")), false)))

if (existsSync(database) && existsSync(report)) process.exitCode = (await Effect.runPromise(check)) ? 0 : 1
else {
  console.error(`${out}：尚未运行，请先运行 pnpm run round (no run yet: run it first)`)
  process.exitCode = 2
}
