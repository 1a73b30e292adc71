import type { Engine } from "@zhengyou/testkit"
import { engineWith, type Substitution } from "../../engineWith.ts"
import type { Mutant } from "../../provedByFaults.ts"

/** A fault of grading; its rules are what the ordinary book has otherwise. */
export type GradingMutant = Mutant<Engine, object>

/** A fault that is one change of the engine's source. */
export const mutant = (name: string, killedBy: string, change: Substitution, rules: object = {}): GradingMutant => ({
  name,
  killedBy,
  rules,
  engine: () => engineWith("grading", change)
})
