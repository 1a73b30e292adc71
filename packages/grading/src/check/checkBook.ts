import type { Unit } from "@zhengyou/core"
import type { RuleBook } from "../RuleBook.ts"
import type { Finding } from "./Finding.ts"
import { bandFindings } from "./internal/bandFindings.ts"
import { criterionFindings } from "./internal/criterionFindings.ts"
import { entryFindings, nobodyEligible } from "./internal/entryFindings.ts"
import { gateFindings } from "./internal/gateFindings.ts"
import { panelFindings } from "./internal/panelFindings.ts"
import { quotaFindings, sharesByLevel } from "./internal/quotaFindings.ts"
import { rosterFindings } from "./internal/rosterFindings.ts"
import { studyOf } from "./internal/Study.ts"
import { settingFindings } from "./internal/settingFindings.ts"

/**
 * Proof-reads a rule book before anybody is graded by it (审读): everything in it that is well formed but unwise.
 *
 * **When to use**
 *
 * Whenever a book is drafted or changed; with the roster, once it is known who will be graded.
 *
 * **Details**
 *
 * Each finding stands with its place in the book and with a witness: inputs whose grading shows it. A sound book gives
 * none. What {@link parseRuleBook} refuses, such as overlapping bands, is not looked for again. Where nobody can be
 * eligible, only that is told: nothing that is said of graded units could be shown.
 *
 * @example
 * ```ts
 * import { checkBook, parseRuleBook } from "@zhengyou/grading"
 * import { Result } from "effect"
 *
 * const book = parseRuleBook({
 *   format: "zhengyou/rule-book@2",
 *   id: "branches",
 *   version: "1",
 *   title: "党支部分类定级办法",
 *   ladder: [{ id: "good", name: "好" }, { id: "fair", name: "较好" }],
 *   criteria: [{ id: "work", name: "中心工作", maximum: 100, missing: "block" }],
 *   fullMarks: 100,
 *   panels: [{ id: "experts", name: "专家", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *   rounding: {},
 *   decideOn: "exact",
 *   bands: [{ level: "good", from: 90 }, { level: "fair", from: 60 }]
 * })
 * const findings = checkBook(Result.getOrThrow(book))
 * findings.map(({ problem }) => problem._tag) // => ["BandGap"]
 * findings[0]?.witness.shows[0]?.outcome // => "undetermined"
 * ```
 */
export const checkBook = (book: RuleBook, roster: ReadonlyArray<Unit> = []): ReadonlyArray<Finding> => {
  const study = studyOf(book, roster)
  const nobody = nobodyEligible(study)
  if (nobody.length > 0) return nobody
  const shares = book.quotas.length > 0 ? sharesByLevel(study) : new Map()
  return [
    ...criterionFindings(study),
    ...panelFindings(study),
    ...bandFindings(study),
    ...entryFindings(study),
    ...gateFindings(study),
    ...quotaFindings(study, shares),
    ...settingFindings(study),
    ...rosterFindings(study, shares)
  ]
}
