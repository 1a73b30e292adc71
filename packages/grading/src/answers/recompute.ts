import type { Receipt } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { InputsInvalid } from "../errors.ts"
import type { GradingInputs } from "../GradingInputs.ts"
import { grade } from "../grade.ts"
import { gradingSemantics } from "../internal/receiptOf.ts"
import type { RuleBook } from "../RuleBook.ts"

/**
 * What came of computing a result again (复核).
 *
 * **Details**
 *
 * `OtherSemantics`: the receipt was made by a version of grading that means something else, so that nothing can be said.
 * `Differs` names the parts that are not what the receipt says; a `result` that differs with the same rules and inputs has
 * been changed behind the engine's back.
 */
export type Recomputed =
  | { readonly _tag: "Same" }
  | { readonly _tag: "OtherSemantics"; readonly stated: string; readonly present: string }
  | { readonly _tag: "Differs"; readonly parts: ReadonlyArray<"rules" | "inputs" | "result"> }

const parts = ["rules", "inputs", "result"] as const

/**
 * Computes a result again and compares it with its receipt.
 *
 * **Refusals**
 *
 * `InputsInvalid` where the inputs do not fit the book.
 */
export const recompute = (
  book: RuleBook,
  inputs: GradingInputs,
  receipt: Receipt
): Result.Result<Recomputed, InputsInvalid> =>
  Result.map(grade(book, inputs), (again): Recomputed => {
    if (receipt.semantics !== gradingSemantics) {
      return { _tag: "OtherSemantics", stated: receipt.semantics, present: gradingSemantics }
    }
    const different = parts.filter((part) => again.receipt[part] !== receipt[part])
    return different.length === 0 ? { _tag: "Same" } : { _tag: "Differs", parts: different }
  })
