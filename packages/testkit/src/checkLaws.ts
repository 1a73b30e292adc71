import type { Id } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import fc from "fast-check"
import { boundariesOf } from "./boundaries.ts"
import { type Engine, gradingEngine } from "./Engine.ts"
import { say } from "./internal/say.ts"
import type { Law, LawCase, LawSetting } from "./Law.ts"
import type { LawReport, LawResult } from "./LawReport.ts"
import { laws as allLaws } from "./laws.ts"

/** How laws are checked. */
export interface CheckLawsOptions {
  /** What chance is drawn from: the same seed gives the same report. */
  readonly seed: number
  /** How many cases each law is held against: 100 where it is left out. */
  readonly runs?: number
  /** The numbers among the book's facts of which more is better, such as a satisfaction rate. */
  readonly benefits?: ReadonlyArray<Id>
  /** The laws to check: all of them where it is left out. */
  readonly laws?: ReadonlyArray<Law>
  /** The engine: that of `@zhengyou/grading` where it is left out. */
  readonly engine?: Engine
  /** Told of each law's result as it is known. */
  readonly onResult?: (result: LawResult) => void
}

/** What laws are held against, made ready once for all of them. */
export const lawSetting = (
  book: RuleBook,
  { benefits = [], engine = gradingEngine }: Pick<CheckLawsOptions, "benefits" | "engine"> = {}
): LawSetting => ({ book, engine, benefits, boundaries: boundariesOf(book) })

/** A breach, also where the engine throws. */
const breachOf = (law: Law, setting: LawSetting, one: LawCase) => {
  try {
    return law.examine(setting, one)
  } catch (thrown) {
    return { expected: say("一个结果", "a result"), found: say(`抛出 ${String(thrown)}`, `it threw ${String(thrown)}`) }
  }
}

/** Holds one law against a book. */
export const checkLaw = (
  law: Law,
  setting: LawSetting,
  { seed, runs = 100 }: Pick<CheckLawsOptions, "seed" | "runs">
): LawResult => {
  const because = law.unless(setting)
  if (because !== undefined) return { _tag: "NotApplicable", law, because }
  const property = fc.property(law.cases(setting), (one) => breachOf(law, setting, one) === undefined)
  const found = fc.check(property, { seed, numRuns: runs })
  const one = found.counterexample?.[0]
  const breach = one && breachOf(law, setting, one)
  if (one === undefined || breach === undefined) return { _tag: "Held", law, runs: found.numRuns }
  return { _tag: "Broken", law, runs: found.numRuns, shrinks: found.numShrinks, counterexample: { case: one, breach } }
}

/**
 * Holds the laws of grading against a rule book of yours (法则检验), without a test framework.
 *
 * **When to use**
 *
 * In a test of the project that keeps the book, and in a script before a book is adopted.
 *
 * **Details**
 *
 * Each law is held against generated rounds of the book and against rounds that lie exactly on its thresholds. A law that does not
 * apply to the book is reported with the reason. The report is data: {@link renderLawReport} writes it out. Neither the clock
 * nor chance is asked: the same seed gives the same report.
 *
 * @example
 * ```ts
 * import { parseRuleBook } from "@zhengyou/grading"
 * import { checkLaws } from "@zhengyou/testkit"
 * import { Result } from "effect"
 *
 * const book = Result.getOrThrow(
 *   parseRuleBook({
 *     format: "zhengyou/rule-book@2",
 *     id: "windows",
 *     version: "1",
 *     title: "Service windows",
 *     ladder: [{ id: "a", name: "A" }, { id: "b", name: "B" }],
 *     // A window whose rate is ABOVE 90 % is lowered: the sign was meant to be "<".
 *     facts: [{ id: "rate", name: "Satisfaction", type: "number", minimum: 0, maximum: 1 }],
 *     gates: [{ id: "rate", name: "Satisfaction", when: { fact: "rate", op: ">", value: "0.9" }, then: { atMost: "b" } }],
 *     criteria: [{ id: "service", name: "Service", maximum: 100, missing: "block" }],
 *     fullMarks: 100,
 *     panels: [{ id: "experts", name: "Experts", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
 *     rounding: {},
 *     decideOn: "exact",
 *     bands: [{ level: "a", from: 90 }, { level: "b", from: 0 }]
 *   })
 * )
 * const report = checkLaws(book, { seed: 1, runs: 50, benefits: ["rate"] })
 * report.results.flatMap((result) => (result._tag === "Broken" ? [result.law.id] : [])) // => ["benefits-help"]
 * ```
 */
export const checkLaws = (book: RuleBook, options: CheckLawsOptions): LawReport => {
  const { seed, runs = 100, laws = allLaws, onResult } = options
  const setting = lawSetting(book, options)
  return {
    book: { id: book.id, version: book.version, title: book.title },
    seed,
    runs,
    results: laws.map((law) => {
      const result = checkLaw(law, setting, { seed, runs })
      onResult?.(result)
      return result
    })
  }
}
