import type { FactDeclaration, KnownFacts } from "@zhengyou/core"

const ownFacts: ReadonlyArray<FactDeclaration> = [
  { id: "pledge.kind", name: { "zh-CN": "承诺主体", en: "kind of pledger" }, type: "text" },
  { id: "pledge.category", name: { "zh-CN": "类别", en: "category" }, type: "text" },
  { id: "pledge.visibility", name: { "zh-CN": "公开方式", en: "visibility" }, type: "text" },
  { id: "pledge.measures", name: { "zh-CN": "措施数", en: "measures" }, type: "number" },
  { id: "pledge.urgentPosts", name: { "zh-CN": "急难险重任务数", en: "urgent tasks" }, type: "number" },
  { id: "pledge.bases", name: { "zh-CN": "依据数", en: "bases" }, type: "number" },
  { id: "pledge.baseline", name: { "zh-CN": "基数", en: "baseline" }, type: "number" },
  { id: "pledge.target", name: { "zh-CN": "目标值", en: "target value" }, type: "number" },
  { id: "pledge.due", name: { "zh-CN": "完成时限", en: "deadline" }, type: "date" },
  { id: "pledge.days", name: { "zh-CN": "距时限天数", en: "days to the deadline" }, type: "number" }
]

/** Whether a name is one of those that the review gives facts itself. */
export const isReserved = (id: string): boolean => id.startsWith("pledge.")

/** The facts that a host's rule may ask for: those of the pledge, and those that the policy declares of its pledger. */
export const knownFacts = (declared: ReadonlyArray<FactDeclaration>): KnownFacts =>
  new Map([...declared, ...ownFacts].map((fact) => [fact.id, fact]))
