import type { Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { grade } from "../grade.ts"
import { type Outcome, resultOf } from "../Outcome.ts"
import type { RuleBook } from "../RuleBook.ts"
import type { Sheet } from "../Sheet.ts"

/** A sheet without which a unit would come out differently. */
export interface DecidingSheet {
  readonly sheet: Sheet
  readonly without: Outcome
}

/**
 * The sheets on which a unit's level hangs: without any one of them, the unit would come out differently (一票之差).
 *
 * **When to use**
 *
 * To find results that deserve a second look before they are published.
 *
 * **Details**
 *
 * Grades the round once for each sheet of the unit, quotas included.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book.
 */
export const decidingSheets = (
  book: RuleBook,
  inputs: GradingInputs,
  unit: Id
): Result.Result<ReadonlyArray<DecidingSheet>, InputsInvalid> => {
  const outcomeWith = (sheets: ReadonlyArray<Sheet>) =>
    Result.map(grade(book, { ...inputs, sheets }), ({ outcomes }) => outcomes.find((outcome) => outcome.unit === unit))
  return Result.flatMap(outcomeWith(inputs.sheets), (now) => {
    const own = inputs.sheets.filter((sheet) => sheet.unit === unit)
    return Result.map(
      Result.all(own.map((sheet) => outcomeWith(inputs.sheets.filter((other) => other !== sheet)))),
      (others) =>
        own.flatMap((sheet, i): ReadonlyArray<DecidingSheet> => {
          const without = others[i]
          return without === undefined || now === undefined || resultOf(without) === resultOf(now)
            ? []
            : [{ sheet, without }]
        })
    )
  })
}
