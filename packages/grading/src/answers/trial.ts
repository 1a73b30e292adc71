import type { CalendarDate, Id, Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { inputFaults } from "../internal/inputFaults.ts"
import { type ReadyRules, readyRules } from "../internal/readyRules.ts"
import { settleRound } from "../internal/settleRound.ts"
import { inputsByUnit, type Stood, standUnit, type UnitInputs } from "../internal/standUnit.ts"
import type { Outcome } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"

/** A round in which one unit is tried otherwise, while all others stay as they stand. */
export interface Trial {
  readonly book: RuleBook
  readonly rules: ReadyRules
  readonly unit: Unit
  readonly given: UnitInputs
  readonly asOf: CalendarDate | undefined
  readonly stood: ReadonlyArray<Stood>
  readonly row: number
  readonly now: Outcome
  /** How the unit stands by itself on other inputs. */
  readonly stand: (given: UnitInputs) => Stood
  /** What comes of the unit when it stands otherwise. */
  readonly outcome: (own: Stood) => Outcome
}

/** A fault of what was asked rather than of the round. */
export const asked = (path: string, problem: InputsInvalid["faults"][number]["problem"]) =>
  new InputsInvalid({ faults: [{ path: [path], problem }] })

/**
 * Readies a round to try one of its units otherwise: every unit is made to stand once.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book, or there is no such unit.
 */
export const trialOf = (book: RuleBook, inputs: GradingInputs, id: Id): Result.Result<Trial, InputsInvalid> => {
  const faults = inputFaults(book, inputs)
  if (faults.length > 0) return Result.fail(new InputsInvalid({ faults }))
  const rules = readyRules(book)
  const all = inputsByUnit(inputs)
  const row = all.findIndex(({ unit }) => unit.id === id)
  const given = all[row]
  if (given === undefined) return Result.fail(asked("unit", { _tag: "UnknownUnit", unit: id }))
  const stand = (own: UnitInputs) => standUnit(book, rules, own, inputs.asOf)
  const stood: ReadonlyArray<Stood> = all.map(stand)
  const outcome = (own: Stood): Outcome => {
    const { outcomes } = settleRound(book, stood.with(row, own), inputs.lotSeed)
    return outcomes[row] ?? { _tag: "NotGraded", unit: id, reasons: [{ _tag: "NothingToScore" }] }
  }
  const now = outcome(stand(given))
  return Result.succeed({ book, rules, unit: given.unit, given, asOf: inputs.asOf, stood, row, now, stand, outcome })
}
