import {
  type Catalogue,
  citedText,
  coreTextEn,
  type Exact,
  formatBeside,
  formatExact,
  isSameExact,
  type Named,
  render,
  textIn
} from "@zhengyou/core"
import type { ComesTo } from "../answers/Fragile.ts"
import { ownAndLast } from "../internal/besideEach.ts"
import type { AllowedMarks, Mark } from "../Scoring.ts"
import type { GradingMessage } from "./messages.ts"

const name = (named: Named): string => textIn(named.name, "en")

const list = (known: ReadonlyArray<string>): string => known.slice(0, 10).join(", ") + (known.length > 10 ? ", …" : "")

const counts = { block: "so the unit is not graded yet", zero: "counted as 0", exclude: "left out" }

const phases = {
  planned: "planned",
  open: "open",
  sealed: "sealed",
  graded: "graded",
  onNotice: "on public notice",
  confirmed: "confirmed",
  none: "not planned"
}

/** The recognised have no total. */
const withTotal = (total: Exact | undefined): string =>
  total === undefined ? "" : ` with ${formatBeside(total, [], 2)}`

const results = {
  Graded: "graded",
  Recognised: "recognised",
  NotGraded: "not graded",
  Blocked: "waiting for what is missing",
  Undetermined: "undetermined"
}

const resultText = ({ outcome, level }: ComesTo): string => (level === undefined ? results[outcome] : name(level))

const markText = (mark: Mark): string => (typeof mark === "string" ? mark : formatExact(mark))

const marksText = (marks: AllowedMarks): string => {
  if (marks._tag === "Labels") return `one of ${list(marks.labels)}`
  const whole = marks.whole ? "a whole number" : "a number"
  return marks.to === undefined
    ? `${whole} of at least ${formatExact(marks.from)}`
    : `${whole} from ${formatExact(marks.from)} to ${formatExact(marks.to)}`
}

