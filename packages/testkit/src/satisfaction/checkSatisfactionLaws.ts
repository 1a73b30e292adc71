import { type HoldOptions, holdLaws } from "../holdLaws.ts"
import type { LawReport } from "../LawReport.ts"
import { satisfactionLaws } from "./laws.ts"
import { type SatisfactionEngine, satisfactionEngine } from "./SatisfactionEngine.ts"
import {
  type SatisfactionCase,
  type SatisfactionLaw,
  type SatisfactionRules,
  type SatisfactionSetting,
  showSatisfactionCase
} from "./SatisfactionLaw.ts"

/** How laws of satisfaction are checked. */
export interface CheckSatisfactionLawsOptions extends HoldOptions<SatisfactionCase> {
  /** The laws to check: all of them where it is left out. */
  readonly laws?: ReadonlyArray<SatisfactionLaw>
  /** The engine: that of `@zhengyou/satisfaction` where it is left out. */
  readonly engine?: SatisfactionEngine
}

/** What laws of satisfaction are held against, made ready once for all of them. */
export const satisfactionSetting = (
  rules: SatisfactionRules,
  engine: SatisfactionEngine = satisfactionEngine
): SatisfactionSetting => ({
  subject: { id: rules.questionnaire.id, version: rules.formula.id, title: rules.formula.name },
  show: showSatisfactionCase,
  rules,
  engine
})

/**
 * Holds the laws of satisfaction against a questionnaire and a formula of yours (法则检验), without a test framework.
 *
 * **Details**
 *
 * Each law is held against generated ballots and counts. Neither the clock nor chance is asked: the same seed gives the same report.
 *
 * @example
 * ```ts
 * import { exactUnsafe } from "@zhengyou/core"
 * import { formulaPresets, scalePresets } from "@zhengyou/satisfaction"
 * import { checkSatisfactionLaws } from "@zhengyou/testkit/satisfaction"
 *
 * const questionnaire = {
 *   id: "style", frame: "staff", subjects: ["z01"], scales: [scalePresets[0]!],
 *   questions: [{ id: "overall", name: "总体评价", scale: "satisfied-3" }], groups: [{ id: "staff", name: "教职工" }]
 * } as const
 * // 30 and 70 have changed places.
 * const [satisfied, fairlySatisfied, dissatisfied] = [exactUnsafe(100), exactUnsafe(30), exactUnsafe(70)]
 * const points = { satisfied, fairlySatisfied, dissatisfied }
 * const formula = { ...formulaPresets[0]!, points, fullMarks: exactUnsafe(100) }
 * const report = checkSatisfactionLaws({ questionnaire, formula }, { seed: 1, runs: 50 })
 * report.results.flatMap((result) => (result._tag === "Broken" ? [result.law.id] : [])) // => ["better-never-lowers"]
 * ```
 */
export const checkSatisfactionLaws = (
  rules: SatisfactionRules,
  options: CheckSatisfactionLawsOptions
): LawReport<SatisfactionCase> =>
  holdLaws(options.laws ?? satisfactionLaws, satisfactionSetting(rules, options.engine), options)
