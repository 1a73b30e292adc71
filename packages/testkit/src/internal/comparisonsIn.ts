import type { Comparison, Condition } from "@zhengyou/core"

/** Every comparison that a condition makes, in its order. */
export const comparisonsIn = (condition: Condition): ReadonlyArray<Comparison> => {
  if ("fact" in condition) return [condition]
  if ("not" in condition) return comparisonsIn(condition.not)
  return ("all" in condition ? condition.all : condition.any).flatMap(comparisonsIn)
}