/** The English texts of grading's reasons, faults and refusals. */
export const gradingTextEn: Catalogue<GradingMessage> = {
  ...coreTextEn,
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
    `${tied} units are tied${withTotal(total)} across the ${seats} seats of ${name(level)}, and ${wantsLots ? "lots must be drawn: give the published seed" : "the book does not say who goes first"}`,
  PointsShort: ({ level, total, needed, strict, short, raises }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join(", ")
    const more = strict ? "more than " : ""
    return `${more}${formatExact(short)} points short of ${name(level)}: ${formatBeside(total, [needed], 2)} against ${formatExact(needed)}; shortest way: ${how}`
  },
  OutOfReach: ({ level, total, needed }) =>
    `${name(level)} needs ${formatExact(needed)}, and even full marks would not lift ${formatBeside(total, [needed], 2)} that far`,
  NoBand: ({ level }) => `no total gives ${name(level)} or better`,
  SeatsShort: ({ level, seats, place, short, lastKept }) => {
    const last = lastKept === undefined ? "" : `; the last seat went to ${formatExact(lastKept)}`
    return `the standard of ${name(level)} is met, but its ${seats} seats are taken: place ${place}, ${short} short${last}`
  },
  LiftTo: ({ level, needed, strict, short, raises, clear }) => {
    const how = raises.map(({ lever, by }) => `${name(lever)} +${formatExact(by)}`).join(", ")
    const more = strict ? "more than " : ""
    const first = clear.length === 0 ? "" : `; first clear ${clear.map((gate) => `"${name(gate)}"`).join(", ")}`
    return `${name(level)} takes a total of ${more}${formatExact(needed)}, ${more}${formatExact(short)} points up: ${how}${first}`
  },
  NoLift: ({ level, top, held, clear }) => {
    const why = held.map((one) => `; ${render(gradingTextEn, one)}`).join("")
    const gates = clear.map((gate) => `"${name(gate)}"`).join(", ")
    const without = clear.length === 0 ? "" : `; without ${gates} the present total would do`
    return `no total gives ${name(level)}, up to ${formatExact(top)}, which is all there is room for${why}${without}`
  },
  MarkFlips: ({ panel, rater, criterion, from, to, result }) =>
    `${name(criterion)} by "${rater}" of ${name(panel)}: ${markText(to)} instead of ${markText(from)} gives ${resultText(result)}`,
  SheetFlips: ({ panel, rater, result }) => `without the sheet of "${rater}" of ${name(panel)}: ${resultText(result)}`,
  WeightFlips: ({ of, from, to, result }) =>
    `the weight of ${name(of)}: ${formatExact(to)} instead of ${formatExact(from)} gives ${resultText(result)}`,
  DuplicateId: ({ id, first }) => `the id "${id}" is taken by ${first}: choose another`,
  UnknownLevel: ({ level, known }) => `no level is called "${level}": use one of ${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `no criterion is called "${criterion}": use one of ${list(known)}`,
  MarksDiffer: ({ stated, computed, type }) =>
    `states ${stated}, but the weights and maxima${type === undefined ? "" : ` of units of type "${type}"`} give ${computed}: mend one of them`,
  Unscored: ({ criterion }) => `no panel with a weight above 0 scores "${criterion}": let one, or remove it`,
  TrimsTooMuch: ({ scores }) => `would drop all of ${scores} scores: raise onlyAbove, or drop fewer`,
  StepsNotLower: ({ from, above }) => `begins at ${from}, not below the step before it, which begins at ${above}`,
  PointsAboveMaximum: ({ points, maximum }) =>
    `is worth ${points}, more than the maximum of ${maximum}: mend one of them`,
  SheetsNeedPanels: () => "a panel that is aggregated per sheet needs combine: panels",
  AdjustsCriterion: ({ criterion }) =>
    `where panels make totals of their own, "${criterion}" has no score to adjust: adjust the total`,
  NotANumberFact: ({ fact, known }) => `"${fact}" is not a number, so it cannot break ties: use one of ${list(known)}`,
  NotALevelFact: ({ fact, known }) => `"${fact}" is not a fact of kind level: use one of ${list(known)}`,
  NoTotalRounding: () => "decides on the rounded total, so rounding.total must say how to round",
  BandOrder: ({ level }) => `"${level}" does not stand below the level of the band before it: put bands best first`,
  BandNotLower: ({ from, above }) => `begins at ${from}, not below the band before it, which begins at ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `begins at ${from}, above the full marks ${fullMarks}: nobody can reach it`,
  FloorOnBest: ({ level }) => `"${level}" is the best level, so everybody is at it or below: remove the floor`,
  CapOnLowest: ({ level }) => `"${level}" is the lowest level, so nobody can fall from it: remove the cap`,
  ReservedName: ({ id }) => `"${id}" begins with unit. or score., which are the engine's own: choose another name`,
  BoundsOfNoNumber: ({ fact }) => `"${fact}" is not a number, so it has no bounds: remove them`,
  ValidityEndsFirst: ({ from, until }) => `ends on ${until}, before the book comes into force on ${from}`,
  FactOutOfRange: ({ fact, found, minimum, maximum }) =>
    `"${fact}" is ${found}, but must be ${minimum === undefined ? "" : `at least ${minimum}`}${minimum === undefined || maximum === undefined ? "" : " and "}${maximum === undefined ? "" : `at most ${maximum}`}`,
  BookNotInForce: ({ asOf, from, until }) =>
    `the book is in force from ${from}${until === undefined ? "" : ` until ${until}`}, not on ${asOf}: use the book of that day`,
  UnitTwice: ({ unit, first }) => `the unit "${unit}" is already units[${first}]: keep one`,
  UnknownUnit: ({ unit }) => `no unit is called "${unit}": correct it, or add the unit`,
  UnknownPanel: ({ panel, known }) => `no panel is called "${panel}": use one of ${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) =>
    `the panel "${panel}" does not score "${criterion}": it scores ${list(allowed)}`,
  MarkNotAllowed: ({ criterion, found, allowed }) => `"${criterion}" is ${found}, but must be ${marksText(allowed)}`,
  UnknownGroup: ({ group, panel, known }) =>
    `a rater of "${panel}" must name a group: ${list(known)}${group === "" ? "" : `, not "${group}"`}`,
  UnknownAdjustment: ({ adjustment, known }) => `no adjustment is called "${adjustment}": use one of ${list(known)}`,
  AwardTwice: ({ unit, adjustment, item, first }) =>
    `"${item}" of "${unit}" under "${adjustment}" is already given in awards[${first}]: keep one`,
  SheetTwice: ({ unit, panel, rater, first }) =>
    `"${rater}" of "${panel}" has already scored "${unit}" in sheets[${first}]: keep one`,
  UndeclaredFact: ({ fact, known }) => `the book declares no fact "${fact}": use one of ${list(known)}`,
  FactOfOtherType: ({ fact, type, found }) => `"${fact}" must be a ${type}, but is ${found}`,
  UnknownLevelFact: ({ fact, found, known }) => `"${fact}" is "${found}", but must be a level: ${list(known)}`,
  FactTwice: ({ unit, fact, first }) => `"${fact}" of "${unit}" is already given in facts[${first}]: keep one`,
  RuleBookInvalid: ({ faults }) => `the rule book has ${faults.length} fault(s)`,
  InputsInvalid: ({ faults }) => `the sheets, facts or units have ${faults.length} fault(s)`,
  RoundInWrongPhase: ({ command, phase, allowed }) =>
    `${command} is not possible while the round is ${phases[phase]}: it must be ${allowed.map((one) => phases[one]).join(" or ")}`,
  RoundInputsRefused: ({ faults }) => `nothing was recorded, because of ${faults.length} fault(s)`,
  AlreadySubmitted: ({ unit, panel, rater }) =>
    `"${rater}" of "${panel}" has already scored "${unit}": replace that sheet, or withdraw it first`,
  AssignedTwice: ({ panel, rater, first }) =>
    `"${rater}" is already assigned to "${panel}" in plan.assignments[${first}]: put the units together`,
  NotAssigned: ({ unit, panel, rater }) => `"${rater}" is not assigned to score "${unit}" for "${panel}"`,
  NoSuchSheet: ({ unit, panel, rater }) =>
    `"${rater}" of "${panel}" has no sheet on "${unit}": name one that was submitted`,
  OutcomesNotSettled: ({ units }) => `these units have no settled outcome: ${list(units)}; amend what they lack first`,
  NoticeNotOver: ({ until, today }) => `the notice runs until ${until} and today is ${today}: wait until it is over`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `the notice would end on ${until}, before it begins on ${from}`,
  NothingToAmend: () => "the amendment names no sheet, no fact and no award: name what changes or is withdrawn"
}
