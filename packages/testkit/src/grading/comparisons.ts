import type { Comparison } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import { comparisonsIn } from "../internal/comparisonsIn.ts"

/** A comparison that a book makes, and the rule that makes it. */
export interface Asked {
  readonly part: "eligibility" | "recognitions" | "gates"
  readonly rule: string
  readonly comparison: Comparison
}

/** Every comparison that a book makes of a unit's facts and scores, in the order of the pipeline. */
export const askedBy = (book: RuleBook): ReadonlyArray<Asked> => [
  ...book.eligibility.flatMap(({ id, require }) =>
    comparisonsIn(require).map((comparison) => ({ part: "eligibility" as const, rule: id, comparison }))
  ),
  ...book.recognitions.flatMap(({ id, when }) =>
    comparisonsIn(when).map((comparison) => ({ part: "recognitions" as const, rule: id, comparison }))
  ),
  ...book.gates.flatMap(({ id, when }) =>
    comparisonsIn(when).map((comparison) => ({ part: "gates" as const, rule: id, comparison }))
  )
]

/** The values that a book compares a fact with, each once. */
export const statedFor = (book: RuleBook, fact: string): ReadonlyArray<string | number | boolean> => [
  ...new Set(
    askedBy(book)
      .filter(({ comparison }) => comparison.fact === fact)
      .flatMap(({ comparison: { value } }) => (typeof value === "object" ? value : [value]))
  )
]
