import type { CalendarDate, Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { inputFaults } from "../internal/inputFaults.ts"
import { levelNamed } from "../internal/named.ts"
import { readyRules } from "../internal/readyRules.ts"
import { settleWithCuts } from "../internal/settleRound.ts"
import { inputsByUnit, standUnit, type Worked } from "../internal/standUnit.ts"
import { decidingReason, type Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Explanation, ExplanationNode } from "./Explanation.ts"
import type { ExplanationStep } from "./ExplanationStep.ts"
import { quotaNodes } from "./internal/quotaNodes.ts"
import { bandNode, eligibilityNodes, gateNodes, recognitionNodes } from "./internal/ruleNodes.ts"
import { totalNode } from "./internal/totalNode.ts"

const outcomeStep = (
  book: RuleBook,
  { unit }: Worked,
  outcome: Outcome,
  asOf: CalendarDate | undefined
): ExplanationStep => ({
  _tag: "ExplainedOutcome",
  unit,
  ...(asOf === undefined ? {} : { asOf }),
  outcome: outcome._tag,
  ...("level" in outcome ? { level: levelNamed(book.ladder, outcome.level) } : {}),
  ...("total" in outcome ? { total: outcome.total.decided, shown: outcome.total.shown } : {}),
  ...("rank" in outcome ? { rank: outcome.rank } : {}),
  why: decidingReason(outcome)
})

const ownNodes = (book: RuleBook, { working }: Worked): ReadonlyArray<ExplanationNode> => {
  const { eligibility, recognitions = [], score, placed, gates = [] } = working
  return [
    ...eligibilityNodes(eligibility),
    ...recognitionNodes(book, recognitions),
    ...(score === undefined ? [] : [totalNode(book, score)]),
    ...(score?.total === undefined ? [] : [bandNode(book, score.total)]),
    ...(placed === undefined ? [] : gateNodes(book, placed, gates))
  ]
}

/**
 * Explains the outcome of one unit (定级说明): everything that was looked at, in the order of the pipeline, down to the marks.
 *
 * **Details**
 *
 * The tree is read off the same working as the outcome of `grade`. It holds every mark with what became of it, every
 * rule that was asked whether it fired or not, and every quota in which the unit was a candidate.
 *
 * **Refusals**
 *
 * `InputsInvalid` as `grade` refuses, and where no unit has the id.
 */
export const explain = (book: RuleBook, inputs: GradingInputs, unit: Id): Result.Result<Explanation, InputsInvalid> => {
  const faults = inputFaults(book, inputs)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const row = inputs.units.findIndex(({ id }) => id === unit)
  const rules = readyRules(book)
  const stood = inputsByUnit(inputs).map((given) => standUnit(book, rules, given, inputs.asOf))
  const own = stood[row]
  const { grading, field, cuts } = settleWithCuts(book, stood, inputs.lotSeed)
  const outcome = grading.outcomes[row]
  if (own === undefined || outcome === undefined) {
    return Result.fail(new InputsInvalid({ faults: [{ path: ["unit"], problem: { _tag: "UnknownUnit", unit } }] }))
  }
  const quotas = own.standing._tag === "Placed" ? quotaNodes(book, field, cuts, row, own.standing.level) : []
  const { id, version, title } = book
  return Result.succeed({
    book: { id, version, title },
    root: { step: outcomeStep(book, own, outcome, inputs.asOf), parts: [...ownNodes(book, own), ...quotas] }
  })
}
