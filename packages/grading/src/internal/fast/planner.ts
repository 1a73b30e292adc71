import type { RuleBookShape } from "../../RuleBook.ts"
import { type IntegerPlan, integerPlan } from "./integerPlan.ts"
import type { LinearBook } from "./linearBook.ts"

/** Plans a book's arithmetic for the numbers of marks that its cells have, in units of `10 ** -digits`. */
export type Planner = (counts: ReadonlyArray<Iterable<number>>, digits: number) => IntegerPlan | undefined

/** A planner that keeps its last plan: rounds of one book mostly have as many marks as the one before, and planning takes longer than a small round. */
export const plannerFor = (book: RuleBookShape, linear: LinearBook | undefined): Planner => {
  let last: { readonly key: string; readonly plan: IntegerPlan | undefined } | undefined
  return (counts, digits) => {
    const key = `${digits};${counts.map((own) => [...own].toSorted((a, b) => a - b).join()).join(";")}`
    if (last?.key !== key) last = { key, plan: linear && integerPlan(book, linear, counts, digits) }
    return last.plan
  }
}
