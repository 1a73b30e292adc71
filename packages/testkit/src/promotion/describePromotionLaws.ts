import type { PromotionRules } from "@zhengyou/promotion"
import { type TestFunctions, testLaws } from "../testLaws.ts"
import { type CheckPromotionLawsOptions, promotionSetting } from "./checkPromotionLaws.ts"
import { promotionLaws } from "./laws.ts"

/** Makes a test of each law for rules of promotion; a law that is broken fails with its counterexample. */
export const describePromotionLaws = (
  tests: TestFunctions,
  rules: PromotionRules,
  options: CheckPromotionLawsOptions
): void => testLaws(tests, options.laws ?? promotionLaws, promotionSetting(rules, options), options)
