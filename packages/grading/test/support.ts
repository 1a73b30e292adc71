import { readFileSync } from "node:fs"
import { exactUnsafe, type Fact, type FactValue, formatExact, type Unit } from "@zhengyou/core"
import {
  type Grading,
  type GradingInputs,
  grade,
  type Outcome,
  parseRuleBook,
  type RuleBook,
  RuleBook as RuleBookCodec,
  type Sheet
} from "@zhengyou/grading"
import { Result, Schema } from "effect"

/** The rule book of a worked case. */
export const bookOf = (name: string): RuleBook =>
  Result.getOrThrow(
    parseRuleBook(JSON.parse(readFileSync(new URL(`cases/${name}.book.json`, import.meta.url), "utf8")))
  )

/** A rule book as JSON. */
export const jsonOf = (book: RuleBook): Schema.JsonObject => {
  const json = Schema.encodeSync(RuleBookCodec)(book)
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error("not an object")
  // Array.isArray does not rule out a readonly array.
  return json as Schema.JsonObject
}

export const unit = (id: string): Unit => ({ id, name: id })

export const sheet = (
  unitId: string,
  panel: string,
  rater: string,
  scores: Readonly<Record<string, string | number>>
): Sheet => ({
  unit: unitId,
  panel,
  rater,
  scores: Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, exactUnsafe(score)]))
})

export const number = (unitId: string, fact: string, value: string | number): Fact => ({
  unit: unitId,
  fact,
  value: { _tag: "Number", value: exactUnsafe(value) }
})

export const flag = (unitId: string, fact: string, value: boolean): Fact => {
  const flagged: FactValue = { _tag: "Flag", value }
  return { unit: unitId, fact, value: flagged }
}

export const gradeUnsafe = (book: RuleBook, inputs: GradingInputs): Grading => Result.getOrThrow(grade(book, inputs))

export const outcomeOf = (grading: Grading, unitId: string): Outcome => {
  const found = grading.outcomes.find((outcome) => outcome.unit === unitId)
  if (found === undefined) throw new Error(`no outcome of ${unitId}`)
  return found
}

/** The level of a unit, or the tag of its outcome where it has none. */
export const levelOf = (grading: Grading, unitId: string): string => {
  const outcome = outcomeOf(grading, unitId)
  return outcome._tag === "Graded" ? outcome.level : outcome._tag
}

export const totalOf = (grading: Grading, unitId: string): string => {
  const outcome = outcomeOf(grading, unitId)
  return "total" in outcome ? formatExact(outcome.total.exact) : outcome._tag
}
