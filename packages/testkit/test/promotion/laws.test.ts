import { renderLawReport, renderLawResult } from "@zhengyou/testkit"
import {
  anyPromotionRules,
  checkPromotionLaws,
  describePromotionLaws,
  promotionLaws
} from "@zhengyou/testkit/promotion"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { requiring, rulesWith } from "./rules.ts"

const notHeld = (report: ReturnType<typeof checkPromotionLaws>) =>
  report.results.filter(({ _tag }) => _tag !== "Held").map((result) => renderLawResult(result, "en"))

const idsOf = (tag: string, report: ReturnType<typeof checkPromotionLaws>) =>
  report.results.filter(({ _tag }) => _tag === tag).map(({ law }) => law.id)

describePromotionLaws({ describe, it }, rulesWith(), { seed: 20_121_231, runs: 50, benefits: ["rate"] })

describe("laws about the engine", () => {
  it("hold on whatever rules are generated, and each applies to some", () => {
    const engineLaws = promotionLaws.filter(({ about }) => about === "engine")
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPromotionRules(), fc.nat(), (rules, seed) => {
        const report = checkPromotionLaws(rules, { seed, runs: 5, laws: engineLaws })
        for (const id of idsOf("Held", report)) seen.add(id)
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 60, seed: 20_121_231 }
    )
    expect(engineLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe("the laws of promotion", () => {
  it("hold on ordinary rules, all of them", () => {
    expect(notHeld(checkPromotionLaws(rulesWith(), { seed: 1, runs: 200, benefits: ["rate"] }))).toEqual([])
  })

  it("that do not apply to rules say why", () => {
    const promotion = { maxSteps: "any", movesPerCycle: 1 }
    const report = checkPromotionLaws(rulesWith({ promotion, demotion: undefined }), { seed: 1, runs: 20 })
    expect(idsOf("Broken", report)).toEqual([])
    expect(idsOf("NotApplicable", report)).toEqual(["up-or-down", "steps-within", "adding-never-admits"])
    expect(renderLawReport(report, "zh-CN")).toContain("– up-or-down: 不适用：办法没有降级")
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

const aboutRules = promotionLaws.filter(({ about }) => about === "book")

describe("rules that make no sense", () => {
  const broken = (rules: Parameters<typeof checkPromotionLaws>[0], benefits: ReadonlyArray<string> = []) => {
    const report = checkPromotionLaws(rules, { seed: 1, runs: 200, benefits, laws: aboutRules })
    return { ids: idsOf("Broken", report), zh: renderLawReport(report, "zh-CN"), en: renderLawReport(report, "en") }
  }

  it("keep out who has closed every problem, and the counterexample shows it", () => {
    const { ids, zh, en } = broken(requiring("closed", { fact: "problems.open", op: "!=", value: 0 }))
    expect(ids).toEqual(["better-helps"])
    expect(zh).toContain("变动：再销号一个问题")
    expect(zh).toContain("此法则不成立，多半是办法写错了")
    expect(en).toMatch(/change: one more problem closed/)
    expect(en).toMatch(/problems\.open +1/)
    expect(en).toMatch(/found: NotMet/)
  })

  it("want fewer to be satisfied: only where more is declared to be better", () => {
    const rules = requiring("rate", { fact: "rate", op: "<=", value: "0.8" })
    expect(broken(rules).ids).toEqual([])
    const { ids, en } = broken(rules, ["rate"])
    expect(ids).toEqual(["better-helps"])
    expect(en).toMatch(/rate raised from [\d.]+ to [\d.]+/)
  })

  it("want a second assessment that does not reach the level", () => {
    const rules = requiring("score", { fact: "level.assessed", op: "=", value: "B" })
    expect(broken(rules).ids).toContain("better-helps")
  })

  it("let a unit up that they let down as well: a veto is a ground, and no condition", () => {
    const { ids, en } = broken(requiring("veto", { fact: "problems.closed", op: ">=", value: 0 }))
    expect(ids).toEqual(["up-or-down"])
    expect(en).toMatch(/veto +true/)
    expect(en).toMatch(/expected: up to [ABC], and not down to [BCD]/)
  })
})
