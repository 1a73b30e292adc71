import { exactUnsafe, formatExact } from "@zhengyou/core"
import { GradingResult, gradingJson } from "@zhengyou/report"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fullReport, hostileNames, reportOf } from "./support.ts"

const decode = Schema.decodeUnknownSync(GradingResult, { onExcessProperty: "error" })

describe("gradingJson", () => {
  it("has every unit in the order of the grading, with its outcome and reasons in both languages", () => {
    const json = gradingJson(fullReport)
    expect(json.units.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["u0", "graded"],
      ["u1", "graded"],
      ["u2", "graded"],
      ["u3", "undetermined"],
      ["u4", "blocked"],
      ["young", "not-graded"]
    ])
    expect(json.units[0]).toEqual({
      id: "u0",
      name: { "zh-CN": "第一支部", en: "First branch" },
      outcome: "graded",
      level: "advanced",
      total: { exact: "92", shown: "92.00" },
      rank: 1,
      reasons: [
        {
          key: "InBand",
          level: { id: "advanced", name: { "zh-CN": "先进", en: "Advanced" } },
          total: "92",
          from: "90",
          text: { "zh-CN": expect.stringContaining("先进"), en: expect.stringContaining("Advanced") }
        }
      ]
    })
    expect(json).toMatchObject({
      format: "zhengyou/grading-result@2",
      book: { id: "branches", version: "2024" },
      receipt: fullReport.grading.receipt,
      levels: [
        { id: "advanced", units: 2 },
        { id: "good", units: 1 },
        { id: "fair", units: 0 }
      ],
      notGraded: 1,
      blocked: 1,
      undetermined: 1,
      quotas: []
    })
  })

  it("keeps a total of 269/3 exact through a file", () => {
    const third = decode(JSON.parse(JSON.stringify(gradingJson(fullReport)))).units[2]
    expect(third?.outcome === "graded" && third.total).toEqual({ exact: exactUnsafe("269/3"), shown: "89.67" })
  })

  it("comes back the same from any scores", () => {
    const score = fc.integer({ min: 0, max: 100_000 }).map((n) => formatExact({ n: BigInt(n), d: 1000n }))
    const units = fc.array(fc.tuple(fc.constantFrom(...hostileNames), score, score, score), { maxLength: 6 })
    fc.assert(
      fc.property(units, (scored) => {
        const json = gradingJson(reportOf(scored))
        expect(Schema.encodeSync(GradingResult)(decode(JSON.parse(JSON.stringify(json))))).toEqual(json)
      })
    )
  })
})

describe("GradingResult", () => {
  it("refuses a graded unit without a level, and another format", () => {
    const json = gradingJson(reportOf([["甲", "80"]]))
    const [unit] = json.units
    const { level: _, ...without } = { level: "", ...unit }
    const refused = (value: unknown) => Result.isFailure(Schema.decodeUnknownResult(GradingResult)(value))
    expect(refused(json)).toBe(false)
    expect(refused({ ...json, units: [without] })).toBe(true)
    expect(refused({ ...json, format: "zhengyou/grading-result@1" })).toBe(true)
  })
})
