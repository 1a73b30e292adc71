import { dividedByUnsafe, type Exact, type Id, one, times } from "@zhengyou/core"
import type { RuleBook } from "../../RuleBook.ts"
import type { Study } from "./Study.ts"
import type { Assignment } from "./search.ts"
import { everything, nothing, type Profile, uniformly, unitFor } from "./witness.ts"

/** The greatest total without bonuses. */
export const topOf = (book: RuleBook): Exact => book.convertTo ?? book.fullMarks

const awardsOf = (book: RuleBook, kind: "bonus" | "deduction"): Profile["awards"] =>
  book.adjustments
    .filter((adjustment) => adjustment.kind === kind)
    // Where a bonus or deduction has no end, ten times the greatest total stands for it.
    .map(({ id, cap }) => ({ adjustment: id, item: "1", points: cap ?? times(topOf(book), { n: 10n, d: 1n }) }))

/** A unit with some facts and shares of all maxima, and nothing beside its marks. */
export const profileOf = (
  study: Study,
  id: string,
  facts: Assignment,
  type: Id | undefined,
  share: Profile["share"] = everything
): Profile => ({ unit: unitFor(study.book, id, facts, type), facts, share, awards: [] })

/** A unit that is graded by its marks alone, as far as there can be one. */
export const plainProfile = (study: Study, id: string, type: Id | undefined, share: Profile["share"]): Profile =>
  profileOf(study, id, study.plain(type), type, share)

/** A unit of a type that has all marks and all bonuses. */
export const best = (study: Study, id: string, type: Id | undefined): Profile => ({
  ...plainProfile(study, id, type, everything),
  awards: awardsOf(study.book, "bonus")
})

/** A unit of a type that has no marks and all deductions. */
export const worst = (study: Study, id: string, type: Id | undefined): Profile => ({
  ...plainProfile(study, id, type, nothing),
  awards: awardsOf(study.book, "deduction")
})

/** Shares that give a unit the scores that its facts want, and all marks where they want none. */
export const sharesFrom = (book: RuleBook, facts: Assignment): Profile["share"] => {
  const wanted = (fact: string, of: Exact): Exact | undefined => {
    const value = facts.get(fact)
    return value?._tag === "Number" ? dividedByUnsafe(value.value, of) : undefined
  }
  const total = wanted("score.total", topOf(book))
  const inside = (share: Exact): Exact => (share.n < 0n ? { n: 0n, d: 1n } : share.n > share.d ? one : share)
  return (criterion) => inside(wanted(`score.criterion.${criterion.id}`, criterion.maximum) ?? total ?? one)
}

/** A unit with the share of the greatest total that a total is. */
export const atTotal = (study: Study, id: string, type: Id | undefined, total: Exact): Profile =>
  plainProfile(study, id, type, uniformly(dividedByUnsafe(total, topOf(study.book))))
