// Two years of ballots on 30 offices: the command measures them and writes the report; then the same sheet by every formula, and the same rise at
// three sizes of survey.
import path from "node:path"
import { parseArgs } from "node:util"
import { run } from "@zhengyou/cli"
import { type Language, render } from "@zhengyou/core"
import { satisfactionTextEn, satisfactionTextZhCN } from "@zhengyou/satisfaction"
import { fileAt, planAt, tallyAt } from "./src/files.ts"
import { ratesOf } from "./src/oneSheet.ts"
import { percent, rises } from "./src/rises.ts"

const options = {
  out: { type: "string", default: path.join(import.meta.dirname, "out") },
  lang: { type: "string", default: "zh-CN" }
} as const
const { out, lang } = parseArgs({ options }).values
const language: Language = lang === "en" ? "en" : "zh-CN"
const inBoth = (zh: string, en: string): string => (language === "en" ? en : zh)

const code = await run(
  [
    ...["survey", "--questionnaire", fileAt("plan.json"), "--ballots", fileAt("ballots-2011.csv")],
    ...["--previous", fileAt("ballots-2010.csv"), "--roster", fileAt("roster.csv"), "--out", out, "--lang", lang]
  ],
  {
    print: (content) => process.stdout.write(content),
    progress: (line) => console.error(line),
    complain: (line) => console.error(line),
    now: () => new Date().toISOString()
  }
)

if (code === 0) {
  const sheet = planAt("sheet.json")
  console.log(
    inBoth(
      "\n一张汇总表，所有公式：满意 60、基本满意 25、不满意 5、不了解 10",
      "\nOne sheet, every formula: 60 satisfied, 25 fairly, 5 not, 10 don't know"
    )
  )
  for (const { rate, name } of ratesOf(sheet, tallyAt("sheet.csv", sheet), language))
    console.log(`  ${rate.padStart(6)}%  ${name}`)
  console.log(
    inBoth(
      "\n93.05% 升至 95.19%，每年多少份答案才说得：",
      "\nFrom 93.05% to 95.19%: what may be said, by the answers of a year"
    )
  )
  for (const { about, before, after, change } of rises()) {
    const { low, high } = change.interval
    const verdict = render(language === "en" ? satisfactionTextEn : satisfactionTextZhCN, change.verdict)
    console.log(
      `  ${String(about).padStart(5)}  ${percent(before)}% → ${percent(after)}%  ${low.toFixed(2)} ~ ${high.toFixed(2)}  ${verdict}`
    )
  }
}
process.exitCode = code
