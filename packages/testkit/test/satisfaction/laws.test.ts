import { exactUnsafe } from "@zhengyou/core"
import { formulaPresets, formulasFor, scalePresets } from "@zhengyou/satisfaction"
import { renderLawReport } from "@zhengyou/testkit"
import {
  anyQuestionnaire,
  checkSatisfactionLaws,
  describeSatisfactionLaws,
  formulaFor,
  satisfactionLaws
} from "@zhengyou/testkit/satisfaction"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { questionnaire, rulesWith, satisfiedOnly } from "./rules.ts"

const tagsOf = (report: ReturnType<typeof checkSatisfactionLaws>) =>
  Object.fromEntries(report.results.map(({ law, _tag }) => [law.id, _tag]))

describeSatisfactionLaws({ describe, it }, rulesWith(), { seed: 20_121_231, runs: 50 })

// Where the rate is a plain share there are five intervals.
describeSatisfactionLaws({ describe, it }, rulesWith({ ...satisfiedOnly, id: "satisfied/valid", name: "satisfied" }), {
  seed: 20_121_231,
  runs: 100
})

describe("the laws of satisfaction", () => {
  it("hold on whatever questionnaire and formula are generated", () => {
    const seen = new Set<string>()
    const rules = anyQuestionnaire().chain((of) => formulaFor(of).map((formula) => ({ questionnaire: of, formula })))
    fc.assert(
      fc.property(rules, fc.nat(), (one, seed) => {
        const report = checkSatisfactionLaws(one, { seed, runs: 5 })
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        for (const { law, _tag } of report.results) if (_tag === "Held") seen.add(law.id)
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 100, seed: 20_121_231 }
    )
    // Each of them applied to some of the rules.
    expect(satisfactionLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })

  it.each(scalePresets.flatMap((scale) => formulasFor(scale).map((formula) => ({ id: formula.id, scale, formula }))))(
    "hold by the preset $id",
    ({ scale, formula }) => {
      const one = {
        ...questionnaire,
        scales: [scale],
        questions: [{ id: "overall", name: "总体", scale: scale.id }]
      } as const
      const report = checkSatisfactionLaws({ questionnaire: one, formula }, { seed: 1, runs: 10 })
      expect(report.results.filter(({ _tag }) => _tag === "Broken")).toEqual([])
    }
  )

  it("find points that have changed places, with the smallest counts that show it", () => {
    const points = { satisfied: exactUnsafe(100), fairlySatisfied: exactUnsafe(30), dissatisfied: exactUnsafe(70) }
    const report = checkSatisfactionLaws(rulesWith({ points }), { seed: 1 })
    const broken = report.results.filter(({ _tag }) => _tag === "Broken")
    expect(broken.map(({ law }) => law.id)).toEqual(["better-never-lowers"])
    const zh = renderLawReport(report, "zh-CN")
    expect(zh).toContain("1 票由 dissatisfied 改为更好的 fairlySatisfied")
    expect(zh).toContain("应为：不低于 0.7")
    expect(zh).toContain("实为：0.3")
    const en = renderLawReport(report, "en")
    expect(en).toContain("1 of the dissatisfied become fairlySatisfied, which is better")
    expect(en).toContain("most likely a mistake in the rules")
  })

  it("say why they do not apply", () => {
    const [, returned] = formulaPresets
    if (returned === undefined) throw new Error("no preset")
    const one = { ...questionnaire, groups: [{ id: "staff", name: "教职工" }] } as const
    const report = checkSatisfactionLaws({ questionnaire: one, formula: returned }, { seed: 1, runs: 10 })
    expect(tagsOf(report)).toMatchObject({ "dont-know-aside": "NotApplicable", "own-unit-aside": "NotApplicable" })
    expect(renderLawReport(report, "en")).toContain("the formula counts don't know")
  })

  it("have every text in both languages, and a witness each", () => {
    for (const { says, witness } of satisfactionLaws) {
      for (const text of [says, witness.bug]) {
        expect(typeof text === "object" && text["zh-CN"] !== text.en).toBe(true)
      }
      expect(witness.source).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
    }
    expect(new Set(satisfactionLaws.map(({ id }) => id)).size).toBe(satisfactionLaws.length)
  })
})
