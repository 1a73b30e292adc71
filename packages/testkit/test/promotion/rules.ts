import { type PromotionRules, parsePromotionRules } from "@zhengyou/promotion"
import { Result } from "effect"

const rule = (id: string, at: string, require: object) => ({ id, name: id, at, require })

/** Four levels, a window, one step a cycle, a freeze, conditions on problems, satisfaction and the second assessment, and demotion. */
const ordinary = {
  format: "zhengyou/promotion-rules@1",
  id: "ordinary",
  version: "1",
  title: { "zh-CN": "晋位升级办法", en: "Promotion" },
  ladder: ["A", "B", "C", "D"].map((id) => ({ id, name: id })),
  facts: [
    { id: "rate", name: { "zh-CN": "满意率", en: "satisfaction" }, type: "number", minimum: 0, maximum: 1 },
    { id: "veto", name: { "zh-CN": "一票否决", en: "veto" }, type: "flag" }
  ],
  cycle: { from: "2012-01-01", until: "2012-12-31" },
  window: { from: "2012-10-01", until: "2012-10-31" },
  promotion: {
    maxSteps: 1,
    movesPerCycle: 1,
    freezeMonths: 12,
    requirements: [
      rule("veto", "application", { fact: "veto", op: "=", value: false, ifUnknown: true }),
      rule("months", "application", { fact: "level.months", op: ">=", value: 6 }),
      rule("closed", "decision", { fact: "problems.open", op: "=", value: 0 }),
      rule("rate", "decision", { fact: "rate", op: ">=", value: "0.8" }),
      rule("score", "decision", { fact: "level.assessedReaches", op: "=", value: true })
    ]
  },
  demotion: {
    maxSteps: 1,
    grounds: [
      { id: "below", name: "below", when: { fact: "level.assessedBelow", op: "=", value: true } },
      { id: "veto", name: "veto", when: { fact: "veto", op: "=", value: true } }
    ]
  }
}

/** The ordinary rules with some of their parts put in the place of others, or left out. */
export const rulesWith = (edit: object = {}): PromotionRules =>
  Result.getOrThrow(parsePromotionRules(JSON.parse(JSON.stringify({ ...ordinary, ...edit }))))

/** The ordinary rules with one requirement put in the place of its namesake. */
export const requiring = (id: string, require: object): PromotionRules => {
  const requirements = ordinary.promotion.requirements.map((one) => (one.id === id ? { ...one, require } : one))
  return rulesWith({ promotion: { ...ordinary.promotion, requirements } })
}
