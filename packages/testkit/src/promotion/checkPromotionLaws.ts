import type { Id } from "@zhengyou/core"
import type { PromotionRules } from "@zhengyou/promotion"
import { type HoldOptions, holdLaws } from "../holdLaws.ts"
import type { LawReport } from "../LawReport.ts"
import { promotionLaws } from "./laws.ts"
import { type PromotionEngine, promotionEngine } from "./PromotionEngine.ts"
import type { PromotionLaw, PromotionLawCase, PromotionSetting } from "./PromotionLaw.ts"
import { showPromotionCase } from "./showPromotionCase.ts"

/** How laws of promotion are checked. */
export interface CheckPromotionLawsOptions extends HoldOptions<PromotionLawCase> {
  /** The numbers among the facts of the rules of which more is better, such as a satisfaction rate. */
  readonly benefits?: ReadonlyArray<Id>
  /** The laws to check: all of them where it is left out. */
  readonly laws?: ReadonlyArray<PromotionLaw>
  /** The engine: that of `@zhengyou/promotion` where it is left out. */
  readonly engine?: PromotionEngine
}

/** What laws of promotion are held against, made ready once for all of them. */
export const promotionSetting = (
  rules: PromotionRules,
  { benefits = [], engine = promotionEngine }: Pick<CheckPromotionLawsOptions, "benefits" | "engine"> = {}
): PromotionSetting => ({
  subject: { id: rules.id, version: rules.version, title: rules.title },
  show: showPromotionCase,
  rules,
  engine,
  benefits
})

/**
 * Holds the laws of promotion against rules of yours (晋位升级办法检验), without a test framework.
 *
 * **Details**
 *
 * Each law is held against generated moves of your rules, or against what a register, a ledger or a case is told. The same seed gives the same report.
 *
 * @example
 * ```ts
 * import { parsePromotionRules } from "@zhengyou/promotion"
 * import { checkPromotionLaws } from "@zhengyou/testkit/promotion"
 * import { Result } from "effect"
 *
 * const rules = Result.getOrThrow(
 *   parsePromotionRules({
 *     format: "zhengyou/promotion-rules@1",
 *     id: "promotion-2012",
 *     version: "1",
 *     title: "晋位升级办法",
 *     ladder: [{ id: "A", name: "先进" }, { id: "B", name: "良好" }],
 *     cycle: { from: "2012-01-01", until: "2012-12-31" },
 *     promotion: {
 *       maxSteps: 1,
 *       movesPerCycle: 1,
 *       // Whoever has closed everything is kept out: "=" was meant.
 *       requirements: [{ id: "closed", name: "问题全部销号", at: "decision", require: { fact: "problems.open", op: "!=", value: 0 } }]
 *     }
 *   })
 * )
 * const report = checkPromotionLaws(rules, { seed: 1, runs: 50 })
 * report.results.flatMap((result) => (result._tag === "Broken" ? [result.law.id] : [])) // => ["better-helps"]
 * ```
 */
export const checkPromotionLaws = (
  rules: PromotionRules,
  options: CheckPromotionLawsOptions
): LawReport<PromotionLawCase> => holdLaws(options.laws ?? promotionLaws, promotionSetting(rules, options), options)
