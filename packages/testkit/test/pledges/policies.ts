import { type PledgePolicy, parsePledgePolicy, RequiredField } from "@zhengyou/pledges"
import { Result } from "effect"

const kind = {
  categories: [
    { id: "development", name: "推动科学发展的重大事项" },
    { id: "service", name: "服务群众的重点项目" }
  ],
  required: RequiredField.literals.map((field) => ({ field, principle: "feasible", severity: "error" })),
  perPledger: 3,
  perOwner: 2,
  content: { minimum: 10, maximum: 300 },
  measure: { maximum: 100 }
}

/** A policy of an ordinary university: every field is required, every check is made, and one rule is its own. */
export const ordinary = {
  format: "zhengyou/pledge-policy@1",
  id: "pledges-2012",
  version: "1",
  title: { "zh-CN": "2012 年公开承诺工作办法", en: "Public pledges of 2012" },
  cycle: { from: "2012-01-01", until: "2012-12-31", publishBy: "2012-03-31" },
  kinds: { branch: kind, unit: kind, member: kind },
  facts: [{ id: "online", name: "有网页", type: "flag" }],
  rules: [
    {
      id: "page",
      name: "支部有网页",
      principle: "feasible",
      severity: "error",
      kinds: ["branch"],
      require: { fact: "online", op: "=", value: true, ifUnknown: true },
      suggestion: "请先开通网页"
    }
  ],
  evaluation: {
    full: 100,
    weights: { self: "0.2", inspection: "0.5", public: "0.3" },
    missing: "block",
    decideOn: "exact",
    bands: [
      { level: { id: "good", name: "好" }, from: 95 },
      { level: { id: "fair", name: "中" }, from: 80 },
      { level: { id: "poor", name: "差" }, from: 0 }
    ],
    excused: "leaveOut"
  }
}

/** The ordinary policy with something otherwise. */
export const policyWith = (change: object = {}): PledgePolicy =>
  Result.getOrThrow(parsePledgePolicy({ ...ordinary, ...change }))
