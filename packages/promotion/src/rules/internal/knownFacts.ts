import type { FactDeclaration, FactType, KnownFacts } from "@zhengyou/core"

const fact = (id: string, zh: string, en: string, type: FactType): FactDeclaration => ({
  id,
  name: { "zh-CN": zh, en },
  type
})

/** The facts that promotion knows of every unit, beside those that its rules declare. */
const own: ReadonlyArray<FactDeclaration> = [
  fact("unit.id", "单位编号", "unit id", "text"),
  fact("unit.type", "单位类型", "unit type", "text"),
  fact("unit.founded", "成立日期", "founded", "date"),
  fact("unit.age.months", "成立月数", "months since founding", "number"),
  fact("level.inForce", "现等级", "level in force", "level"),
  fact("level.months", "在现等级月数", "months in the level", "number"),
  fact("level.target", "申请等级", "level applied for", "level"),
  fact("level.assessed", "复评等级", "level assessed again", "level"),
  fact("level.assessedReaches", "复评达到所申请的等级", "assessed at the level applied for or better", "flag"),
  fact("level.assessedBelow", "复评低于现等级", "assessed below the level in force", "flag"),
  fact("problems.open", "未销号问题数", "open problems", "number"),
  fact("problems.closed", "已销号问题数", "closed problems", "number")
]

/** The names that rules must not declare themselves. */
export const isReserved = (id: string): boolean => /^(unit|level|problems)\./.test(id)

/** The facts that conditions of promotion may ask for. */
export const knownFacts = (declared: ReadonlyArray<FactDeclaration>): KnownFacts =>
  new Map([...declared, ...own].map((known) => [known.id, known]))
