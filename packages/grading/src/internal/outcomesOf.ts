import * as Result from "effect/Result"
import { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import type { Grading } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import { inputFaults } from "./inputFaults.ts"
import { readyRules } from "./readyRules.ts"
import { settleRound } from "./settleRound.ts"
import { inputsByUnit, standUnit } from "./standUnit.ts"

/** What a round comes to: a grading before it has its receipt. */
export type Outcomes = Pick<Grading, "outcomes" | "quotas">

/** Grades units by a rule book, without the receipt that a result needs which leaves the engine. */
export const outcomesOf = (book: RuleBook, inputs: GradingInputs): Result.Result<Outcomes, InputsInvalid> => {
  const faults = inputFaults(book, inputs)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const rules = readyRules(book)
  const stood = inputsByUnit(inputs).map((given) => standUnit(book, rules, given, inputs.asOf))
  return Result.succeed(settleRound(book, stood, inputs.lotSeed))
}
