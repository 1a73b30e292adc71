import { GradingResult } from "@zhengyou/report"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { caseFile, runHere, runProcess } from "./support.ts"

const Printed = Schema.fromJsonString(GradingResult)

const graded = async (name: string, ...more: ReadonlyArray<string>) => {
  const files = ["--book", caseFile(`${name}.book.json`), "--sheets", caseFile(`${name}.sheets.csv`)]
  const { code, printed, complaints } = await runHere("grade", ...files, ...more, "--format", "json")
  expect(complaints).toEqual([])
  expect(code).toBe(0)
  return Schema.encodeSync(Schema.fromJsonString(Schema.Json))(
    Schema.encodeSync(GradingResult)(Schema.decodeUnknownSync(Printed)(printed))
  )
}

interface Row {
  readonly id: string
  readonly outcome: string
  readonly level?: string
  readonly total?: { readonly exact: string; readonly shown: string }
  readonly reasons: ReadonlyArray<{ readonly key: string }>
}

const rowsOf = (json: string): ReadonlyArray<Row> => JSON.parse(json).units

const byId = (rows: ReadonlyArray<Row>, id: string): Row => {
  const row = rows.find((one) => one.id === id)
  if (row === undefined) throw new Error(`no unit ${id}`)
  return row
}

const levels = (rows: ReadonlyArray<Row>, ids: string): ReadonlyArray<string> =>
  [...ids].map((id) => byId(rows, id).level ?? byId(rows, id).outcome)

describe("worked cases from a rule book file and a sheet file", () => {
  it("self-appraisal and superior review: 89.996 stays below 90", async () => {
    const rows = rowsOf(await graded("r1"))
    expect(levels(rows, "甲乙丙丁戊")).toEqual(["advanced", "fair", "fair", "fair", "behind"])
    expect(byId(rows, "乙").total).toEqual({ exact: "89.996", shown: "89.996" })
  })

  it("satisfaction gate, with rates as fractions and per cent", async () => {
    const rows = rowsOf(await graded("r2", "--facts", caseFile("r2.facts.csv")))
    expect(levels(rows, "甲乙丙丁戊")).toEqual(["good", "ordinary", "fair", "ordinary", "poor"])
  })

  it("stars with a veto, a cap and a new branch", async () => {
    const more = ["--facts", caseFile("r3.facts.csv"), "--roster", caseFile("r3.roster.csv"), "--as-of", "2023-12-31"]
    const rows = rowsOf(await graded("r3", ...more))
    expect(levels(rows, "ABCDEFGHIJK")).toEqual(["5", "5", "4", "5", "4", "2", "3", "2", "2", "1", "not-graded"])
    expect(byId(rows, "C").total).toEqual({ exact: "91.399", shown: "91.40" })
    expect(byId(rows, "C").reasons.at(-1)?.key).toBe("QuotaPushed")
    expect(byId(rows, "K").total).toBeUndefined()
  })

  it("raw maximum of 120", async () => {
    const rows = rowsOf(await graded("r4"))
    expect(byId(rows, "某支部")).toMatchObject({ level: "excellent", total: { exact: "107.1", shown: "107.10" } })
  })

  it("works as a process: the result on standard output, the progress on standard error", () => {
    const ran = runProcess("grade", "--book", caseFile("r1.book.json"), "--sheets", caseFile("r1.sheets.csv"))
    expect(ran.code).toBe(0)
    expect(ran.out).toContain("89.996")
    expect(ran.err).toContain("r1.sheets.csv")
  })
})
