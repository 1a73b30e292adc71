import { compareExact, formatExact } from "@zhengyou/core"
import type { Grading, Outcome } from "../Outcome.ts"
import type { Quota } from "../Quota.ts"
import type { RuleBook } from "../RuleBook.ts"
import { applyQuotas } from "./applyQuotas.ts"
import { groupBy } from "./groupBy.ts"
import type { Standing } from "./standing.ts"
import type { Stood } from "./standUnit.ts"

/** Ranks by decided total: equal totals share a rank, and the next rank counts everybody above, or is the next number. */
const ranked = (standings: ReadonlyArray<Standing>, ranking: RuleBook["ranking"]): ReadonlyArray<Outcome> => {
  const ranks = new Map<string, number>()
  standings
    .flatMap((one) => (one._tag === "Placed" && one.total !== undefined ? [one.total.decided] : []))
    .toSorted((a, b) => compareExact(b, a))
    .forEach((total, i) => {
      const key = formatExact(total)
      if (!ranks.has(key)) ranks.set(key, ranking === "dense" ? ranks.size + 1 : i + 1)
    })
  return standings.map((one): Outcome => {
    if (one._tag !== "Placed") return one
    const { level, total, scores, panels, reasons } = one
    const unit = one.unit.id
    if (total === undefined) return { _tag: "Recognised", unit, level, reasons }
    return {
      _tag: "Graded",
      unit,
      level,
      total,
      rank: ranks.get(formatExact(total.decided)) ?? 1,
      scores,
      panels,
      reasons
    }
  })
}

/** The groups that a quota counts within, each with the numbers that shares are taken of; a single one where it does not. */
const groupsFor =
  (stood: ReadonlyArray<Stood>) =>
  ({ within }: Quota) => {
    const nameOf = ({ unit }: Stood) =>
      within === undefined ? "" : ((within === "unit.type" ? unit.type : unit.parent) ?? "")
    return [...groupBy(stood, nameOf)].map(([name, members]) => ({
      name: within === undefined ? undefined : name,
      units: new Set(members.map(({ unit }) => unit.id)),
      base: {
        eligible: members.filter(({ eligible }) => eligible).length,
        graded: members.filter(({ standing }) => standing._tag === "Placed").length,
        all: members.length
      }
    }))
  }

/** Brings units that stand by themselves into a round: quotas, then ranks. */
export const settleRound = (
  book: RuleBook,
  stood: ReadonlyArray<Stood>,
  lotSeed: string | undefined
): Pick<Grading, "outcomes" | "quotas"> => {
  const standings = stood.map(({ standing }) => standing)
  const settled = applyQuotas(book, standings, groupsFor(stood), lotSeed)
  return { outcomes: ranked(settled.standings, book.ranking), quotas: settled.quotas }
}
