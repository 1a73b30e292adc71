import { renderLawReport } from "@zhengyou/testkit"
import { anyPledgePolicy, checkPledgeLaws, describePledgeLaws, pledgeLaws } from "@zhengyou/testkit/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ordinary, policyWith } from "./policies.ts"

const tagsOf = (report: ReturnType<typeof checkPledgeLaws>) =>
  Object.fromEntries(report.results.map(({ law, _tag }) => [law.id, _tag]))

describe("the laws of pledges", () => {
  describePledgeLaws({ describe, it }, policyWith(), { seed: 20_121_231, runs: 40 })

  it("that are about the engine hold on whatever policy is generated, and each applies to some", () => {
    const engineLaws = pledgeLaws.filter(({ about }) => about === "engine")
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPledgePolicy(), fc.nat(), (policy, seed) => {
        const report = checkPledgeLaws(policy, { seed, runs: 4, laws: engineLaws })
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        for (const { law, _tag } of report.results) if (_tag === "Held") seen.add(law.id)
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 15, seed: 20_121_231 }
    )
    expect(engineLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })

  it("find that a unit is better off unscored where the policy gives the weight of a part to the others", () => {
    const policy = policyWith({ evaluation: { ...ordinary.evaluation, missing: "renormalise" } })
    const report = checkPledgeLaws(policy, { seed: 1, laws: pledgeLaws.filter(({ about }) => about === "book") })
    expect(tagsOf(report)).toEqual({ "absence-never-helps": "Broken" })
    const en = renderLawReport(report, "en")
    expect(en).toContain("✗ absence-never-helps")
    expect(en).toMatch(/scores\n +what +value\n +self +\d/)
    expect(en).toMatch(/expected: no better than [\d.]+ \(\w+\)\n +found: [\d.]+/)
    expect(renderLawReport(report, "zh-CN")).toContain("不高于")
  })

  it("say why they do not apply", () => {
    const policy = policyWith({
      cycle: { from: "2012-01-01", until: "2012-01-31", publishBy: "2012-01-31" },
      principles: { advanced: [{ check: "Slogan", severity: "error" }], targeted: [], feasible: [], effective: [] }
    })
    const report = checkPledgeLaws(policy, { seed: 1, runs: 3 })
    expect(tagsOf(report)).toMatchObject({ "repaired-is-sound": "NotApplicable", "copy-found": "NotApplicable" })
    expect(Object.values(tagsOf(report))).not.toContain("Broken")
    expect(renderLawReport(report, "en")).toContain("shorter than 60 days")
  })

  it("have texts in both languages, and a witness each", () => {
    for (const { says, witness } of pledgeLaws) {
      for (const text of [says, witness.bug]) expect(typeof text === "object" && text["zh-CN"] !== text.en).toBe(true)
      expect(witness.source).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
    }
    expect(new Set(pledgeLaws.map(({ id }) => id)).size).toBe(pledgeLaws.length)
  })
})
