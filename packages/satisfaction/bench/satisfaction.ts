// Prints how long ten million ballots take to count, beside DuckDB on the same columns in the same run, and what intervals and
// changes of thousands of units take.
import { strict as assert } from "node:assert"
import { cpus } from "node:os"
import { DuckDBInstance } from "@duckdb/node-api"
import type { Tally } from "@zhengyou/core"
import {
  change,
  countBallotColumns,
  estimate,
  formulasFor,
  type Measured,
  measure,
  scalePresets,
  verdictsOnMany
} from "@zhengyou/satisfaction"
import { Result } from "effect"

const ballots = Number(process.argv[2] ?? 10_000_000)
const [subjectCount, groupCount, questionCount] = [30, 3, 10]
const [scale] = scalePresets
if (scale === undefined) throw new Error("no scale")
const ids = (letter: string, count: number): [string, ...Array<string>] => {
  const [first = "", ...rest] = Array.from({ length: count }, (_, i) => `${letter}${String(i).padStart(2, "0")}`)
  return [first, ...rest]
}
const named = ({ length }: ReadonlyArray<string>, letter: string) => {
  const [first = "", ...rest] = ids(letter, length)
  const item = (id: string) => ({ id, name: id, scale: scale.id })
  return [item(first), ...rest.map(item)] as const
}
const questionnaire = {
  id: "bench",
  frame: "bench",
  subjects: ids("z", subjectCount),
  scales: [scale],
  questions: named(ids("q", questionCount), "q"),
  groups: named(ids("g", groupCount), "g")
} as const
const choices = scale.choices.length

/** Numbers below 2^32 from a seed (xorshift). */
const randomFrom = (seed: number) => {
  let x = seed
  return (below: number): number => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % below
  }
}
const random = randomFrom(2011)
const columns = {
  subjects: Uint16Array.from({ length: ballots }, () => random(subjectCount)),
  groups: Uint8Array.from({ length: ballots }, () => random(groupCount)),
  answers: Object.fromEntries(
    questionnaire.questions.map(({ id }) => [id, Uint8Array.from({ length: ballots }, () => random(choices + 1))])
  )
}

const count = () => Result.getOrThrow(countBallotColumns(questionnaire, columns))

/** The same columns as a table in DuckDB's memory. */
const instance = await DuckDBInstance.create(":memory:")
const duck = await instance.connect()
const questions = questionnaire.questions.map(({ id }) => id)
await duck.run(
  `CREATE TABLE ballots (subject UTINYINT, box UTINYINT, ${questions.map((q) => `${q} UTINYINT`).join(", ")})`
)
const appender = await duck.createAppender("ballots")
for (let i = 0; i < ballots; i++) {
  appender.appendUTinyInt(columns.subjects[i] ?? 0)
  appender.appendUTinyInt(columns.groups[i] ?? 0)
  for (const q of questions) appender.appendUTinyInt(columns.answers[q]?.[i] ?? 0)
  appender.endRow()
}
appender.closeSync()

/** The counts as a person would ask for them: one grouping for each question, and one for the ballots. */
const byGroup = questions
  .map(
    (q) =>
      `SELECT '${q}' AS question, subject, box, ${q} AS choice, count(*) AS n FROM ballots GROUP BY subject, box, ${q}`
  )
  .concat("SELECT '' AS question, subject, box, 0 AS choice, count(*) AS n FROM ballots GROUP BY subject, box")
  .join(" UNION ALL ")

/** The same in one pass: one grouping, and a filtered count for each choice. */
const onePass = `SELECT subject, box, count(*) AS n, ${questions
  .flatMap((q) => Array.from({ length: choices }, (_, k) => `count(*) FILTER (${q} = ${k + 1}) AS ${q}_${k + 1}`))
  .join(", ")} FROM ballots GROUP BY subject, box`

const rowsOf = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjects()

