import type { Condition, FactDeclaration, FactType, KnownFacts, Scalar } from "@zhengyou/core"
import type { PromotionRules } from "@zhengyou/promotion"
import { comparisonsIn } from "../../internal/comparisonsIn.ts"

const own: Readonly<Record<string, FactType>> = {
  "unit.id": "text",
  "unit.type": "text",
  "unit.founded": "date",
  "unit.age.months": "number",
  "level.inForce": "level",
  "level.months": "number",
  "level.target": "level",
  "level.assessed": "level",
  "level.assessedReaches": "flag",
  "level.assessedBelow": "flag",
  "problems.open": "number",
  "problems.closed": "number"
}

/** The facts that conditions of promotion may ask for: those that the rules declare, and those that every unit has. */
export const knownIn = ({ facts }: PromotionRules): KnownFacts => {
  const each = Object.entries(own).map(([id, type]): FactDeclaration => ({ id, name: id, type }))
  return new Map([...facts, ...each].map((declared) => [declared.id, declared]))
}

const conditionsOf = ({ promotion, demotion }: PromotionRules): ReadonlyArray<Condition> => [
  ...promotion.requirements.map(({ require }) => require),
  ...(demotion?.grounds ?? []).map(({ when }) => when)
]

/** The values that rules compare a fact with, each once. */
export const statedIn = (rules: PromotionRules, fact: string): ReadonlyArray<Scalar> => [
  ...new Set(
    conditionsOf(rules)
      .flatMap(comparisonsIn)
      .filter((comparison) => comparison.fact === fact)
      .flatMap(({ value }) => (typeof value === "object" ? value : [value]))
  )
]

/** The days on which units may apply. */
export const windowOf = ({ window, cycle }: PromotionRules) => window ?? cycle
