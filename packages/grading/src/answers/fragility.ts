import { type Exact, formatExact, type Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { named } from "../internal/named.ts"
import { inputsByUnit } from "../internal/standUnit.ts"
import type { RuleBook } from "../RuleBook.ts"
import { decidingOf } from "./decidingSheets.ts"
import { comesTo, type Fragile, type Fragility } from "./Fragile.ts"
import { markFlips } from "./markFlips.ts"
import { asked, type Trial, trialOf } from "./trial.ts"
import { weightFlips } from "./weightFlips.ts"

const sheetFlips = (trial: Trial): ReadonlyArray<Extract<Fragile, { readonly _tag: "SheetFlips" }>> =>
  decidingOf(trial).map(({ sheet: { panel: id, rater }, without }) => {
    const panel = trial.book.panels.find((one) => one.id === id) ?? { id, name: id }
    return { _tag: "SheetFlips", panel: named(panel), rater, result: comesTo(trial.book.ladder, without) }
  })

const positive = (step: Exact): Result.Result<Exact, InputsInvalid> =>
  step.n > 0n
    ? Result.succeed(step)
    : Result.fail(asked("step", { _tag: "NotAllowed", expected: "a number above 0", found: formatExact(step) }))

/**
 * Says how little it would take for a unit to come out differently: one mark, one rater's sheet, or one weight of the book.
 *
 * **When to use**
 *
 * Before results are published, to find those that deserve a second look.
 *
 * **Details**
 *
 * Marks are moved on a grid of `step`, such as 0.01, both ways: whole ones by 1, labels to other labels, and those without an upper end
 * by 10,000 steps at most. Of a mark the nearest on each side is told. Weights are moved for all units, a hundredth of the sum of the weights
 * beside them at a time, by a fifth of it at most; marks are then shares of what all weights allow, so that the full marks stay what they are.
 * Quotas are settled again each time. The work grows with the sheets of the unit and, where there are quotas, with the units of the round.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book, there is no such unit, or the step is not above 0.
 */
export const fragility = (
  book: RuleBook,
  inputs: GradingInputs,
  unit: Id,
  step: Exact
): Result.Result<Fragility, InputsInvalid> =>
  Result.map(
    Result.flatMap(positive(step), () => trialOf(book, inputs, unit)),
    (trial) => ({
      unit,
      now: comesTo(book.ladder, trial.now),
      marks: markFlips(trial, step),
      sheets: sheetFlips(trial),
      weights: weightFlips(trial, inputsByUnit(inputs), inputs.lotSeed)
    })
  )
