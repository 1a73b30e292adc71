import type { PledgePolicy } from "@zhengyou/pledges"
import { type TestFunctions, testLaws } from "../testLaws.ts"
import { type CheckPledgeLawsOptions, pledgeSetting } from "./checkPledgeLaws.ts"
import { pledgeLaws } from "./laws.ts"

/** Makes a test of each law for a policy; a law that is broken fails with its counterexample. */
export const describePledgeLaws = (tests: TestFunctions, policy: PledgePolicy, options: CheckPledgeLawsOptions): void =>
  testLaws(tests, options.laws ?? pledgeLaws, pledgeSetting(policy, options), options)
