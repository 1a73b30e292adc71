import { type TestFunctions, testLaws } from "../testLaws.ts"
import { type CheckSatisfactionLawsOptions, satisfactionSetting } from "./checkSatisfactionLaws.ts"
import { satisfactionLaws } from "./laws.ts"
import type { SatisfactionRules } from "./SatisfactionLaw.ts"

/** Makes a test of each law for a questionnaire and its formula; a law that is broken fails with its counterexample. */
export const describeSatisfactionLaws = (
  tests: TestFunctions,
  rules: SatisfactionRules,
  options: CheckSatisfactionLawsOptions
): void => testLaws(tests, options.laws ?? satisfactionLaws, satisfactionSetting(rules, options.engine), options)
