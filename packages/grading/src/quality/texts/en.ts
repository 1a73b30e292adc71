import { type Catalogue, formatBeside, formatExact, minus, type Named, textIn, times } from "@zhengyou/core"
import type { QualityMessage } from "./messages.ts"

const name = (named: Named): string => `"${textIn(named.name, "en")}"`

const patterns = { full: "full marks", sameScore: "the same score", sameShare: "the same share of the maximum" }

/** The English texts of what the quality of panels says. */
export const qualityTextEn: Catalogue<QualityMessage> = {
  SelfAppraisalHigh: ({ unit, panel, self, others, gap, limit }) =>
    `"${unit}": ${name(panel)} gives ${formatBeside(self, [], 2)}, the others ${formatBeside(others, [], 2)}: ${formatBeside(gap, [limit], 2)} more, above the limit of ${formatExact(limit)}`,
  RatersApart: ({ unit, panel, criterion, scored, lowest, highest, maximum, limit }) => {
    const allowed = times(limit, maximum)
    const spread = formatBeside(minus(highest, lowest), [allowed], 2)
    return `"${unit}", ${name(criterion)}: the ${scored} scores of ${name(panel)} lie from ${formatExact(lowest)} to ${formatExact(highest)}, ${spread} apart, above the limit of ${formatExact(allowed)}`
  },
  StraightLined: ({ unit, panel, rater, scored, pattern }) =>
    `"${rater}" of ${name(panel)} gave "${unit}" ${patterns[pattern]} on all ${scored} criteria`,
  ScoresTooFine: ({ digits }) =>
    `the common denominator of the scores has more than ${digits} digits: give scores as decimals`,
  Alone: ({ panel, rater }) =>
    `"${rater}" scored nothing that another rater of ${name(panel)} scored: there is nothing to compare with`,
  NotComparable: ({ unit, panel }) =>
    `"${unit}": no criterion has scores of ${name(panel)} and of another panel with a weight`,
  NotShared: () => "no unit was scored by two raters, so agreement cannot show",
  OneUnit: () => "only one unit was scored by several raters: agreement shows from two units on",
  NoVariation: () => "all scores are equal, so agreement cannot be told from chance",
  Incomplete: () => "not every rater scored every unit, as this coefficient needs: use alpha",
  UnitsAlike: () => "the units have equal means, so there is no difference that the raters could agree on"
}
