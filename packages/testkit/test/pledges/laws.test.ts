import { renderLawReport } from "@zhengyou/testkit"
import { anyPledgePolicy, checkPledgeLaws, pledgeLaws } from "@zhengyou/testkit/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { policyWith } from "./policies.ts"

describe("the laws of pledges", () => {
  it("hold on an ordinary policy, and each of them applies", () => {
    const report = checkPledgeLaws(policyWith(), { seed: 1, runs: 100 })
    const others = report.results.filter(({ _tag }) => _tag !== "Held")
    expect(
      renderLawReport({ ...report, results: others }, "en")
        .split("\n")
        .slice(1)
    ).toEqual([])
  })

  it("that are about the engine hold on whatever policy is generated", () => {
    const engineLaws = pledgeLaws.filter(({ about }) => about === "engine")
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPledgePolicy(), fc.nat(), (policy, seed) => {
        const report = checkPledgeLaws(policy, { seed, runs: 5, laws: engineLaws })
        const broken = report.results.filter(({ _tag }) => _tag === "Broken")
        for (const { law, _tag } of report.results) if (_tag === "Held") seen.add(law.id)
        if (broken.length > 0) throw new Error(renderLawReport({ ...report, results: broken }, "en"))
      }),
      { numRuns: 30, seed: 20_121_231 }
    )
    expect(engineLaws.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})
