import path from "node:path"
import { GradingRound, gradingOf } from "@zhengyou/grading"
import { EventStore, load } from "@zhengyou/storage"
import { layerSqlite } from "@zhengyou/storage-sql"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { inFolder, runHere, write } from "./support.ts"

/** A letter and a mark under a heading, raters of two groups who do not score their own, a bonus, one seat by lot. */
const book = {
  format: "zhengyou/rule-book@2",
  id: "lots",
  version: "1",
  title: "学院定级办法",
  ladder: [
    { id: "good", name: "好" },
    { id: "fair", name: "一般" }
  ],
  criteria: [
    {
      id: "all",
      name: "总体",
      items: [
        {
          id: "letter",
          name: "等次",
          maximum: 40,
          missing: "block",
          scoring: {
            kind: "letters",
            letters: [
              { label: "A", share: 1 },
              { label: "B", share: "0.6" }
            ]
          }
        },
        { id: "work", name: "工作", maximum: 60, missing: "block" }
      ]
    }
  ],
  fullMarks: 100,
  panels: [
    {
      id: "raters",
      name: "评委",
      weight: 1,
      aggregate: { method: "mean" },
      missing: "block",
      recuse: "ownUnit",
      groups: [
        { id: "staff", name: "职工", weight: 3 },
        { id: "students", name: "学生", weight: 1 }
      ]
    }
  ],
  adjustments: [{ id: "honours", name: "表彰", kind: "bonus", on: { total: true } }],
  rounding: {},
  decideOn: "exact",
  bands: [
    { level: "good", from: 80 },
    { level: "fair", from: 0 }
  ],
  quotas: [{ kind: "cap", level: "good", seats: { count: 1 }, ties: "lots" }]
}

// 甲: letter (3 · 40 + 24) / 4 = 36, work 54: 90. 乙: 40 and 49: 89, and 1 for the honour. 丙: 24 and 30.
const sheets = `单位,评价主体,评委,评委单位,分组,等次,工作
甲,评委,一号,乙,职工,A,54
甲,评委,二号,乙,学生,B,54
甲,评委,三号,甲,职工,B,0
乙,评委,一号,甲,职工,A,49
乙,评委,二号,甲,学生,A,49
丙,评委,一号,甲,职工,B,30
丙,评委,二号,甲,学生,B,30
`

const awards = "单位,加减分项,事项,分值\n乙,表彰,市级先进,1\n"

const args = (folder: string, given: { readonly sheets?: string; readonly awards?: string } = {}) => [
  ...["grade", "--book", write(folder, "book.json", JSON.stringify(book))],
  ...["--sheets", write(folder, "sheets.csv", given.sheets ?? sheets)],
  ...["--awards", write(folder, "awards.csv", given.awards ?? awards), "--format", "json"]
]

interface Printed {
  readonly receipt: unknown
  readonly units: ReadonlyArray<{
    readonly id: string
    readonly outcome: string
    readonly level?: string
    readonly total?: { readonly exact: string }
  }>
}

const read = (printed: string): Printed => JSON.parse(printed)

describe("labels, groups, awards and lots from files", () => {
  it("leaves tied units undetermined without a seed, and gives the seat to one of them with it", async () => {
    await inFolder(async (folder) => {
      const without = read((await runHere(...args(folder))).printed)
      expect(without.units.map(({ id, outcome, total }) => [id, outcome, total?.exact])).toEqual([
        ["甲", "undetermined", "90"],
        ["乙", "undetermined", "90"],
        ["丙", "graded", "54"]
      ])
      const drawn = read((await runHere(...args(folder), "--lot-seed", "公报 2012 年第 4 号")).printed)
      expect(drawn.units.filter(({ level }) => level === "good")).toHaveLength(1)
      expect(drawn.units.every(({ outcome }) => outcome === "graded")).toBe(true)
    })
  })

  it("records the awards and the seed, so that the store grades as the command does", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "round.sqlite")
      const ran = await runHere(...args(folder), "--lot-seed", "seed", "--store", file)
      expect(ran.complaints).toEqual([])
      const stored = await Effect.gen(function* () {
        const all = yield* (yield* EventStore).readAll(0, 1000)
        const { state, records } = yield* load(GradingRound, all[0]?.stream ?? "")
        return { types: records.map(({ type }) => type), receipt: gradingOf(state)?.receipt }
      }).pipe(Effect.provide(layerSqlite(file)), Effect.runPromise)
      expect(stored.types).toContain("AwardRecorded")
      expect(stored.receipt).toEqual(read(ran.printed).receipt)
    })
  })

  it("lists the labels where a cell holds none, and tells the faults of the awards", async () => {
    await inFolder(async (folder) => {
      const bad = await runHere(...args(folder, { sheets: sheets.replace("乙,学生,B", "乙,学生,C") }))
      expect(bad.code).toBe(2)
      expect(bad.complaints[0]).toMatch(/sheets\.csv 第 3 行 F 列（等次）：现为“C”，应为A、B之一/)
      const wrong = await runHere(...args(folder, { awards: awards.replace("乙,表彰", "丁,奖金") }))
      expect(wrong.complaints.join("\n")).toMatch(/awards\.csv 第 2 行 A 列.*丁[\s\S]*B 列.*奖金/)
    })
  })

  it("names the row of a sheet whose group is missing, or not one of the book", async () => {
    await inFolder(async (folder) => {
      const bad = await runHere(...args(folder, { sheets: sheets.replace("甲,职工,B,30", "甲,校友,B,30") }))
      expect(bad.complaints[0]).toMatch(/^sheets\.csv 第 7 行 E 列.*校友.*职工（staff）/)
      const none = await runHere(...args(folder, { sheets: sheets.replace("甲,职工,B,30", "甲,,B,30") }))
      expect(none.complaints[0]).toMatch(/^sheets\.csv 第 7 行：.*分组/)
    })
  })
})
