import { type Catalogue, coreTextEn, formatBeside, formatExact, type Named, textIn } from "@zhengyou/core"
import { besideEach } from "../internal/besideEach.ts"
import { citedText } from "../internal/citedText.ts"
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
  CapPushed: ({ from, to, seats, candidates, place, total, lastSeated, tied }) => {
    const [own, last] = lastSeated === undefined ? [formatBeside(total, [], 2)] : besideEach(total, lastSeated, 2)
    const cut = last === undefined ? "" : `; the last seat went to ${last}`
    const tie = tied ? ", tied across the cut" : ""
    return `${name(from)} has ${seats} seats for ${candidates}: place ${place}${tie} with ${own}${cut}; falls to ${name(to)}`
  },
  KeptByTie: ({ level, seats, kept, total }) =>
    `tied across the cut with ${formatBeside(total, [], 2)}: keeps ${name(level)}, which has ${seats} seats and now ${kept} units`,
  TiedAtCap: ({ level, seats, tied, total }) =>
    `${tied} units are tied with ${formatBeside(total, [], 2)} across the ${seats} seats of ${name(level)}, and the book does not say who goes first`,
  DuplicateId: ({ id, first }) => `the id "${id}" is taken by ${first}: choose another`,
  UnknownLevel: ({ level, known }) => `no level is called "${level}": use one of ${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `no criterion is called "${criterion}": use one of ${list(known)}`,
  MarksDiffer: ({ stated, computed }) =>
    `states ${stated}, but the criteria's weights and maxima give ${computed}: mend one of them`,
  Unscored: ({ criterion }) => `no panel with a weight above 0 scores "${criterion}": let one, or remove it`,
  TrimsTooMuch: ({ drops, onlyAbove }) =>
    `drops ${drops} scores, so onlyAbove must be at least ${drops}, not ${onlyAbove}`,
  NoTotalRounding: () => "decides on the rounded total, so rounding.total must say how to round",
  BandOrder: ({ level }) => `"${level}" does not stand below the level of the band before it: put bands best first`,
  BandNotLower: ({ from, above }) => `begins at ${from}, not below the band before it, which begins at ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `begins at ${from}, above the full marks ${fullMarks}: nobody can reach it`,
  CapOnLowest: ({ level }) => `"${level}" is the lowest level, so nobody can fall from it: remove the cap`,
  ReservedName: ({ id }) => `"${id}" begins with unit. or score., which are the engine's own: choose another name`,
  UnitTwice: ({ unit, first }) => `the unit "${unit}" is already units[${first}]: keep one`,
  UnknownUnit: ({ unit }) => `no unit is called "${unit}": correct it, or add the unit`,
  UnknownPanel: ({ panel, known }) => `no panel is called "${panel}": use one of ${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) =>
    `the panel "${panel}" does not score "${criterion}": it scores ${list(allowed)}`,
  ScoreOutOfRange: ({ criterion, found, maximum }) => `"${criterion}" is ${found}, but must be from 0 to ${maximum}`,
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
  NotAssigned: ({ unit, panel, rater }) => `"${rater}" is not assigned to score "${unit}" for "${panel}"`,
  NoSuchSheet: ({ unit, panel, rater }) => `"${rater}" of "${panel}" has no sheet on "${unit}": submit one first`,
  OutcomesNotSettled: ({ units }) => `these units have no settled outcome: ${list(units)}; amend what they lack first`,
  NoticeNotOver: ({ until, today }) => `the notice runs until ${until} and today is ${today}: wait until it is over`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `the notice would end on ${until}, before it begins on ${from}`,
  NothingToAmend: () => "the amendment names no sheet and no fact: name what changes"
}
