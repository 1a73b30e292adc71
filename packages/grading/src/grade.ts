import * as Result from "effect/Result"
import type { InputsInvalid } from "./errors.ts"
import type { GradingInputs } from "./GradingInputs.ts"
import { outcomesOf } from "./internal/outcomesOf.ts"
import { receiptOf } from "./internal/receiptOf.ts"
import type { Grading } from "./Outcome.ts"
import type { RuleBook } from "./RuleBook.ts"

/**
 * Grades units by a rule book (分类定级): an outcome with its reasons for each, in the order of the units.
 *
 * **Details**
 *
 * Sheets, facts and awards may come in any order. The eligible units of a quota are those that meet every eligibility rule,
 * graded or not. Neither the clock nor chance is asked: the same inputs give the same grading and the same receipt.
 *
 * **Refusals**
 *
 * `InputsInvalid` with every fault: unknown units, panels, criteria or facts, marks that are not allowed, anything given twice.
 */
export const grade = (book: RuleBook, inputs: GradingInputs): Result.Result<Grading, InputsInvalid> =>
  Result.map(outcomesOf(book, inputs), (settled) => ({
    book: { id: book.id, version: book.version },
    ...settled,
    receipt: receiptOf(book, inputs, settled.outcomes)
  }))
