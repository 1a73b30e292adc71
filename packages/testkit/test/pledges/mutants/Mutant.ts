import { type PledgeEngine, pledgeEngine } from "@zhengyou/testkit/pledges"
import { engineWith, type Substitution } from "../../engineWith.ts"
import type { Mutant } from "../../provedByFaults.ts"

/** A fault of pledges; its rules are what the ordinary policy has otherwise. */
export type PledgeMutant = Mutant<PledgeEngine, object>

/** A fault that is one change of the source of `@zhengyou/pledges`, or of another package. */
export const mutant = (
  name: string,
  killedBy: string,
  change: Substitution,
  rules: object = {},
  folder = "pledges"
): PledgeMutant => ({
  name,
  killedBy,
  rules,
  engine: async () => ({ ...pledgeEngine, ...(await engineWith<Partial<PledgeEngine>>(folder, change)) })
})
