import type { Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { type Outcome, resultOf } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"
import { type Trial, trialOf } from "./trial.ts"

/** A sheet without which a unit would come out differently. */
export interface DecidingSheet {
  readonly sheet: Sheet
  readonly without: Outcome
}

/** The sheets of a tried unit on which its level hangs. */
export const decidingOf = ({ given, now, stand, outcome }: Trial): ReadonlyArray<DecidingSheet> =>
  given.sheets.flatMap((sheet): ReadonlyArray<DecidingSheet> => {
    const without = outcome(stand({ ...given, sheets: given.sheets.filter((other) => other !== sheet) }))
    return resultOf(without) === resultOf(now) ? [] : [{ sheet, without }]
  })

/**
 * The sheets on which a unit's level hangs: without any one of them, the unit would come out differently (一票之差).
 *
 * **When to use**
 *
 * To find results that deserve a second look before they are published.
 *
 * **Details**
 *
 * Settles the round once for each sheet of the unit, quotas included.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book.
 */
export const decidingSheets = (
  book: RuleBook,
  inputs: GradingInputs,
  unit: Id
): Result.Result<ReadonlyArray<DecidingSheet>, InputsInvalid> => Result.map(trialOf(book, inputs, unit), decidingOf)