/** Both count the same, or no time of theirs means anything. */
const same = async (): Promise<void> => {
  const tally = count()
  const counts = new Map(
    tally.choices.map(({ subject, group, question, choice, ballots: n }) => {
      const k = scale.choices.findIndex(({ id }) => id === choice) + 1
      return [[question, questionnaire.subjects.indexOf(subject), Number(group.slice(1)), k].join(), n]
    })
  )
  const rows = (await rowsOf(byGroup)).filter((row) => row["question"] !== "" && Number(row["choice"]) > 0)
  assert.equal(rows.length, counts.size)
  for (const { question, subject, box, choice, n } of rows) {
    assert.equal(counts.get([question, subject, box, choice].join()), Number(n))
  }
}
await same()

const least = async (work: Readonly<Record<string, () => unknown>>, turns: number): Promise<Record<string, number>> => {
  const times: Record<string, number> = {}
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now()
      await run()
      times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, performance.now() - start)
    }
  }
  return times
}

const figure = (x: number): string => x.toLocaleString("en-US", { maximumSignificantDigits: 3 })
const cores = cpus().length
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cores} cores`)
console.log(
  `${ballots.toLocaleString("en-US")} ballots: ${subjectCount} units, ${groupCount} groups, ${questionCount} questions\n`
)
console.log("| work | ms | ratio |\n| --- | ---: | ---: |")
const work = {
  ours: count,
  grouped: () => rowsOf(byGroup),
  onePass: () => rowsOf(onePass)
}
await duck.run("SET threads = 1")
const alone = await least({ grouped: work.grouped, onePass: work.onePass }, 3)
await duck.run(`SET threads = ${cores}`)
const { ours = 0, ...all } = await least(work, 5)
const row = (what: string, ms: number) => console.log(`| ${what} | ${figure(ms)} | ${(ours / ms).toFixed(2)} × |`)
console.log(`| countBallotColumns, one thread | ${figure(ours)} | 1 |`)
row(`DuckDB, a GROUP BY for each question, ${cores} threads`, all["grouped"] ?? 0)
row(`DuckDB, one GROUP BY with filtered counts, ${cores} threads`, all["onePass"] ?? 0)
row("DuckDB, a GROUP BY for each question, one thread", alone["grouped"] ?? 0)
row("DuckDB, one GROUP BY with filtered counts, one thread", alone["onePass"] ?? 0)
console.log("\nThe ratio is our time by theirs.\n")

/** As many units with a few hundred answers each, in two years. */
const units = 5000
const many = { ...questionnaire, subjects: ids("u", units), questions: [questionnaire.questions[0]] } as const
const [formula] = formulasFor(scale)
if (formula === undefined) throw new Error("no formula")
const year = (better: number): Tally => {
  const cells = many.subjects.flatMap((subject) => {
    const made = scale.choices.map(({ id }, k) => ({ choice: id, ballots: 20 + random(k === 0 ? 200 + better : 60) }))
    const where = { subject, group: "g00" }
    return [{ returned: { ...where, ballots: made.reduce((sum, one) => sum + one.ballots, 0) }, made, where }]
  })
  return {
    returned: cells.map(({ returned }) => returned),
    choices: cells.flatMap(({ made, where }) => made.map((one) => ({ ...where, question: "q00", ...one })))
  }
}
const measured = (tally: Tally): ReadonlyArray<Measured> =>
  Result.getOrThrow(measure(many, formula, tally, [])).flatMap((one) => (one._tag === "Measured" ? [one] : []))
const [before, after] = [measured(year(0)), measured(year(40))]
assert.equal(before.length, units)
const how = { level: 0.95 }
const changes = () => after.map((one, i) => Result.getOrThrow(change(before[i] ?? one, one, how)))
const made = changes()
const {
  intervals = 0,
  changed = 0,
  verdicts = 0
} = await least(
  {
    intervals: () => after.map((one) => Result.getOrThrow(estimate(one, how))),
    changed: changes,
    verdicts: () => verdictsOnMany(made, 0.05)
  },
  7
)
console.log(`| ${units.toLocaleString("en-US")} units | ms |\n| --- | ---: |`)
console.log(`| intervals | ${figure(intervals)} |`)
console.log(`| changes | ${figure(changed)} |`)
console.log(`| verdicts on all of them together | ${figure(verdicts)} |`)
