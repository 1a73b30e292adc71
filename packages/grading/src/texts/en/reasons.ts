import { type Catalogue, citedText, type Exact, formatBeside, formatExact, isSameExact } from "@zhengyou/core"
import type { GradingReason } from "../../GradingReason.ts"
import { ownAndLast } from "../../internal/besideEach.ts"
import { name } from "./words.ts"

const counts = { block: "so the unit is not graded yet", zero: "counted as 0", exclude: "left out" }

/** The recognised have no total. */
const withTotal = (total: Exact | undefined): string =>
  total === undefined ? "" : ` with ${formatBeside(total, [], 2)}`

export const reasonTextEn: Catalogue<GradingReason> = {
  PanelMissing: ({ panel, criterion, scored, needed, counts: meaning }) =>
    `${name(panel)}: ${scored} of at least ${needed} scores on "${name(criterion)}", ${counts[meaning]}`,
  CriterionMissing: ({ criterion, counts: meaning }) => `no score on "${name(criterion)}", ${counts[meaning]}`,
  FactMissing: ({ rule, fact }) => `"${name(rule)}" asks for "${name(fact)}", which is not known: supply it`,
  NotEligible: ({ rule, cited }) => `not graded: does not meet "${name(rule)}" (${citedText(cited, "en")})`,
  InBand: ({ level, total, from, next }) => {
    const bounds = next === undefined ? [from] : [from, next.from]
    const above = next === undefined ? "" : ` < ${formatExact(next.from)} (${name(next.level)})`
    return `${formatExact(from)} ≤ total ${formatBeside(total, bounds, 2)}${above}: ${name(level)}`
  },
  BelowBands: ({ total, lowest }) =>
    `total ${formatBeside(total, [lowest], 2)} is below the lowest band ${formatExact(lowest)}: the book does not say which level`,
  GateLowered: ({ gate, from, to, cited }) =>
    `"${name(gate)}" lowers ${name(from)} to ${name(to)} (${citedText(cited, "en")})`,
  GateExcluded: ({ gate, cited }) => `not graded because of "${name(gate)}" (${citedText(cited, "en")})`,
  PanelTotalMissing: ({ panel, scored, needed, counts: meaning }) =>
    `${name(panel)}: ${scored} of at least ${needed} sheets that count, ${counts[meaning]}`,
  SheetsSetAside: ({ panel, recused, spoilt }) => {
    const parts = [...(recused > 0 ? [`${recused} recused`] : []), ...(spoilt > 0 ? [`${spoilt} void`] : [])]
    return `${name(panel)}: sheets that do not count: ${parts.join(", ")}`
  },
  Adjusted: ({ adjustment, kind, given, counted }) => {
    const capped = isSameExact(given, counted) ? "" : ` (of ${formatBeside(given, [], 2)} entered)`
    return `"${name(adjustment)}" ${kind === "bonus" ? "adds" : "takes"} ${formatBeside(counted, [], 2)} points${capped}`
  },
  Recognised: ({ rule, level, cited }) =>
    `recognised as ${name(level)} without scoring, by "${name(rule)}" (${citedText(cited, "en")})`,
  NothingToScore: () => "no criterion of the book applies to this type of unit: correct the type or the book",
  GateFroze: ({ gate, from, to, fact, cited }) =>
    `"${name(gate)}" allows nothing above ${name(fact)}: ${name(from)} becomes ${name(to)} (${citedText(cited, "en")})`,
  QuotaPushed: ({ kind, from, to, seats, candidates, place, total, lastKept, tied, byLot }) => {
    const limit =
      kind === "cap"
        ? `${name(from)} has ${seats} ${seats === 1 ? "seat" : "seats"} for ${candidates}`
        : `at least ${seats} must be ${name(to)} or below`
    const [own, last] = ownAndLast(total, lastKept)
    const cut = last === undefined ? "" : `; the last seat went to ${last}`
    const tie = byLot && tied ? ", drawn by lot" : tied ? ", tied across the cut" : ""
    return `${limit}: place ${place}${tie}${own === undefined ? "" : ` with ${own}`}${cut}; falls to ${name(to)}`
  },
  KeptByTie: ({ level, seats, kept, total, byLot }) =>
    byLot
      ? `tied across the cut${withTotal(total)}: keeps ${name(level)} by lot (${seats} seats)`
      : `tied across the cut${withTotal(total)}: keeps ${name(level)}, which has ${seats} seats and now ${kept} units`,
  TiedAtQuota: ({ level, seats, tied, total, wantsLots }) =>
    `${tied} units are tied${withTotal(total)} across the ${seats} seats of ${name(level)}, and ${wantsLots ? "lots must be drawn: give the published seed" : "the book does not say who goes first"}`
}
