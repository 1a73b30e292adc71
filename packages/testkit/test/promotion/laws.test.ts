import { renderLawReport, renderLawResult } from "@zhengyou/testkit"
import { anyPromotionRules, checkPromotionLaws, promotionLaws } from "@zhengyou/testkit/promotion"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { rulesWith } from "./rules.ts"

describe("laws about the engine", () => {
  it("hold on whatever rules are generated", () => {
    const engineLaws = promotionLaws.filter(({ about }) => about === "engine")
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPromotionRules(), fc.nat(), (rules, seed) => {
        const report = checkPromotionLaws(rules, { seed, runs: 5, laws: engineLaws })
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        for (const { law, _tag } of report.results) if (_tag === "Held") seen.add(law.id)
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 40, seed: 20_121_231 }
    )
    expect(engineLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe("the laws of promotion", () => {
  it("hold on ordinary rules, all of them", () => {
    const report = checkPromotionLaws(rulesWith(), { seed: 1, runs: 200, benefits: ["rate"] })
    expect(report.results.filter(({ _tag }) => _tag !== "Held").map((result) => renderLawResult(result, "en"))).toEqual(
      []
    )
  })

  it("have every text in both languages, and a witness", () => {
    for (const { says, witness } of promotionLaws) {
      for (const text of [says, witness.bug]) {
        expect(typeof text === "object" && text["zh-CN"] !== text.en).toBe(true)
      }
      expect(witness.source).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
    }
    expect(new Set(promotionLaws.map(({ id }) => id)).size).toBe(promotionLaws.length)
  })
})
