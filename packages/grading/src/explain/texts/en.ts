import {
  type Catalogue,
  citedText,
  type Exact,
  formatExact,
  isSameExact,
  type Named,
  render,
  textIn
} from "@zhengyou/core"
import { reasonTextEn } from "../../texts/en/reasons.ts"
import type { Fate, QuotaPosition } from "../ExplanationStep.ts"
import { figureText } from "../internal/figureText.ts"
import type { ExplanationMessage } from "./messages.ts"

const name = (named: Named): string => textIn(named.name, "en")

const fates: Record<Fate, string> = {
  counted: "",
  trimmed: ", left out by the panel's method",
  recused: ", does not count: the rater is of this unit",
  void: ", does not count: the sheet is void",
  outside: ", does not count: the item does not apply to this unit",
  idle: ", not used"
}

const outcomes = { Graded: "", Recognised: "", NotGraded: "not graded", Blocked: "waits", Undetermined: "undetermined" }
const kinds = { eligibility: "Eligibility", recognition: "Recognition", gate: "Gate" }
const counts = { block: "blocks the grading", zero: "counts as 0", exclude: "left out" }

const missingText = (missing: keyof typeof counts | undefined): string =>
  missing === undefined ? "" : `, missing: ${counts[missing]}`

const scoreText = (score: Parameters<typeof figureText>[0] | undefined): string =>
  score === undefined ? "no score" : figureText(score)

const raterText = ({ rater, raterUnit, group }: { rater: string; raterUnit?: string; group?: string }): string => {
  const of = [raterUnit, group].filter((part) => part !== undefined)
  return of.length === 0 ? rater : `${rater} (${of.join(", ")})`
}

const positionText = ({ total, facts }: QuotaPosition, bounds: ReadonlyArray<Exact>): string => {
  const broken = facts.map(({ fact, found }) => `${fact} ${found?._tag === "Number" ? figureText(found.value) : "–"}`)
  return [total === undefined ? "recognised" : figureText(total, bounds), ...broken].join(", ")
}

/** The English texts of the steps of an explanation. */
export const explanationTextEn: Catalogue<ExplanationMessage> = {
  ExplainedOutcome: ({ unit, outcome, level, shown, rank, why }) => {
    const result = level === undefined ? outcomes[outcome] : name(level)
    const points = shown === undefined ? "" : `, total ${shown}`
    const place = rank === undefined ? "" : `, rank ${rank}`
    return `${textIn(unit.name, "en")}: ${result}${points}${place}. ${render(reasonTextEn, why)}`
  },
  RuleAsked: ({ kind, rule, holds, cited, frozenBy, from, to }) => {
    const verdict = holds === undefined ? "cannot be told" : holds ? "holds" : "does not hold"
    const found = frozenBy?.found?._tag === "Level" ? `${name(frozenBy.fact)} ${frozenBy.found.value}` : undefined
    const facts = [citedText(cited, "en"), ...(found === undefined ? [] : [found])].join("; ")
    const after =
      to === undefined || from?.id === to.id
        ? ""
        : from === undefined
          ? `: ${name(to)}`
          : `: ${name(from)} → ${name(to)}`
    return `${kinds[kind]} "${name(rule)}" ${verdict} (${facts})${after}`
  },
  TotalMade: ({ earned, possible, to, converted, exact, decided, shown = "", bounds }) => {
    if (earned === undefined || exact === undefined || decided === undefined || converted === undefined)
      return "Total: none"
    const share = isSameExact(possible, to)
      ? figureText(earned, bounds)
      : `${figureText(earned, bounds)} of ${figureText(possible)}, out of ${figureText(to)}: ${figureText(converted, bounds)}`
    const adjusted = isSameExact(converted, exact) ? "" : `, adjusted: ${figureText(exact, bounds)}`
    const rounded = isSameExact(exact, decided) ? "" : `, rounded: ${shown}`
    return `Total: ${share}${adjusted}${rounded}`
  },
  CriterionScored: ({ criterion, maximum, factor, mean, score, missing }) => {
    const rounded =
      mean === undefined || score === undefined || isSameExact(mean, score) ? "" : ` (from ${figureText(mean)})`
    return `${name(criterion)}: ${scoreText(score)}${rounded} of ${figureText(maximum)}, weight ${formatExact(factor)}${missingText(missing)}`
  },
  PanelScored: ({ panel, weight, scored, counted, score, missing }) =>
    `${name(panel)}: ${scoreText(score)}, ${counted} of ${scored} marks count, weight ${formatExact(weight)}${missingText(missing)}`,
  PanelTotalled: ({ panel, weight, scored, counted, score, missing }) =>
    `Total by ${name(panel)}: ${scoreText(score)}, ${counted} of ${scored} sheets count, weight ${formatExact(weight)}${missingText(missing)}`,
  MarkGiven: ({ criterion, mark, score, fate, ...rater }) => {
    const label = typeof mark === "string" ? mark : figureText(mark)
    const worth = score === undefined || figureText(score) === label ? "" : ` = ${figureText(score)}`
    const what = fate === "outside" ? ` on ${name(criterion)}` : ""
    return `${raterText(rater)}${what}: ${label}${worth}${fates[fate]}`
  },
  SheetGiven: ({ total, fate, ...rater }) =>
    `${raterText(rater)}: ${total === undefined ? "sheet" : figureText(total)}${fates[fate]}`,
  AdjustmentApplied: ({ adjustment, kind, given, counted, before, after }) => {
    const capped = isSameExact(given, counted) ? "" : ` (of ${figureText(given)} entered)`
    const sign = kind === "bonus" ? "+" : "−"
    return `${name(adjustment)}: ${figureText(before)} ${sign} ${figureText(counted)}${capped} = ${figureText(after)}`
  },
  AwardEntered: ({ item, points }) => `${item}: ${figureText(points)}`,
  BandReached: ({ total, level, from, above }) => {
    const bounds = [...(from === undefined ? [] : [from]), ...(above === undefined ? [] : [above.from])]
    const below = above === undefined ? "" : ` < ${formatExact(above.from)} (${name(above.level)})`
    const least = from === undefined ? "" : `${formatExact(from)} ≤ `
    return `Band: ${least}${figureText(total, bounds)}${below}: ${level === undefined ? "below every band" : name(level)}`
  },
  QuotaAsked: ({
    kind,
    soft,
    level,
    group,
    seats,
    candidates,
    place,
    own,
    lastKept,
    firstOut,
    tied,
    byLot,
    fate,
    from,
    to
  }) => {
    const bounds = [own, lastKept, firstOut].flatMap((one) => one?.total ?? [])
    const of = group === undefined || group === "" ? "" : ` (${group})`
    const limit =
      kind === "cap"
        ? `Cap on ${name(level)}${of}: ${seats} ${seats === 1 ? "seat" : "seats"}`
        : `Floor at ${name(level)}${of}: ${seats} ${seats === 1 ? "unit" : "units"}`
    const last = lastKept === undefined ? "" : `; last kept: ${positionText(lastKept, bounds)}`
    const first = firstOut === undefined ? "" : `; first out: ${positionText(firstOut, bounds)}`
    const tie = tied === 0 ? "" : `; ${tied} tied across the cut${byLot ? ", by lot" : ""}`
    const result = soft
      ? "only reported"
      : fate === "open" || to === undefined
        ? "left open"
        : fate === "kept"
          ? `keeps ${name(from)}`
          : `${name(from)} → ${name(to)}`
    return `${limit}, ${candidates} candidates, place ${place} (${positionText(own, bounds)})${last}${first}${tie}: ${result}`
  }
}
