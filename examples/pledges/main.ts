// A year of pledges: the command reviews the drafts and the texts that were published; then the year runs, and the public page and the evaluation are written.
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { run } from "@zhengyou/cli"
import { parseDate, textIn } from "@zhengyou/core"
import { writeCsv } from "@zhengyou/tables"
import { Result } from "effect"
import { evaluationRows, evaluationTable, shown } from "./src/evaluation.ts"
import { fileAt } from "./src/files.ts"
import { publicPage } from "./src/publicPage.ts"
import { yearUntil } from "./src/year.ts"

const options = {
  out: { type: "string", default: path.join(import.meta.dirname, "out") },
  "as-of": { type: "string", default: "2013-01-18" },
  lang: { type: "string", default: "zh-CN" }
} as const
const { out, lang, "as-of": day } = parseArgs({ options }).values
const language = lang === "en" ? "en" : "zh-CN"
const asOf = Result.getOrThrow(parseDate(day))

const reviewed = (pledges: string, folder: string) =>
  run(
    [
      ...[
        "review",
        "--policy",
        fileAt("policy.json"),
        "--pledges",
        fileAt(pledges),
        "--previous",
        fileAt("drafts-2011.csv")
      ],
      ...["--calendar", fileAt("calendar.json"), "--roster", fileAt("roster.csv"), "--lang", lang],
      ...["--out", path.join(out, folder)]
    ],
    {
      print: (content) => process.stdout.write(content),
      progress: (line) => console.error(line),
      complain: (line) => console.error(line),
      now: () => new Date().toISOString()
    }
  )

const codes = [await reviewed("drafts.csv", "drafts"), await reviewed("revised.csv", "published")]
const year = yearUntil(asOf)
mkdirSync(out, { recursive: true })
writeFileSync(path.join(out, "public.html"), publicPage(year, asOf, language))
writeFileSync(path.join(out, "evaluation.csv"), writeCsv(evaluationRows(year)))
console.log(language === "en" ? `\nAs of ${day}` : `\n截至 ${day}`)
for (const { name, kept, score, level } of evaluationTable(year)) {
  const rate = kept.rate === undefined ? "—" : shown(kept.rate)
  const came = score === undefined || level === undefined ? "—" : `${shown(score)} ${textIn(level, language)}`
  console.log(`  ${textIn(name, language)}  ${rate}  ${came}`)
}
process.exitCode = Math.max(...codes)
