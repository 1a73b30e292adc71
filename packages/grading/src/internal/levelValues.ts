import type { Condition, KnownFacts, Path } from "@zhengyou/core"

/** The levels that a condition compares facts with, each with the place where it stands. */
export const levelValues = (
  condition: Condition,
  known: KnownFacts,
  path: Path
): ReadonlyArray<{ readonly level: string; readonly path: Path }> => {
  if ("all" in condition) return condition.all.flatMap((one, i) => levelValues(one, known, [...path, "all", i]))
  if ("any" in condition) return condition.any.flatMap((one, i) => levelValues(one, known, [...path, "any", i]))
  if ("not" in condition) return levelValues(condition.not, known, [...path, "not"])
  if (known.get(condition.fact)?.type !== "level") return []
  const at = [...path, "value"]
  if (typeof condition.value !== "object") return [{ level: String(condition.value), path: at }]
  return condition.value.map((value, i) => ({ level: String(value), path: [...at, i] }))
}
