import type { Id } from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import { type HoldOptions, holdLaws } from "../holdLaws.ts"
import type { LawReport } from "../LawReport.ts"
import { boundariesOf } from "./boundaries.ts"
import { type Engine, gradingEngine } from "./Engine.ts"
import { type GradingCase, type GradingLaw, type GradingSetting, showGradingCase } from "./GradingLaw.ts"
import { laws as allLaws } from "./laws.ts"

/** How laws are checked. */
export interface CheckLawsOptions extends HoldOptions<GradingCase> {
  /** The numbers among the book's facts of which more is better, such as a satisfaction rate. */
  readonly benefits?: ReadonlyArray<Id>
  /** The laws to check: all of them where it is left out. */
  readonly laws?: ReadonlyArray<GradingLaw>
  /** The engine: that of `@zhengyou/grading` where it is left out. */
  readonly engine?: Engine
}

/** What laws are held against, made ready once for all of them. */
export const lawSetting = (
  book: RuleBook,
  { benefits = [], engine = gradingEngine }: Pick<CheckLawsOptions, "benefits" | "engine"> = {}
): GradingSetting => ({
  subject: { id: book.id, version: book.version, title: book.title },
  show: showGradingCase,
  book,
  engine,
  benefits,
  boundaries: boundariesOf(book)
})

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
export const checkLaws = (book: RuleBook, options: CheckLawsOptions): LawReport<GradingCase> =>
  holdLaws(options.laws ?? allLaws, lawSetting(book, options), options)
