import type { Formula } from "@zhengyou/satisfaction"
import type { SatisfactionEngine } from "@zhengyou/testkit/satisfaction"
import { engineWith, type Substitution } from "../engineWith.ts"
import type { Mutant } from "../provedByFaults.ts"

/** A fault of satisfaction; its rules are what the ordinary formula has otherwise. */
export type SatisfactionMutant = Mutant<SatisfactionEngine, Partial<Formula>>

/** A fault that is one change of the engine's source. */
export const mutant = (
  name: string,
  killedBy: string,
  change: Substitution,
  rules: Partial<Formula> = {}
): SatisfactionMutant => ({ name, killedBy, rules, engine: () => engineWith("satisfaction", change) })
