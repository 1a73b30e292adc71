import { parseRuleBook, type RuleBook } from "@zhengyou/grading"
import { Result } from "effect"

const level = (id: string) => ({ id, name: id })

/** Two criteria, a panel of its own and one that trims, a gate, an eligibility rule and a cap: an ordinary book. */
export const ordinary = {
  format: "zhengyou/rule-book@2",
  id: "ordinary",
  version: "1",
  title: { "zh-CN": "窗口考评办法", en: "Appraisal of windows" },
  ladder: ["A", "B", "C"].map(level),
  facts: [
    { id: "rate", name: { "zh-CN": "满意率", en: "satisfaction" }, type: "number", minimum: 0, maximum: 1 },
    { id: "veto", name: { "zh-CN": "一票否决", en: "veto" }, type: "flag" }
  ],
  criteria: [
    { id: "work", name: "工作", maximum: 60, missing: "block" },
    { id: "team", name: "队伍", maximum: 40, missing: "block" }
  ],
  fullMarks: 100,
  panels: [
    { id: "self", name: "自评", weight: "0.4", aggregate: { method: "mean" }, missing: "block" },
    {
      id: "experts",
      name: "专家",
      weight: "0.6",
      aggregate: { method: "trimmedMean", dropHighest: 1, dropLowest: 1, onlyAbove: 3 },
      missing: "block"
    }
  ],
  rounding: {},
  decideOn: "exact",
  bands: [
    { level: "A", from: 90 },
    { level: "B", from: 75 },
    { level: "C", from: 0 }
  ],
  eligibility: [
    { id: "type", name: "类型", require: { fact: "unit.type", op: "=", value: "window", ifUnknown: true } }
  ],
  gates: [
    { id: "rate", name: "满意率", when: { fact: "rate", op: "<", value: "0.9" }, then: { atMost: "B" } },
    { id: "veto", name: "一票否决", when: { fact: "veto", op: "=", value: true }, then: { atMost: "C" } }
  ],
  quotas: [{ kind: "cap", level: "A", seats: { count: 1 }, ties: "exclude" }]
}

/** The ordinary book with some of its parts put in the place of others. */
export const bookWith = (edit: object = {}): RuleBook => Result.getOrThrow(parseRuleBook({ ...ordinary, ...edit }))
