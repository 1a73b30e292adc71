import { parsePromotionRules, promotionRulesJsonSchema } from "@zhengyou/promotion"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { rulesInput } from "./support.ts"

describe("the JSON Schema, read by a validator of draft 2020-12", () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(Object(promotionRulesJsonSchema()))
  const valid = (change: object): boolean => validate({ ...rulesInput, ...change })

  it("takes what the reader takes, with and without what may be left out", () => {
    expect(valid({})).toBe(true)
    const { facts: _, window: __, demotion: ___, targets: ____, tasks: _____, ...least } = rulesInput
    expect(validate(least)).toBe(true)
    expect(valid({ promotion: { maxSteps: "any", movesPerCycle: 2 } })).toBe(true)
  })

  it.each([
    ["another format", { format: "zhengyou/promotion-rules@2" }],
    ["no ladder", { ladder: [] }],
    ["no steps at all", { promotion: { ...rulesInput.promotion, maxSteps: 0 } }],
    ["another word for steps", { promotion: { ...rulesInput.promotion, maxSteps: "all" } }],
    ["a condition of unknown make", { promotion: { ...rulesInput.promotion, requirements: [{ require: "rate" }] } }],
    ["demotion without grounds", { demotion: { maxSteps: 1, grounds: [] } }],
    ["a cycle without an end", { cycle: { from: "2012-01-01" } }]
  ])("refuses %s, as the reader does", (_, change) => {
    expect(valid(change)).toBe(false)
    expect(Result.isFailure(parsePromotionRules({ ...rulesInput, ...change }))).toBe(true)
  })

  it("is the one that the package ships", async () => {
    const json = `${JSON.stringify(promotionRulesJsonSchema(), null, 2)}\n`
    await expect(json).toMatchFileSnapshot("../promotion-rules.schema.json")
  })
})
